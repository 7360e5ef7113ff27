// `fmt.Sprintf(…)` as a statement: calls that do nothing but give a result, which nobody takes.

import { signatureOf } from '../types/object.ts';
import { calleeOrNull, unparen } from './calls.ts';
import { type Analyzer, forEachNode, typeText } from './pass.ts';
import { isStringerSignature } from './type-questions.ts';

const functions: { readonly [path: string]: ReadonlySet<string> } = {
  context: new Set(['WithCancel', 'WithDeadline', 'WithTimeout', 'WithValue']),
  errors: new Set(['New']),
  fmt: new Set(['Append', 'Appendf', 'Appendln', 'Errorf', 'Sprint', 'Sprintf', 'Sprintln']),
  maps: new Set(['All', 'Clone', 'Collect', 'Equal', 'EqualFunc', 'Keys', 'Values']),
  slices: new Set([
    ...['All', 'AppendSeq', 'Backward', 'BinarySearch', 'BinarySearchFunc', 'Chunk', 'Clip'],
    ...['Clone', 'Collect', 'Compact', 'CompactFunc', 'Compare', 'CompareFunc', 'Concat'],
    ...['Contains', 'ContainsFunc', 'Delete', 'DeleteFunc', 'Equal', 'EqualFunc', 'Grow'],
    ...['Index', 'IndexFunc', 'Insert', 'IsSorted', 'IsSortedFunc', 'Max', 'MaxFunc', 'Min'],
    ...['MinFunc', 'Repeat', 'Replace', 'Sorted', 'SortedFunc', 'SortedStableFunc', 'Values'],
  ]),
  sort: new Set(['Reverse']),
};
const methods = new Set(['Error', 'String']);

export const unusedresult: Analyzer = {
  name: 'unusedresult',
  run(pass) {
    forEachNode(pass, ['ExprStmt'], (statement) => {
      const call = unparen(statement.x);
      if (call.kind !== 'CallExpr') return;
      const callee = calleeOrNull(pass, call);
      if (callee?.kind !== 'Func') return;
      const signature = signatureOf(callee);
      const range = { pos: call.pos, end: call.lparen };
      if (signature.recv !== null) {
        if (!methods.has(callee.name) || !isStringerSignature(signature)) return;
        const type = typeText(pass, signature.recv.type);
        pass.report(range, `result of (${type}).${callee.name} call not used`);
        return;
      }
      const path = callee.pkg?.path ?? '';
      if (functions[path]?.has(callee.name) !== true) return;
      pass.report(range, `result of ${path}.${callee.name} call not used`);
    });
  },
};
