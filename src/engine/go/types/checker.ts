// The checker's state and the doors between its parts (types2 check.go). A part is a file about one
// notion of the language; parts that need each other in a circle call one another through `Rules`.
// Invariants: one checker checks one package once; an error is reported and replaced by an invalid
// operand or type, which is never reported again; nothing throws because of the program.

import type {
  BlockStmt,
  CallExpr,
  Expr,
  File,
  FuncDecl,
  Ident,
  IndexExpr,
  Node,
  SelectorExpr,
  TypeSpec,
} from '../syntax/ast.ts';
import { formatPosition } from '../syntax/diagnostic.ts';
import type { FileSet, Pos } from '../syntax/pos.ts';
import { noPos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import { unknownType } from './basic.ts';
import type { Context } from './context.ts';
import type { Value } from './constant.ts';
import type { ErrorCode } from './error-codes.ts';
import { ErrorReporter, type Place } from './errors.ts';
import { type Info, newInfo } from './info.ts';
import type { InferenceHost } from './infer.ts';
import type { KeptMembers } from './lookup.ts';
import { MonoGraph } from './mono.ts';
import { namesakesOf } from './namesakes.ts';
import type { Operand, OperandMode } from './operand.ts';
import { operandString } from './operand-string.ts';
import { ScopeOf } from './scope.ts';
import { formatType, type TypeFormat } from './type-string.ts';
import type {
  Basic,
  Func,
  Obj,
  Package,
  PkgName,
  Scope,
  Signature,
  Type,
  TypeName,
  Var,
  Writable,
} from './type.ts';
import { versionAllows } from './version.ts';

/** Finds a package by import path; null (or a reason) if there is none. */
export type Importer = (path: string) => Package | { readonly error: string } | null;

export interface CheckerConfig {
  readonly fset: FileSet;
  readonly importer: Importer;
  /** What is said of a name, or `Type.Member`, that an imported package has in Go but not here. */
  readonly missingName: (path: string, name: string) => string | null;
  /** What types of Go's library keep for themselves, of which ours differ. */
  readonly keptMembers: KeptMembers;
  /** The language version, like "go1.21"; "" for the newest. */
  readonly goVersion: string;
  /** Shared by all packages of a program, so that equal instances are one object. */
  readonly context: Context;
  /** Checks declarations only, for packages whose code is known to be right. */
  readonly ignoreFuncBodies: boolean;
  /** Checks declarations and functions' bodies when they are asked for; see `demand`. */
  readonly onDemand: boolean;
}

/** A declared object's syntax and surroundings, kept until it is checked (types2's declInfo). */
export interface DeclInfo {
  readonly file: Scope;
  readonly version: string;
  /** All variables of `var a, b = f()`; null for others. */
  readonly lhs: readonly Var[] | null;
  readonly type: Expr | null;
  readonly init: Expr | null;
  /** The initialization is that of an earlier constant of the group. */
  readonly inherited: boolean;
  /** The value of iota for a constant. */
  readonly iota: Value | null;
  readonly typeSpec: TypeSpec | null;
  readonly funcDecl: FuncDecl | null;
  /** What the initialization or body mentions of the package's objects. */
  readonly dependencies: Set<Obj>;
}

/** What the meaning of code depends on besides its text; replaced as a whole. */
export interface Environment {
  readonly decl: DeclInfo | null;
  scope: Scope;
  version: string;
  /** The value of iota; null outside of constant declarations. */
  iota: Value | null;
  /** Where errors of an inherited constant initialization are reported instead. */
  errorPos: Pos;
  inTypeParamList: boolean;
  /** The signature of the function around; null outside of functions. */
  readonly signature: Signature | null;
  readonly panicCalls: Set<CallExpr>;
  hasCallOrRecv: boolean;
}

/** An untyped expression whose final type is not known yet. */
export interface UntypedInfo {
  /** The left operand of a non-constant shift. */
  readonly isLhs: boolean;
  readonly mode: OperandMode;
  readonly type: Basic;
  readonly value: Value | null;
}

/** Whether an expression may stand alone: a conversion, any expression, or a call or receive. */
export type ExprKind = 'conversion' | 'expression' | 'statement';

/** The variable a function value is assigned to, which its type arguments are inferred from. */
export interface Target {
  readonly signature: Signature;
  readonly description: string;
}

/** The parts that need each other in a circle. */
export interface Rules {
  rawExpr(
    check: Checker,
    target: Target | null,
    x: Operand,
    e: Expr,
    hint: Type | null,
    allowGeneric: boolean,
  ): ExprKind;
  ident(check: Checker, x: Operand, e: Ident, wantType: boolean): void;
  /** True if `e` instantiates a generic function, which is then left to the caller. */
  indexExpr(check: Checker, x: Operand, e: IndexExpr): boolean;
  selector(check: Checker, x: Operand, e: SelectorExpr, wantType: boolean): void;
  declaredType(check: Checker, e: Expr, def: TypeName | null): Type;
  genericType(check: Checker, e: Expr): { readonly type: Type; readonly cause: string };
  declareObject(check: Checker, object: Obj): void;
  funcBody(
    check: Checker,
    decl: DeclInfo | null,
    name: string,
    signature: Signature,
    body: BlockStmt,
    iota: Value | null,
  ): void;
  recordUntyped(check: Checker): void;
}

interface Delayed {
  readonly version: string;
  readonly action: () => void;
}

/** Checks one package. */
export class Checker implements InferenceHost {
  readonly config: CheckerConfig;
  readonly fset: FileSet;
  readonly context: Context;
  readonly rules: Rules;
  readonly pkg: Writable<Package>;
  readonly info: Info = newInfo();
  readonly errors: ErrorReporter;
  readonly mono: MonoGraph;
  files: File[] = [];
  env: Environment;

  /** Package-level objects and methods, in source order. */
  readonly declarations = new Map<Obj, DeclInfo>();
  readonly imports: PkgName[] = [];
  /** Which import a name of a file scope came by, for dot imports. */
  readonly dotImports = new Map<Scope, Map<string, PkgName>>();
  readonly usedVars = new Set<Var>();
  readonly usedPkgNames = new Set<PkgName>();
  /** Methods by the type they are declared for, until it is checked. */
  readonly methods = new Map<TypeName, Func[]>();
  readonly untyped = new Map<Expr, UntypedInfo>();
  /** The objects whose declarations are being checked, outermost first, with their indices. */
  readonly path: Obj[] = [];
  readonly pathIndex = new Map<Obj, number>();
  /** Declarations are being checked; what they need of others is checked along with them. */
  private isBusy = false;
  private readonly delayed: Delayed[] = [];
  private readonly waitingBodies = new Map<FuncDecl, Delayed>();
  private readonly packagePaths = new Map<string, Set<string>>();
  private readonly markedPackages = new Set<Package>();

  constructor(config: CheckerConfig, pkg: Package, rules: Rules) {
    this.config = config;
    this.fset = config.fset;
    this.context = config.context;
    this.pkg = pkg;
    this.rules = rules;
    this.mono = new MonoGraph(pkg);
    this.env = newEnvironment(pkg.scope, config.goVersion, null, null);
    this.errors = new ErrorReporter(config.fset, () => this.env.errorPos);
  }

  // ---- Messages ----

  readonly format: TypeFormat = {
    qualifier: (pkg) => this.qualify(pkg),
    position: (pos) => formatPosition(this.fset, pos),
    parameterNames: true,
    packageInfo: false,
  };

  /** A type in a message. */
  text(type: Type): string {
    return formatType(type, this.format);
  }

  /** Types in a message, in brackets. */
  listText(types: readonly Type[]): string {
    return `[${types.map((type) => this.text(type)).join(', ')}]`;
  }

  /** An operand in a message. */
  operandText(x: Operand): string {
    return operandString(x, this.format);
  }

  // Names of other packages are qualified by package name, by path if the name is not enough.
  private qualify(pkg: Package): string {
    if (pkg === this.pkg) return '';
    this.markImports(this.pkg);
    const paths = this.packagePaths.get(pkg.name);
    return paths !== undefined && paths.size > 1 ? JSON.stringify(pkg.path) : pkg.name;
  }

  private markImports(pkg: Package): void {
    // The package's own list grows while its imports are resolved.
    if (this.markedPackages.has(pkg) && pkg !== this.pkg) return;
    this.markedPackages.add(pkg);
    this.markPath(pkg.name, pkg.path);
    for (const { name, path } of namesakesOf(pkg.path)) this.markPath(name, path);
    for (const imported of pkg.imports) this.markImports(imported);
  }

  private markPath(name: string, path: string): void {
    const paths = this.packagePaths.get(name) ?? new Set();
    paths.add(path);
    this.packagePaths.set(name, paths);
  }

  /** Whether the language version in force allows what came with `version`. */
  allowVersion(version: string): boolean {
    return versionAllows(this.env.version, version);
  }

  // ---- Delayed actions ----

  /** Runs `action` once the types around are set up, under the language version of now. */
  later(action: () => void): void {
    this.delayed.push({ version: this.env.version, action });
  }

  /** Checks the body of a declared function now or, if they are lazy, when it is asked for. */
  laterBody(decl: FuncDecl, action: () => void): void {
    if (!this.config.onDemand) this.later(action);
    else this.waitingBodies.set(decl, { version: this.env.version, action });
  }

  /** Checks the body of a declared function that nobody asked for so far. */
  checkBody(decl: FuncDecl): void {
    const waiting = this.waitingBodies.get(decl);
    if (waiting === undefined) return;
    this.waitingBodies.delete(decl);
    this.completely(() => {
      const from = this.delayed.length;
      this.delayed.push(waiting);
      this.processDelayed(from);
    });
  }

  /** Checks the declaration of an object that nobody asked for so far. */
  demand(object: Obj): void {
    if (object.type === unknownType) this.completely(() => this.declareObject(object));
  }

  /** Does `work` with all that it delays and leaves untyped, unless that is done by who asks. */
  completely(work: () => void): void {
    if (this.isBusy) {
      work();
      return;
    }
    this.isBusy = true;
    work();
    this.processDelayed(0);
    this.rules.recordUntyped(this);
    this.untyped.clear();
    this.isBusy = false;
  }

  /** How many actions wait; see `processDelayed`. */
  get delayedCount(): number {
    return this.delayed.length;
  }

  /** Runs all actions from number `from` on, and those they add, in order. */
  processDelayed(from: number): void {
    const saved = this.env.version;
    for (let i = from; i < this.delayed.length; i++) {
      const next = this.delayed[i];
      if (next === undefined) break;
      this.env.version = next.version;
      next.action();
    }
    this.delayed.length = from;
    this.env.version = saved;
  }

  // ---- Environment ----

  /** Runs `body` in another environment. */
  inEnvironment(environment: Environment, body: () => void): void {
    const saved = this.env;
    this.env = environment;
    body();
    this.env = saved;
  }

  /** The object that a name means here with the scope that has it, or null. */
  lookupScope(name: string): { readonly scope: Scope; readonly object: Obj } | null {
    for (let scope: Scope | null = this.env.scope; scope !== null; scope = scope.parent) {
      const object = scope.lookup(name);
      if (object !== null) return { scope, object };
    }
    return null;
  }

  /** The object that a name means here, or null. */
  lookup(name: string): Obj | null {
    return this.lookupScope(name)?.object ?? null;
  }

  /** Reports an error; see `ErrorReporter`. */
  error(at: Place, code: ErrorCode, message: string): void {
    this.errors.error(at, code, message);
  }

  /** Reports that `what` needs a later language version, unless it is allowed; was it? */
  verifyVersion(at: Place, version: string, what: string): boolean {
    if (this.allowVersion(version)) return true;
    this.error(at, 'UnsupportedFeature', `${what} requires ${version} or later`);
    return false;
  }

  /** Opens a block for `node`, inside the innermost open one. */
  openScope(node: Node, comment: string): Scope {
    const scope: Scope = new ScopeOf<Obj>(this.env.scope, startPos(node), node.end, comment);
    this.info.scopes.set(node, scope);
    this.env.scope = scope;
    return scope;
  }

  closeScope(): void {
    const outer = this.env.scope.parent;
    if (outer !== null) this.env.scope = outer;
  }

  /** Notes that the declaration being checked mentions a package-level object. */
  addDependency(object: Obj): void {
    const from = this.env.decl;
    if (from !== null && this.declarations.has(object)) from.dependencies.add(object);
  }

  /** Begins checking the declaration of an object. */
  push(object: Obj): void {
    this.pathIndex.set(object, this.path.length);
    this.path.push(object);
  }

  /** Ends checking the declaration begun last. */
  pop(): void {
    const object = this.path.pop();
    if (object !== undefined) this.pathIndex.delete(object);
  }

  // ---- Doors to the parts ----

  rawExpr(
    target: Target | null,
    x: Operand,
    e: Expr,
    hint: Type | null,
    allowGeneric: boolean,
  ): ExprKind {
    return this.rules.rawExpr(this, target, x, e, hint, allowGeneric);
  }

  ident(x: Operand, e: Ident, wantType: boolean): void {
    this.rules.ident(this, x, e, wantType);
  }

  selector(x: Operand, e: SelectorExpr, wantType: boolean): void {
    this.rules.selector(this, x, e, wantType);
  }

  /** The type that a type expression denotes; generic types must be instantiated. */
  type(e: Expr): Type {
    return this.rules.declaredType(this, e, null);
  }

  declaredType(e: Expr, def: TypeName | null): Type {
    return this.rules.declaredType(this, e, def);
  }

  /** The generic type that an expression denotes; invalid with a cause if it is not generic. */
  genericType(e: Expr): { readonly type: Type; readonly cause: string } {
    return this.rules.genericType(this, e);
  }

  declareObject(object: Obj): void {
    this.rules.declareObject(this, object);
  }

  funcBody(
    decl: DeclInfo | null,
    name: string,
    signature: Signature,
    body: BlockStmt,
    iota: Value | null,
  ): void {
    this.rules.funcBody(this, decl, name, signature, body, iota);
  }
}

/** An environment at package level. */
export function newEnvironment(
  scope: Scope,
  version: string,
  decl: DeclInfo | null,
  signature: Signature | null,
): Environment {
  return {
    decl,
    scope,
    version,
    iota: null,
    errorPos: noPos,
    inTypeParamList: false,
    signature,
    panicCalls: new Set(),
    hasCallOrRecv: false,
  };
}
