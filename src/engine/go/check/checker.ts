// The checker's state, and what all its parts share: errors, side tables, the queue of delayed
// work, name lookup (types2 check.go, errors.go, recording.go, lookup of names).
// The parts are layers of one class, each in the file of its notion; lower layers reach higher
// ones through the abstract methods below. Invariant: an error never throws; checking goes on with
// invalid operands and types, and what follows from an error is not reported.

import type { CallExpr, Expr, FuncDecl, Ident, Node, TypeSpec } from '../syntax/ast.ts';
import type { Diagnostic } from '../syntax/diagnostic.ts';
import { displayPosition } from '../syntax/diagnostic.ts';
import { type FileSet, noPos, type Pos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import type { Value } from '../types/constant.ts';
import type { Context } from '../types/context.ts';
import type { ErrorCode } from '../types/error-codes.ts';
import { type Info, newInfo } from '../types/info.ts';
import { MonoGraph } from '../types/mono.ts';
import { newVar, objectKind } from '../types/object.ts';
import { Operand, type OperandMode } from '../types/operand.ts';
import { operandString } from '../types/operand-string.ts';
import { ScopeOf } from '../types/scope.ts';
import type { Selection } from '../types/selection.ts';
import type { TypeHost } from '../types/type-host.ts';
import { formatType, type TypeFormat } from '../types/type-string.ts';
import type {
  Obj,
  Package,
  PkgName,
  Scope,
  Signature,
  Type,
  TypeSetReporter,
  Var,
  Writable,
} from '../types/type.ts';
import { isInvalid } from '../types/under.ts';
import { versionAllows } from '../types/version.ts';

/** Where packages come from. */
export interface Importer {
  /** The package of an import path, or why there is none. */
  importPackage(path: string): Package | { readonly error: string };
}

/** What the statement being checked is in. */
export interface Environment {
  scope: Scope;
  /** Language version of the file. */
  version: string;
  /** The value of iota, outside constant declarations null. */
  iota: Value | null;
  /** Where the inherited constant expression is used, else noPos. */
  inheritedPos: Pos;
  /** The package-level declaration being checked, which depends on what it uses. */
  declaration: Declaration | null;
  signature: Signature | null;
  /** Calls of panic, for missing returns. */
  panics: Set<CallExpr> | null;
  /** A call or receive was seen: len of such an array is no constant. */
  hasCallOrRecv: boolean;
  isTypeSwitchBody: boolean;
}

/** A package-level declaration; variables that share one initialiser share it. */
export interface Declaration {
  readonly fileScope: Scope;
  readonly version: string;
  /** All variables of `var a, b = f()`, else null. */
  readonly lhs: readonly Var[] | null;
  readonly type: Expr | null;
  readonly init: Expr | null;
  /** The constant's expression is repeated from above. */
  readonly inherited: boolean;
  readonly typeSpec: TypeSpec | null;
  readonly func: FuncDecl | null;
  /** The package-level objects that it uses. */
  readonly dependencies: Set<Obj>;
}

/** Something wrong, with its continuation lines. */
export interface Complaint {
  readonly pos: Pos;
  readonly message: string;
}

export type At = Node | Operand | Pos | Obj;

/** An untyped expression whose final type is not known yet. */
export interface UntypedEntry {
  isLhs: boolean;
  mode: OperandMode;
  type: Type;
  value: Value | null;
}

/** The type that an expression is wanted to have, for function-typed and generic values. */
export interface Target {
  readonly signature: Signature;
  readonly description: string;
}

export const invalidOperation = 'invalid operation: ';
export const invalidArgument = 'invalid argument: ';

export abstract class CheckerCore implements TypeHost, TypeSetReporter {
  readonly fset: FileSet;
  readonly pkg: Writable<Package>;
  readonly importer: Importer;
  readonly context: Context;
  readonly info: Info = newInfo();
  readonly diagnostics: Diagnostic[] = [];
  readonly mono: MonoGraph;
  readonly format: TypeFormat;
  readonly untyped = new Map<Expr, UntypedEntry>();
  /** Names used from each import, and what dot imports have brought. */
  readonly usedPkgNames = new Set<PkgName>();
  readonly usedVars = new Set<Var>();
  readonly dotImports = new Map<Scope, Map<string, PkgName>>();
  readonly objectPath: Obj[] = [];
  protected readonly delayed: (() => void)[] = [];
  private readonly cleaners: (() => void)[] = [];
  /** The package-level declarations of the package, methods included. */
  readonly declarations = new Map<Obj, Declaration>();
  env: Environment;

  constructor(options: {
    fset: FileSet;
    pkg: Writable<Package>;
    importer: Importer;
    context: Context;
    goVersion: string;
  }) {
    this.fset = options.fset;
    this.pkg = options.pkg;
    this.importer = options.importer;
    this.context = options.context;
    this.mono = new MonoGraph(this.pkg);
    this.format = {
      qualifier: (other) => this.qualify(other),
      position: (pos) => this.place(pos),
      parameterNames: true,
      packageInfo: false,
    };
    this.env = this.packageEnvironment(this.pkg.scope, options.goVersion);
  }

  packageEnvironment(scope: Scope, version: string): Environment {
    return {
      scope,
      version,
      iota: null,
      inheritedPos: noPos,
      declaration: null,
      signature: null,
      panics: null,
      hasCallOrRecv: false,
      isTypeSwitchBody: false,
    };
  }

  /** Runs `body` in another environment and comes back. */
  inEnvironment(env: Environment, body: () => void): void {
    const outer = this.env;
    this.env = env;
    body();
    this.env = outer;
  }

  // ---- Errors ----

  posOf(at: At): Pos {
    if (typeof at === 'number') return at;
    if (at instanceof Operand) return at.expr === null ? noPos : startPos(at.expr);
    if ('scopePos' in at) return at.pos;
    return startPos(at);
  }

  error(at: At, code: ErrorCode, message: string): void {
    this.report(code, [{ pos: this.posOf(at), message }]);
  }

  softError(at: At, code: ErrorCode, message: string): void {
    this.error(at, code, message);
  }

  /** The first complaint is the error, the others its continuation lines. */
  report(code: ErrorCode, complaints: readonly Complaint[]): void {
    const first = complaints[0];
    if (first === undefined) return;
    // What names an invalid operand or type follows from an error that was reported before.
    const followsOn = /.(invalid operand|invalid type)/s.test(first.message);
    if (this.diagnostics.length > 0 && followsOn) return;
    const lines = complaints.map(({ pos, message }, i) =>
      i === 0 || pos === noPos ? message : `${this.place(pos)}: ${message}`,
    );
    this.diagnostics.push({
      code,
      severity: 'error',
      pos: first.pos,
      end: first.pos,
      message: lines.join('\n\t'),
    });
  }

  place(pos: Pos): string {
    const file = this.fset.fileOrNull(pos);
    return file === null ? '' : displayPosition(file, pos);
  }

  private qualify(other: Package): string {
    if (other === this.pkg) return '';
    // Two packages of one name are told apart by their paths.
    const clash = this.pkg.imports.some((p) => p !== other && p.name === other.name);
    return clash || other.name === this.pkg.name ? JSON.stringify(other.path) : other.name;
  }

  typeString(type: Type): string {
    return formatType(type, this.format);
  }

  operandString(x: Operand): string {
    return operandString(x, this.format);
  }

  describe(obj: Obj): string {
    return objectKind(obj);
  }

  // ---- Language versions ----

  allowVersion(version: string): boolean {
    return versionAllows(this.env.version, version);
  }

  verifyVersion(pos: Pos, version: string, what: string): boolean {
    if (this.allowVersion(version)) return true;
    this.versionError(pos, version, what);
    return false;
  }

  versionError(at: At, version: string, what: string): void {
    this.error(at, 'UnsupportedFeature', `${what} requires ${version} or later`);
  }

  // ---- Type sets ----

  duplicateMethod(name: string, pos: Pos, otherPos: Pos): void {
    this.report('DuplicateDecl', [
      { pos, message: `duplicate method ${name}` },
      { pos: otherPos, message: `other declaration of method ${name}` },
    ]);
  }

  tooManyTerms(pos: Pos, max: number): void {
    this.error(pos, 'InvalidUnion', `cannot handle more than ${max} union terms (implementation limitation)`);
  }

  allowOverlap(): boolean {
    return this.allowVersion('go1.14');
  }

  isImportedConstraint(_type: Type): boolean {
    return false;
  }

  // ---- Delayed work ----

  later(action: () => void): void {
    const { version, declaration, scope, iota } = this.env;
    this.delayed.push(() => {
      const outer = this.env;
      this.env = { ...this.packageEnvironment(scope, version), declaration, iota };
      action();
      this.env = outer;
    });
  }

  processDelayed(from: number): void {
    for (let i = from; i < this.delayed.length; i++) this.delayed[i]?.();
    this.delayed.length = from;
  }

  needsCleanup(action: () => void): void {
    this.cleaners.push(action);
  }

  cleanUp(): void {
    for (const clean of this.cleaners) clean();
    this.cleaners.length = 0;
  }

  // ---- Names ----

  lookup(name: string): Obj | null {
    return this.lookupScope(name)?.obj ?? null;
  }

  lookupScope(name: string): { scope: Scope; obj: Obj } | null {
    const pos = this.lookupPos;
    for (let scope: Scope | null = this.env.scope; scope !== null; scope = scope.parent) {
      const obj = scope.lookup(name);
      if (obj !== null && (pos === noPos || obj.scopePos <= pos || !this.isLocal(scope))) {
        return { scope, obj };
      }
    }
    return null;
  }

  /** Names in functions are seen from their declaration on; checking in order makes it so. */
  protected lookupPos: Pos = noPos;

  private isLocal(scope: Scope): boolean {
    return scope !== this.pkg.scope && scope.parent !== this.pkg.scope;
  }

  /** Declares `obj` in `scope` from `scopePos` on; the blank name is only recorded. */
  declare(scope: Scope, id: Ident | null, obj: Obj, scopePos: Pos): void {
    if (obj.name !== '_') {
      const other = scope.insert(obj);
      if (other !== null) {
        this.report('DuplicateDecl', [
          { pos: obj.pos, message: `${obj.name} redeclared in this block` },
          { pos: other.pos, message: `other declaration of ${other.name}` },
        ]);
        return;
      }
      obj.scopePos = scopePos;
    }
    if (id !== null) this.recordDef(id, obj);
  }

  openScope(node: Node, comment: string): void {
    const scope = new ScopeOf<Obj>(
      this.env.scope,
      node.pos,
      node.end,
      comment,
    );
    this.info.scopes.set(node, scope);
    this.env.scope = scope;
  }

  closeScope(): void {
    const { parent } = this.env.scope;
    if (parent !== null) this.env.scope = parent;
  }

  addDeclarationDependency(to: Obj): void {
    if (this.declarations.has(to)) this.env.declaration?.dependencies.add(to);
  }

  // ---- Side tables ----

  recordTypeAndValue(e: Expr, mode: OperandMode, type: Type, value: Value | null): void {
    if (mode === 'invalid') return;
    this.info.types.set(e, { mode, type, value: mode === 'constant' ? value : null });
  }

  recordUntyped(): void {
    for (const [e, entry] of this.untyped) {
      this.recordTypeAndValue(e, entry.mode, entry.type, entry.value);
    }
  }

  recordBuiltinType(f: Expr, signature: Signature): void {
    for (let e = f; ; e = e.x) {
      this.recordTypeAndValue(e, 'builtin', signature, null);
      if (e.kind !== 'ParenExpr') return;
    }
  }

  recordCommaOkTypes(e: Expr, types: readonly [Type, Type]): void {
    if (isInvalid(types[0]) || isInvalid(types[1])) return;
    for (let x = e; ; ) {
      const entry = this.info.types.get(x);
      if (entry !== undefined) {
        const vars = types.map((type) => newVar('local', startPos(x), this.pkg, '', type));
        this.info.types.set(x, { ...entry, type: { kind: 'Tuple', vars } });
      }
      if (x.kind !== 'ParenExpr') return;
      x = x.x;
    }
  }

  recordInstance(e: Expr, typeArgs: readonly Type[], type: Type): void {
    const id = instantiatedIdent(e);
    if (id !== null) this.info.instances.set(id, { typeArgs, type });
  }

  recordDef(id: Ident, obj: Obj | null): void {
    this.info.defs.set(id, obj);
  }

  recordUse(id: Ident, obj: Obj): void {
    this.info.uses.set(id, obj);
  }

  recordImplicit(node: Parameters<Info['implicits']['set']>[0], obj: Obj): void {
    this.info.implicits.set(node, obj);
  }

  recordSelection(
    e: Parameters<Info['selections']['set']>[0],
    selection: Selection,
  ): void {
    this.recordUse(e.sel, selection.obj);
    this.info.selections.set(e, selection);
  }
}

/** The identifier of an instantiated function or type expression. */
export function instantiatedIdent(e: Expr): Ident | null {
  switch (e.kind) {
    case 'Ident':
      return e;
    case 'SelectorExpr':
      return e.sel;
    case 'IndexExpr':
    case 'ParenExpr':
      return instantiatedIdent(e.x);
    default:
      return null;
  }
}
