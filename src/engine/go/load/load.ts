// From files to packages, as the go command does it: which folder is which package, who imports
// whom, and what is wrong with that (cmd/go/internal/load). Nothing is type-checked here.
// Invariants: packages come after what they import; at most one error a package; imports are
// visited in the order of their paths, so errors come in the go command's order.

import type { ImportSpec } from '../syntax/ast.ts';
import { embedsOf } from '../syntax/embeds.ts';
import type { ParseResult } from '../syntax/parser.ts';
import type { FileSet } from '../syntax/pos.ts';
import { matchPattern, type ProgramFile } from './embedded-files.ts';
import {
  baseName,
  type Folder,
  folderOf,
  type ReadingOptions,
  readFolder,
  type SourceText,
} from './folders.ts';
import type { ModuleSettings } from './godebug.ts';
import { pathProblemOrNull } from './import-path.ts';
import {
  cycleError,
  headerError,
  type ImportPlace,
  type ImportStep,
  type LoadError,
  placedError,
  plainError,
  stackedError,
} from './load-errors.ts';
import {
  findModules,
  type Modules,
  moduleOfFolder,
  moduleOfPath,
  sourcesOf,
  within,
} from './modules.ts';

/** Which package is meant: the files of these names, or the package in a folder ("" is the root). */
export type Target =
  | { readonly kind: 'files'; readonly names: readonly string[] }
  | { readonly kind: 'folder'; readonly folder: string };

export interface LoadOptions {
  readonly fset: FileSet;
  readonly target: Target;
  /** With the package's tests. */
  readonly tests: boolean;
  readonly displayName: (name: string) => string;
  /** Absolute name of the root folder in messages. */
  readonly directory: string;
  /** Why a package that is not the program's own cannot be imported; null if it can. */
  readonly refusalOrNull: (path: string) => string | null;
  /** All files of the program's tree, for patterns of `//go:embed`. */
  readonly programFiles: () => readonly ProgramFile[];
  /** Whether Go's own library has it, provided or not. */
  readonly isStandard: (path: string) => boolean;
}

export interface LoadedPackage {
  /** The import path; "command-line-arguments" for files. */
  readonly path: string;
  readonly kind: 'package' | 'external tests';
  readonly name: string;
  readonly files: readonly ParseResult[];
  /** What the go command says when there is nothing to build but tests; else null. */
  readonly emptyText: string | null;
  /** What it imports of the program's own packages. */
  readonly imports: readonly string[];
  /** Its module's language version; null without go.mod. */
  readonly goVersion: string | null;
  /** The files of each `//go:embed` pattern, by its text. */
  readonly embedded: ReadonlyMap<string, readonly ProgramFile[]>;
}

export interface Loaded {
  /** Import path of the target. */
  readonly path: string;
  /** In order of dependency; without errors the target is the last, or its external tests. */
  readonly packages: readonly LoadedPackage[];
  readonly errors: readonly LoadError[];
  /** What the main module says of GODEBUG. */
  readonly godebug: ModuleSettings;
}

/** The package path of files that are named one by one. */
export const commandLinePath = 'command-line-arguments';

/** Finds the target and the packages of its module that it needs. */
export function load(sources: readonly SourceText[], options: LoadOptions): Loaded {
  const found = findModules(sources, options);
  if ('error' in found) {
    return failedToLoad(plainError(found.error));
  }
  const loader = new Loader(sources, found, options);
  const path = loader.loadTarget();
  const { packages, errors } = loader;
  return { path, packages, errors, godebug: found.godebug };
}

/** Nothing could be loaded, for this reason. */
export function failedToLoad(error: LoadError): Loaded {
  const godebug = { goVersion: null, settings: [] };
  return { path: commandLinePath, packages: [], errors: [error], godebug };
}

/** An import as the go command sees it: the first place of each path. */
interface Import {
  readonly path: string;
  readonly file: string;
  readonly place: ImportPlace;
}

interface Node {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  isLoading: boolean;
  error: LoadError | null;
  readonly embedded: Map<string, readonly ProgramFile[]>;
}

class Loader {
  readonly packages: LoadedPackage[] = [];
  readonly errors: LoadError[] = [];
  private readonly sources: readonly SourceText[];
  private readonly options: LoadOptions;
  private readonly found: Modules;
  private readonly nodes = new Map<string, Node>();
  private readonly stack: ImportStep[] = [];
  private readonly refused = new Set<string>();

  constructor(sources: readonly SourceText[], found: Modules, options: LoadOptions) {
    this.options = options;
    this.found = found;
    this.sources = sourcesOf(sources, found.modules);
  }

