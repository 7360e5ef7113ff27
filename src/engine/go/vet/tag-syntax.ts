// Struct tags: `key:"value"` pairs separated by blanks (reflect.StructTag).

interface Pair {
  readonly key: string;
  readonly value: string;
  readonly rest: string;
}

type Scanned = Pair | { readonly problem: string };

const badSyntax = 'bad syntax for struct tag pair';
const badKey = 'bad syntax for struct tag key';
const badValue = 'bad syntax for struct tag value';
const badSpace = 'suspicious space in struct tag value';
const notSeparated = 'key:"value" pairs not separated by spaces';

/** The value of a key; "" if there is none. */
export function tagValue(tag: string, key: string): string {
  let rest = tag;
  while (rest !== '') {
    rest = rest.replace(/^ +/, '');
    if (rest === '') break;
    const pair = scanPair(rest);
    if ('problem' in pair) break;
    if (pair.key === key) return pair.value;
    rest = pair.rest;
  }
  return '';
}

/** What is wrong with a tag, in the words of vet; null if nothing is. */
export function tagProblemOrNull(tag: string): string | null {
  let rest = tag;
  for (let n = 0; rest !== ''; n++) {
    if (n > 0 && !rest.startsWith(' ')) return notSeparated;
    rest = rest.replace(/^ +/, '');
    if (rest === '') break;
    const pair = scanPair(rest);
    if ('problem' in pair) return pair.problem;
    if (hasSuspiciousSpace(pair.key, pair.value)) return badSpace;
    rest = pair.rest;
  }
  return null;
}

function scanPair(tag: string): Scanned {
  const key = /^[^\p{Cc} :"]*/u.exec(tag)?.[0] ?? '';
  if (key === '') return { problem: badKey };
  const rest = tag.slice(key.length);
  if (rest.length < 2 || !rest.startsWith(':')) return { problem: badSyntax };
  if (!rest.startsWith(':"')) return { problem: badValue };
  const quoted = /^"(?:\\[\s\S]|[^"\\])*"/.exec(rest.slice(1))?.[0];
  const value = quoted === undefined ? null : unquoteOrNull(quoted);
  if (quoted === undefined || value === null) return { problem: badValue };
  return { key, value, rest: rest.slice(1 + quoted.length) };
}

function unquoteOrNull(quoted: string): string | null {
  const inner = quoted.slice(1, -1);
  if (inner.includes('\n')) return null;
  if (!inner.includes('\\')) return inner;
  const escape = /\\(?:[abfnrtv\\"]|x[0-9a-fA-F]{2}|[0-7]{3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/g;
  if (inner.replace(escape, '').includes('\\')) return null;
  const simple: { readonly [name: string]: string } = {
    ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
    ...{ '\\': '\\', '"': '"' },
  };
  return inner.replace(escape, (text) => {
    const letter = text[1] ?? '';
    if (Object.hasOwn(simple, letter)) return simple[letter] ?? '';
    const code = /[xuU]/.test(letter)
      ? Number.parseInt(text.slice(2), 16)
      : Number.parseInt(text.slice(1), 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

function hasSuspiciousSpace(key: string, value: string): boolean {
  if (key !== 'xml' && key !== 'json' && key !== 'asn1') return false;
  let rest = value;
  const comma = value.indexOf(',');
  if (key === 'xml') {
    if (value.replace(/^ +| +$/g, '') !== value) return true;
    if (value.split(' ').length > 2) return true;
    if (comma < 0) return false;
    if (comma > 0 && value[comma - 1] === ' ') return true;
    rest = value.slice(comma + 1);
  } else if (key === 'json') {
    if (comma < 0) return false;
    rest = value.slice(comma + 1);
  }
  return rest.includes(' ');
}
