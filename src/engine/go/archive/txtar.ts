// Several files as one text: the txtar form of Go's own tools and of the Go playground. A line
// `-- name --` begins a file; what stands above the first is the comment.
// Invariant: parse(print(x)) equals x, where every text ends in a newline or is empty.

/** A file of an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly text: string;
  /** Lines of the archive above the file's first. */
  readonly linesAbove: number;
}

export interface Archive {
  readonly comment: string;
  readonly files: readonly ArchivedFile[];
}

const marker = /^-- (.*) --\r?$/;

/** Splits an archive; any text is one, perhaps without files. */
export function parseTxtar(text: string): Archive {
  let comment: string | null = null;
  const files: ArchivedFile[] = [];
  let name = '';
  let linesAbove = 0;
  let from = 0;
  let line = 0;
  const finish = (to: number): void => {
    const part = withNewline(text.slice(from, to));
    if (comment === null) comment = part;
    else files.push({ name, text: part, linesAbove });
  };
  for (let at = 0; at < text.length; line++) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const found = text.startsWith('-- ', at)
      ? nameOrNull(text.slice(at, newline < 0 ? next : newline))
      : null;
    if (found !== null) {
      finish(at);
      name = found;
      from = next;
      linesAbove = line + 1;
    }
    at = next;
  }
  finish(text.length);
  return { comment: comment ?? '', files };
}

function nameOrNull(line: string): string | null {
  const name = marker.exec(line)?.[1]?.trim() ?? '';
  return name === '' ? null : name;
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** The archive as text. */
export function printTxtar(archive: {
  readonly comment: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}): string {
  const parts = archive.files.map(({ name, text }) => `-- ${name} --\n${withNewline(text)}`);
  return withNewline(archive.comment) + parts.join('');
}