  /** Loads what is meant, with all that it needs; its import path. */
  loadTarget(): string {
    const { target, tests } = this.options;
    const isFiles = target.kind === 'files';
    const folder = isFiles ? folderOf(target.names[0] ?? '') : target.folder;
    if (!isFiles && moduleOfFolder(this.found.modules, folder) === null) {
      this.errors.push(plainError(unusedModule(this.options.displayName(folder))));
      return commandLinePath;
    }
    const path = isFiles ? commandLinePath : this.pathOf(folder);
    const sources = isFiles
      ? this.sources.filter(({ name }) => target.names.includes(name))
      : this.sourcesIn(folder);
    const contents = readFolder(sources, this.reading(!isFiles));
    const node = this.newNode(path, folder, contents);
    const files = tests ? [...contents.files, ...contents.tests] : contents.files;
    this.fill(node, contents, files, null);
    if (!tests || contents.externalTests.length === 0) return path;
    const external = this.newNode(`${path}_test`, folder, contents);
    this.matchPatterns(external, contents.externalTests);
    this.visitImports(external, contents.externalTests, null);
    this.finish(external, 'external tests', contents.externalTests);
    if (files.length > 0 || this.packages.at(-1)?.imports.includes(path) === true) return path;
    // Nobody asks for the package that the tests stand beside.
    const beside = this.packages.findIndex((pkg) => pkg.path === path);
    if (beside >= 0) this.packages.splice(beside, 1);
    return path;
  }

  private reading(constraints: boolean): ReadingOptions {
    const { fset, displayName } = this.options;
    return { fset, displayName, constraints };
  }

  private sourcesIn(folder: string): readonly SourceText[] {
    return this.sources.filter(({ name }) => name.endsWith('.go') && folderOf(name) === folder);
  }

