// `node:process` in the build of the command line: the global itself. Node's own module asks for every
// property of it once, standard input and all, before the first line runs: 3 ms.

import type { Plugin } from 'vite';

const id = '\0interleave:process';

/** For the build whose entry is the command line; does nothing to others. */
export function nodeProcess(): Plugin {
  let applies = false;
  return {
    name: 'interleave:node-process',
    apply: 'build',
    enforce: 'pre',
    configResolved({ build }) {
      applies = build.ssr === 'src/cli/main.ts';
    },
    resolveId(source) {
      return applies && source === 'node:process' ? id : null;
    },
    load(loaded) {
      return loaded === id ? 'export default globalThis.process;' : null;
    },
  };
}
