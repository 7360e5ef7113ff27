// Type checking a package (types2 check.go): collect what is declared, check declarations, then
// function bodies, then what must be used and the order of initialization.
// Invariants: `check` never throws because of the program; a package without diagnostics has
// complete tables; messages and positions are gc's.

import { assert } from '../../base/assert.ts';
import type { File, FuncDecl } from '../syntax/ast.ts';
import type { Diagnostic } from '../syntax/diagnostic.ts';
import { misplacedDirectives } from '../syntax/directives.ts';
import { type FileSet, noPos } from '../syntax/pos.ts';
import { gcPos } from '../syntax/positions.ts';
import { anonymousCycles } from './anonymous-cycles.ts';
import { Checker, type Rules } from './checker.ts';
import { Context } from './context.ts';
import { directCycles } from './cycles.ts';
import { declareObject } from './declarations.ts';
import { rawExpr } from './expressions.ts';
import { funcBody } from './function-body.ts';
import { indexExpr } from './index-expressions.ts';
import type { Info, Initializer } from './info.ts';
import { initializes, initOrder, initOrderAmong } from './init-order.ts';
import { newPackage } from './package.ts';
import { printOperands } from './print-operands.ts';
import { recordUntyped } from './recording.ts';
import type { KeptMember } from './lookup.ts';
import { collectObjects, packageObjects } from './resolver.ts';
import { selector } from './selector.ts';
import { declaredType, genericType, ident } from './type-expressions.ts';
import type { Package, Var } from './type.ts';
import { universe } from './universe.ts';
import { unusedImports } from './usage.ts';
import { compareVersions, currentGoVersion, languageVersion } from './version.ts';

/** Finds packages by import path, each the same every time; an error is shown at the import. */
export interface Importer {
  importPackage(path: string): Package | { readonly error: string };
  /** The message about a name, or `Type.Member`, that Go's package has and ours has not. */
  missingNameOrNull?(path: string, name: string): string | null;
  /** What an exported type of Go's keeps for itself, where ours keeps something else. */
  keptMembersOrNull?(path: string, type: string): ReadonlyMap<string, KeptMember> | null;
}

export interface CheckOptions {
  /** The import path; "main" for a program. */
  readonly path: string;
  readonly importer: Importer;
  /** Shared by all packages of a program, so that equal instances are one type. */
  readonly context?: Context;
  /** The language version, like "go1.21"; the newest if absent. */
  readonly goVersion?: string;
  /** Functions without a body are natives of ours rather than errors. */
  readonly allowsNatives?: boolean;
  /** The parser found errors: gc still checks types then, but nothing that comes after. */
  readonly hasParseErrors?: boolean;
  /** Checks declarations only, for packages whose code is known to be right. */
  readonly ignoreFuncBodies?: boolean;
  /**
   * For packages whose code is known to be right: a declaration is checked when another package
   * names it (`memberOrNull`), the body of a function when `CheckResult.checkBody` asks for it.
   */
  readonly onDemand?: boolean;
}

/** A package with what is known of its tree; `info` is complete only without diagnostics. */
export interface CheckResult {
  readonly pkg: Package;
  readonly files: readonly File[];
  readonly info: Info;
  /** In the order in which they were found. */
  readonly diagnostics: readonly Diagnostic[];
  /** Completes the tables for the body of a declared function. Idempotent. */
  readonly checkBody: (decl: FuncDecl) => void;
  /** The initializers of some variables and of what those need, in the order of execution. */
  readonly initOrderAmong: (variables: Iterable<Var>) => readonly Initializer[];
  /** Whether a variable is initialized with what is not constant. */
  readonly initializes: () => boolean;
}

const rules: Rules = {
  rawExpr,
  ident,
  indexExpr,
  selector,
  declaredType,
  genericType,
  declareObject,
  funcBody: (check, decl, _name, signature, body, iota) =>
    funcBody(check, decl, signature, body, iota),
  recordUntyped,
};

/** Type-checks the files of one package. */
export function check(fset: FileSet, files: readonly File[], options: CheckOptions): CheckResult {
  const goVersion = options.goVersion ?? currentGoVersion;
  const pkg = newPackage(universe, options.path, '');
  pkg.goVersion = goVersion;
  const config = {
    fset,
    importer: (path: string) => options.importer.importPackage(path),
    missingName: (path: string, name: string) =>
      options.importer.missingNameOrNull?.(path, name) ?? null,
    keptMembers: (path: string, type: string) =>
      options.importer.keptMembersOrNull?.(path, type) ?? null,
    goVersion,
    context: options.context ?? new Context(),
    ignoreFuncBodies: options.ignoreFuncBodies ?? false,
    onDemand: options.onDemand ?? false,
  };
  const checker = new Checker(config, pkg, rules);
  checker.completely(() => checkFiles(checker, files));
  pkg.complete = true;
  if (config.onDemand) return packageOnDemand(checker, files);
  const { diagnostics } = checker.errors;
  if (diagnostics.length === 0 && options.hasParseErrors !== true) {
    if (options.allowsNatives !== true) missingBodies(checker);
    if (diagnostics.length === 0) diagnostics.push(...files.flatMap(directivesAtDeclarations));
    if (diagnostics.length === 0) printOperands(checker);
    if (diagnostics.length === 0) diagnostics.push(...missingMain(checker));
  }
  const { info } = checker;
  return {
    pkg,
    files,
    info,
    diagnostics: explainAll(checker, diagnostics),
    checkBody: () => {},
    initOrderAmong: () => info.initOrder,
    initializes: () => initializes(checker),
  };
}

