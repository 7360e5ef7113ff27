// Source text to checked packages: the only place where the stages of the front end are chained,
// and where the packages of the library are found, parsed and checked when they are imported.

import { check, type CheckResult, type Importer } from './types/check.ts';
import { encodeUtf8 } from '../base/utf8.ts';
import { initializeEmbedded } from './types/embedded.ts';
import { isLibraryPackage, libraryFiles } from './library/library.ts';
import { importRefusal, isInternal } from './library/import-refusal.ts';
import {
  keptMembersOrNull,
  missingNameMessageOrNull,
  provisionOrNull,
} from './library/provided.ts';
import { unpackOrNull } from './archive/archive.ts';
import { folderOf, type SourceText } from './load/folders.ts';
import type { ProgramFile } from './load/embedded-files.ts';
import { builtInSettings, debugProblems } from './load/godebug.ts';
import {
  failedToLoad,
  load,
  type Loaded,
  type LoadedPackage,
  commandLinePath,
  type Target,
} from './load/load.ts';
import { initOrder } from './load/init-order.ts';
import { type LoadError, plainError } from './load/load-errors.ts';
import type { File } from './syntax/ast.ts';
import { type Embeds, embedsOf } from './syntax/embeds.ts';
import { directiveCode } from './syntax/directives.ts';
import {
  type Diagnostic,
  formatDiagnostics,
  hasSyntaxErrors,
  lineDiagnostics,
} from './syntax/diagnostic.ts';
import { parse, parseLazily } from './syntax/parser.ts';
import { FileSet, sharedBase } from './syntax/pos.ts';
import type { Package } from './types/type.ts';

export type { SourceText } from './load/folders.ts';
export type { Target } from './load/load.ts';

/** A package of a program. */
export interface CheckedPackage extends CheckResult {
  /** Provided by us: people do not look into it. */
  readonly library: boolean;
}

/** All packages of a program in the order in which Go initialises them, main last. */
export interface CheckedProgram {
  readonly fset: FileSet;
  readonly packages: readonly CheckedPackage[];
  /** Settings `name=value` of GODEBUG that it is built with, with commas between. */
  readonly godebug: string;
}

/** What the go command prints about one package, or about what it could not load. */
export interface Listing {
  /** `# example.com/m`; null for files that are named one by one. */
  readonly heading: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The whole listing, with its heading. */
  readonly text: string;
}

export interface FrontEndResult {
  readonly fset: FileSet;
  /** Import path of the package that is meant; "command-line-arguments" for files. */
  readonly path: string;
  /** The user's files; parsed even if they have errors. */
  readonly files: readonly File[];
  /** Of all listings. */
  readonly diagnostics: readonly Diagnostic[];
  readonly listings: readonly Listing[];
  /** Null when there are diagnostics. */
  readonly program: CheckedProgram | null;
}

export interface FrontEndOptions {
  /** Language version like "go1.21"; without it what each go.mod says, or the newest. */
  readonly goVersion?: string;
  /**
   * Which package is the program. Without it: an archive's root folder if the only source is a
   * txtar archive, the root folder if there is a go.mod or a folder, else all files together.
   */
  readonly target?: Target;
  /** Files that are named one by one have a heading, too, as the go command writes it. */
  readonly headsFiles?: boolean;
  /** Name of a source in positions, if it is another. */
  readonly displayName?: (name: string) => string;
  /** Absolute name of the root folder in messages. */
  readonly directory?: string;
  /** All files below the root, for `//go:embed`; without it the sources themselves. */
  readonly programFiles?: () => readonly ProgramFile[];
  /**
   * Test files are compiled, and the program is the text that this gives; it may import the package
   * by its path and its external tests by `<path>_test`.
   */
  readonly tests?: (tested: TestedPackage) => string;
  /** The package is to be run, so it must be a program. */
  readonly runs?: boolean;
  /** What only the compiler minds is left out, as vet does. */
  readonly vets?: boolean;
  /** Has all of the library packages that are imported checked, not only what is needed of them. */
  readonly wholeLibrary?: boolean;
}

/** What a test main is made from. */
export interface TestedPackage {
  readonly path: string;
  readonly name: string;
  /** Its test files. */
  readonly tests: readonly File[];
  /** Files of the package beside it, whose name ends in _test. */
  readonly externalTests: readonly File[];
}

