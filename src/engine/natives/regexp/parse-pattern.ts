// Parser of regular expressions (regexp/syntax of Go, which is RE2's syntax): one pass over the
// text, with a stack of the groups that are open. Invariant: the first mistake is the one that
// Go reports, with the same part of the pattern.

import {
  type ClassOptions,
  demandUtf8,
  parseClass,
  parseEscape,
  perlClassOrNull,
  Reader,
  unicodeClassOrNull,
} from './parse-class.ts';
import { RuneSet } from './rune-set.ts';
import { Assertion, capture, joined, leaf, type Node } from './syntax-tree.ts';
import { type Pattern, PatternError, repeat } from './syntax-tree.ts';

const maxRepeat = 1000;
const maxHeight = 1000;
const maxSize = 3_355_443;

interface Flags {
  readonly folds: boolean;
  readonly dotNewline: boolean;
  readonly multiLine: boolean;
  readonly nonGreedy: boolean;
}

interface Group {
  /** Number of the capture, 0 for a group that captures nothing. */
  readonly index: number;
  readonly outer: Flags;
  readonly alternatives: Node[];
  current: Node[];
}

/** Parses a pattern; throws a PatternError. POSIX patterns know nothing of Perl's. */
export function parsePattern(text: string, posix: boolean): Pattern {
  return new PatternParser(text, posix).parse();
}

class PatternParser {
  private readonly reader: Reader;
  private readonly text: string;
  private readonly perl: boolean;
  private readonly names = [''];
  private readonly groups: Group[] = [];
  private group: Group;
  private flags: Flags;
  /** Where repetition began that ends here, which Perl allows no repetition of; else -1. */
  private repeated = -1;
  private nodes = 0;

  constructor(text: string, posix: boolean) {
    this.text = text;
    this.reader = new Reader(text);
    this.perl = !posix;
    this.flags = { folds: false, dotNewline: false, multiLine: posix, nonGreedy: false };
    this.group = { index: 0, outer: this.flags, alternatives: [], current: [] };
  }

  parse(): Pattern {
    const { reader } = this;
    while (!reader.isAtEnd()) {
      const before = reader.at;
      const isRepetition = this.parseNext();
      this.repeated = isRepetition ? before : -1;
    }
    const root = this.closed();
    if (this.groups.length > 0) throw new PatternError('missing closing )', this.text);
    return { root, names: this.names };
  }

  /** One element; says whether it was a repetition of the one before. */
  private parseNext(): boolean {
    const { reader, flags } = this;
    switch (reader.peek()) {
      case '(':
        this.open();
        return false;
      case '|':
        reader.at++;
        this.group.alternatives.push(joined('concat', this.group.current));
        this.group.current = [];
        return false;
      case ')':
        this.close();
        return false;
      case '^':
        this.pushAssertion(flags.multiLine ? Assertion.beginLine : Assertion.beginText, 1);
        return false;
      case '$':
        this.pushAssertion(flags.multiLine ? Assertion.endLine : Assertion.endText, 1);
        return false;
      case '.':
        reader.at++;
        this.push(leaf({ kind: 'any', newline: flags.dotNewline }));
        return false;
      case '[':
        this.push(leaf({ kind: 'set', set: parseClass(reader, this.classOptions()) }));
        return false;
      case '*':
        return this.parseRepetition(0, -1, 1);
      case '+':
        return this.parseRepetition(1, -1, 1);
      case '?':
        return this.parseRepetition(0, 1, 1);
      case '{':
        return this.parseBraces();
      case '\\':
        this.parseBackslash();
        return false;
      default:
        this.pushRune(reader.nextRune());
        return false;
    }
  }

  private classOptions(): ClassOptions {
    return { folds: this.flags.folds, perl: this.perl, newline: this.perl };
  }

  private push(node: Node): void {
    this.nodes++;
    if (this.nodes + node.height >= maxHeight && node.height > maxHeight) {
      throw new PatternError('expression nests too deeply', this.text);
    }
    if (node.size > maxSize) throw new PatternError('expression too large', this.text);
    this.group.current.push(node);
  }

  private pushRune(rune: number): void {
    this.push(leaf({ kind: 'rune', rune, folds: this.flags.folds }));
  }

  private pushAssertion(assertion: number, length: number): void {
    this.reader.at += length;
    this.push(leaf({ kind: 'assertion', assertion }));
  }

  // Groups

  private open(): void {
    const { reader } = this;
    if (this.perl && reader.peek(1) === '?') {
      this.parseFlags();
      return;
    }
    reader.at++;
    this.openCapture('');
  }

  private openCapture(name: string): void {
    this.names.push(name);
    this.openGroup(this.names.length - 1, this.flags);
  }

  private openGroup(index: number, outer: Flags): void {
    this.groups.push(this.group);
    this.group = { index, outer, alternatives: [], current: [] };
  }

  private closed(): Node {
    const { alternatives, current } = this.group;
    return joined('alternate', [...alternatives, joined('concat', current)]);
  }

  private close(): void {
    const inner = this.closed();
    const outer = this.groups.pop();
    if (outer === undefined) throw new PatternError('unexpected )', this.text);
    const { index } = this.group;
    this.reader.at++;
    this.flags = this.group.outer;
    this.group = outer;
    this.push(index === 0 ? inner : capture(index, inner));
  }

