// The checker's results about a tree, as side tables keyed by node (types2's Info).
// Invariants: only valid expressions are in `types`; parenthesised expressions have an entry like
// their contents; constants have a value; untyped expressions have their final type. Identifiers
// that declare are in `defs`, all others in `uses`; of a selector x.f, f is in `uses`.

import type {
  CallExpr,
  CaseClause,
  Expr,
  Field,
  Ident,
  ImportSpec,
  Node,
  SelectorExpr,
} from '../syntax/ast.ts';
import type { Value } from './constant.ts';
import type { OperandMode } from './operand.ts';
import type { Selection } from './selection.ts';
import type { BuiltinId, Instance, Obj, Scope, Type, Var } from './type.ts';

/** What is known of an expression; `value` is set for constants only. */
export interface TypeAndValue {
  readonly mode: OperandMode;
  readonly type: Type;
  readonly value: Value | null;
}

/** `lhs = rhs` at package level, in the order of execution; lhs is empty for `_ = rhs`. */
export interface Initializer {
  readonly lhs: readonly Var[];
  readonly rhs: Expr;
}

/** All that lowering and the editor need to know of a package's tree. */
export interface Info {
  readonly types: Map<Expr, TypeAndValue>;
  /** Null for the package clause's name and for `x` of `switch x := y.(type)`. */
  readonly defs: Map<Ident, Obj | null>;
  readonly uses: Map<Ident, Obj>;
  /** The variable of each clause of a type switch, imports without a name, unnamed parameters. */
  readonly implicits: Map<ImportSpec | CaseClause | Field, Obj>;
  readonly selections: Map<SelectorExpr, Selection>;
  /** The type arguments of each identifier that denotes a generic function or type. */
  readonly instances: Map<Ident, Instance>;
  /** The scope that a file, function type, block, clause or statement opens. */
  readonly scopes: Map<Node, Scope>;
  readonly initOrder: Initializer[];
  /** Calls of built-in functions. */
  readonly builtinCalls: Map<CallExpr, BuiltinId>;
  /** The language version of each file, by file name. */
  readonly fileVersions: Map<string, string>;
}

/** Empty tables. */
export function newInfo(): Info {
  return {
    types: new Map(),
    defs: new Map(),
    uses: new Map(),
    implicits: new Map(),
    selections: new Map(),
    instances: new Map(),
    scopes: new Map(),
    initOrder: [],
    builtinCalls: new Map(),
    fileVersions: new Map(),
  };
}
