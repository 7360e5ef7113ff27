// Collecting what a package declares (types2 resolver.go), before any of it is checked: names may
// be used before their declarations, in any file.

import type { Expr, Field, File, FuncDecl, GenDecl, Ident, ValueSpec } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import type { Checker, DeclInfo } from './checker.ts';
import { checkArity, constSpecs } from './const-groups.ts';
import { makeInt } from './constant.ts';
import { declare } from './declare.ts';
import { otherDeclaration } from './errors.ts';
import { importDecl } from './import-declarations.ts';
import { newConst, newFunc, newTypeName, newVar } from './object.ts';
import { recordDef, recordScope } from './recording.ts';
import { ScopeOf } from './scope.ts';
import { unparen, unpackReceiver } from './signature.ts';
import type { Func, Obj, Scope, TypeName, Var } from './type.ts';
import { languageVersion } from './version.ts';

/** A method with the name of its receiver's type. */
interface CollectedMethod {
  readonly func: Func;
  readonly isPointer: boolean;
  readonly base: Ident;
}

/** Declares the objects of all files and attaches methods to their types. */
export function collectObjects(check: Checker): void {
  const methods: CollectedMethod[] = [];
  const fileScopes = check.files.map((file) => collectFile(check, file, methods));
  for (const scope of fileScopes) verifyFileScope(check, scope);
  for (const { func, isPointer, base } of methods) {
    const resolved = resolveBaseOrNull(check, base, isPointer);
    if (resolved === null) continue;
    func.hasPtrRecv = resolved.isPointer;
    const known = check.methods.get(resolved.base);
    if (known === undefined) check.methods.set(resolved.base, [func]);
    else known.push(func);
  }
}

function collectFile(check: Checker, file: File, methods: CollectedMethod[]): Scope {
  const version = check.info.fileVersions.get(file.source.name) ?? '';
  check.env.version = languageVersion(version);
  recordDef(check, file.name, null);
  const scope: Scope = new ScopeOf<Obj>(check.pkg.scope, file.pos, file.end, file.source.name);
  recordScope(check, file, scope);
  for (const decl of file.decls) {
    if (decl.kind === 'GenDecl') collectGenDecl(check, decl, scope);
    else if (decl.kind === 'FuncDecl') collectFunc(check, decl, scope, methods);
  }
  return scope;
}

function newDeclInfo(check: Checker, file: Scope, parts: Partial<DeclInfo>): DeclInfo {
  return {
    file,
    version: check.env.version,
    lhs: null,
    type: null,
    init: null,
    inherited: false,
    iota: null,
    typeSpec: null,
    funcDecl: null,
    dependencies: new Set(),
    ...parts,
  };
}

function collectGenDecl(check: Checker, decl: GenDecl, file: Scope): void {
  if (decl.tok === 'const') {
    collectConstants(check, decl, file);
    return;
  }
  for (const spec of decl.specs) {
    if (spec.kind === 'ImportSpec') importDecl(check, spec, file);
    else if (spec.kind === 'ValueSpec') collectVariables(check, spec, file);
    else {
      const object = newTypeName(spec.name.pos, check.pkg, spec.name.name);
      declareInPackage(check, spec.name, object, newDeclInfo(check, file, { typeSpec: spec }));
    }
  }
}

function collectConstants(check: Checker, decl: GenDecl, file: Scope): void {
  for (const { spec, type, values, inherited } of constSpecs(decl)) {
    const iota = makeInt(spec.iota);
    for (const [i, name] of spec.names.entries()) {
      const init = values[i] ?? null;
      const info = newDeclInfo(check, file, { type, init, inherited, iota });
      declareInPackage(check, name, newConst(name.pos, check.pkg, name.name), info);
    }
    checkArity(check, spec, values, inherited ? 'inherited const' : 'const');
  }
}

function collectVariables(check: Checker, spec: ValueSpec, file: Scope): void {
  const { type, values } = spec;
  const vars = spec.names.map((name): Var => newVar('package', name.pos, check.pkg, name.name));
  const [only] = values;
  // Variables that share one value share its declaration, and with it the dependencies.
  const shared =
    values.length === 1 && only !== undefined
      ? newDeclInfo(check, file, { lhs: vars, type, init: only })
      : null;
  for (const [i, name] of spec.names.entries()) {
    const variable = vars[i];
    if (variable === undefined) continue;
    const init = values[i] ?? null;
    const info = shared ?? newDeclInfo(check, file, { type, init });
    declareInPackage(check, name, variable, info);
  }
  if (type === null || values.length > 0) checkArity(check, spec, values, 'var');
}

function declareInPackage(check: Checker, name: Ident, object: Obj, info: DeclInfo): void {
  if (name.name === 'init') {
    check.error(name, 'InvalidInitDecl', 'cannot declare init - must be func');
    return;
  }
  if (name.name === 'main' && check.pkg.name === 'main') {
    check.error(name, 'InvalidMainDecl', 'cannot declare main - must be func');
    return;
  }
  declare(check, check.pkg.scope, name, object, noPos);
  addDeclaration(check, object, info);
}

