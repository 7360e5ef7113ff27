// Which modules a program is made of, and in which folders they lie: the module of go.mod, those of
// go.work, and those that a `replace` directive finds in a folder (cmd/go/internal/modload).
// Invariant: folders are relative to the root, "" for itself, and may begin with "..".

import { baseName, folderOf, type SourceText } from './folders.ts';
import {
  type Module,
  parseGoMod,
  parseGoWork,
  type Replacement,
  settingsProblemOrNull,
} from './go-mod.ts';
import type { ModuleSettings } from './godebug.ts';

/** A module whose files are there. */
export interface ModuleFolder {
  readonly path: string;
  readonly folder: string;
  /** Language version; null where there is no go.mod. */
  readonly goVersion: string | null;
}

export interface Modules {
  readonly modules: readonly ModuleFolder[];
  /** Whether a go.work says which they are. */
  readonly isWorkspace: boolean;
  readonly godebug: ModuleSettings;
  /** What the go command says about packages of modules that are named but not to be had. */
  readonly refusalOrNull: (path: string) => string | null;
}

export interface ModulesOptions {
  readonly displayName: (name: string) => string;
  /** Absolute name of the root folder. */
  readonly directory: string;
}

/** Finds the modules, or says what is wrong with the files that name them. */
export function findModules(
  sources: readonly SourceText[],
  options: ModulesOptions,
): Modules | { readonly error: string } {
  const { displayName } = options;
  const textOf = (name: string): string | null =>
    sources.find((source) => source.name === name)?.text ?? null;
  const work = textOf('go.work');
  const parsedWork = work === null ? null : parseGoWork(work, displayName('go.work'));
  if (parsedWork?.kind === 'error') return { error: parsedWork.message };
  const workspace = parsedWork?.workspace ?? null;
  const badWork = settingsProblemOrNull(workspace?.settings ?? [], displayName('go.work'));
  if (badWork !== null) return { error: badWork };
  const used = workspace?.used.map((folder) => resolveFolder('', folder, options.directory));
  const own: { readonly module: Module; readonly folder: string }[] = [];
  for (const folder of used ?? ['']) {
    const name = within(folder, 'go.mod');
    const text = textOf(name);
    if (text === null && workspace === null) continue;
    const shown = displayName(name);
    if (text === null) {
      const what = `open ${shown}: no such file or directory`;
      return { error: `go: cannot load module ${folder} listed in go.work file: ${what}` };
    }
    const parsed = parseGoMod(text, shown);
    if (parsed.kind === 'error') return { error: parsed.message };
    const bad = settingsProblemOrNull(parsed.module.settings, shown);
    if (bad !== null && workspace === null) return { error: bad };
    own.push({ module: parsed.module, folder });
  }
  const replaced = [
    ...(workspace?.replaced ?? []).map((each) => ({ ...each, from: '' })),
    ...own.flatMap(({ module, folder }) =>
      module.replaced.map((each) => ({ ...each, from: folder })),
    ),
  ].map((each) => ({ ...each, at: resolveFolder(each.from, each.folder, options.directory) }));
  const required = new Map(own.flatMap(({ module }) => [...module.required]));
  const { goVersion = null, settings = [] } = workspace ?? own[0]?.module ?? {};
  const isWorkspace = workspace !== null;
  return {
    ...build(own, replaced, required, textOf, isWorkspace),
    godebug: { goVersion, settings },
  };
}

interface FoundReplacement extends Replacement {
  /** The folder it leads to. */
  readonly at: string;
}

