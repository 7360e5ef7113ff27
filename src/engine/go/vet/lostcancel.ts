// Cancel functions of contexts that are thrown away or not called on some way out of the function:
// then the context and its timer live on.

import type { FuncDecl, FuncLit, Node, SelectorExpr } from '../syntax/ast.ts';
import { forEachChild, inspect } from '../syntax/walk.ts';
import { signatureOf } from '../types/object.ts';
import type { Var } from '../types/type.ts';
import type { Block, ControlFlow } from './control-flow.ts';
import { ControlFlows } from './no-return.ts';
import { type Analyzer, forEachNode, imports, type Pass, type Range } from './pass.ts';

const constructors = new Set([
  ...['WithCancel', 'WithCancelCause', 'WithTimeout', 'WithTimeoutCause'],
  ...['WithDeadline', 'WithDeadlineCause'],
]);

export const lostcancel: Analyzer = {
  name: 'lostcancel',
  run(pass) {
    if (!imports(pass, 'context')) return;
    const flows = new ControlFlows(pass);
    forEachNode(pass, ['FuncLit', 'FuncDecl'], (func) => checkFunc(pass, flows, func));
  },
};

function checkFunc(pass: Pass, flows: ControlFlows, func: FuncDecl | FuncLit): void {
  const cancels = new Map<Var, Node>();
  collect(pass, func, func, [], cancels);
  if (cancels.size === 0) return;
  const object = func.kind === 'FuncDecl' ? pass.info.defs.get(func.name) : null;
  const isMain = object?.kind === 'Func' && object.name === 'main' && pass.pkg.name === 'main';
  // Returning from main ends the program.
  if (isMain && signatureOf(object).recv === null) return;
  const flow = func.kind === 'FuncDecl' ? flows.ofDecl(func) : flows.ofLit(func);
  const type = object?.type ?? pass.info.types.get(func.type)?.type;
  if (flow === null || type?.kind !== 'Signature') return;
  for (const [variable, statement] of cancels) {
    const isResult = type.results.vars.includes(variable);
    const leak = lostPathOrNull(pass, flow, variable, statement, isResult);
    if (leak === null) continue;
    const { name } = variable;
    const { line } = pass.fset.position(statement.pos);
    pass.report(statement, `the ${name} function is not used on all paths (possible context leak)`);
    // A return that is not written may reach past the end of the file.
    const isInFile = pass.fset.fileOrNull(leak.pos) === pass.fset.fileOrNull(leak.end);
    pass.report(
      isInFile ? leak : leak.pos,
      `this return statement may be reached without using the ${name} var defined on line ${line}`,
    );
  }
}

// The variables that receive a cancel function in this very function, with the statement.
function collect(
  pass: Pass,
  func: FuncDecl | FuncLit,
  node: Node,
  stack: readonly Node[],
  cancels: Map<Var, Node>,
): void {
  if (node.kind === 'FuncLit' && node !== func) return;
  if (node.kind === 'SelectorExpr' && stack.at(-1)?.kind === 'CallExpr') {
    const statement = stack.at(-2);
    if (statement !== undefined && isConstructor(pass, node)) {
      collectFrom(pass, func, node, statement, cancels);
    }
  }
  const inner = [...stack, node];
  forEachChild(node, (child) => collect(pass, func, child, inner, cancels));
}

function collectFrom(
  pass: Pass,
  func: FuncDecl | FuncLit,
  constructor: SelectorExpr,
  statement: Node,
  cancels: Map<Var, Node>,
): void {
  const left =
    statement.kind === 'ValueSpec'
      ? statement.names[1]
      : statement.kind === 'AssignStmt'
        ? statement.lhs[1]
        : undefined;
  if (left?.kind !== 'Ident') return;
  if (left.name === '_') {
    pass.report(
      left,
      `the cancel function returned by context.${constructor.sel.name} should be called, not discarded, to avoid a context leak`,
    );
    return;
  }
  const used = pass.info.uses.get(left);
  if (used?.kind === 'Var') {
    // A variable of an outer function may be used there.
    const scope = pass.info.scopes.get(func.type);
    const isLocal = scope !== undefined && scope.pos <= used.pos && used.pos < scope.end;
    if (isLocal) cancels.set(used, statement);
    return;
  }
  const defined = pass.info.defs.get(left);
  if (defined?.kind === 'Var') cancels.set(defined, statement);
}

function isConstructor(pass: Pass, x: SelectorExpr): boolean {
  if (!constructors.has(x.sel.name) || x.x.kind !== 'Ident') return false;
  const object = pass.info.uses.get(x.x);
  return object?.kind === 'PkgName' && object.imported.path === 'context';
}

// A return that can be reached from the statement without a use of the variable.
function lostPathOrNull(
  pass: Pass,
  flow: ControlFlow,
  variable: Var,
  statement: Node,
  isResult: boolean,
): Range | null {
  const start = flow.blocks.find((block) => block.nodes.includes(statement));
  if (start === undefined) throw new Error('Broken invariant: the statement is in a block');
  const uses = (nodes: readonly Node[]): boolean =>
    nodes.some((node) => isUsedIn(pass, variable, node, isResult));
  if (uses(start.nodes.slice(start.nodes.indexOf(statement) + 1))) return null;
  if (start.returns !== null) return start.returns;
  const seen = new Set<Block>();
  const search = (blocks: readonly Block[]): Range | null => {
    for (const block of blocks) {
      if (seen.has(block)) continue;
      seen.add(block);
      if (uses(block.nodes)) continue;
      const found = block.returns ?? search(block.successors);
      if (found !== null) return found;
    }
    return null;
  };
  return search(start.successors);
}

function isUsedIn(pass: Pass, variable: Var, node: Node, isResult: boolean): boolean {
  let found = false;
  inspect(node, (child) => {
    if (child.kind === 'Ident' && pass.info.uses.get(child) === variable) found = true;
    // A return without values uses the named results.
    if (isResult && child.kind === 'ReturnStmt' && child.results.length === 0) found = true;
    return !found;
  });
  return found;
}
