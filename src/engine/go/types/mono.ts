// Instantiation without end (types2 mono.go): `func f[T any]() { f[*T]() }` would need infinitely
// many instances. A graph has a vertex for each type parameter (and each local type inside a
// generic function) and an edge for each type that flows into one, of weight 1 if it grows on the
// way; a cycle of positive weight is an error.

import type { Pos } from '../syntax/pos.ts';
import { isAliasName } from './object.ts';
import type { Named, Package, Type, TypeName, TypeParam, Var } from './type.ts';
import { unalias } from './under.ts';

interface Vertex {
  readonly obj: TypeName;
  /** The heaviest path found to here, the edge it ends with, and its length. */
  weight: number;
  previous: Edge | null;
  length: number;
}

interface Edge {
  readonly source: Vertex;
  readonly target: Vertex;
  readonly weight: number;
  readonly pos: Pos;
  readonly type: Type;
}

/** One step of a cycle: at `pos`, `obj` is instantiated with (or depends on) `type`. */
export interface InstanceLoopStep {
  readonly pos: Pos;
  readonly obj: TypeName;
  readonly type: Type;
}

/** The instantiations of one package. */
export class MonoGraph {
  private readonly pkg: Package;
  private readonly vertices: Vertex[] = [];
  private readonly edges: Edge[] = [];
  private readonly params = new Map<TypeName, Vertex>();
  private readonly locals = new Map<TypeName, Vertex | null>();

  constructor(pkg: Package) {
    this.pkg = pkg;
  }

  /** Records that the parameters are given the arguments; `positions` are those of arguments. */
  recordInstance(
    pos: Pos,
    params: readonly TypeParam[],
    args: readonly Type[],
    positions: readonly Pos[],
  ): void {
    for (const [i, param] of params.entries()) {
      const arg = args[i];
      if (arg !== undefined) this.assign(positions[i] ?? pos, param, arg);
    }
  }

  // Cycles never leave a package: a parameter of another one cannot be instantiated from here on
  // the way back.
  private assign(pos: Pos, param: TypeParam, arg: Type): void {
    if (param.obj.pkg !== this.pkg) return;
    // Only what something flows to is a vertex: how many there are decides where a cycle is noticed.
    const flow = (source: Vertex, type: Type): void => {
      const target = this.paramVertex(param);
      const weight = type === arg ? 0 : 1;
      this.edges.push({ source, target, weight, pos, type: arg });
    };
    this.walk(arg, flow);
  }

  private walk(original: Type, flow: (source: Vertex, type: Type) => void): void {
    const type = unalias(original);
    const inner = (part: Type): void => this.walk(part, flow);
    const all = (vars: readonly Var[]): void => {
      for (const variable of vars) inner(variable.type);
    };
    switch (type.kind) {
      case 'TypeParam':
        return flow(this.paramVertex(type), type);
      case 'Named': {
        const source = this.localVertexOrNull(type.orig);
        if (source !== null) flow(source, type);
        return type.typeArgs.forEach(inner);
      }
      case 'Array':
      case 'Slice':
      case 'Pointer':
      case 'Chan':
        return inner(type.elem);
      case 'Map':
        inner(type.key);
        return inner(type.elem);
      case 'Struct':
        return all(type.fields);
      case 'Tuple':
        return all(type.vars);
      case 'Signature':
        all(type.params.vars);
        return all(type.results.vars);
      case 'Interface':
        for (const method of type.methods) inner(method.type);
        return;
      case 'Union':
        for (const term of type.terms) inner(term.type);
        return;
      case 'Basic':
      case 'Alias':
        return;
    }
  }

  private paramVertex(param: TypeParam): Vertex {
    const obj = (param.canon ?? param).obj;
    let vertex = this.params.get(obj);
    if (vertex === undefined) {
      vertex = this.addVertex(obj);
      this.params.set(obj, vertex);
    }
    return vertex;
  }

  private addVertex(obj: TypeName): Vertex {
    const vertex: Vertex = { obj, weight: 0, previous: null, length: 0 };
    this.vertices.push(vertex);
    return vertex;
  }

  // A type declared in a generic function depends on the function's parameters; null if it does not.
  private localVertexOrNull(named: Named): Vertex | null {
    const obj = named.obj;
    const root = this.pkg.scope;
    if (obj.pkg !== this.pkg || obj.parent === root) return null;
    const known = this.locals.get(obj);
    if (known !== undefined) return known;
    let vertex: Vertex | null = null;
    for (let scope = obj.parent; scope !== null && scope !== root; scope = scope.parent) {
      for (const name of scope.names()) {
        const other = scope.lookup(name);
        if (other?.kind !== 'TypeName' || isAliasName(other) || other.pos >= obj.pos) continue;
        if (other.type.kind !== 'TypeParam') continue;
        vertex ??= this.addVertex(obj);
        const source = this.paramVertex(other.type);
        this.edges.push({ source, target: vertex, weight: 1, pos: obj.pos, type: other.type });
      }
    }
    this.locals.set(obj, vertex);
    return vertex;
  }

  /** The name at which an endless cycle was found, with its steps; null if there is none. */
  findLoop(): { readonly obj: TypeName; readonly steps: readonly InstanceLoopStep[] } | null {
    for (let changed = true; changed; ) {
      changed = false;
      for (const edge of this.edges) {
        const { source, target } = edge;
        const weight = source.weight + edge.weight;
        if (weight <= target.weight) continue;
        target.previous = edge;
        target.length = source.length + 1;
        // A path longer than there are vertices goes round in a circle.
        if (target.length === this.vertices.length) return loopAt(target);
        target.weight = weight;
        changed = true;
      }
    }
    return null;
  }
}

function loopAt(end: Vertex): { obj: TypeName; steps: InstanceLoopStep[] } {
  const stack: Vertex[] = [];
  let vertex = end;
  while (!stack.includes(vertex)) {
    stack.push(vertex);
    vertex = vertex.previous?.source ?? vertex;
  }
  const steps = stack.slice(stack.indexOf(vertex)).flatMap((each) => {
    const edge = each.previous;
    return edge === null ? [] : [{ pos: edge.pos, obj: edge.target.obj, type: edge.type }];
  });
  return { obj: vertex.obj, steps };
}
