// What becomes of the variables of a function: which ones inner functions capture, which ones are
// assigned after their declaration, which ones have their address taken. From this follows where a
// variable lives (see Storage in ir/program.ts). One pass over the tree, shared by all instances.
// The body of a range-over-func loop counts as an inner function, as it is lowered to one.

import { assert } from '../../base/assert.ts';
import type {
  AssignStmt,
  Expr,
  FuncDecl,
  FuncLit,
  Ident,
  Node,
  RangeStmt,
  SelectorExpr,
} from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { forEachChild } from '../syntax/walk.ts';
import { Typ } from '../types/basic.ts';
import type { Info } from '../types/info.ts';
import { hasPtrRecv, newVar, signatureOf } from '../types/object.ts';
import type { Type, Var } from '../types/type.ts';
import { commonUnderOrNull } from '../types/type-set.ts';

/** A node that is lowered to a function of its own; null is the initializer of a package. */
export type FunctionNode = FuncDecl | FuncLit | RangeStmt | null;

export interface FunctionFacts {
  /** What gc appends to the name of the function around it: `.func1`, `.2`, `-range1`. */
  readonly suffix: string;
  /** Variables of an outer function that this one uses, in order of first use. */
  readonly free: readonly Var[];
  /** It has deferred calls, in bodies of its range-over-func loops too. */
  readonly hasDefer: boolean;
  /** The variables of its results, named or not. */
  readonly results: readonly Var[];
  /** Says where to go on after a range-over-func loop was left; used by its bodies. */
  readonly exit: Var;
  /** Token of its frame, for deferred calls in bodies of range-over-func loops. */
  readonly token: Var;
}

export interface VariableFacts {
  readonly captured: ReadonlySet<Var>;
  readonly assigned: ReadonlySet<Var>;
  readonly addressed: ReadonlySet<Var>;
  readonly functions: ReadonlyMap<FunctionNode, FunctionFacts>;
  /** The state of each range-over-func loop, a variable of the function around it. */
  readonly rangeStates: ReadonlyMap<RangeStmt, Var>;
}

/**
 * Facts about all functions in a declaration, or in all initializers of a package, in order of
 * execution. `isPerIteration` says of a loop whether its variables are new in each iteration.
 */
export function analyseVariables(
  info: Info,
  root: FuncDecl | readonly Expr[],
  isPerIteration: (loop: RangeStmt) => boolean,
): VariableFacts {
  const analysis = new Analysis(info, isPerIteration);
  analysis.visitRoot(root);
  return analysis;
}

/** Whether the loop ranges over a function; in generic code, whether it might. */
export function isRangeOverFunc(info: Info, stmt: RangeStmt): boolean {
  const type = info.types.get(stmt.x)?.type;
  assert(type !== undefined, 'range operands have a type');
  return commonUnderOrNull(type)?.kind === 'Signature';
}

interface Scope {
  readonly node: FunctionNode;
  readonly parent: Scope | null;
  readonly suffix: string;
  readonly free: Set<Var>;
  /** How many function literals, and bodies of range-over-func loops, it has so far. */
  literals: number;
  ranges: number;
  hasDefer: boolean;
  readonly results: Var[];
  readonly exit: Var;
  readonly token: Var;
}

class Analysis implements VariableFacts {
  readonly captured = new Set<Var>();
  readonly assigned = new Set<Var>();
  readonly addressed = new Set<Var>();
  readonly functions = new Map<FunctionNode, FunctionFacts>();
  readonly rangeStates = new Map<RangeStmt, Var>();
  private readonly info: Info;
  private readonly isPerIteration: (loop: RangeStmt) => boolean;
  private readonly owners = new Map<Var, Scope>();
  private scope: Scope;

  constructor(info: Info, isPerIteration: (loop: RangeStmt) => boolean) {
    this.info = info;
    this.isPerIteration = isPerIteration;
    this.scope = newScope(null, null, '');
  }

  visitRoot(root: FuncDecl | readonly Expr[]): void {
    if ('kind' in root) this.visitFunction(root);
    else {
      root.forEach(this.visit);
      this.leave();
    }
  }

  private visitFunction(node: FuncDecl | FuncLit): void {
    const outer = this.scope;
    if (node.kind === 'FuncDecl') this.scope = newScope(node, null, '');
    else {
      outer.literals += 1;
      const isOutermost = outer.node === null || outer.node.kind === 'FuncDecl';
      this.scope = newScope(node, outer, `${isOutermost ? '.func' : '.'}${outer.literals}`);
    }
    if (node.kind === 'FuncDecl' && node.recv !== null) this.visit(node.recv);
    this.visit(node.type);
    // Return statements assign to the results, whether they have names or not.
    for (const result of this.resultsOf(node)) {
      this.scope.results.push(result);
      this.owners.set(result, this.scope);
      this.assigned.add(result);
    }
    if (node.body !== null) this.visit(node.body);
    this.leave();
    this.scope = outer;
  }

  private resultsOf(node: FuncDecl | FuncLit): readonly Var[] {
    const object = node.kind === 'FuncDecl' ? this.info.defs.get(node.name) : null;
    const type =
      node.kind === 'FuncLit'
        ? this.typeOf(node)
        : object?.kind === 'Func'
          ? signatureOf(object)
          : Typ.invalid;
    return type.kind === 'Signature' ? type.results.vars : [];
  }

  private leave(): void {
    const { node, suffix, free, hasDefer, results, exit, token } = this.scope;
    this.functions.set(node, { suffix, free: [...free], hasDefer, results, exit, token });
  }

