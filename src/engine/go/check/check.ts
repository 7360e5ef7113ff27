// Checking one package: collect what is declared, check it, then bodies, unused imports and the
// order of initialisation (types2 check.go, resolver.go, initorder.go).

import type { Expr, File, FuncDecl, GenDecl, ImportSpec } from '../syntax/ast.ts';
import type { Diagnostic } from '../syntax/diagnostic.ts';
import { type FileSet, noPos } from '../syntax/pos.ts';
import { unknownType } from '../types/basic.ts';
import { makeInt } from '../types/constant.ts';
import { stringFromLiteralOrNull } from '../types/constant-literal.ts';
import { Context } from '../types/context.ts';
import type { Info } from '../types/info.ts';
import { isExported, newConst, newFunc, newPkgName, newTypeName, newVar } from '../types/object.ts';
import { newPackage } from '../types/package.ts';
import { ScopeOf } from '../types/scope.ts';
import type { Func, Obj, Package, PkgName, Scope, TypeName, Var } from '../types/type.ts';
import { universe } from '../types/universe.ts';
import { currentGoVersion } from '../types/version.ts';
import type { Declaration, Importer } from './checker.ts';
import { constSpecs } from './declarations.ts';
import { initOrder } from './init-order.ts';
import { unpackReceiver } from './signatures.ts';
import { Statements } from './statements.ts';

export interface CheckOptions {
  /** Import path of the package. */
  readonly path: string;
  readonly importer: Importer;
  /** Shared by all packages of a program, so that instances are the same everywhere. */
  readonly context?: Context;
  /** Language version; the newest without it. */
  readonly goVersion?: string;
}

/** A package with what is known of its tree; `info` is complete only without diagnostics. */
export interface CheckResult {
  readonly pkg: Package;
  readonly files: readonly File[];
  readonly info: Info;
  /** In the order in which they were found. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Type-checks the files of one package. Never throws, whatever the files contain. */
export function check(fset: FileSet, files: readonly File[], options: CheckOptions): CheckResult {
  const pkg = newPackage(universe, options.path, files[0]?.name.name ?? '');
  const goVersion = options.goVersion ?? currentGoVersion;
  pkg.goVersion = goVersion;
  const checker = new Checker(files, {
    fset,
    pkg,
    importer: options.importer,
    context: options.context ?? new Context(),
    goVersion,
  });
  checker.checkFiles(goVersion);
  pkg.complete = true;
  return { pkg, files, info: checker.info, diagnostics: checker.diagnostics };
}

interface Method {
  readonly func: Func;
  readonly pointer: boolean;
  readonly base: string;
}

class Checker extends Statements {
  private readonly files: readonly File[];
  private readonly imports: PkgName[] = [];
  private readonly methods: Method[] = [];
  private readonly fileScopes: Scope[] = [];

  constructor(files: readonly File[], options: ConstructorParameters<typeof Statements>[0]) {
    super(options);
    this.files = files;
  }

  checkFiles(goVersion: string): void {
    for (const file of this.files) this.collectFile(file, goVersion);
    this.checkFileScopes();
    this.associateMethods();
    this.packageObjects();
    this.processDelayed(0);
    this.cleanUp();
    initOrder(this, this.declarations, this.info);
    this.unusedImports();
    this.recordUntyped();
    if (this.diagnostics.length === 0) this.reportInstanceLoop();
  }

  private reportInstanceLoop(): void {
    const loop = this.mono.findLoop();
    const first = loop?.steps[0];
    if (loop === null || first === undefined) return;
    this.report('InvalidInstanceCycle', [
      { pos: loop.obj.pos, message: 'instantiation cycle' },
      ...loop.steps.map((step) => ({
        pos: step.pos,
        message: `${step.obj.name} instantiated as ${this.typeString(step.type)}`,
      })),
    ]);
  }

  // ---- Collecting ----

  private collectFile(file: File, goVersion: string): void {
    const version = file.goVersion ?? goVersion;
    this.info.fileVersions.set(file.source.name, version);
    this.recordDef(file.name, null);
    const scope: Scope = new ScopeOf<Obj>(this.pkg.scope, file.pos, file.end, file.source.name);
    this.fileScopes.push(scope);
    this.info.scopes.set(file, scope);
    this.env = this.packageEnvironment(scope, version);
    for (const decl of file.decls) {
      if (decl.kind === 'FuncDecl') this.collectFunc(decl, scope, version);
      else if (decl.kind === 'GenDecl') this.collectGenDecl(decl, scope, version);
    }
  }