function build(
  own: readonly { readonly module: Module; readonly folder: string }[],
  replaced: readonly FoundReplacement[],
  required: Map<string, string>,
  textOf: (name: string) => string | null,
  isWorkspace: boolean,
): Omit<Modules, 'godebug'> {
  const main = own.map(({ module: { path, goVersion }, folder }) => ({ path, goVersion, folder }));
  const modules: ModuleFolder[] =
    main.length > 0 || isWorkspace ? main : [{ path: 'play', folder: '', goVersion: null }];
  const problems = new Map<string, string>();
  const waiting = [...replaced];
  // What a replaced module requires is required, and may be replaced itself.
  for (let i = 0; i < waiting.length; i++) {
    const each = waiting[i];
    if (each === undefined || modules.some(({ path }) => path === each.path)) continue;
    const version = required.get(each.path);
    if (version === undefined || (each.version !== null && each.version !== version)) continue;
    const text = textOf(within(each.at, 'go.mod'));
    const parsed = text === null ? null : parseGoMod(text, within(each.folder, 'go.mod'));
    if (parsed?.kind === 'module') {
      modules.push({ path: each.path, folder: each.at, goVersion: parsed.module.goVersion });
      for (const [path, at] of parsed.module.required) {
        if (!required.has(path)) required.set(path, at);
      }
      waiting.push(...replaced.filter(({ path }) => parsed.module.required.has(path)));
    } else {
      const what = `replacement directory ${each.folder} does not exist`;
      problems.set(each.path, `${each.path}@${version}: ${what}`);
    }
  }
  return {
    modules,
    isWorkspace,
    refusalOrNull: (path) => {
      const problem = [...problems].find(([module]) => isWithin(path, module));
      if (problem !== undefined) return problem[1];
      const unused = replaced.find((each) => isWithin(path, each.path) && !required.has(each.path));
      if (unused === undefined) return null;
      return `module ${unused.path} provides package ${path} and is replaced but not required; to add it:\n\tgo get ${unused.path}`;
    },
  };
}

/** The module that a package of this path is in: of several the innermost. */
export function moduleOfPath(modules: readonly ModuleFolder[], path: string): ModuleFolder | null {
  return longest(
    modules.filter((module) => isWithin(path, module.path)).map((each) => [each.path, each]),
  );
}

/** The module that a folder belongs to. */
export function moduleOfFolder(
  modules: readonly ModuleFolder[],
  folder: string,
): ModuleFolder | null {
  const around = modules.filter(
    (module) => module.folder === '' || isWithin(folder, module.folder),
  );
  return longest(around.map((each) => [each.folder, each]));
}

/** Go files that belong to the modules: a folder with a go.mod of its own is another module. */
export function sourcesOf(
  sources: readonly SourceText[],
  modules: readonly ModuleFolder[],
): readonly SourceText[] {
  const others = sources
    .filter(({ name }) => baseName(name) === 'go.mod')
    .map(({ name }) => folderOf(name))
    .filter((folder) => folder !== '' && !modules.some((module) => module.folder === folder));
  return sources.filter(
    ({ name }) => name.endsWith('.go') && !others.some((folder) => isWithin(name, folder)),
  );
}

/** Folders, relative to the one of this go.mod or go.work, in which it says that modules lie. */
export function localFolders(name: string, text: string): readonly string[] {
  if (baseName(name) === 'go.work') {
    const parsed = parseGoWork(text, name);
    if (parsed.kind === 'error') return [];
    const { used, replaced } = parsed.workspace;
    return [...used, ...replaced.map(({ folder }) => folder)];
  }
  const parsed = parseGoMod(text, name);
  return parsed.kind === 'error' ? [] : parsed.module.replaced.map(({ folder }) => folder);
}

function longest(found: readonly (readonly [string, ModuleFolder])[]): ModuleFolder | null {
  const [best] = [...found].sort(([a], [b]) => b.length - a.length);
  return best?.[1] ?? null;
}

/** A path, or what lies below it. */
function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}

/** The path of something in a folder. */
export function within(folder: string, path: string): string {
  return folder === '' ? path : path === '' ? folder : `${folder}/${path}`;
}

/** A folder that is written in a file of the folder `from`, relative to the root. */
function resolveFolder(from: string, written: string, directory: string): string {
  const target = written.startsWith('/') ? relativeTo(directory, written) : within(from, written);
  const parts: string[] = [];
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function relativeTo(directory: string, path: string): string {
  const [from, to] = [directory, path].map((each) => each.split('/').filter((part) => part !== ''));
  const common = (from ?? []).findIndex((part, i) => part !== to?.[i]);
  const shared = common < 0 ? (from ?? []).length : common;
  return [...(from ?? []).slice(shared).map(() => '..'), ...(to ?? []).slice(shared)].join('/');
}