/** Parses and checks a program: its package main with all that it imports. */
export function checkSources(
  given: readonly SourceText[],
  options: FrontEndOptions = {},
): FrontEndResult {
  const library = options.wholeLibrary === true ? whole : needed;
  const fset = new FileSet(library.fset);
  const { sources, target, problem } = programOf(given, options);
  const loaded =
    problem !== null
      ? failedToLoad(problem)
      : load(sources, {
          fset,
          target,
          tests: options.tests !== undefined,
          displayName: options.displayName ?? ((name) => name),
          directory: options.directory ?? '/tmp/sandbox',
          refusalOrNull,
          isStandard: (path) => provisionOrNull(path) !== null,
          programFiles:
            options.programFiles ??
            (() => sources.map(({ name, text }) => ({ name, bytes: encodeUtf8(text) }))),
        });
  const files = loaded.packages.flatMap((pkg) => pkg.files.map(({ file }) => file));
  const { path } = loaded;
  const failed = (listings: readonly Listing[]): FrontEndResult => {
    const diagnostics = listings.flatMap((listing) => listing.diagnostics);
    return { fset, path, files, diagnostics, listings, program: null };
  };
  const isPlain = target.kind === 'files' && options.headsFiles !== true;
  const checker = new ProgramChecker(library, fset, options, isPlain);
  if (loaded.errors.length > 0) {
    if (loaded.errors.every(({ isRefusal }) => isRefusal))
      checker.listSyntaxErrors(loaded.packages);
    const { listings } = checker;
    return failed(listings.length > 0 ? listings : [loadListing(loaded.errors)]);
  }
  const main = loaded.packages.at(-1);
  if (options.runs === true && main !== undefined && main.name !== 'main') {
    return failed([loadListing([plainError(`package ${path} is not a main package`)])]);
  }
  for (const pkg of loaded.packages) {
    const isMain = options.tests === undefined && pkg === main && pkg.name === 'main';
    checker.checkPackage(pkg, isMain ? 'main' : pkg.path);
  }
  if (checker.listings.length > 0) return failed(checker.listings);
  if (options.tests !== undefined) checker.checkTestMain(options.tests(testedOf(loaded.packages)));
  return {
    fset,
    path,
    files,
    diagnostics: [],
    listings: [],
    program: { fset, packages: checker.packages(), godebug: godebugOf(loaded, options) },
  };
}

/** What the files of the program itself, its tests among them, and its module say. */
function godebugOf({ path, packages, godebug }: Loaded, options: FrontEndOptions): string {
  const files = packages
    .filter((pkg) => pkg.path === path || pkg.path === `${path}_test`)
    .flatMap((pkg) => pkg.files.map(({ file }) => file));
  const goVersion = options.goVersion ?? godebug.goVersion;
  return builtInSettings({ ...godebug, goVersion }, files);
}

/** The diagnostics as the go command prints them. */
export function diagnosticText(result: FrontEndResult): string {
  return result.listings.map(({ text }) => text).join('');
}

interface ProgramFiles {
  readonly sources: readonly SourceText[];
  readonly target: Target;
  readonly problem: LoadError | null;
}

/** Which files there are, and which of them is meant. */
function programOf(given: readonly SourceText[], { target }: FrontEndOptions): ProgramFiles {
  const [only] = given;
  const unpacked =
    target === undefined && given.length === 1 && only !== undefined
      ? unpackOrNull(only.text)
      : null;
  if (unpacked?.kind === 'error') {
    const problem = plainError(unpacked.message);
    return { sources: [], target: { kind: 'files', names: [] }, problem };
  }
  const sources = unpacked?.kind === 'files' ? unpacked.files : given;
  return { sources, target: target ?? defaultTarget(sources), problem: null };
}

function defaultTarget(sources: readonly SourceText[]): Target {
  const isModule = sources.some(({ name }) => name === 'go.mod' || folderOf(name) !== '');
  const names = sources.map(({ name }) => name).filter((name) => name.endsWith('.go'));
  if (names.length === 1 && !isModule) return { kind: 'files', names };
  return { kind: 'folder', folder: '' };
}

function loadListing(errors: readonly LoadError[]): Listing {
  const diagnostics = errors.map(({ diagnostic }) => diagnostic);
  return { heading: null, diagnostics, text: errors.map(({ text }) => `${text}\n`).join('') };
}