// The errors of such a package are ours.
function packageOnDemand(checker: Checker, files: readonly File[]): CheckResult {
  const { pkg, info } = checker;
  const { diagnostics } = checker.errors;
  const demandNone = (): void => {
    const [error] = diagnostics;
    assert(error === undefined, `in package ${pkg.path}: ${error?.message ?? ''}`);
  };
  demandNone();
  pkg.demand = (object) => {
    checker.demand(object);
    demandNone();
  };
  return {
    pkg,
    files,
    info,
    diagnostics,
    checkBody: (decl) => {
      checker.checkBody(decl);
      demandNone();
    },
    initOrderAmong: (variables) => initOrderAmong(checker, variables),
    initializes: () => initializes(checker),
  };
}

function checkFiles(checker: Checker, files: readonly File[]): void {
  initFiles(checker, files);
  collectObjects(checker);
  if (checker.config.onDemand) return;
  directCycles(checker);
  packageObjects(checker);
  checker.processDelayed(0);
  initOrder(checker);
  if (!checker.config.ignoreFuncBodies) unusedImports(checker);
  if (!checker.errors.hasErrors) reportInstanceLoop(checker);
  if (!checker.errors.hasErrors) anonymousCycles(checker);
}

// Files of other packages are left out; a file may ask for another language version.
function initFiles(checker: Checker, files: readonly File[]): void {
  const { pkg } = checker;
  for (const file of files) {
    const { name } = file.name;
    if (pkg.name === '') {
      if (name === '_') checker.error(file.name, 'BlankPkgName', 'invalid package name _');
      else pkg.name = name;
    } else if (name !== pkg.name) {
      const message = `package ${name}; expected package ${pkg.name}`;
      checker.error(file.pos, 'MismatchedPkgName', message);
      continue;
    }
    checker.files.push(file);
    checker.info.fileVersions.set(file.source.name, fileVersion(checker, file));
  }
}

// Versions before go1.21 cannot be asked for, because the rule came with go1.21.
function fileVersion(checker: Checker, file: File): string {
  const version = languageVersion(file.goVersion ?? '');
  if (version === '') return checker.config.goVersion;
  if (compareVersions(version, currentGoVersion) > 0) {
    checker.error(file.name, 'TooNew', `file requires newer Go version ${version}`);
  }
  return compareVersions(version, 'go1.21') > 0 ? version : 'go1.21';
}

function reportInstanceLoop(checker: Checker): void {
  const loop = checker.mono.findLoop();
  if (loop === null) return;
  checker.errors.report('InvalidInstanceCycle', [
    { at: loop.obj, message: 'instantiation cycle:' },
    ...loop.steps.map(({ pos, obj, type }) => {
      const how = obj.type.kind === 'Named' ? 'implicitly parameterized by' : 'instantiated as';
      return { at: pos, message: `${obj.name} ${how} ${checker.text(type)}` };
    }),
  ]);
}

function directivesAtDeclarations(file: File): readonly Diagnostic[] {
  return misplacedDirectives(file).atDeclarations;
}

function missingBodies(checker: Checker): void {
  for (const file of checker.files) {
    for (const decl of file.decls) {
      if (decl.kind !== 'FuncDecl' || decl.body !== null) continue;
      checker.error(gcPos(decl), 'BadDecl', 'missing function body');
    }
  }
}

// The linker's complaint about a program without main; it has no place, ours is the package name.
function missingMain(checker: Checker): readonly Diagnostic[] {
  const [file] = checker.files;
  const { path, name, scope } = checker.pkg;
  if (file === undefined || path !== 'main' || name !== 'main') return [];
  if (scope.lookup('main') !== null) return [];
  const message = 'runtime.main_main·f: function main is undeclared in the main package';
  const { pos, end } = file.name;
  return [{ code: 'link', severity: 'error', pos, end, message }];
}

// The go command does not compile a program with imports that it cannot find.
function explainAll(checker: Checker, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const broken = diagnostics.filter(({ code }) => code === 'BrokenImport');
  const isMalformed = diagnostics.some(({ code }) => code === 'BadImportPath');
  if (broken.length > 0 && !isMalformed)
    return broken.map((diagnostic) => ({ ...diagnostic, code: 'header' }));
  return diagnostics.map((diagnostic) => explainVersion(checker, diagnostic));
}

const versionMessage = /requires go[0-9]+\.[0-9]+ or later/;

// gc says where the language version comes from.
function explainVersion(checker: Checker, diagnostic: Diagnostic): Diagnostic {
  if (!versionMessage.test(diagnostic.message)) return diagnostic;
  const source = checker.fset.fileOrNull(diagnostic.pos);
  const file = checker.files.find((each) => each.source === source);
  if (file === undefined || diagnostic.pos === noPos) return diagnostic;
  const version = checker.info.fileVersions.get(file.source.name) ?? '';
  const reason =
    file.goVersion === version
      ? `(file declares //go:build ${version})`
      : `(-lang was set to ${checker.config.goVersion}; check go.mod)`;
  return { ...diagnostic, message: `${diagnostic.message} ${reason}` };
}
