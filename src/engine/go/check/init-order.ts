// The order in which package-level variables are initialised (spec, "Package initialization";
// types2 initorder.go): by dependencies, functions standing for what they use, then source order.

import type { Info, Initializer } from '../types/info.ts';
import type { Func, Obj, Var } from '../types/type.ts';
import type { CheckerCore, Declaration } from './checker.ts';

interface Node {
  readonly obj: Obj;
  readonly users: Set<Node>;
  readonly uses: Set<Node>;
  open: number;
}

/** Fills `info.initOrder`; reports variables that depend on themselves. */
export function initOrder(
  checker: CheckerCore,
  declarations: ReadonlyMap<Obj, Declaration>,
  info: Info,
): void {
  const pending = dependencyGraph(declarations);
  const emitted = new Set<Declaration>();
  while (pending.size > 0) {
    const node = nextNode(pending);
    pending.delete(node);
    if (node.open > 0) {
      const cycle = findPath(declarations, node.obj, node.obj, new Set());
      if (cycle !== null) reportCycle(checker, cycle);
    }
    for (const user of node.users) user.open--;
    const declaration = declarations.get(node.obj);
    if (node.obj.kind !== 'Var' || declaration === undefined || declaration.init === null) continue;
    if (emitted.has(declaration)) continue;
    emitted.add(declaration);
    const lhs: readonly Var[] = declaration.lhs ?? [node.obj];
    const initializer: Initializer = { lhs, rhs: declaration.init };
    info.initOrder.push(initializer);
  }
}

/** Constants first, then what waits for the fewest others, then source order. */
function nextNode(pending: ReadonlySet<Node>): Node {
  let best: Node | null = null;
  for (const node of pending) {
    if (best === null || comesBefore(node, best)) best = node;
  }
  if (best === null) throw new Error('Broken invariant: no node is pending');
  return best;
}

function comesBefore(a: Node, b: Node): boolean {
  const [aConst, bConst] = [a.obj.kind === 'Const', b.obj.kind === 'Const'];
  if (aConst !== bConst) return aConst;
  return a.open < b.open || (a.open === b.open && a.obj.order < b.obj.order);
}

function dependencyGraph(declarations: ReadonlyMap<Obj, Declaration>): Set<Node> {
  const nodes = new Map<Obj, Node>();
  for (const obj of declarations.keys()) {
    if (obj.kind === 'Const' || obj.kind === 'Var' || obj.kind === 'Func') {
      nodes.set(obj, { obj, users: new Set(), uses: new Set(), open: 0 });
    }
  }
  for (const [obj, node] of nodes) {
    for (const used of declarations.get(obj)?.dependencies ?? []) {
      const other = nodes.get(used);
      if (other === undefined) continue;
      node.uses.add(other);
      other.users.add(node);
    }
  }
  const functions = [...nodes.values()].filter((node) => node.obj.kind === 'Func');
  functions.sort((a, b) => a.users.size * a.uses.size - b.users.size * b.uses.size);
  for (const node of functions) eliminate(node);
  const rest = [...nodes.values()].filter((node) => node.obj.kind !== 'Func');
  for (const node of rest) node.open = node.uses.size;
  return new Set(rest);
}

/** Connects users of a function with what it uses. */
function eliminate(node: Node): void {
  for (const user of node.users) {
    if (user === node) continue;
    for (const used of node.uses) {
      if (used === node) continue;
      user.uses.add(used);
      used.users.add(user);
    }
    user.uses.delete(node);
  }
  for (const used of node.uses) used.users.delete(node);
}

function findPath(
  declarations: ReadonlyMap<Obj, Declaration>,
  from: Obj,
  to: Obj,
  seen: Set<Obj>,
): Obj[] | null {
  if (seen.has(from)) return null;
  seen.add(from);
  const used = [...(declarations.get(from)?.dependencies ?? [])].sort((a, b) => a.order - b.order);
  for (const obj of used) {
    if (obj === to) return [obj];
    const path = findPath(declarations, obj, to, seen);
    if (path !== null) return [...path, obj];
  }
  return null;
}

function reportCycle(checker: CheckerCore, cycle: readonly (Obj | Func)[]): void {
  let [obj] = cycle;
  if (obj === undefined) return;
  if (cycle.length === 1) {
    checker.error(obj, 'InvalidInitCycle', `initialization cycle: ${obj.name} refers to itself`);
    return;
  }
  const complaints = [{ pos: obj.pos, message: `initialization cycle for ${obj.name}` }];
  for (let i = cycle.length - 1; i >= 0; i--) {
    const next = cycle[i];
    if (next === undefined) break;
    complaints.push({ pos: obj.pos, message: `${obj.name} refers to ${next.name}` });
    obj = next;
  }
  checker.report('InvalidInitCycle', complaints);
}
