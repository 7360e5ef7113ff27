// Tells `public/start.js` in the built page which file the simulator's worker is, so that it is loaded
// beside the page's code and not after it.

import type { Plugin } from 'vite';
import { simulatorScript } from './content-security-policy.ts';

/** Writes the name of the worker's file into the page; in the dev server there is none. */
export function earlyWorker(): Plugin {
  return {
    name: 'interleave:early-worker',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => simulatorScript.test(`/${name}`));
        if (file === undefined) return html;
        return html.replace('src="./start.js"', `src="./start.js" data-simulator="./${file}"`);
      },
    },
  };
}