function addDeclaration(check: Checker, object: Obj, info: DeclInfo): void {
  check.declarations.set(object, info);
  object.order = check.declarations.size;
}

function collectFunc(
  check: Checker,
  decl: FuncDecl,
  file: Scope,
  methods: CollectedMethod[],
): void {
  const func = newFunc(decl.name.pos, check.pkg, decl.name.name);
  func.declare = () => check.demand(func);
  if (decl.recv === null) collectPlainFunc(check, decl, func);
  else {
    const receiver = decl.recv.list[0];
    const unpacked = receiver === undefined ? null : unpackReceiver(receiver.type);
    if (unpacked?.base.kind === 'Ident' && func.name !== '_') {
      methods.push({ func, isPointer: unpacked.isPointer, base: unpacked.base });
    }
    const typeParam = typeParamOrNull(check, decl);
    if (typeParam !== null) check.verifyVersion(typeParam, 'go1.27', 'generic method');
    recordDef(check, decl.name, func);
  }
  addDeclaration(check, func, newDeclInfo(check, file, { funcDecl: decl }));
}

// Code that is known to be right is not looked into so early.
function typeParamOrNull(check: Checker, decl: FuncDecl): Field | null {
  return check.config.onDemand ? null : (decl.type.typeParams?.list[0] ?? null);
}

function collectPlainFunc(check: Checker, decl: FuncDecl, func: Func): void {
  const { name } = decl;
  const typeParam = typeParamOrNull(check, decl);
  const isInit = name.name === 'init';
  if (isInit || (name.name === 'main' && check.pkg.name === 'main')) {
    const code = isInit ? 'InvalidInitDecl' : 'InvalidMainDecl';
    if (typeParam !== null) {
      check.error(typeParam, code, `func ${name.name} must have no type parameters`);
    }
    const { type } = decl;
    if (type.params.list.length > 0 || (type.results?.list.length ?? 0) > 0) {
      const message = `func ${name.name} must have no arguments and no return values`;
      check.error(name, code, message);
    }
  } else if (typeParam !== null) check.verifyVersion(typeParam, 'go1.18', 'type parameter');
  if (!isInit) {
    declare(check, check.pkg.scope, name, func, noPos);
    return;
  }
  // There may be many init functions, and none can be named.
  func.parent = check.pkg.scope;
  recordDef(check, name, func);
  if (decl.body === null) check.error(func, 'MissingInitBody', 'func init must have a body');
}

// A name of the package must not be the name of an import in any of its files.
function verifyFileScope(check: Checker, scope: Scope): void {
  for (const object of scope.objects()) {
    const other = check.pkg.scope.lookup(object.name);
    if (other === null) continue;
    const through =
      object.kind === 'PkgName'
        ? `import of ${packageString(object.imported)}`
        : `dot-import of ${object.pkg === null ? '' : packageString(object.pkg)}`;
    check.errors.report('DuplicateDecl', [
      { at: other, message: `${other.name} already declared through ${through}` },
      ...(object.kind === 'PkgName' ? otherDeclaration(object) : []),
    ]);
  }
}

function packageString(pkg: { readonly name: string; readonly path: string }): string {
  return `package ${pkg.name} (${JSON.stringify(pkg.path)})`;
}

/**
 * The type name that methods of `name` belong to: `name` itself, or what it is an alias for, by at
 * most one pointer and through names of this package only.
 */
function resolveBaseOrNull(
  check: Checker,
  name: Ident,
  isPointer: boolean,
): { readonly base: TypeName; readonly isPointer: boolean } | null {
  const seen = new Set<TypeName>();
  let pointer = isPointer;
  for (let current: Expr = name; current.kind === 'Ident'; ) {
    const object = check.pkg.scope.lookup(current.name);
    if (object?.kind !== 'TypeName' || seen.has(object)) return null;
    const spec = check.declarations.get(object)?.typeSpec ?? null;
    if (spec === null) return null;
    if (spec.assign === noPos) return { base: object, isPointer: pointer };
    if (spec.typeParams !== null) return null;
    seen.add(object);
    current = unparen(spec.type);
    if (current.kind === 'StarExpr') {
      if (pointer) return null;
      pointer = true;
      current = unparen(current.x);
    }
  }
  return null;
}

/** Checks all package-level declarations, but not function bodies. */
export function packageObjects(check: Checker): void {
  const objects = [...check.declarations.keys()];
  const isAlias = (object: Obj): boolean => {
    const spec = check.declarations.get(object)?.typeSpec ?? null;
    return spec !== null && spec.assign !== noPos;
  };
  // Aliases need what they stand for, and everything else may need types.
  const types = objects.filter((object) => object.kind === 'TypeName');
  for (const object of types) if (!isAlias(object)) check.declareObject(object);
  for (const object of types) if (isAlias(object)) check.declareObject(object);
  for (const object of objects) if (object.kind !== 'TypeName') check.declareObject(object);
  check.methods.clear();
}
