// Functions that hand their last arguments on to fmt: they are checked like fmt's own. Found by
// following calls from known ones backwards, through variables that hold function literals too.

import type { BlockStmt, CallExpr, Expr, FuncLit, InterfaceType, Node } from '../syntax/ast.ts';
import { inspect } from '../syntax/walk.ts';
import { typeSetOf } from '../types/type-set.ts';
import { emptyInterface, unalias, under } from '../types/under.ts';
import { versionAllows } from '../types/version.ts';
import { identical } from '../types/identical.ts';
import { signatureOf } from '../types/object.ts';
import { funcName } from '../types/object-string.ts';
import { plainFormat } from '../types/type-string.ts';
import type { Func, Obj, Signature, Var } from '../types/type.ts';
import { calleeOrNull, originOf } from './calls.ts';
import { forEachInterfaceAssignment } from './interface-assignments.ts';
import { objectOrNull, type Pass, type PrintKind } from './pass.ts';
import { methodOrNull } from './type-questions.ts';

const loggers = ['Print', 'Printf', 'Println', 'Fatal', 'Fatalf', 'Fatalln', 'Panic', 'Panicf'];
const testers = ['Error', 'Errorf', 'Fatal', 'Fatalf', 'Log', 'Logf', 'Skip', 'Skipf'];

const printLike = new Set([
  ...['Appendf', 'Append', 'Appendln', 'Errorf', 'Fprint', 'Fprintf', 'Fprintln', 'Print'].map(
    (name) => `fmt.${name}`,
  ),
  ...['Printf', 'Println', 'Sprint', 'Sprintf', 'Sprintln'].map((name) => `fmt.${name}`),
  ...[...loggers, 'Panicln'].flatMap((name) => [`log.${name}`, `(*log.Logger).${name}`]),
  ...testers.flatMap((name) => [`(*testing.common).${name}`, `(testing.TB).${name}`]),
]);

/** How a function prints, if it does; known ones of the library by name. */
export function printKindOrNull(pass: Pass, object: Obj): PrintKind | null {
  if (object.kind === 'Func') {
    const name = funcName(object, plainFormat);
    if (name === 'fmt.Errorf') return 'errorf';
    if (printLike.has(name)) return object.name.endsWith('f') ? 'printf' : 'print';
  }
  return pass.facts.printKinds.get(originOf(object)) ?? null;
}

interface Wrapper {
  readonly object: Obj;
  /** Null for a method of an interface, which acts as if it called each implementation. */
  readonly body: BlockStmt | null;
  /** The parameter before the last, if it is a string. */
  readonly format: Var | null;
  /** The parameter `args ...any`. */
  readonly args: Var;
  readonly callers: { readonly wrapper: Wrapper; readonly call: CallExpr | null }[];
}

/** Finds the wrappers of a package and notes them in the facts. */
export function findWrappers(pass: Pass): void {
  const wrappers = candidates(pass);
  const byObject = new Map(wrappers.map((wrapper) => [wrapper.object, wrapper]));
  const note = (wrapper: Wrapper, callee: Obj | null, call: CallExpr | null): void => {
    if (callee === null) return;
    byObject.get(callee)?.callers.push({ wrapper, call });
    const kind = printKindOrNull(pass, callee);
    if (kind !== null) propagate(pass, wrapper, call, kind);
  };
  const implementations = implementationsOf(pass, byObject);
  for (const wrapper of wrappers) {
    for (const method of implementations.get(wrapper.object) ?? []) note(wrapper, method, null);
    forEachForwarding(pass, wrapper, (call) => note(wrapper, calleeOrNull(pass, call), call));
  }
}

// The methods behind the candidates that are methods of interfaces.
function implementationsOf(
  pass: Pass,
  wanted: ReadonlyMap<Obj, Wrapper>,
): ReadonlyMap<Obj, ReadonlySet<Func>> {
  const found = new Map<Obj, Set<Func>>();
  if (![...wanted.values()].some(({ body }) => body === null)) return found;
  forEachInterfaceAssignment(pass, (target, value) => {
    const type = under(target);
    if (type.kind !== 'Interface') return;
    for (const method of typeSetOf(type).methods) {
      if (!wanted.has(method)) continue;
      const implementation = methodOrNull(value, pass.pkg, method.name);
      if (implementation === null) continue;
      const set = found.get(method) ?? new Set<Func>();
      found.set(method, set.add(implementation));
    }
  });
  return found;
}