function testedOf(packages: readonly LoadedPackage[]): TestedPackage {
  const last = packages.at(-1);
  const external = last?.kind === 'external tests' ? last : null;
  const path = external === null ? last?.path : external.path.replace(/_test$/, '');
  const tested = packages.find((pkg) => pkg.path === path);
  const tests = (tested?.files ?? [])
    .map(({ file }) => file)
    .filter(({ source }) => source.name.endsWith('_test.go'));
  return {
    path: path ?? '',
    name: tested?.name ?? last?.name ?? '',
    tests,
    externalTests: external?.files.map(({ file }) => file) ?? [],
  };
}

/** Checks the packages of one program, each after what it imports. */
class ProgramChecker implements Importer {
  readonly listings: Listing[] = [];
  private readonly library: Library;
  private readonly fset: FileSet;
  private readonly goVersion: string | null;
  private readonly vets: boolean;
  private readonly isPlain: boolean;
  private readonly checked = new Map<string, CheckedPackage>();
  /** Packages that have errors, or import one that has. */
  private readonly broken = new Set<string>();

  constructor(library: Library, fset: FileSet, options: FrontEndOptions, isPlain: boolean) {
    this.library = library;
    this.fset = fset;
    this.goVersion = options.goVersion ?? null;
    this.vets = options.vets === true;
    this.isPlain = isPlain;
    // The values of run-time panics are of the types of runtime, whatever the program imports.
    library.importPackage('runtime');
  }

  importPackage(path: string): Package | { readonly error: string } {
    return this.checked.get(path)?.pkg ?? this.library.importPackage(path);
  }

  missingNameOrNull(path: string, name: string): string | null {
    return missingNameMessageOrNull(path, name);
  }

  keptMembersOrNull(path: string, type: string): ReturnType<typeof keptMembersOrNull> {
    return keptMembersOrNull(path, type);
  }

  /** Checks a package under an import path of its own, unless what it imports is broken. */
  checkPackage(loaded: LoadedPackage, path: string): void {
    if (loaded.imports.some((imported) => this.broken.has(imported))) {
      this.broken.add(loaded.path);
      return;
    }
    if (loaded.emptyText !== null) {
      this.broken.add(loaded.path);
      this.listings.push(loadListing([plainError(loaded.emptyText)]));
      return;
    }
    const goVersion = this.goVersion ?? loaded.goVersion;
    const files = loaded.files.map(({ file }) => file);
    const problems = this.vets ? [] : debugProblems(files);
    if (problems.length > 0) {
      this.list(loaded, problems);
      return;
    }
    const embeds = files.map(embedsOf);
    const parserDiagnostics = loaded.files.flatMap(({ diagnostics: parsed }, i) => [
      ...parsed,
      ...(embeds[i]?.malformed ?? []),
      ...(files[i] === undefined ? [] : lineDiagnostics(files[i].source)),
    ]);
    const diagnostics = [...this.minded(parserDiagnostics)];
    if (!hasSyntaxErrors(diagnostics)) {
      const result = check(this.fset, files, {
        path,
        importer: this,
        hasParseErrors: diagnostics.length > 0,
        ...(goVersion === null ? {} : { goVersion }),
      });
      diagnostics.push(...this.minded(result.diagnostics));
      if (diagnostics.length === 0) {
        diagnostics.push(...this.minded(embeddedProblems(result, embeds, loaded.embedded)));
      }
      this.checked.set(loaded.path, { ...result, library: false });
    }
    if (diagnostics.length > 0) this.list(loaded, diagnostics);
  }

  /** What gc says before it reads any import. */
  listSyntaxErrors(packages: readonly LoadedPackage[]): void {
    for (const pkg of packages) {
      const diagnostics = pkg.files.flatMap((parsed) => this.minded(parsed.diagnostics));
      if (hasSyntaxErrors(diagnostics)) this.list(pkg, diagnostics);
    }
  }

  private minded(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    if (!this.vets) return diagnostics;
    return diagnostics.filter(({ code }) => ![directiveCode, 'embed', 'link'].includes(code));
  }

  /** The program that runs the tests; it is ours, so nobody looks into it. */
  checkTestMain(text: string): void {
    const { file, diagnostics } = parse(this.fset.addFile('_testmain.go', text));
    const result = check(this.fset, [file], { path: 'main', importer: this });
    const all = [...diagnostics, ...result.diagnostics];
    if (all.length > 0) throw new Error(`Test main:\n${formatDiagnostics(this.fset, all)}`);
    this.checked.set('main', { ...result, library: true });
  }

