// The syntax tree: go/ast's nodes, field for field (lowerCamelCase), as readonly plain data.
// Every node has `pos` (its first character) and `end` (just past its last); positions that Go's
// messages point at inside a node (operators, brackets) have fields of their own.
// Invariants: a tree is never changed after parsing; facts about nodes live in side tables keyed
// by the node object; source order of children is the order of the fields.
// Departures from go/ast: IndexExpr holds one or more indices (no IndexListExpr); bodies of switch
// and select are blocks typed by their clause; a go or defer statement may hold any expression
// (the checker reports it, as gc does); RangeStmt keeps surplus variables for the checker.

import type { Pos, SourceFile } from './pos.ts';

interface NodeBase {
  readonly pos: Pos;
  readonly end: Pos;
}

// ---- Expressions and types ----

export type Expr =
  | BadExpr
  | Ident
  | BasicLit
  | Ellipsis
  | FuncLit
  | CompositeLit
  | ParenExpr
  | SelectorExpr
  | IndexExpr
  | SliceExpr
  | TypeAssertExpr
  | CallExpr
  | StarExpr
  | UnaryExpr
  | BinaryExpr
  | KeyValueExpr
  | ArrayType
  | StructType
  | FuncType
  | InterfaceType
  | MapType
  | ChanType;

/** A place where no expression could be parsed; a diagnostic says why. */
export interface BadExpr extends NodeBase {
  readonly kind: 'BadExpr';
}

/** `name` */
export interface Ident extends NodeBase {
  readonly kind: 'Ident';
  readonly name: string;
}

export type LiteralToken = 'INT' | 'FLOAT' | 'IMAG' | 'CHAR' | 'STRING';

/** A literal as written: `value` is the source text, quotes included; `bad` had a scan error. */
export interface BasicLit extends NodeBase {
  readonly kind: 'BasicLit';
  readonly token: LiteralToken;
  readonly value: string;
  readonly bad: boolean;
}

/** `...elt` as the type of a last parameter, or `...` as an array length (elt null). */
export interface Ellipsis extends NodeBase {
  readonly kind: 'Ellipsis';
  readonly elt: Expr | null;
}

/** `func(params) results { body }` */
export interface FuncLit extends NodeBase {
  readonly kind: 'FuncLit';
  readonly type: FuncType;
  readonly body: BlockStmt;
}

/** `type{elts}`; type is null inside another composite literal. */
export interface CompositeLit extends NodeBase {
  readonly kind: 'CompositeLit';
  readonly type: Expr | null;
  readonly lbrace: Pos;
  readonly elts: readonly Expr[];
  readonly rbrace: Pos;
}

/** `(x)` */
export interface ParenExpr extends NodeBase {
  readonly kind: 'ParenExpr';
  readonly x: Expr;
  readonly rparen: Pos;
}

/** `x.sel` */
export interface SelectorExpr extends NodeBase {
  readonly kind: 'SelectorExpr';
  readonly x: Expr;
  readonly dot: Pos;
  readonly sel: Ident;
}

/** `x[indices]`: an index, or an instantiation; at least one index (a BadExpr if missing). */
export interface IndexExpr extends NodeBase {
  readonly kind: 'IndexExpr';
  readonly x: Expr;
  readonly lbrack: Pos;
  readonly indices: readonly Expr[];
  readonly rbrack: Pos;
}

/** `x[low:high]`, `x[low:high:max]` */
export interface SliceExpr extends NodeBase {
  readonly kind: 'SliceExpr';
  readonly x: Expr;
  readonly lbrack: Pos;
  readonly low: Expr | null;
  readonly high: Expr | null;
  readonly max: Expr | null;
  readonly slice3: boolean;
  readonly rbrack: Pos;
}

/** `x.(type)`; type is null for the literal `.(type)` of a type switch. */
export interface TypeAssertExpr extends NodeBase {
  readonly kind: 'TypeAssertExpr';
  readonly x: Expr;
  readonly dot: Pos;
  readonly lparen: Pos;
  readonly type: Expr | null;
  readonly rparen: Pos;
}

