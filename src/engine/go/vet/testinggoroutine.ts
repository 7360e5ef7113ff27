// `go func() { t.Fatal(…) }()`: FailNow must be called by the goroutine of the test.

import type { CallExpr, Expr, FuncDecl, FuncLit, GoStmt, Node } from '../syntax/ast.ts';
import { forEachChild, inspect } from '../syntax/walk.ts';
import { signatureOf } from '../types/object.ts';
import type { Func, Obj, Type, Var } from '../types/type.ts';
import { unalias } from '../types/under.ts';
import { calleeOrNull, staticCalleeOrNull, unparen, usedIdentOrNull } from './calls.ts';
import { type Analyzer, forEachNode, imports, type Pass, typeText } from './pass.ts';

const forbidden = new Set(['FailNow', 'Fatal', 'Fatalf', 'Skip', 'Skipf', 'SkipNow']);

/** Code that another goroutine or a subtest runs: `region`, where no outer t may be stopped. */
interface Started {
  readonly region: Node;
  readonly statement: GoStmt | CallExpr;
  /** A t that is declared in here may be stopped. */
  readonly scope: Node | null;
  readonly func: Expr;
}

export const testinggoroutine: Analyzer = {
  name: 'testinggoroutine',
  run(pass) {
    if (!imports(pass, 'testing')) return;
    const literals = initialLiterals(pass);
    const asyncs = new Map<Node, Started[]>();
    const add = (started: Started | null): void => {
      if (started !== null)
        asyncs.set(started.region, [...(asyncs.get(started.region) ?? []), started]);
    };
    const collect = (node: Node): void => {
      if (node.kind === 'FuncDecl' && !isTest(node)) return;
      if (node.kind === 'GoStmt') add(goStarted(pass, node, literals));
      if (node.kind === 'CallExpr') add(runStartedOrNull(pass, node, literals));
      forEachChild(node, collect);
    };
    for (const file of pass.files) collect(file);
    for (const [region, calls] of asyncs) checkRegion(pass, region, calls, asyncs);
  },
};

// Whether a function has a parameter `*testing.T` or `*testing.B`.
function isTest(decl: FuncDecl): boolean {
  return decl.type.params.list.some(({ type }) => {
    if (type.kind !== 'StarExpr' || type.x.kind !== 'SelectorExpr') return false;
    const { x, sel } = type.x;
    return x.kind === 'Ident' && x.name === 'testing' && (sel.name === 'T' || sel.name === 'B');
  });
}

type Literals = ReadonlyMap<Obj, FuncLit>;

// The function literals that variables are declared with.
function initialLiterals(pass: Pass): Literals {
  const literals = new Map<Obj, FuncLit>();
  forEachNode(pass, ['AssignStmt', 'ValueSpec'], (node) => {
    const names = node.kind === 'ValueSpec' ? node.names : node.lhs;
    const values = node.kind === 'ValueSpec' ? node.values : node.rhs;
    for (const [i, name] of names.entries()) {
      const object = name.kind === 'Ident' ? pass.info.defs.get(name) : null;
      const value = values[i];
      if (object != null && value?.kind === 'FuncLit') literals.set(object, value);
    }
  });
  return literals;
}

function literalOrNull(pass: Pass, func: Expr, literals: Literals): FuncLit | null {
  const ident = usedIdentOrNull(pass, func);
  const object = ident === null ? undefined : pass.info.uses.get(ident);
  return object === undefined ? null : (literals.get(object) ?? null);
}

function goStarted(pass: Pass, statement: GoStmt, literals: Literals): Started | null {
  const { call } = statement;
  if (call.kind !== 'CallExpr') return null;
  const func = unparen(call.fun);
  const callee = staticCalleeOrNull(pass, call);
  const region =
    literalOrNull(pass, func, literals) ??
    (callee === null ? null : declOrNull(pass, callee)) ??
    statement;
  return { region, statement, scope: null, func };
}

function declOrNull(pass: Pass, func: Func): FuncDecl | null {
  for (const file of pass.files) {
    for (const decl of file.decls) {
      if (decl.kind === 'FuncDecl' && pass.info.defs.get(decl.name) === func) return decl;
    }
  }
  return null;
}

function runStartedOrNull(pass: Pass, call: CallExpr, literals: Literals): Started | null {
  const last = call.args[1];
  const callee = calleeOrNull(pass, call);
  if (last === undefined || call.args.length !== 2 || callee?.kind !== 'Func') return null;
  if (callee.name !== 'Run' || !isTestingMethod(callee)) return null;
  const func = unparen(last);
  const literal = func.kind === 'FuncLit' ? func : literalOrNull(pass, func, literals);
  return literal === null
    ? { region: call, statement: call, scope: func, func }
    : { region: literal, statement: call, scope: literal, func };
}

function isTestingMethod(func: Func): boolean {
  return func.pkg?.path === 'testing' && signatureOf(func).recv !== null;
}

function checkRegion(
  pass: Pass,
  region: Node,
  calls: readonly Started[],
  asyncs: ReadonlyMap<Node, readonly Started[]>,
): void {
  inspect(region, (node) => {
    if (node !== region && asyncs.has(node)) return false;
    if (node.kind !== 'CallExpr') return true;
    const found = forbiddenOrNull(pass, node);
    if (found === null) return true;
    for (const started of calls) {
      const { scope } = started;
      const { pos } = found.receiver;
      if (scope !== null && scope.pos <= pos && pos <= scope.end) continue;
      report(pass, started, node, found.method);
    }
    return true;
  });
}

interface Forbidden {
  readonly receiver: Var;
  /** `(*testing.T).Fatal` */
  readonly method: string;
}

// A subtest that stops its parent's t is no mistake to vet; only goroutines are.
function report(pass: Pass, started: Started, call: CallExpr, method: string): void {
  const { func, statement } = started;
  if (statement.kind !== 'GoStmt') return;
  const where = func.kind === 'FuncLit' ? call : statement;
  const via = func.kind === 'Ident' ? ` (${func.name} calls ${method})` : '';
  pass.report(where, `call to ${method} from a non-test goroutine${via}`);
}

function forbiddenOrNull(pass: Pass, call: CallExpr): Forbidden | null {
  const selector = unparen(call.fun);
  if (selector.kind !== 'SelectorExpr') return null;
  const selection = pass.info.selections.get(selector);
  const operand = unparen(selector.x);
  const receiver = operand.kind === 'Ident' ? pass.info.uses.get(operand) : undefined;
  if (selection?.obj.kind !== 'Func' || receiver?.kind !== 'Var') return null;
  const { obj, recv } = selection;
  if (!forbidden.has(obj.name) || !isTestingMethod(obj)) return null;
  return { receiver, method: `(${receiverText(pass, recv)}).${obj.name}` };
}

function receiverText(pass: Pass, type: Type): string {
  const actual = unalias(type);
  return actual.kind === 'Pointer' ? `*${typeText(pass, actual.elem)}` : typeText(pass, actual);
}