  private pathOf(folder: string): string {
    const module = moduleOfFolder(this.found.modules, folder);
    if (module === null) return folder;
    return within(module.path, folder.slice(module.folder.length).replace(/^\//, ''));
  }

  /** The folder of one of the modules' own packages, or null. */
  private folderOfPath(path: string): string | null {
    const module = moduleOfPath(this.found.modules, path);
    if (module === null) return null;
    return within(module.folder, path.slice(module.path.length + 1));
  }

  private newNode(path: string, folder: string, { name }: Pick<Folder, 'name'>): Node {
    const [error, embedded] = [null, new Map()];
    const node: Node = { path, name, folder, isLoading: true, error, embedded };
    this.nodes.set(path, node);
    return node;
  }

  /** Loads a package whose folder has been read; `found` is where it is imported. */
  private fill(
    node: Node,
    contents: Folder,
    files: readonly ParseResult[],
    found: Import | null,
  ): void {
    const { fset } = this.options;
    const place = found?.place ?? null;
    const step = { path: node.path, from: found?.file ?? null };
    const { problem } = contents;
    const isEmpty = contents.name === '' && problem === null;
    if (problem?.kind === 'header') node.error = headerError(fset, problem.diagnostic);
    else if (problem?.kind === 'mixed') {
      const where = this.directoryOf(node.folder);
      node.error = placedError(fset, place, `found packages ${problem.packages} in ${where}`);
    } else if (isEmpty) {
      const what = contents.hasExcluded ? 'build constraints exclude all Go files' : 'no Go files';
      const message = `${what} in ${this.directoryOf(node.folder)}`;
      node.error = contents.hasExcluded
        ? stackedError(fset, [...this.stack, step], place, message)
        : plainError(message);
    }
    this.matchPatterns(node, files);
    // The go command looks no further than a path that is none.
    if (node.error?.diagnostic.message.startsWith('invalid import path') !== true) {
      this.visitImports(node, files, found);
    }
    this.finish(node, 'package', files);
  }

  private finish(node: Node, kind: LoadedPackage['kind'], files: readonly ParseResult[]): void {
    node.isLoading = false;
    if (node.error !== null) {
      this.errors.push(node.error);
      return;
    }
    const imports = importsOf(files)
      .map(({ path }) => path)
      .filter((path) => this.nodes.has(path));
    const { path, name, folder, embedded } = node;
    const emptyText =
      files.length > 0 ? null : `${path}: no non-test Go files in ${this.directoryOf(folder)}`;
    const module = moduleOfFolder(this.found.modules, folder);
    const goVersion = module?.goVersion ?? null;
    this.packages.push({ path, kind, name, files, emptyText, imports, goVersion, embedded });
  }

  /** Finds what the package embeds; of the patterns, sorted, the first wrong one is its error. */
  private matchPatterns(node: Node, files: readonly ParseResult[]): void {
    const embeds = files.map(({ file }) => embedsOf(file)).filter(({ isImported }) => isImported);
    const patterns = embeds
      .flatMap((each) => each.patterns)
      .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    if (patterns.length === 0) return;
    const prefix = node.folder === '' ? '' : `${node.folder}/`;
    const below = new Map(
      this.options
        .programFiles()
        .filter(({ name }) => name.startsWith(prefix))
        .map((file) => [file.name.slice(prefix.length), file.bytes]),
    );
    for (const { text, pos, end } of patterns) {
      if (node.embedded.has(text)) continue;
      const matched = matchPattern(text, [...below.keys()]);
      if (matched.kind === 'error') {
        const message = `pattern ${text}: ${matched.message}`;
        node.error ??= placedError(this.options.fset, { pos, end }, message);
        continue;
      }
      const found = matched.names.map((name) => ({ name, bytes: below.get(name) ?? '' }));
      node.embedded.set(text, found);
    }
  }

  private directoryOf(folder: string): string {
    const { directory } = this.options;
    return folder === '' ? directory : `${directory}/${folder}`;
  }

  private visitImports(node: Node, files: readonly ParseResult[], found: Import | null): void {
    this.stack.push({ path: node.path, from: found?.file ?? null });
    for (const each of importsOf(files)) {
      const error = this.visitImport(node, each);
      node.error ??= error;
    }
    this.stack.pop();
  }

  /** Loads an imported package; what is wrong with importing it from here. */
  private visitImport(importer: Node, found: Import): LoadError | null {
    const { fset } = this.options;
    const { path, place } = found;
    if (/^\.\.?(\/|$)/.test(path)) {
      const message = `${JSON.stringify(path)} is relative, but relative import paths are not supported in module mode`;
      this.errors.push(placedError(fset, place, message));
      const local = `local import ${JSON.stringify(path)} in non-local package`;
      return importer.path === commandLinePath ? null : placedError(fset, place, local);
    }
    const folder = this.folderOfPath(path);
    const known = this.nodes.get(path);
    if (known?.isLoading === true) {
      known.error ??= cycleError([...this.stack, { path, from: found.file }], place);
      return null;
    }
    const node = known ?? (folder === null ? null : this.loadFolderOrNull(path, folder, found));
    if (node === null) {
      const isRefused = this.visitForeign(found, folder !== null);
      return isRefused ? null : this.internalErrorOrNull(importer, found);
    }
    const internal = node.error === null ? this.internalErrorOrNull(importer, found) : null;
    if (internal !== null) return internal;
    if (node.name !== 'main' || node.folder === importer.folder) return null;
    const message = `import ${JSON.stringify(path)} is a program, not an importable package`;
    return placedError(fset, place, message);
  }

  private loadFolderOrNull(path: string, folder: string, found: Import): Node | null {
    const sources = this.sourcesIn(folder);
    if (sources.length === 0) return null;
    const contents = readFolder(sources, this.reading(true));
    const node = this.newNode(path, folder, contents);
    this.fill(node, contents, contents.files, found);
    return node;
  }

  /** A package that is not the program's own; says whether there is none, and complains once. */
  private visitForeign({ path, place }: Import, isOwn: boolean): boolean {
    const { fset, refusalOrNull } = this.options;
    const refusal = (): string | null => this.found.refusalOrNull(path) ?? refusalOrNull(path);
    const message = isOwn ? missingPackage(path) : (pathProblemOrNull(path) ?? refusal());
    if (message === null) return false;
    const isRefusal = !isOwn && this.options.isStandard(path);
    if (!this.refused.has(path)) {
      this.errors.push({ ...placedError(fset, place, message), isRefusal });
    }
    this.refused.add(path);
    return true;
  }

  /** https://go.dev/doc/go1.4#internalpackages */
  private internalErrorOrNull(importer: Node, { path, place }: Import): LoadError | null {
    const match = /^(?:(.*)\/)?internal(?:\/|$)/.exec(path);
    if (match === null) return null;
    const parent = match[1] ?? '';
    // Files named one by one count as where they are.
    const from = importer.path === commandLinePath ? this.pathOf(importer.folder) : importer.path;
    const isAllowed = parent !== '' && (from === parent || from.startsWith(`${parent}/`));
    if (isAllowed) return null;
    const message = `use of internal package ${path} not allowed`;
    return stackedError(this.options.fset, this.stack, place, message, place.pos);
  }
}

/** What the go command says of folders that go.work leaves out. */
function unusedModule(folder: string): string {
  const where = folder === '' ? 'current directory' : `directory ${folder}`;
  const what =
    'is contained in a module that is not one of the workspace modules listed in go.work';
  return `${where} ${what}. You can add the module to the workspace using:\n\tgo work use ${folder === '' ? '.' : folder}`;
}

function missingPackage(path: string): string {
  const [first = ''] = path.split('/');
  if (!first.includes('.')) return `package ${path} is not in std`;
  return `no required module provides package ${path}; to add it:\n\tgo get ${path}`;
}

/** The imports of some files by path, each once; only those above all other declarations. */
function importsOf(files: readonly ParseResult[]): readonly Import[] {
  const imports = new Map<string, Import>();
  for (const { file } of files) {
    for (const spec of leadingImports(file.decls)) {
      const path = /^["`](.*)["`]$/s.exec(spec.path.value)?.[1] ?? '';
      if (path === '' || imports.has(path)) continue;
      const place = { pos: spec.pos, end: spec.path.end };
      imports.set(path, { path, file: baseName(file.source.name), place });
    }
  }
  return [...imports.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function leadingImports(decls: ParseResult['file']['decls']): readonly ImportSpec[] {
  const specs: ImportSpec[] = [];
  for (const decl of decls) {
    if (decl.kind !== 'GenDecl' || decl.tok !== 'import') break;
    for (const spec of decl.specs) if (spec.kind === 'ImportSpec') specs.push(spec);
  }
  return specs;
}
