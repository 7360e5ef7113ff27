// Text archives of test data: files in one text, each after a line "-- name --". What stands
// before the first such line is commentary.

/** The files of an archive, by name, in order. */
export function readArchive(text: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let name: string | null = null;
  let lines: string[] = [];
  const finish = (): void => {
    if (name !== null) files.set(name, lines.map((line) => `${line}\n`).join(''));
    lines = [];
  };
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const header = /^-- (.+) --$/.exec(line);
    if (header === null) {
      lines.push(line);
      continue;
    }
    finish();
    name = header[1] ?? '';
  }
  finish();
  return files;
}