/** `fun(args)`, `fun(args...)`; `ellipsis` is noPos without the dots. */
export interface CallExpr extends NodeBase {
  readonly kind: 'CallExpr';
  readonly fun: Expr;
  readonly lparen: Pos;
  readonly args: readonly Expr[];
  readonly ellipsis: Pos;
  readonly rparen: Pos;
}

/** `*x`: a dereference or a pointer type */
export interface StarExpr extends NodeBase {
  readonly kind: 'StarExpr';
  readonly x: Expr;
}

export type UnaryOperator = '+' | '-' | '!' | '^' | '&' | '<-' | '~';

/** `op x`; `~` occurs only in constraints. The operator stands at `pos`. */
export interface UnaryExpr extends NodeBase {
  readonly kind: 'UnaryExpr';
  readonly op: UnaryOperator;
  readonly x: Expr;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<<' | '>>' | '&^';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type LogicalOperator = '&&' | '||';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

/** `x op y`; gc reports most errors of a binary expression at `opPos`. */
export interface BinaryExpr extends NodeBase {
  readonly kind: 'BinaryExpr';
  readonly x: Expr;
  readonly op: BinaryOperator;
  readonly opPos: Pos;
  readonly y: Expr;
}

/** `key: value` in a composite literal */
export interface KeyValueExpr extends NodeBase {
  readonly kind: 'KeyValueExpr';
  readonly key: Expr;
  readonly colon: Pos;
  readonly value: Expr;
}

/** `[len]elt`, `[]elt` (len null), `[...]elt` (len an Ellipsis) */
export interface ArrayType extends NodeBase {
  readonly kind: 'ArrayType';
  readonly len: Expr | null;
  readonly elt: Expr;
}

/** `struct { fields }` */
export interface StructType extends NodeBase {
  readonly kind: 'StructType';
  readonly fields: FieldList;
}

/** `func[typeParams](params) results`; of a FuncDecl it starts at the `func` keyword. */
export interface FuncType extends NodeBase {
  readonly kind: 'FuncType';
  readonly typeParams: FieldList | null;
  readonly params: FieldList;
  readonly results: FieldList | null;
}

/** `interface { methods }`: a method has one name and a FuncType, an embedded element no name. */
export interface InterfaceType extends NodeBase {
  readonly kind: 'InterfaceType';
  readonly methods: FieldList;
}

/** `map[key]value` */
export interface MapType extends NodeBase {
  readonly kind: 'MapType';
  readonly key: Expr;
  readonly value: Expr;
}

export type ChanTypeDirection = 'both' | 'send' | 'receive';

/** `chan value`, `chan<- value`, `<-chan value`; `arrow` is noPos for both directions. */
export interface ChanType extends NodeBase {
  readonly kind: 'ChanType';
  readonly dir: ChanTypeDirection;
  readonly arrow: Pos;
  readonly value: Expr;
}

/** `names type "tag"`: a struct field, parameter, result, type parameter or interface element. */
export interface Field extends NodeBase {
  readonly kind: 'Field';
  readonly names: readonly Ident[];
  readonly type: Expr;
  readonly tag: BasicLit | null;
}

/** Fields in brackets; `opening` and `closing` are noPos for a lone result type. */
export interface FieldList extends NodeBase {
  readonly kind: 'FieldList';
  readonly opening: Pos;
  readonly list: readonly Field[];
  readonly closing: Pos;
}

// ---- Statements ----

export type Stmt =
  | BadStmt
  | DeclStmt
  | EmptyStmt
  | LabeledStmt
  | ExprStmt
  | SendStmt
  | IncDecStmt
  | AssignStmt
  | GoStmt
  | DeferStmt
  | ReturnStmt
  | BranchStmt
  | BlockStmt
  | IfStmt
  | CaseClause
  | SwitchStmt
  | TypeSwitchStmt
  | CommClause
  | SelectStmt
  | ForStmt
  | RangeStmt;

/** A statement that is nested too deeply to be parsed; a diagnostic says so. */
export interface BadStmt extends NodeBase {
  readonly kind: 'BadStmt';
}

/** A const, type or var declaration in a function */
export interface DeclStmt extends NodeBase {
  readonly kind: 'DeclStmt';
  readonly decl: GenDecl;
}

/** `;`, or nothing at all before a closing brace (implicit) */
export interface EmptyStmt extends NodeBase {
  readonly kind: 'EmptyStmt';
  readonly implicit: boolean;
}

/** `label: stmt` */
export interface LabeledStmt extends NodeBase {
  readonly kind: 'LabeledStmt';
  readonly label: Ident;
  readonly colon: Pos;
  readonly stmt: Stmt;
}

/** `x` */
export interface ExprStmt extends NodeBase {
  readonly kind: 'ExprStmt';
  readonly x: Expr;
}

/** `chan <- value` */
export interface SendStmt extends NodeBase {
  readonly kind: 'SendStmt';
  readonly chan: Expr;
  readonly arrow: Pos;
  readonly value: Expr;
}

/** `x++`, `x--` */
export interface IncDecStmt extends NodeBase {
  readonly kind: 'IncDecStmt';
  readonly x: Expr;
  readonly tokPos: Pos;
  readonly tok: '++' | '--';
}

export type AssignToken =
  | '='
  | ':='
  | '+='
  | '-='
  | '*='
  | '/='
  | '%='
  | '&='
  | '|='
  | '^='
  | '<<='
  | '>>='
  | '&^=';

/** `lhs = rhs`, `lhs := rhs`, `x op= y`; gc reports most errors at `tokPos`. */
export interface AssignStmt extends NodeBase {
  readonly kind: 'AssignStmt';
  readonly lhs: readonly Expr[];
  readonly tokPos: Pos;
  readonly tok: AssignToken;
  readonly rhs: readonly Expr[];
}

/** `go call` */
export interface GoStmt extends NodeBase {
  readonly kind: 'GoStmt';
  readonly call: Expr;
}

/** `defer call` */
export interface DeferStmt extends NodeBase {
  readonly kind: 'DeferStmt';
  readonly call: Expr;
}

/** `return results` */
export interface ReturnStmt extends NodeBase {
  readonly kind: 'ReturnStmt';
  readonly results: readonly Expr[];
}

/** `break label`, `continue label`, `goto label`, `fallthrough` */
export interface BranchStmt extends NodeBase {
  readonly kind: 'BranchStmt';
  readonly tok: 'break' | 'continue' | 'goto' | 'fallthrough';
  readonly label: Ident | null;
}

/** `{ list }`; `rbrace` is where the brace should be when it is missing. */
export interface BlockStmt<S extends Stmt = Stmt> extends NodeBase {
  readonly kind: 'BlockStmt';
  readonly list: readonly S[];
  readonly rbrace: Pos;
}

/** `if init; cond { body } else else` */
export interface IfStmt extends NodeBase {
  readonly kind: 'IfStmt';
  readonly init: Stmt | null;
  readonly cond: Expr;
  readonly body: BlockStmt;
  readonly else: IfStmt | BlockStmt | null;
}

/** `case list: body`; list is null for `default:`. */
export interface CaseClause extends NodeBase {
  readonly kind: 'CaseClause';
  readonly list: readonly Expr[] | null;
  readonly colon: Pos;
  readonly body: readonly Stmt[];
}

/** `switch init; tag { clauses }` */
export interface SwitchStmt extends NodeBase {
  readonly kind: 'SwitchStmt';
  readonly init: Stmt | null;
  readonly tag: Expr | null;
  readonly body: BlockStmt<CaseClause>;
}

/** `switch init; bind := x.(type) { clauses }`; `bind` is null without a variable. */
export interface TypeSwitchStmt extends NodeBase {
  readonly kind: 'TypeSwitchStmt';
  readonly init: Stmt | null;
  readonly bind: Ident | null;
  readonly defPos: Pos;
  readonly guard: TypeAssertExpr;
  readonly body: BlockStmt<CaseClause>;
}

/** `case comm: body`; comm is null for `default:`. */
export interface CommClause extends NodeBase {
  readonly kind: 'CommClause';
  readonly comm: Stmt | null;
  readonly colon: Pos;
  readonly body: readonly Stmt[];
}

/** `select { clauses }` */
export interface SelectStmt extends NodeBase {
  readonly kind: 'SelectStmt';
  readonly body: BlockStmt<CommClause>;
}

/** `for init; cond; post { body }` */
export interface ForStmt extends NodeBase {
  readonly kind: 'ForStmt';
  readonly init: Stmt | null;
  readonly cond: Expr | null;
  readonly post: Stmt | null;
  readonly body: BlockStmt;
}

/**
 * `for key, value := range x { body }`; tok is null without variables. `extra` are variables past
 * the second, which the checker reports.
 */
export interface RangeStmt extends NodeBase {
  readonly kind: 'RangeStmt';
  readonly key: Expr | null;
  readonly value: Expr | null;
  readonly extra: readonly Expr[];
  readonly tokPos: Pos;
  readonly tok: '=' | ':=' | null;
  readonly rangePos: Pos;
  readonly x: Expr;
  readonly body: BlockStmt;
}

// ---- Declarations ----

export type Spec = ImportSpec | ValueSpec | TypeSpec;

/** `name "path"`; name may be `.` or `_`. */
export interface ImportSpec extends NodeBase {
  readonly kind: 'ImportSpec';
  readonly name: Ident | null;
  readonly path: BasicLit;
}

/**
 * `names type = values` in const or var. `iota` is the index of the spec in its group; implicit
 * repetition of an earlier const spec is left to the checker (type null and no values).
 */
export interface ValueSpec extends NodeBase {
  readonly kind: 'ValueSpec';
  readonly names: readonly Ident[];
  readonly type: Expr | null;
  readonly values: readonly Expr[];
  readonly iota: number;
}

/** `name[typeParams] type`, `name[typeParams] = type`; `assign` is noPos unless an alias. */
export interface TypeSpec extends NodeBase {
  readonly kind: 'TypeSpec';
  readonly name: Ident;
  readonly typeParams: FieldList | null;
  readonly assign: Pos;
  readonly type: Expr;
}

export type Decl = BadDecl | GenDecl | FuncDecl;

/** A declaration that is too complex to be worked on; a diagnostic says so. */
export interface BadDecl extends NodeBase {
  readonly kind: 'BadDecl';
}

/** `tok spec` or `tok ( specs )`; lparen and rparen are noPos without parentheses. */
export interface GenDecl extends NodeBase {
  readonly kind: 'GenDecl';
  readonly tok: 'import' | 'const' | 'type' | 'var';
  readonly lparen: Pos;
  readonly specs: readonly Spec[];
  readonly rparen: Pos;
}

/** `func recv name type body`; body is null for a function without one. */
export interface FuncDecl extends NodeBase {
  readonly kind: 'FuncDecl';
  readonly recv: FieldList | null;
  readonly name: Ident;
  readonly type: FuncType;
  readonly body: BlockStmt | null;
}

// ---- Files ----

/** A comment as written, `//` or slash-star delimiters included. */
export interface Comment extends NodeBase {
  readonly kind: 'Comment';
  readonly text: string;
}

/** A `//go:verb arguments` comment in column 1. */
export interface Directive extends NodeBase {
  readonly kind: 'Directive';
  readonly verb: string;
  readonly arguments: string;
}

/** One source file. `goVersion` is the lowest version its `//go:build` line demands, like "go1.21". */
export interface File extends NodeBase {
  readonly kind: 'File';
  readonly source: SourceFile;
  readonly packagePos: Pos;
  readonly name: Ident;
  readonly decls: readonly Decl[];
  readonly imports: readonly ImportSpec[];
  readonly comments: readonly Comment[];
  readonly directives: readonly Directive[];
  readonly buildConstraint: string | null;
  readonly goVersion: string | null;
}

export type Node = Expr | Stmt | Spec | Decl | Field | FieldList | File;