  private visitRange(stmt: RangeStmt): void {
    this.visit(stmt.x);
    if (!isRangeOverFunc(this.info, stmt)) {
      this.visitLoopVariables(stmt);
      this.visit(stmt.body);
      return;
    }
    const outer = this.scope;
    const state = newVar('local', stmt.pos, null, '', Typ.int);
    this.rangeStates.set(stmt, state);
    this.owners.set(state, outer);
    this.assigned.add(state);
    outer.ranges += 1;
    this.scope = newScope(stmt, outer, `-range${outer.ranges}`);
    this.use(state);
    this.use(this.home().exit);
    this.visitLoopVariables(stmt);
    this.visit(stmt.body);
    this.leave();
    this.scope = outer;
  }

  private visitLoopVariables(stmt: RangeStmt): void {
    for (const variable of [stmt.key, stmt.value]) {
      if (variable === null) continue;
      this.visit(variable);
      if (stmt.tok === '=') this.assign(variable);
      else if (!this.isPerIteration(stmt) && variable.kind === 'Ident') {
        const declared = this.info.defs.get(variable);
        if (declared?.kind === 'Var') this.assigned.add(declared);
      }
    }
  }

  /** The scope of the function that a statement in a range-over-func body really belongs to. */
  private home(): Scope {
    let scope = this.scope;
    while (scope.node?.kind === 'RangeStmt' && scope.parent !== null) scope = scope.parent;
    this.owners.set(scope.exit, scope);
    this.owners.set(scope.token, scope);
    this.assigned.add(scope.exit);
    return scope;
  }

  private readonly visit = (node: Node): void => {
    switch (node.kind) {
      case 'FuncLit':
        this.visitFunction(node);
        return;
      case 'RangeStmt':
        this.visitRange(node);
        return;
      case 'Ident':
        this.visitIdent(node);
        return;
      case 'SelectorExpr':
        this.visit(node.x);
        this.visitSelector(node);
        return;
      case 'UnaryExpr':
        if (node.op === '&') this.takeAddress(node.x);
        break;
      case 'SliceExpr':
        if (isArrayLike(this.typeOf(node.x))) this.takeAddress(node.x);
        break;
      case 'AssignStmt':
        this.visitAssign(node);
        return;
      case 'IncDecStmt':
        this.assign(node.x);
        break;
      case 'DeferStmt':
        this.visitDefer();
        break;
      case 'ReturnStmt':
        if (this.scope.node?.kind === 'RangeStmt') {
          for (const result of this.home().results) this.use(result);
        }
        break;
      case 'CaseClause': {
        const implicit = this.info.implicits.get(node);
        if (implicit?.kind === 'Var') this.owners.set(implicit, this.scope);
        break;
      }
      default:
    }
    forEachChild(node, this.visit);
  };

  private visitDefer(): void {
    const home = this.home();
    home.hasDefer = true;
    if (home !== this.scope) this.use(home.token);
  }

  private visitAssign(node: AssignStmt): void {
    for (const x of node.lhs) {
      this.visit(x);
      if (node.tok === ':=' && x.kind === 'Ident' && !this.info.uses.has(x)) continue;
      this.assign(x);
    }
    node.rhs.forEach(this.visit);
  }

  private visitIdent(ident: Ident): void {
    const declared = this.info.defs.get(ident);
    if (declared?.kind === 'Var') {
      // A field is no variable: the key of a literal elsewhere is no use of one.
      if (declared.varKind !== 'field') this.owners.set(declared, this.scope);
      return;
    }
    const used = this.info.uses.get(ident);
    if (used?.kind === 'Var') this.use(used);
  }

  private use(variable: Var): void {
    const owner = this.owners.get(variable);
    if (owner === undefined || owner === this.scope) return;
    this.captured.add(variable);
    for (let scope: Scope | null = this.scope; scope !== null && scope !== owner; ) {
      scope.free.add(variable);
      scope = scope.parent;
    }
  }

  private visitSelector(node: SelectorExpr): void {
    const selection = this.info.selections.get(node);
    if (selection === undefined || selection.kind !== 'MethodVal') return;
    if (selection.obj.kind !== 'Func' || selection.indirect) return;
    if (hasPtrRecv(selection.obj)) this.takeAddress(node.x);
  }

  private assign(x: Expr): void {
    const root = this.rootOrNull(x);
    if (root !== null) this.assigned.add(root);
  }

  private takeAddress(x: Expr): void {
    const root = this.rootOrNull(x);
    if (root !== null) this.addressed.add(root);
  }

  /** The variable that `x` is a part of, if no pointer is followed on the way to it. */
  private rootOrNull(x: Expr): Var | null {
    switch (x.kind) {
      case 'Ident': {
        const object = this.info.uses.get(x) ?? this.info.defs.get(x);
        return object?.kind === 'Var' ? object : null;
      }
      case 'ParenExpr':
        return this.rootOrNull(x.x);
      case 'SelectorExpr': {
        const selection = this.info.selections.get(x);
        if (selection === undefined || selection.kind !== 'FieldVal') return null;
        return selection.indirect ? null : this.rootOrNull(x.x);
      }
      case 'IndexExpr':
        return isArrayLike(this.typeOf(x.x)) ? this.rootOrNull(x.x) : null;
      default:
        return null;
    }
  }

  private typeOf(x: Expr): Type {
    return this.info.types.get(x)?.type ?? Typ.invalid;
  }
}

function isArrayLike(type: Type): boolean {
  const underlying = commonUnderOrNull(type);
  return underlying === null || underlying.kind === 'Array';
}

function newScope(node: FunctionNode, parent: Scope | null, suffix: string): Scope {
  return {
    node,
    parent,
    suffix,
    free: new Set(),
    literals: 0,
    ranges: 0,
    hasDefer: false,
    results: [],
    exit: newVar('local', noPos, null, '', Typ.int),
    token: newVar('local', noPos, null, '', Typ.uintptr),
  };
}
