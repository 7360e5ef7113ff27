// The texts of the menu's programs, read from the files beside this one when the page is built.

import { menuPrograms } from './programs.ts';

const texts: Readonly<Record<string, string>> = import.meta.glob('./*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The Go source of a program of the menu; null if there is no such program. */
export function programText(id: string): string | null {
  const program = menuPrograms.find((each) => each.id === id);
  return program === undefined ? null : (texts[`./${program.file}`] ?? null);
}
