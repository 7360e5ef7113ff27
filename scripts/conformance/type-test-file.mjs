// What a test file of Go's type checker expects: comments ERROR "text" and ERRORx "regexp" after the
// token where an error is to be reported. Pure; the rules are those of types2's check_test.go.

/**
 * @typedef {object} WantedAt
 * @property {string} file
 * @property {number} line of the token before the comment
 * @property {number} column
 * @property {string} text as it is written
 * @property {(message: string) => boolean} fits
 */

const token = new RegExp(
  [
    String.raw`(?<space>[ \t\r]+)`,
    String.raw`(?<newline>\n)`,
    String.raw`(?<line>\/\/[^\n]*)`,
    String.raw`(?<block>\/\*[\s\S]*?\*\/)`,
    '(?<raw>`[^`]*`?)',
    String.raw`(?<string>"(?:\\.|[^"\\\n])*"?)`,
    String.raw`(?<rune>'(?:\\.|[^'\\\n])*'?)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{Nd}_]*)`,
    String.raw`(?<number>\.?\d(?:[eEpP][+-]|[\w.])*)`,
    String.raw`(?<operator><<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|<<|>>|&\^|[-+*\/%&|^]=|[\s\S])`,
  ].join('|'),
  'uy',
);

/**
 * @param {string} file
 * @param {string} text
 * @returns {WantedAt[]}
 */
export function wantedTypeErrors(file, text) {
  /** @type {WantedAt[]} */
  const wanted = [];
  let [line, lineStart] = [1, 0];
  let last = { line: 0, column: 0 };
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    const groups = match.groups ?? {};
    const comment = groups.line?.slice(2) ?? groups.block?.slice(2, -2);
    const isBlank = groups.space !== undefined || groups.newline !== undefined;
    if (comment === undefined) {
      if (!isBlank) last = { line, column: columnAt(text, lineStart, match.index) };
    } else if (/^ ERRORx? /.test(comment)) {
      wanted.push({ file, ...last, text: comment.trim(), fits: test(comment) });
    }
    for (let at = found.indexOf('\n'); at >= 0; at = found.indexOf('\n', at + 1)) {
      line++;
      lineStart = match.index + at + 1;
    }
  }
  return wanted;
}

/** Columns count bytes. @param {string} text @param {number} lineStart @param {number} at */
function columnAt(text, lineStart, at) {
  return Buffer.byteLength(text.slice(lineStart, at)) + 1;
}

/** @param {string} comment @returns {(message: string) => boolean} */
function test(comment) {
  const [, kind, quoted = ''] = /^ (ERRORx?) ([\s\S]*)/.exec(comment) ?? [];
  const pattern = unquote(quoted.trim());
  if (kind === 'ERROR') return (message) => message.includes(pattern);
  const expression = new RegExp(pattern.replace(/^\(\?s\)/, ''), 's');
  return (message) => expression.test(message);
}

/** A Go string literal, as these tests have them. @param {string} quoted */
function unquote(quoted) {
  if (quoted.startsWith('`')) return quoted.slice(1, -1);
  return quoted.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (_, code) => {
    if (/^[ux]./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return { n: '\n', t: '\t' }[/** @type {'n' | 't'} */ (code)] ?? code;
  });
}

/**
 * What is wrong with the errors found. An error may be wanted on its line within `columns`.
 * @param {readonly WantedAt[]} wanted
 * @param {readonly { file: string, line: number, column: number, message: string }[]} found
 * @param {number} columns
 * @returns {string[]}
 */
export function compareTypeErrors(wanted, found, columns) {
  const complaints = [];
  const left = [...wanted];
  for (const { file, line, column, message } of found) {
    const here = left
      .filter((want) => want.file === file && want.line === line && want.fits(message))
      .map((want) => ({ want, distance: Math.abs(want.column - column) }))
      .sort((one, other) => one.distance - other.distance);
    const [nearest] = here;
    const place = `${file}:${line}:${column}`;
    if (nearest === undefined) {
      complaints.push(`${place}: no error expected: ${message}`);
      continue;
    }
    if (nearest.distance > columns) {
      complaints.push(`${place}: expected at column ${nearest.want.column}: ${message}`);
    }
    left.splice(left.indexOf(nearest.want), 1);
  }
  for (const { file, line, column, text } of left) {
    complaints.push(`${file}:${line}:${column}: missing: ${text}`);
  }
  return complaints;
}
