// The files that a program finds in its working directory: copies of those in a folder, or those of an
// archive. Nothing is ever written back. Too much is left out, so that a run stays quick to begin.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { archivedFiles, type GivenFile, type SourceText } from '../engine/engine.ts';

const hidden = /^\.|^node_modules$/;
const maxFiles = 2000;
const maxFileBytes = 4 * 2 ** 20;
const maxBytes = 32 * 2 ** 20;

/**
 * Those of the archive that the sources are, or else of the folder and those below it; of the rest of
 * the tree under `root`, which the folder is in, as far as there is room.
 */
export function givenFiles(
  sources: readonly SourceText[],
  folder: string,
  root = folder,
): readonly GivenFile[] {
  return archivedFiles(sources) ?? filesIn(folder, root);
}

/** All files below a folder, for `//go:embed`. */
export function programFiles(root: string): readonly GivenFile[] {
  return filesIn(root, root, /^(\.git|\.hg|\.svn|node_modules)$/);
}

function filesIn(folder: string, root: string, leftOut = hidden): readonly GivenFile[] {
  const found: GivenFile[] = [];
  let bytes = 0;
  const place = relative(root, folder).split(sep).join('/');
  const own = place === '' ? '' : `${place}/`;
  if (own !== '') found.push({ name: own, bytes: '' });
  const visit = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (leftOut.test(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory() && path !== folder) visit(path, `${prefix}${entry.name}/`);
      if (!entry.isFile() || found.length >= maxFiles) continue;
      const { size } = statSync(path);
      bytes += size;
      if (size > maxFileBytes || bytes > maxBytes) continue;
      found.push({ name: `${prefix}${entry.name}`, bytes: readFileSync(path, 'latin1') });
    }
  };
  visit(folder, own);
  if (own !== '') visit(root, '');
  return found;
}
