// The order in which package-level variables are initialized (spec, "Package initialization";
// types2 initorder.go): what is depended on first, then source order.
// Functions only pass dependencies on, so they are taken out of the graph: mutually recursive
// functions are fine, variables that need their own value are not.

import type { Expr } from '../syntax/ast.ts';
import type { Checker, DeclInfo } from './checker.ts';
import type { ErrorLine } from './errors.ts';
import type { Initializer } from './info.ts';
import type { Obj, Var } from './type.ts';

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
  check.info.initOrder.push(...orderOf(check, check.declarations));
}

/**
 * The initializers of some variables of a package that is checked on demand, and of those they
 * depend on, in the order that `initOrder` gives them among all of the package: a variable's turn
 * comes when it is the first in source order of those that can be initialized, and whether it can
 * be only depends on what it depends on.
 */
export function initOrderAmong(check: Checker, variables: Iterable<Var>): readonly Initializer[] {
  const reached = new Map<Obj, DeclInfo>();
  const reach = (object: Obj): void => {
    const decl = check.declarations.get(object);
    if (decl === undefined || reached.has(object)) return;
    reached.set(object, decl);
    check.demand(object);
    // What functions depend on is known when their bodies have been checked.
    if (decl.funcDecl !== null) check.checkBody(decl.funcDecl);
    for (const dependency of decl.dependencies) reach(dependency);
    for (const variable of decl.lhs ?? []) reach(variable);
  };
  for (const variable of variables) reach(variable);
  return orderOf(check, reached);
}

/** Whether a variable of the package is initialized with what is not constant. */
export function initializes(check: Checker): boolean {
  const found: { readonly variable: Var; readonly init: Expr }[] = [];
  for (const [variable, { init }] of check.declarations) {
    if (variable.kind === 'Var' && init !== null) found.push({ variable, init });
  }
  if (found.some(({ init }) => isNeverConstant(init))) return true;
  return found.some(({ variable, init }) => {
    check.demand(variable);
    return (check.info.types.get(init)?.value ?? null) === null;
  });
}

// Whether that can be seen without checking types.
function isNeverConstant(e: Expr): boolean {
  if (e.kind === 'UnaryExpr') return e.op === '&' || e.op === '<-';
  return e.kind === 'CompositeLit' || e.kind === 'FuncLit';
}

function orderOf(check: Checker, declarations: ReadonlyMap<Obj, DeclInfo>): readonly Initializer[] {
  const queue = new NodeQueue();
  for (const node of dependencyGraph(declarations)) queue.push(node);
  const emitted = new Set<DeclInfo>();
  const order: Initializer[] = [];
  for (let node = queue.popOrNull(); node !== null; node = queue.popOrNull()) {
    const { object } = node;
    if (node.waitsFor > 0) reportCycleOf(check, object);
    for (const user of node.users) {
      user.waitsFor -= 1;
      if (!user.done) queue.push(user);
    }
    // The variables of `var a, b = f()` share one initializer.
    const decl = declarations.get(object) ?? null;
    if (object.kind !== 'Var' || decl === null || decl.init === null || emitted.has(decl)) continue;
    emitted.add(decl);
    order.push({ lhs: decl.lhs ?? [object], rhs: decl.init });
  }
  return order;
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
