// Locks that are copied: a copied sync.Mutex or sync.WaitGroup is another one.

import type {
  AssignStmt,
  Expr,
  FieldList,
  FuncType,
  Ident,
  Node,
  RangeStmt,
} from '../syntax/ast.ts';
import { forEachChild } from '../syntax/walk.ts';
import { implementsInterface } from '../types/implements.ts';
import { newFunc } from '../types/object.ts';
import { noPos } from '../syntax/pos.ts';
import { plainHost } from '../types/type-host.ts';
import type { Interface, Signature, Type } from '../types/type.ts';
import { asTypeParamOrNull, newInterface, under } from '../types/under.ts';
import { versionAllows } from '../types/version.ts';
import { isTypeNamed, unparen } from './calls.ts';
import { expressionText } from './expression-text.ts';
import { type Analyzer, type Pass, typeText } from './pass.ts';
import { termsOrNull } from './type-questions.ts';

export const copylocks: Analyzer = {
  name: 'copylocks',
  run(pass) {
    for (const file of pass.files) {
      const version = pass.info.fileVersions.get(file.source.name) ?? '';
      visit(pass, file, null, version);
    }
  },
};

function visit(pass: Pass, node: Node, parent: Node | null, version: string): void {
  check(pass, node, parent, version);
  forEachChild(node, (child) => visit(pass, child, node, version));
}

function check(pass: Pass, node: Node, parent: Node | null, version: string): void {
  switch (node.kind) {
    case 'RangeStmt':
      checkRangeVariable(pass, node, node.key);
      return checkRangeVariable(pass, node, node.value);
    case 'FuncDecl':
      return checkFunc(pass, node.name.name, node.recv, node.type);
    case 'FuncLit':
      return checkFunc(pass, 'func', null, node.type);
    case 'CallExpr': {
      const builtin = pass.info.builtinCalls.get(node);
      if (builtin === 'len' || builtin === 'cap' || builtin?.startsWith('unsafe.') === true) return;
      for (const argument of node.args) {
        const path = copiedLockOrNull(pass, argument);
        if (path === null) continue;
        pass.report(
          argument,
          `call of ${expressionText(pass, node.fun)} copies lock value: ${path}`,
        );
      }
      return;
    }
    case 'AssignStmt':
      return checkAssign(pass, node, parent, version);
    case 'GenDecl':
      for (const spec of node.tok === 'var' ? node.specs : []) {
        if (spec.kind === 'ValueSpec') checkValues(pass, spec.names, spec.values);
      }
      return;
    case 'CompositeLit':
      for (const element of node.elts) {
        const x = element.kind === 'KeyValueExpr' ? element.value : element;
        const path = copiedLockOrNull(pass, x);
        if (path === null) continue;
        pass.report(x, `literal copies lock value from ${expressionText(pass, x)}: ${path}`);
      }
      return;
    case 'ReturnStmt':
      for (const x of node.results) {
        const path = copiedLockOrNull(pass, x);
        if (path !== null) pass.report(x, `return copies lock value: ${path}`);
      }
      return;
    default:
      return;
  }
}

function checkValues(pass: Pass, names: readonly Ident[], values: readonly Expr[]): void {
  for (const [i, x] of values.entries()) {
    const path = copiedLockOrNull(pass, x);
    if (path === null) continue;
    pass.report(x, `variable declaration copies lock value to ${names[i]?.name ?? ''}: ${path}`);
  }
}

function checkAssign(pass: Pass, assign: AssignStmt, parent: Node | null, version: string): void {
  let reported = false;
  for (const [i, x] of assign.rhs.entries()) {
    const path = copiedLockOrNull(pass, x);
    const left = assign.lhs[i];
    if (path === null || left === undefined) continue;
    pass.report(x, `assignment copies lock value to ${expressionText(pass, left)}: ${path}`);
    reported = true;
  }
  // Each iteration of a loop has its own copy of the variables since go1.22.
  if (reported || assign.tok !== ':=' || !versionAllows(version, 'go1.22')) return;
  if (parent?.kind !== 'ForStmt' || parent.init !== assign) return;
  for (const left of assign.lhs) {
    if (left.kind !== 'Ident' || left.name === '_') continue;
    const object = pass.info.defs.get(left);
    const path = object == null ? null : lockPathOrNull(pass, object.type);
    if (path !== null)
      pass.report(left, `for loop iteration copies lock value to ${left.name}: ${path}`);
  }
}

