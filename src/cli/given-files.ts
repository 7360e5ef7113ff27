// The files that a program finds in its working directory: copies of those in a folder, or those of an
// archive. Nothing is ever written back. Too much is left out, so that a run stays quick to begin.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { archivedFiles, type GivenFile, type SourceText } from '../engine/engine.ts';

const maxFiles = 2000;
const maxFileBytes = 4 * 2 ** 20;
const maxBytes = 32 * 2 ** 20;

/** Those of the archive that the sources are, or else of the folder and those below it. */
export function givenFiles(sources: readonly SourceText[], folder: string): readonly GivenFile[] {
  return archivedFiles(sources) ?? filesIn(folder);
}

function filesIn(root: string): readonly GivenFile[] {
  const found: GivenFile[] = [];
  let bytes = 0;
  const visit = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (/^\.|^node_modules$/.test(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path, `${prefix}${entry.name}/`);
      if (!entry.isFile() || found.length >= maxFiles) continue;
      const { size } = statSync(path);
      bytes += size;
      if (size > maxFileBytes || bytes > maxBytes) continue;
      found.push({ name: `${prefix}${entry.name}`, bytes: readFileSync(path, 'latin1') });
    }
  };
  visit(root, '');
  return found;
}