  private collectGenDecl(decl: GenDecl, fileScope: Scope, version: string): void {
    const base = {
      fileScope,
      version,
      lhs: null,
      type: null,
      init: null,
      inherited: false,
      typeSpec: null,
      func: null,
    };
    if (decl.tok === 'const') {
      for (const { spec, type, values, inherited } of constSpecs(decl)) {
        for (const [i, name] of spec.names.entries()) {
          const obj = newConst(name.pos, this.pkg, name.name, unknownType, makeInt(spec.iota));
          const init = values[i] ?? null;
          this.declarePackageObject(name, obj, { ...base, type, init, inherited, dependencies: new Set() });
        }
        this.arity(spec.pos, spec.names, values, true, inherited);
      }
      return;
    }
    for (const spec of decl.specs) {
      if (spec.kind === 'ImportSpec') this.collectImport(spec, fileScope);
      else if (spec.kind === 'TypeSpec') {
        const obj = newTypeName(spec.name.pos, this.pkg, spec.name.name);
        this.declarePackageObject(spec.name, obj, { ...base, typeSpec: spec, dependencies: new Set() });
      } else if (decl.tok === 'var') {
        const vars: Var[] = spec.names.map((name) => newVar('package', name.pos, this.pkg, name.name));
        const { values, type } = spec;
        const shared: Declaration | null =
          values.length === 1
            ? { ...base, lhs: vars, type, init: values[0] ?? null, dependencies: new Set() }
            : null;
        for (const [i, name] of spec.names.entries()) {
          const obj = vars[i];
          if (obj === undefined) continue;
          const own = { ...base, type, init: values[i] ?? null, dependencies: new Set<Obj>() };
          this.declarePackageObject(name, obj, shared ?? own);
        }
        if (type === null || values.length > 0) this.arity(spec.pos, spec.names, values, false, false);
      }
    }
  }

  private declarePackageObject(
    id: Parameters<Checker['recordDef']>[0],
    obj: Obj,
    declaration: Declaration,
  ): void {
    if (id.name === 'init') {
      this.error(id, 'InvalidInitDecl', 'cannot declare init - must be func');
      return;
    }
    if (id.name === 'main' && this.pkg.name === 'main') {
      this.error(id, 'InvalidMainDecl', 'cannot declare main - must be func');
      return;
    }
    this.declare(this.pkg.scope, id, obj, noPos);
    this.declarations.set(obj, declaration);
    obj.order = this.declarations.size;
  }

  private collectFunc(decl: FuncDecl, fileScope: Scope, version: string): void {
    const { name } = decl;
    const func = newFunc(name.pos, this.pkg, name.name);
    func.declare = () => this.objDecl(func);
    if (decl.recv === null) this.collectPlainFunc(decl, func);
    else {
      const recv = decl.recv.list[0];
      const { pointer, base } =
        recv === undefined ? { pointer: false, base: null } : unpackReceiver(recv.type);
      if (base?.kind === 'Ident' && name.name !== '_') {
        this.methods.push({ func, pointer, base: base.name });
      }
      if (decl.type.typeParams !== null) {
        this.verifyVersion(decl.type.typeParams.pos, 'go1.27', 'generic method');
      }
      this.recordDef(name, func);
    }
    this.declarations.set(func, {
      fileScope,
      version,
      lhs: null,
      type: null,
      init: null,
      inherited: false,
      typeSpec: null,
      func: decl,
      dependencies: new Set(),
    });
    func.order = this.declarations.size;
  }

  private collectPlainFunc(decl: FuncDecl, func: Func): void {
    const { name, type } = decl;
    const isInit = name.name === 'init';
    const isMain = name.name === 'main' && this.pkg.name === 'main';
    if (isInit || isMain) {
      const code = isInit ? 'InvalidInitDecl' : 'InvalidMainDecl';
      if (type.typeParams !== null) {
        this.softError(type.typeParams.list[0] ?? name, code, `func ${name.name} must have no type parameters`);
      }
      if (type.params.list.length > 0 || (type.results?.list.length ?? 0) > 0) {
        this.softError(name, code, `func ${name.name} must have no arguments and no return values`);
      }
    } else if (type.typeParams !== null) {
      this.verifyVersion(type.typeParams.pos, 'go1.18', 'type parameter');
    }
    if (!isInit) {
      this.declare(this.pkg.scope, name, func, noPos);
      return;
    }
    func.parent = this.pkg.scope;
    this.recordDef(name, func);
    if (decl.body === null) this.softError(func.pos, 'MissingInitBody', 'func init must have a body');
  }

  // ---- Imports ----

  private collectImport(spec: ImportSpec, fileScope: Scope): void {
    if (spec.path.bad) return;
    const path = stringFromLiteralOrNull(spec.path.value);
    if (path === null || path === '') {
      this.error(spec.path, 'BadImportPath', `invalid import path (${path === '' ? 'empty string' : 'invalid syntax'})`);
      return;
    }
    const imported = this.importPath(spec, path);
    const name = spec.name?.name ?? imported.name;
    if (name === 'init') {
      this.error(spec, 'InvalidInitDecl', 'cannot import package as init - init must be a func');
      return;
    }
    if (!this.pkg.imports.includes(imported)) this.pkg.imports = [...this.pkg.imports, imported];
    const pos = spec.name?.pos ?? spec.path.pos;
    const pkgName = newPkgName(pos, this.pkg, name, imported);
    if (spec.name === null) this.recordImplicit(spec, pkgName);
    else this.recordDef(spec.name, pkgName);
    if (imported.fake) this.usedPkgNames.add(pkgName);
    this.imports.push(pkgName);
    if (name === '.') this.dotImport(spec, fileScope, imported, pkgName);
    else this.declare(fileScope, null, pkgName, noPos);
  }