function checkFunc(pass: Pass, name: string, recv: FieldList | null, type: FuncType): void {
  const fields = [...(recv?.list.slice(0, 1) ?? []), ...type.params.list];
  for (const field of fields) {
    const known = pass.info.types.get(field.type);
    const path = known === undefined ? null : lockPathOrNull(pass, known.type);
    if (path !== null) pass.report(field.type, `${name} passes lock by value: ${path}`);
  }
}

function checkRangeVariable(pass: Pass, statement: RangeStmt, x: Expr | null): void {
  if (x === null || (x.kind === 'Ident' && x.name === '_')) return;
  const type =
    statement.tok === ':='
      ? x.kind === 'Ident'
        ? pass.info.defs.get(x)?.type
        : undefined
      : pass.info.types.get(x)?.type;
  const path = type === undefined ? null : lockPathOrNull(pass, type);
  if (path !== null)
    pass.report(x.pos, `range var ${expressionText(pass, x)} copies lock: ${path}`);
}

// The lock in a value that is copied. What a literal or a call makes is new.
function copiedLockOrNull(pass: Pass, expression: Expr): string | null {
  const x = unparen(expression);
  if (x.kind === 'CompositeLit' || x.kind === 'CallExpr') return null;
  if (x.kind === 'StarExpr' && unparen(x.x).kind === 'CallExpr') return null;
  const known = pass.info.types.get(x);
  if (known === undefined) return null;
  const { mode } = known;
  if (mode === 'typexpr' || mode === 'novalue' || mode === 'builtin' || mode === 'nilvalue')
    return null;
  return lockPathOrNull(pass, known.type);
}

function lockPathOrNull(pass: Pass, type: Type): string | null {
  const path = lockPath(pass, type, new Set());
  return path === null ? null : path.join(' contains ');
}

// The types on the way to the lock, outermost first.
function lockPath(pass: Pass, outer: Type, seen: Set<Type>): string[] | null {
  if (seen.has(outer)) return null;
  seen.add(outer);
  if (asTypeParamOrNull(outer) !== null) {
    for (const { tilde, type } of termsOrNull(outer) ?? []) {
      const [first, ...rest] = lockPath(pass, type, seen) ?? [];
      if (first === undefined) continue;
      return [typeText(pass, outer), tilde ? `~${first}` : first, ...rest];
    }
    return null;
  }
  let type = outer;
  for (let array = under(type); array.kind === 'Array'; array = under(type)) type = array.elem;
  const underlying = under(type);
  if (underlying.kind !== 'Struct' && underlying.kind !== 'Tuple') return null;
  if (underlying.kind === 'Struct' && isLock(type)) return [typeText(pass, type)];
  const marker = noCopyOrNull(type);
  if (marker !== null) return [typeText(pass, type), marker];
  const parts = underlying.kind === 'Struct' ? underlying.fields : underlying.vars;
  for (const part of parts) {
    const inner = lockPath(pass, part.type, seen);
    if (inner !== null) return [typeText(pass, type), ...inner];
  }
  return null;
}

const nullary: Signature = {
  kind: 'Signature',
  typeParams: [],
  recvTypeParams: [],
  recv: null,
  params: { kind: 'Tuple', vars: [] },
  results: { kind: 'Tuple', vars: [] },
  variadic: false,
  scope: null,
};
const locker: Interface = newInterface(
  ['Lock', 'Unlock'].map((name) => newFunc(noPos, null, name, nullary)),
  [],
);

// A pointer to it is a sync.Locker, the value itself is not.
function isLock(type: Type): boolean {
  const isLocker = (each: Type): boolean =>
    implementsInterface(plainHost, each, locker, false, null);
  if (isLocker({ kind: 'Pointer', elem: type }) && !isLocker(type)) return true;
  return false;
}

// Types of the library that must not be copied. Ours are made in another way than Go's, whose
// first field is a noCopy.
const uncopiable: { readonly [path: string]: readonly string[] } = {
  sync: ['WaitGroup', 'Once', 'Cond', 'Pool', 'Map'],
  'sync/atomic': ['Int32', 'Int64', 'Uint32', 'Uint64', 'Uintptr', 'Bool', 'Pointer'],
};

function noCopyOrNull(type: Type): string | null {
  for (const [path, names] of Object.entries(uncopiable)) {
    if (isTypeNamed(type, path, ...names)) return `${path}.noCopy`;
  }
  return isTypeNamed(type, 'log', 'Logger') ? 'sync.Mutex' : null;
}
