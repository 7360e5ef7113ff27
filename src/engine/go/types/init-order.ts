// The order in which package-level variables are initialized (spec, "Package initialization";
// types2 initorder.go): what is depended on first, then source order.
// Functions only pass dependencies on, so they are taken out of the graph: mutually recursive
// functions are fine, variables that need their own value are not.

import type { Checker, DeclInfo } from './checker.ts';
import type { ErrorLine } from './errors.ts';
import type { Obj } from './type.ts';

/** A constant or variable that may wait for others. */
interface GraphNode {
  readonly object: Obj;
  readonly isConst: boolean;
  /** What depends on this, and what this depends on. */
  readonly users: Set<GraphNode>;
  readonly uses: Set<GraphNode>;
  /** How many of `uses` are not initialized yet. */
  waitsFor: number;
  done: boolean;
}

/** Fills in `info.initOrder` and reports variables and constants that depend on themselves. */
export function initOrder(check: Checker): void {
  if (check.config.lazyFuncBodies) checkInitializersBodies(check);
  const queue = new NodeQueue();
  for (const node of dependencyGraph(check.declarations)) queue.push(node);
  const emitted = new Set<DeclInfo>();
  for (let node = queue.popOrNull(); node !== null; node = queue.popOrNull()) {
    if (node.waitsFor > 0) reportCycleOf(check, node.object);
    for (const user of node.users) {
      user.waitsFor -= 1;
      if (!user.done) queue.push(user);
    }
    emit(check, node.object, emitted);
  }
}

// What functions depend on is known when their bodies have been checked.
function checkInitializersBodies(check: Checker): void {
  const reached = new Set<Obj>();
  const reach = (object: Obj): void => {
    if (reached.has(object)) return;
    reached.add(object);
    const decl = check.declarations.get(object);
    if (decl === undefined) return;
    if (decl.funcDecl !== null) check.checkBody(decl.funcDecl);
    for (const dependency of decl.dependencies) reach(dependency);
  };
  for (const object of check.declarations.keys()) if (object.kind === 'Var') reach(object);
}

// The variables of `var a, b = f()` share one initializer.
function emit(check: Checker, object: Obj, emitted: Set<DeclInfo>): void {
  const decl = check.declarations.get(object);
  if (object.kind !== 'Var' || decl === undefined || decl.init === null) return;
  if (emitted.has(decl)) return;
  emitted.add(decl);
  check.info.initOrder.push({ lhs: decl.lhs ?? [object], rhs: decl.init });
}

// An object that only leads to a cycle is not reported: the cycle's own objects are.
function reportCycleOf(check: Checker, object: Obj): void {
  const cycle = findPathOrNull(check.declarations, object, object, new Set());
  const [first] = cycle ?? [];
  if (cycle === null || first === undefined) return;
  if (cycle.length === 1) {
    const message = `initialization cycle: ${first.name} refers to itself`;
    check.error(first, 'InvalidInitCycle', message);
    return;
  }
  const lines: ErrorLine[] = [{ at: first, message: `initialization cycle for ${first.name}` }];
  let current = first;
  for (const next of cycle.toReversed()) {
    lines.push({ at: current, message: `${current.name} refers to ${next.name}` });
    current = next;
  }
  check.errors.report('InvalidInitCycle', lines);
}

// The objects on a way from one object to another, in reverse and without the first.
function findPathOrNull(
  declarations: ReadonlyMap<Obj, DeclInfo>,
  from: Obj,
  to: Obj,
  seen: Set<Obj>,
): Obj[] | null {
  if (seen.has(from)) return null;
  seen.add(from);
  const dependencies = [...(declarations.get(from)?.dependencies ?? [])];
  dependencies.sort((a, b) => a.order - b.order);
  for (const next of dependencies) {
    if (next === to) return [next];
    const path = findPathOrNull(declarations, next, to, seen);
    if (path !== null) return [...path, next];
  }
  return null;
}

function dependencyGraph(declarations: ReadonlyMap<Obj, DeclInfo>): readonly GraphNode[] {
  const nodes = new Map<Obj, GraphNode>();
  for (const object of declarations.keys()) {
    const { kind } = object;
    if (kind !== 'Const' && kind !== 'Var' && kind !== 'Func') continue;
    const isConst = kind === 'Const';
    const [users, uses] = [new Set<GraphNode>(), new Set<GraphNode>()];
    nodes.set(object, { object, isConst, users, uses, waitsFor: 0, done: false });
  }
  for (const [object, node] of nodes) {
    for (const dependency of declarations.get(object)?.dependencies ?? []) {
      const used = nodes.get(dependency);
      if (used === undefined) continue;
      node.uses.add(used);
      used.users.add(node);
    }
  }
  removeFunctions([...nodes.values()].filter((node) => node.object.kind === 'Func'));
  const rest = [...nodes.values()].filter((node) => node.object.kind !== 'Func');
  for (const node of rest) node.waitsFor = node.uses.size;
  return rest;
}

// Whoever uses a function uses what the function uses. Cheap ones go first, to keep edges few.
function removeFunctions(functions: GraphNode[]): void {
  functions.sort((a, b) => a.users.size * a.uses.size - b.users.size * b.uses.size);
  for (const node of functions) {
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
}

interface QueueEntry {
  readonly node: GraphNode;
  readonly waitsFor: number;
}

/** A binary heap; a node whose count fell is pushed again, and its old entry is skipped. */
class NodeQueue {
  private readonly entries: QueueEntry[] = [];

  push(node: GraphNode): void {
    const { entries } = this;
    const entry = { node, waitsFor: node.waitsFor };
    let i = entries.length;
    entries.push(entry);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = entries[parent];
      if (above === undefined || !comesBefore(entry, above)) break;
      entries[i] = above;
      i = parent;
    }
    entries[i] = entry;
  }

  popOrNull(): GraphNode | null {
    for (let entry = this.shift(); entry !== undefined; entry = this.shift()) {
      const { node, waitsFor } = entry;
      if (node.done || node.waitsFor !== waitsFor) continue;
      node.done = true;
      return node;
    }
    return null;
  }

  private shift(): QueueEntry | undefined {
    const { entries } = this;
    const [top] = entries;
    const last = entries.pop();
    if (last === undefined || entries.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const [left, right] = [entries[child], entries[child + 1]];
      if (left === undefined) break;
      let below = left;
      if (right !== undefined && comesBefore(right, left)) {
        below = right;
        child += 1;
      }
      if (!comesBefore(below, last)) break;
      entries[i] = below;
      i = child;
    }
    entries[i] = last;
    return top;
  }
}

// Constants first, for they are known before the program runs.
function comesBefore(a: QueueEntry, b: QueueEntry): boolean {
  if (a.node.isConst !== b.node.isConst) return a.node.isConst;
  if (a.waitsFor !== b.waitsFor) return a.waitsFor < b.waitsFor;
  return a.node.object.order < b.node.object.order;
}