  private importPath(spec: ImportSpec, path: string): Package {
    const imported = this.importer.importPackage(path);
    if (!('error' in imported)) return imported;
    this.error(spec.path, 'BrokenImport', imported.error);
    const fake = newPackage(universe, path, path.slice(path.lastIndexOf('/') + 1));
    fake.fake = true;
    return fake;
  }

  private dotImport(spec: ImportSpec, fileScope: Scope, imported: Package, pkgName: PkgName): void {
    const names = new Map<string, PkgName>();
    for (const obj of imported.scope.objects()) {
      if (!isExported(obj.name)) continue;
      const other = fileScope.insert(obj);
      if (other === null) names.set(obj.name, pkgName);
      else if (spec.name !== null) {
        this.report('DuplicateDecl', [
          { pos: spec.name.pos, message: `${other.name} redeclared in this block` },
          { pos: other.pos, message: `other declaration of ${other.name}` },
        ]);
      }
    }
    this.dotImports.set(fileScope, new Map([...(this.dotImports.get(fileScope) ?? []), ...names]));
  }

  private checkFileScopes(): void {
    for (const scope of this.fileScopes) {
      for (const obj of scope.objects()) {
        const other = this.pkg.scope.lookup(obj.name);
        if (other === null) continue;
        const through =
          obj.kind === 'PkgName'
            ? `import of ${this.packageText(obj.imported)}`
            : `dot-import of ${obj.pkg === null ? '' : this.packageText(obj.pkg)}`;
        this.report('DuplicateDecl', [
          { pos: other.pos, message: `${other.name} already declared through ${through}` },
          { pos: obj.pos, message: `other declaration of ${obj.name}` },
        ]);
      }
    }
  }

  private packageText(pkg: Package): string {
    return `package ${pkg.name} (${JSON.stringify(pkg.path)})`;
  }

  private unusedImports(): void {
    for (const pkgName of this.imports) {
      if (pkgName.name === '_' || this.usedPkgNames.has(pkgName)) continue;
      const { path } = pkgName.imported;
      const last = path.slice(path.lastIndexOf('/') + 1);
      const plain = pkgName.name === '' || pkgName.name === '.' || pkgName.name === last;
      const renamed = plain ? '' : ` as ${pkgName.name}`;
      this.softError(pkgName, 'UnusedImport', `${JSON.stringify(path)} imported${renamed} and not used`);
    }
  }

  // ---- Package-level objects ----

  private associateMethods(): void {
    for (const { func, pointer, base } of this.methods) {
      const resolved = this.baseTypeName(pointer, base);
      if (resolved === null) continue;
      func.hasPtrRecv = resolved.pointer;
      const list = this.methodsOfBase.get(resolved.obj) ?? [];
      list.push(func);
      this.methodsOfBase.set(resolved.obj, list);
    }
  }

  /** The declared type that a receiver's name means, through aliases. */
  private baseTypeName(pointer: boolean, name: string): { pointer: boolean; obj: TypeName } | null {
    const seen = new Set<Obj>();
    let current = name;
    let isPointer = pointer;
    for (;;) {
      const obj = this.pkg.scope.lookup(current);
      if (obj?.kind !== 'TypeName' || seen.has(obj)) return null;
      const spec = this.declarations.get(obj)?.typeSpec ?? null;
      if (spec === null) return null;
      if (spec.assign === noPos) return { pointer: isPointer, obj };
      if (spec.typeParams !== null) return null;
      seen.add(obj);
      let type: Expr = spec.type;
      if (type.kind === 'StarExpr') {
        if (isPointer) return null;
        isPointer = true;
        type = type.x;
      }
      if (type.kind !== 'Ident') return null;
      current = type.name;
    }
  }

  private packageObjects(): void {
    const isAlias = (obj: Obj): boolean => {
      const spec = this.declarations.get(obj)?.typeSpec;
      return spec !== undefined && spec !== null && spec.assign !== noPos;
    };
    const all = [...this.declarations.keys()].sort((a, b) => a.order - b.order);
    const types = all.filter((obj) => obj.kind === 'TypeName');
    // Aliases last: what they stand for is set up then.
    for (const obj of types) if (!isAlias(obj)) this.objDecl(obj);
    for (const obj of types) if (isAlias(obj)) this.objDecl(obj);
    for (const obj of all) if (obj.kind !== 'TypeName') this.objDecl(obj);
    this.methodsOfBase.clear();
  }
}