  packages(): readonly CheckedPackage[] {
    const own = [...this.checked.values()];
    const imported = own.map(({ pkg }) => pkg);
    const provided = this.library
      .neededBy(imported)
      .map((result) => ({ ...result, library: true }));
    const all = [...provided, ...own].map((checked) => ({
      checked,
      path: checked.pkg.path,
      imports: checked.pkg.imports.map(({ path }) => path),
      hasWork: hasInitialisation(checked),
    }));
    return initOrder(all).map(({ checked }) => checked);
  }

  private list(loaded: LoadedPackage, diagnostics: readonly Diagnostic[]): void {
    this.broken.add(loaded.path);
    const heading = this.isPlain && loaded.path === commandLinePath ? null : `# ${loaded.path}`;
    const listed = formatDiagnostics(this.fset, diagnostics);
    const text = heading === null ? listed : `${heading}\n${listed}`;
    this.listings.push({ heading, diagnostics, text });
  }
}

/** Gives variables the files that they embed; what gc says of those that cannot have them. */
function embeddedProblems(
  { info }: CheckResult,
  embeds: readonly Embeds[],
  found: LoadedPackage['embedded'],
): readonly Diagnostic[] {
  const misplaced = embeds.flatMap((each) => each.misplaced);
  if (misplaced.length > 0) return misplaced;
  const variables = embeds.flatMap((each) =>
    each.variables.map(({ spec, patterns }) => {
      const files = patterns.flatMap(({ text }) => found.get(text) ?? []);
      return { spec, files: [...new Map(files.map((file) => [file.name, file])).values()] };
    }),
  );
  return initializeEmbedded(info, variables);
}

/** What was found of packages, by their files: those of the library are in many programs. */
const initialised = new WeakMap<readonly File[], boolean>();

/** Whether something happens when the package is initialised. */
function hasInitialisation({ files, initializes }: CheckResult): boolean {
  const known = initialised.get(files);
  if (known !== undefined) return known;
  const hasInit = files.some(({ decls }) =>
    decls.some(
      (decl) => decl.kind === 'FuncDecl' && decl.name.name === 'init' && decl.recv === null,
    ),
  );
  const found = hasInit || initializes();
  initialised.set(files, found);
  return found;
}

/**
 * The library's packages, checked on demand, each once for all programs: they never change, and no
 * program can tell.
 */
class Library implements Importer {
  readonly fset = new FileSet(null, sharedBase);
  private readonly checked = new Map<string, CheckResult>();
  private readonly isWhole: boolean;

  /** Whole: not only those declarations and bodies are checked that a program needs. */
  constructor(isWhole: boolean) {
    this.isWhole = isWhole;
  }

  importPackage(path: string): Package | { readonly error: string } {
    const known = this.checked.get(path);
    if (known !== undefined) return known.pkg;
    const texts = libraryFiles(path);
    if (texts === null) return { error: importRefusal(path) };
    const files = texts.map(({ name, text }) => {
      const source = this.fset.addFile(name, text);
      const { file, diagnostics } = this.isWhole ? parse(source) : parseLazily(source);
      this.demandNone(diagnostics);
      return file;
    });
    const result = check(this.fset, files, {
      path,
      importer: this,
      allowsNatives: true,
      onDemand: !this.isWhole,
    });
    this.demandNone(result.diagnostics);
    this.checked.set(path, result);
    return result.pkg;
  }

  /** What packages import, directly or not, and runtime, each after what it needs itself. */
  neededBy(packages: readonly Package[]): readonly CheckResult[] {
    const needed = new Map<string, CheckResult>();
    const visit = (path: string): void => {
      const result = this.checked.get(path);
      if (result === undefined || needed.has(path)) return;
      for (const imported of result.pkg.imports) visit(imported.path);
      needed.set(path, result);
    };
    visit('runtime');
    for (const { imports } of packages) for (const imported of imports) visit(imported.path);
    return [...needed.values()];
  }

  /** The library is ours: a mistake in it is a mistake of ours. */
  private demandNone(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) {
      throw new Error(`Library does not compile:\n${formatDiagnostics(this.fset, diagnostics)}`);
    }
  }
}

const needed = new Library(false);
const whole = new Library(true);

/** Checks all of a library package and what it imports; throws if there is a mistake. */
export function demandLibraryPackage(path: string): void {
  whole.importPackage(path);
}

/** Why programs cannot import a package; null for all of the library. Internals are not refused. */
function refusalOrNull(path: string): string | null {
  const isStandard = !(path.split('/')[0] ?? '').includes('.');
  if (isStandard && isInternal(path)) return null;
  return isLibraryPackage(path) ? null : importRefusal(path);
}
