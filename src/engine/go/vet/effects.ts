// Whether evaluating an expression changes anything: conservatively, as the analyzers of `go vet`
// decide it.

import type { CallExpr, Expr, Node } from '../syntax/ast.ts';
import { inspect } from '../syntax/walk.ts';
import type { Pass } from './pass.ts';

const pureBuiltins = new Set([
  'len',
  'cap',
  'complex',
  'imag',
  'real',
  'make',
  'new',
  'max',
  'min',
]);

/** False as soon as anything in the expression might have an effect. */
export function hasNoEffects(pass: Pass, x: Expr): boolean {
  let pure = true;
  inspect(x, (node) => {
    const verdict = judge(pass, node);
    if (verdict === 'effect') pure = false;
    return pure && verdict === 'descend';
  });
  return pure;
}

function judge(pass: Pass, node: Node): 'descend' | 'skip' | 'effect' {
  switch (node.kind) {
    case 'Ident':
    case 'BasicLit':
    case 'BinaryExpr':
    case 'ParenExpr':
    case 'SelectorExpr':
    case 'IndexExpr':
    case 'SliceExpr':
    case 'TypeAssertExpr':
    case 'StarExpr':
    case 'CompositeLit':
    case 'KeyValueExpr':
    case 'FieldList':
    case 'Field':
    case 'Ellipsis':
      return 'descend';
    case 'ArrayType':
    case 'StructType':
    case 'ChanType':
    case 'FuncType':
    case 'MapType':
    case 'InterfaceType':
    case 'FuncLit':
      return 'skip';
    case 'UnaryExpr':
      return node.op === '<-' ? 'effect' : 'descend';
    case 'CallExpr':
      return isPureCall(pass, node) ? 'descend' : 'effect';
    default:
      return 'effect';
  }
}

function isPureCall(pass: Pass, call: CallExpr): boolean {
  if (pass.info.types.get(call.fun)?.mode === 'typexpr') return true;
  const builtin = pass.info.builtinCalls.get(call);
  return builtin !== undefined && pureBuiltins.has(builtin);
}
