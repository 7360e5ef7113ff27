// What a visitor downloads, in brotli bytes (kB = 1000). Computed from the build's manifest, so that
// a budget follows the import graph and not file names.

import { readFileSync } from 'node:fs';

/** @typedef {{ file: string, css?: string[], imports?: string[], isEntry?: boolean }} Chunk */

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
const firstLoad = filesOf(reachableFrom(entries));
const later = filesOf(Object.keys(manifest)).filter((file) => !firstLoad.includes(file));

/**
 * The chunks themselves and what they import statically.
 * @param {string[]} keys
 */
function reachableFrom(keys) {
  const seen = new Set(keys);
  for (const key of seen) for (const next of manifest[key]?.imports ?? []) seen.add(next);
  return [...seen];
}

/**
 * Scripts and style sheets; fonts and pictures are fetched by need and are not counted.
 * @param {string[]} keys
 */
function filesOf(keys) {
  const files = keys.flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]);
  return [...new Set(files.filter((file) => /\.(js|css)$/.test(file)))];
}

/** @param {string} file */
const inDist = (file) => `dist/${file}`;

export default [
  {
    name: 'First load: page, React, views, style sheets',
    path: ['dist/index.html', ...firstLoad.map(inDist)],
    limit: '200 kB',
  },
  {
    name: 'Loaded on idle: Monaco and the rest of the page',
    path: later.map(inDist),
    limit: '720 kB',
  },
];
