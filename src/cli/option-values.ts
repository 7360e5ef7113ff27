// The words of a command taken apart into options and the rest, and the values of options read as
// numbers, sizes and durations. One dash is as good as two, because Go's tools take one.

import type { PlannedSignal } from '../engine/engine.ts';
import { type OptionName, options, refusedOptions, specOf, spellingOf } from './options.ts';
import { suggestion } from './suggestion.ts';
import { quoted, UsageError } from './usage-error.ts';

/** Reads the options among `words` as far as `isEnd` allows; throws UsageError. */
export function readOptions(
  words: readonly string[],
  allowed: readonly OptionName[],
  endsAtFirstOther: boolean,
): { readonly values: OptionValues; readonly others: readonly string[] } {
  const known: readonly OptionName[] = [...allowed, 'help'];
  const texts = new Map<OptionName, string | true>();
  const others: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      others.push(...words.slice(i + 1));
      break;
    }
    if (word === '-' || !word.startsWith('-')) {
      if (endsAtFirstOther) {
        others.push(...words.slice(i));
        break;
      }
      others.push(word);
      continue;
    }
    const [, text = '', value] = /^--?([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const name = optionNamed(text, word, known);
    if (specOf(name).value === null) {
      const isSet = value === undefined ? true : truth.get(value);
      if (isSet === undefined) {
        throw new UsageError(
          `--${spellingOf(name)} takes true or false, not ${quoted(value ?? '')}`,
        );
      }
      if (isSet) texts.set(name, true);
      else texts.delete(name);
      continue;
    }
    const given = value ?? words[++i];
    if (given === undefined) {
      const spelled = `--${spellingOf(name)}`;
      throw new UsageError(`${spelled} lacks its value: ${spelled} ${specOf(name).value}`);
    }
    const before = name === 'signal' ? texts.get(name) : undefined;
    texts.set(name, typeof before === 'string' ? `${before},${given}` : given);
  }
  return { values: new OptionValues(texts), others };
}

/** strconv.ParseBool. */
const truth: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false] as const),
]);

/** A flag of a test binary, `-test.run`, is go test's without its prefix. */
function optionNamed(given: string, word: string, known: readonly OptionName[]): OptionName {
  const text = known.includes('verbose') ? given.replace(/^test\./, '') : given;
  const name = known.find((each) => spellingOf(each) === text || specOf(each).short === text);
  if (name !== undefined) return name;
  const dashed = word.replace(/=.*$/s, '');
  const reason = Object.hasOwn(refusedOptions, text) ? refusedOptions[text] : undefined;
  if (reason !== undefined) throw new UsageError(`${dashed} is not supported: ${reason}`);
  if (Object.hasOwn(options, text)) {
    throw new UsageError(`option ${dashed} is not for this command; see --help`);
  }
  const hint = suggestion(
    `--${text}`,
    known.map((each) => `--${spellingOf(each)}`),
  );
  throw new UsageError(`unknown option ${dashed}${hint === '' ? '; see --help' : hint}`);
}

/** Numbers of the signals that people send, as on Linux. */
const signalNumbers: Readonly<Record<string, number>> = {
  ...{ HUP: 1, INT: 2, QUIT: 3, KILL: 9, USR1: 10, USR2: 12, ALRM: 14, TERM: 15 },
};

/** Reads a duration as Go writes them; null if it is none. */
function nanosecondsOf(text: string): number | null {
  const units: Readonly<Record<string, number>> = {
    ...{ ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6 },
    ...{ s: 1e9, m: 60e9, h: 3600e9 },
  };
  if (!/^(\d+(\.\d+)?(ns|us|µs|μs|ms|s|m|h))+$/.test(text)) return null;
  let sum = 0;
  for (const [, number, , unit] of text.matchAll(/(\d+(\.\d+)?)([a-zµμ]+)/g)) {
    sum += Number(number) * (units[unit ?? ''] ?? 0);
  }
  return Math.round(sum);
}

/** What was given for each option; the readers give null for what was not, and throw UsageError. */
export class OptionValues {
  private readonly texts: ReadonlyMap<OptionName, string | true>;

  constructor(texts: ReadonlyMap<OptionName, string | true>) {
    this.texts = texts;
  }

  flag(name: OptionName): boolean {
    return this.texts.has(name);
  }

  text(name: OptionName): string | null {
    const text = this.texts.get(name);
    return text === undefined || text === true ? null : text;
  }

  wholeNumber(name: OptionName): number | null {
    const text = this.text(name);
    if (text === null) return null;
    if (!/^\d{1,15}$/.test(text)) {
      throw new UsageError(`--${name} takes a whole number, not ${quoted(text)}`);
    }
    return Number(text);
  }

  /** At least 1. */
  count(name: OptionName): number | null {
    const value = this.wholeNumber(name);
    if (value === 0) throw new UsageError(`--${name} takes a number from 1 on`);
    return value;
  }

  /** Bytes; `64MB`, `64MiB` and `64M` are all 64 × 2²⁰, as programmers mean them. */
  bytes(name: OptionName): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const match = /^(\d{1,12}(?:\.\d+)?)(?:([KMG])(?:i?B)?|B)?$/i.exec(text);
    if (match === null) {
      throw new UsageError(`--${name} takes a size like 64MB, not ${quoted(text)}`);
    }
    const exponent = ' KMG'.indexOf((match[2] ?? ' ').toUpperCase());
    return Math.round(Number(match[1]) * 1024 ** exponent);
  }

  /** Nanoseconds, written as Go writes durations. */
  duration(name: OptionName): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const nanoseconds = nanosecondsOf(text);
    if (nanoseconds === null) {
      throw new UsageError(`--${name} takes a duration like 90s or 1h30m, not ${quoted(text)}`);
    }
    return nanoseconds;
  }

  /** A duration as it was written; `0` is one, too. */
  durationText(name: OptionName): string | null {
    return this.text(name) === '0' || this.duration(name) !== null ? this.text(name) : null;
  }

  /** Signals and when they are sent: `INT@2s,TERM@5s`. */
  signals(name: OptionName): readonly PlannedSignal[] {
    const texts = this.text(name)?.split(',') ?? [];
    return texts.map((text) => {
      const [signalName = '', time = ''] = text.split('@');
      const signal = signalNumbers[signalName.toUpperCase().replace(/^SIG/, '')];
      const atNs = nanosecondsOf(time) ?? (time === '0' ? 0 : null);
      if (signal === undefined || atNs === null) {
        const known = Object.keys(signalNumbers).join(', ');
        throw new UsageError(
          `--${name} takes NAME@TIME like INT@2s, not ${quoted(text)}; names: ${known}`,
        );
      }
      return { signal, atNs };
    });
  }

  /** A language version as `go1.21`; `1.21` will do. */
  goVersion(name: OptionName): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const match = /^(?:go)?(1(?:\.\d{1,2})?)(?:\.\d+)?$/.exec(text);
    if (match === null) {
      throw new UsageError(`--${name} takes a language version like go1.21, not ${quoted(text)}`);
    }
    return `go${match[1]}`;
  }
}
