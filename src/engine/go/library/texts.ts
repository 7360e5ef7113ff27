// How library text is bundled: all of it in the page's workers, which have nothing to read it from;
// the command line's build replaces this module by one that reads from a file beside it
// (config/library-texts.ts). Only `library.ts` knows this one.

const texts = import.meta.glob('./src/**/*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Readonly<Record<string, string>>;

/** Names of all files below `src`, sorted. */
export const textNames: readonly string[] = Object.keys(texts)
  .map((key) => key.slice('./src/'.length))
  .sort();

/** The text of a file; '' if there is none of that name. */
export function textOf(name: string): string {
  return texts[`./src/${name}`] ?? '';
}