  /** (?P<name>, (?<name>, (?i), (?i: and (?:. */
  private parseFlags(): void {
    const { reader, text } = this;
    const start = reader.at;
    const rest = text.slice(start);
    const nameStart = rest.startsWith('(?P<') && rest.length > 4 ? 4 : 3;
    if (nameStart === 4 || (rest.startsWith('(?<') && rest.length > 3)) {
      this.parseName(start, start + nameStart);
      return;
    }
    reader.at += 2;
    let flags = this.flags;
    let on = true;
    let saw = false;
    while (!reader.isAtEnd()) {
      const letter = String.fromCodePoint(reader.nextRune());
      if (letter === 'i') flags = { ...flags, folds: on };
      else if (letter === 'm') flags = { ...flags, multiLine: on };
      else if (letter === 's') flags = { ...flags, dotNewline: on };
      else if (letter === 'U') flags = { ...flags, nonGreedy: on };
      else if (letter === '-' && on) {
        on = false;
        saw = false;
        continue;
      } else if ((letter === ':' || letter === ')') && (on || saw)) {
        if (letter === ':') this.openGroup(0, this.flags);
        this.flags = flags;
        return;
      } else break;
      saw = true;
    }
    throw new PatternError('invalid or unsupported Perl syntax', reader.since(start));
  }

  private parseName(start: number, nameStart: number): void {
    const { reader, text } = this;
    const end = text.indexOf('>', start);
    if (end < 0) {
      demandUtf8(text.slice(start));
      throw new PatternError('invalid named capture', text.slice(start));
    }
    const name = text.slice(nameStart, end);
    demandUtf8(name);
    if (!/^[A-Za-z0-9_]+$/.test(name)) {
      throw new PatternError('invalid named capture', text.slice(start, end + 1));
    }
    reader.at = end + 1;
    this.openCapture(name);
  }

  // Repetition

  private parseRepetition(min: number, max: number, length: number): boolean {
    const { reader, group } = this;
    const start = reader.at;
    reader.at += length;
    let greedy = !this.flags.nonGreedy;
    if (this.perl) {
      if (reader.peek() === '?') {
        reader.at++;
        greedy = !greedy;
      }
      if (this.repeated >= 0) {
        throw new PatternError('invalid nested repetition operator', reader.since(this.repeated));
      }
    }
    const sub = group.current.pop();
    if (sub === undefined) {
      throw new PatternError('missing argument to repetition operator', reader.since(start));
    }
    const node = repeat(sub, min, max, greedy);
    if (!isRepeatable(node, maxRepeat)) {
      throw new PatternError('invalid repeat count', reader.since(start));
    }
    this.push(node);
    return true;
  }

  private parseBraces(): boolean {
    const { reader } = this;
    const found = /^\{(0|[1-9][0-9]*)(,?)(0|[1-9][0-9]*)?\}/.exec(this.text.slice(reader.at));
    const [all = '', low = '', comma = '', high = ''] = found ?? [];
    if (found === null || (comma === '' && high !== '')) {
      reader.at++;
      this.pushRune(0x7b);
      return false;
    }
    const min = Number(low);
    const max = comma === '' ? min : high === '' ? -1 : Number(high);
    if (min > maxRepeat || max > maxRepeat || (max >= 0 && min > max)) {
      throw new PatternError('invalid repeat count', all);
    }
    return this.parseRepetition(min, max, all.length);
  }

  // Backslash

  private parseBackslash(): void {
    const { reader } = this;
    if (this.perl) {
      switch (reader.peek(1)) {
        case 'A':
          return this.pushAssertion(Assertion.beginText, 2);
        case 'b':
          return this.pushAssertion(Assertion.wordBoundary, 2);
        case 'B':
          return this.pushAssertion(Assertion.noWordBoundary, 2);
        case 'z':
          return this.pushAssertion(Assertion.endText, 2);
        case 'C':
          throw new PatternError('invalid escape sequence', '\\C');
        case 'Q':
          return this.parseLiteral();
      }
    }
    const options = this.classOptions();
    const item = unicodeClassOrNull(reader, options) ?? perlClassOrNull(reader, options);
    if (item !== null) this.push(leaf({ kind: 'set', set: new RuneSet([item], false) }));
    else this.pushRune(parseEscape(reader));
  }

  /** \Q…\E: all of it stands for itself. */
  private parseLiteral(): void {
    const { reader, text } = this;
    const start = reader.at + 2;
    const end = text.indexOf('\\E', start);
    const literal = new Reader(text.slice(start, end < 0 ? text.length : end));
    while (!literal.isAtEnd()) this.pushRune(literal.nextRune());
    reader.at = end < 0 ? text.length : end + 2;
  }
}

/** Repetitions inside one another may not ask for more than n copies altogether. */
function isRepeatable(node: Node, n: number): boolean {
  switch (node.kind) {
    case 'repeat': {
      const isCounted = node.min >= 2 || node.max >= 2;
      const count = node.max < 0 ? node.min : node.max;
      if (isCounted && count > n) return false;
      if (node.max === 0) return true;
      return isRepeatable(node.sub, isCounted && count > 0 ? Math.trunc(n / count) : n);
    }
    case 'capture':
      return isRepeatable(node.sub, n);
    case 'concat':
    case 'alternate':
      return node.subs.every((sub) => isRepeatable(sub, n));
    default:
      return true;
  }
}
