// The Go text of the library in the build of the command line: one file beside the code, of which a
// program has those parts read that it imports. In the code it would be most of what Node compiles
// at every start.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const folder = 'src/engine/go/library/src';
const replaced = '/src/engine/go/library/texts.ts';
const fileName = 'library.txt';

interface Texts {
  readonly bytes: Buffer;
  /** Name, first byte and end of each text. */
  readonly index: readonly (readonly [name: string, from: number, to: number])[];
}

function readTexts(): Texts {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.go'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const texts = names.map((name) => readFileSync(join(folder, name)));
  let at = 0;
  const index = names.map((name, i) => {
    const from = at;
    at += texts[i]?.length ?? 0;
    return [name, from, at] as const;
  });
  return { bytes: Buffer.concat(texts), index };
}

/** The module in place of `texts.ts`; it stands in a folder of chunks. */
function moduleText({ index }: Texts): string {
  return `import { closeSync, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const index = new Map(${JSON.stringify(index)}.map(([name, from, to]) => [name, { from, to }]));
export const textNames = [...index.keys()];
export function textOf(name) {
  const { from, to } = index.get(name) ?? { from: 0, to: 0 };
  const bytes = Buffer.allocUnsafe(to - from);
  const file = openSync(fileURLToPath(new URL('../${fileName}', import.meta.url)));
  readSync(file, bytes, 0, to - from, from);
  closeSync(file);
  return bytes.toString('utf8');
}
`;
}

/** For the build whose entry is the command line; does nothing to others. */
export function libraryTexts(): Plugin {
  let applies = false;
  return {
    name: 'interleave:library-texts',
    apply: 'build',
    enforce: 'pre',
    configResolved({ build }) {
      applies = build.ssr === 'src/cli/main.ts';
    },
    load(id) {
      return applies && id.endsWith(replaced) ? moduleText(readTexts()) : null;
    },
    generateBundle() {
      if (applies) this.emitFile({ type: 'asset', fileName, source: readTexts().bytes });
    },
  };
}