function candidates(pass: Pass): readonly Wrapper[] {
  const found: Wrapper[] = [];
  const add = (object: Obj | null, signature: Signature, body: BlockStmt | null): void => {
    const params = object === null ? null : forwardedOrNull(signature);
    if (object !== null && params !== null) found.push({ object, body, ...params, callers: [] });
  };
  const addLiteral = (left: Expr | undefined, right: FuncLit): void => {
    const type = pass.info.types.get(right)?.type;
    const target = left?.kind === 'SelectorExpr' ? left.sel : left;
    const object = target === undefined ? null : objectOrNull(pass, target);
    if (type?.kind === 'Signature' && object?.kind === 'Var') add(object, type, right.body);
  };
  for (const file of pass.files) {
    inspect(file, (node) => {
      if (node.kind === 'FuncDecl' && node.body !== null) {
        const object = pass.info.defs.get(node.name);
        if (object?.kind === 'Func') add(object, signatureOf(object), node.body);
      }
      for (const [left, right] of assignedBy(node)) {
        if (right.kind === 'FuncLit') addLiteral(left, right);
      }
      // As if it were a feature of go1.26.
      const version = pass.info.fileVersions.get(file.source.name) ?? '';
      if (node.kind === 'InterfaceType' && versionAllows(version, 'go1.26')) {
        for (const method of methodsOf(pass, node)) add(method, signatureOf(method), null);
      }
      return true;
    });
  }
  return found;
}

function methodsOf(pass: Pass, node: InterfaceType): readonly Func[] {
  const type = pass.info.types.get(node)?.type;
  const own = type?.kind === 'Interface' ? typeSetOf(type).methods : [];
  return own.filter((method) => method.pkg === pass.pkg);
}

function assignedBy(node: Node): readonly (readonly [Expr | undefined, Expr])[] {
  if (node.kind === 'AssignStmt') return node.rhs.map((right, i) => [node.lhs[i], right]);
  if (node.kind === 'ValueSpec') return node.values.map((right, i) => [node.names[i], right]);
  return [];
}

function forwardedOrNull(signature: Signature): Pick<Wrapper, 'format' | 'args'> | null {
  const { vars } = signature.params;
  const args = vars.at(-1);
  if (!signature.variadic || args?.type.kind !== 'Slice') return null;
  const elem = unalias(args.type.elem);
  if (elem.kind !== 'Interface' || !identical(elem, emptyInterface)) return null;
  const before = vars.at(-2) ?? null;
  const isString = before?.type.kind === 'Basic' && before.type.basic === 'string';
  return { args, format: isString ? before : null };
}

// Calls whose last argument is the wrapper's, as long as the parameters are as they came.
function forEachForwarding(pass: Pass, wrapper: Wrapper, visit: (call: CallExpr) => void): void {
  const isParameter = (x: Expr): boolean =>
    denotes(pass, x, wrapper.args) || (wrapper.format !== null && denotes(pass, x, wrapper.format));
  let isChanged = false;
  if (wrapper.body === null) return;
  inspect(wrapper.body, (node) => {
    if (isChanged) return false;
    if (node.kind === 'AssignStmt' && node.lhs.some(isParameter)) isChanged = true;
    if (node.kind === 'UnaryExpr' && node.op === '&' && isParameter(node.x)) isChanged = true;
    if (node.kind === 'CallExpr') {
      const last = node.args.at(-1);
      if (last !== undefined && denotes(pass, last, wrapper.args)) visit(node);
    }
    return !isChanged;
  });
}

function denotes(pass: Pass, x: Expr, variable: Var): boolean {
  return objectOrNull(pass, x) === variable;
}

function propagate(pass: Pass, wrapper: Wrapper, call: CallExpr | null, kind: PrintKind): void {
  if (call !== null && !forwardsWell(pass, wrapper, call, kind)) return;
  const { printKinds } = pass.facts;
  if (printKinds.get(wrapper.object) === kind) return;
  printKinds.set(wrapper.object, kind);
  for (const caller of wrapper.callers) propagate(pass, caller.wrapper, caller.call, kind);
}

function forwardsWell(pass: Pass, wrapper: Wrapper, call: CallExpr, kind: PrintKind): boolean {
  if (kind !== 'print') {
    const format = call.args.at(-2);
    if (format === undefined || wrapper.format === null) return false;
    if (!denotes(pass, format, wrapper.format)) return false;
  }
  if (call.ellipsis !== 0) return true;
  const type = pass.info.types.get(call.fun)?.type;
  if (type?.kind !== 'Signature' || call.args.length > type.params.vars.length) return false;
  pass.report(call, `missing ... in args forwarded to ${kind}-like function`);
  return false;
}
