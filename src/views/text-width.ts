// How wide texts are, without a browser: exact for the code font, a good estimate for prose.

/** Commit Mono: every character is 0.6 em. */
export function codeWidth(text: string, size: number): number {
  return [...text].length * size * 0.6;
}

/** IBM Plex Sans at weight 500: narrow, normal and wide letters. */
export function proseWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (/[ijl.,:;'’|!()[\] tfr]/.test(character)) ems += 0.31;
    else if (/[mwMW@%]/.test(character)) ems += 0.84;
    else if (/[A-Z0-9]/.test(character)) ems += 0.62;
    else ems += 0.56;
  }
  return ems * size;
}

/** Cuts prose to a width, with an ellipsis. */
export function fitProse(text: string, size: number, width: number): string {
  if (proseWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && proseWidth(`${characters.join('')}…`, size) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/**
 * Makes a short sentence fit: first without the words up to its comma (`send, jobs is full` →
 * `jobs is full`), then without what goes without saying (`9.999 ms left`), then with an ellipsis.
 */
export function fitSentence(text: string, size: number, width: number): string {
  if (proseWidth(text, size) <= width) return text;
  const comma = text.indexOf(', ');
  const short = comma < 0 ? text : text.slice(comma + 2);
  const fits = proseWidth(short, size) <= width;
  return fits ? short : fitProse(short.replace(/ left$/, ''), size, width);
}

/** Cuts code to a width, with an ellipsis. */
export function fitCode(text: string, size: number, width: number): string {
  const characters = [...text];
  const room = Math.max(Math.floor(width / (size * 0.6)), 1);
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`;
}

/** A monogram tag. */
export function tagWidth(monogram: string): number {
  return Math.max(20, codeWidth(monogram, 10.5) + 9);
}

/** A ticket: monogram and value, or monogram and an empty slot. */
export function ticketWidth(monogram: string, value: string | null): number {
  const valueWidth = value === null ? 20 : Math.max(20, codeWidth(value, 10.5) + 10);
  return tagWidth(monogram) + valueWidth;
}

/** Cuts a name of several, `worker 12`, `func1 #2`, `worker ×100`, but never its number. */
export function fitName(name: string, size: number, width: number): string {
  const number = / [#×]?\d+$/.exec(name)?.[0] ?? '';
  const rest = name.slice(0, name.length - number.length);
  return fitCode(rest, size, width - codeWidth(number, size)) + number;
}
