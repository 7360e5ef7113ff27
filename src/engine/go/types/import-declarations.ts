// Import declarations (spec, "Import declarations"; types2 resolver.go).

import type { ImportSpec } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import type { Checker } from './checker.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { stringFromLiteralOrNull } from './constant-literal.ts';
import { declare } from './declare.ts';
import { otherDeclaration } from './errors.ts';
import { isExported, newPkgName } from './object.ts';
import { newPackage } from './package.ts';
import { recordDef, recordImplicit } from './recording.ts';
import type { Package, PkgName, Scope } from './type.ts';
import { universe } from './universe.ts';

/** Imports a package and declares its name in the scope of the file. */
export function importDecl(check: Checker, spec: ImportSpec, fileScope: Scope): void {
  const path = importPathOrNull(check, spec);
  if (path === null) return;
  const imported = importPackage(check, spec, path);
  const name = spec.name?.name ?? imported.name;
  if (name === 'init') {
    check.error(spec, 'InvalidInitDecl', 'cannot import package as init - init must be a func');
    return;
  }
  const { pkg } = check;
  if (!pkg.imports.includes(imported)) pkg.imports = [...pkg.imports, imported];
  const pkgName = newPkgName(spec.pos, pkg, name, imported);
  if (spec.name === null) recordImplicit(check, spec, pkgName);
  else recordDef(check, spec.name, pkgName);
  // Nothing more is said about a package that could not be imported.
  if (imported.fake) check.usedPkgNames.add(pkgName);
  check.imports.push(pkgName);
  if (name === '.') dotImport(check, spec, fileScope, pkgName);
  else declare(check, fileScope, null, pkgName, noPos);
}

const illegalInPath = /[\s!"#$%&'()*,:;<=>?[\\\]^{|}`\uFFFD\p{C}\p{Z}]/u;

function importPathOrNull(check: Checker, spec: ImportSpec): string | null {
  if (spec.path.bad) return null;
  const bytes = stringFromLiteralOrNull(spec.path.value);
  const path = bytes === null ? null : decodeUtf8(bytes);
  const problem = path === null ? 'invalid syntax' : pathProblem(path);
  if (problem === '') return path;
  check.error(spec.path, 'BadImportPath', `invalid import path (${problem})`);
  return null;
}

function pathProblem(path: string): string {
  if (path === '') return 'empty string';
  const [illegal] = illegalInPath.exec(path) ?? [];
  if (illegal === undefined) return '';
  const code = (illegal.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const isPrintable = !/[\p{C}\s]/u.test(illegal);
  return `invalid character U+${code}${isPrintable ? ` '${illegal}'` : ''}`;
}

function importPackage(check: Checker, spec: ImportSpec, path: string): Package {
  const imported = check.config.importer(path);
  if (imported !== null && !('error' in imported)) return imported;
  const message = imported === null ? `package ${path} is not in std` : imported.error;
  check.error(spec.path, 'BrokenImport', message);
  const name = path.replace(/\/$/, '');
  const fake = newPackage(universe, path, name.slice(name.lastIndexOf('/') + 1));
  fake.fake = true;
  return fake;
}

// All exported names of the package are names of the file.
function dotImport(check: Checker, spec: ImportSpec, fileScope: Scope, pkgName: PkgName): void {
  const names = check.dotImports.get(fileScope) ?? new Map<string, PkgName>();
  check.dotImports.set(fileScope, names);
  for (const object of pkgName.imported.scope.objects()) {
    if (!isExported(object.name)) continue;
    pkgName.imported.demand?.(object);
    const other = fileScope.insert(object);
    if (other === null) names.set(object.name, pkgName);
    else {
      check.errors.report('DuplicateDecl', [
        { at: spec.name ?? spec, message: `${other.name} redeclared in this block` },
        ...otherDeclaration(other),
      ]);
    }
  }
}
