// Names for people: goroutines by what they run and the order they were started in, objects by how
// the source calls them, places by their lines. One naming for the whole run, so that nothing is
// renamed while it is watched.
// Invariants: names are unique among goroutines, monograms too; main is `main` and `m`.

import type { Sentence, SentencePart } from '../engine/analysis/sentence.ts';
import type { GoroutineFacts, Usage } from '../engine/analysis/usage.ts';
import { assertNever } from '../engine/base/assert.ts';
import type { Recording, TraceSite } from '../engine/trace/recording.ts';
import { siteOf } from '../engine/trace/recording.ts';
import type {
  GoroutineId,
  ObjectId,
  ObjectKind,
  TraceObject,
} from '../engine/trace/trace-event.ts';
import { goroutineId, objectId } from '../engine/trace/trace-event.ts';
import type { Prose, Segment } from './prose.ts';

export interface GoroutineLabel {
  readonly id: GoroutineId;
  /** `worker 2`, `feeder`, `main`. */
  readonly name: string;
  /** `worker`. */
  readonly base: string;
  /** 2; 0 when it is the only one of its base. */
  readonly ordinal: number;
  /** `w2`, `f`, `m`. */
  readonly monogram: string;
}

export interface ObjectLabel {
  readonly id: ObjectId;
  readonly kind: ObjectKind;
  /** `results`: shared by all objects that are called so. */
  readonly base: string;
  /** `jobs`, `c.mu`, `results 2`. */
  readonly name: string;
  /** `chan int`, `Mutex`. */
  readonly type: string;
}

export class Labels {
  private readonly recording: Recording;
  private readonly goroutines: ReadonlyMap<GoroutineId, GoroutineLabel>;
  private readonly objects: readonly ObjectLabel[];

  constructor(recording: Recording, usage: Usage) {
    this.recording = recording;
    this.goroutines = labelGoroutines(recording, usage.goroutines);
    this.objects = labelObjects(recording, usage);
  }

  /** A goroutine's label; an unknown one is called by its number, 0 is the runtime. */
  goroutine(id: GoroutineId): GoroutineLabel {
    const known = this.goroutines.get(id);
    if (known !== undefined) return known;
    if (id === 0) return { id, name: 'the runtime', base: 'runtime', ordinal: 0, monogram: '–' };
    const name = `goroutine ${id}`;
    return { id, name, base: 'goroutine', ordinal: id, monogram: `g${id}` };
  }

  /** An object's label; 0 is a nil channel. */
  object(id: ObjectId): ObjectLabel {
    const known = this.objects[id - 1];
    return (
      known ?? { id: objectId(0), kind: 'channel', base: 'nil', name: 'nil', type: 'nil channel' }
    );
  }

  site(id: number): TraceSite {
    return siteOf(this.recording, id);
  }

  /** `L14`, '' for the unknown place. */
  line(site: number): string {
    const { line } = this.site(site);
    return line === 0 ? '' : `L${line}`;
  }

  /** `worker 1, 2 and 3`, `main and feeder`: goroutines of one base share it. */
  goroutineList(ids: readonly GoroutineId[]): string {
    const byBase = new Map<string, GoroutineLabel[]>();
    for (const id of ids) {
      const label = this.goroutine(id);
      const group = byBase.get(label.base);
      if (group === undefined) byBase.set(label.base, [label]);
      else group.push(label);
    }
    const names: string[] = [];
    for (const group of byBase.values()) {
      const [first, ...rest] = group.sort((a, b) => a.ordinal - b.ordinal);
      if (first === undefined) continue;
      if (rest.length >= 4 && isRun(group)) {
        names.push(`${first.name}–${first.ordinal + rest.length}`);
        continue;
      }
      names.push(first.name, ...rest.map(({ name, base }) => name.slice(base.length + 1)));
    }
    return listText(names);
  }

  /** Fills names into a sentence; places that are nowhere disappear with the space before them. */
  prose(sentence: Sentence): Prose {
    const segments: Segment[] = [];
    for (const part of sentence) {
      const segment = this.segment(part);
      if (segment !== null) segments.push(segment);
    }
    return segments;
  }

  private segment(part: SentencePart): Segment | null {
    switch (part.kind) {
      case 'text':
        return part;
      case 'goroutines':
        return {
          kind: 'goroutine',
          text: this.goroutineList(part.ids),
          goroutine: part.ids[0] ?? goroutineId(0),
        };
      case 'object':
        return { kind: 'code', text: this.object(part.id).name + part.suffix, object: part.id };
      case 'code':
        return { kind: 'code', text: part.text, object: objectId(0) };
      case 'value':
        return { kind: 'value', text: part.text };
      case 'place': {
        const { file, line } = this.site(part.site);
        if (line === 0) return null;
        return { kind: 'line', text: `L${line}`, site: part.site, file, line };
      }
      default:
        return assertNever(part, 'sentence part');
    }
  }
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`. */
export function ordinalText(n: number): string {
  const lastTwo = n % 100;
  if (lastTwo >= 11 && lastTwo <= 13) return `${n}th`;
  const ending = ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
  return `${n}${ending}`;
}

/** Nanoseconds as people read them: `10 ms`, `1.5 s`, `250 µs`, `0 ms`. */
export function durationText(nanoseconds: number): string {
  const scales: readonly (readonly [number, string])[] = [
    [1e9, 's'],
    [1e6, 'ms'],
    [1e3, 'µs'],
  ];
  for (const [scale, unit] of scales) {
    if (nanoseconds >= scale) return `${trimmed(nanoseconds / scale)} ${unit}`;
  }
  return nanoseconds === 0 ? '0 ms' : `${nanoseconds} ns`;
}

/** The virtual clock in the transport: `10.000 ms`. */
export function clockText(nanoseconds: number): string {
  return `${withThousands((nanoseconds / 1e6).toFixed(3))} ms`;
}

/** `12,345` and `12,345.678`. */
export function withThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Cuts a value to `max` characters, the last of them an ellipsis. */
export function cutText(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}

function trimmed(x: number): string {
  return String(Math.round(x * 1000) / 1000);
}

function isRun(group: readonly GoroutineLabel[]): boolean {
  return group.every((label, i) => i === 0 || label.ordinal === (group[i - 1]?.ordinal ?? 0) + 1);
}

function labelGoroutines(
  recording: Recording,
  facts: readonly GoroutineFacts[],
): ReadonlyMap<GoroutineId, GoroutineLabel> {
  const bases = baseNames(facts.map((goroutine) => functionOf(recording, goroutine)));
  const byBase = new Map<string, GoroutineFacts[]>();
  facts.forEach((goroutine, i) => {
    const base = bases[i] ?? 'goroutine';
    const group = byBase.get(base);
    if (group === undefined) byBase.set(base, [goroutine]);
    else group.push(goroutine);
  });
  const letters = monogramLetters([...byBase.keys()]);
  const labels = new Map<GoroutineId, GoroutineLabel>();
  for (const [base, group] of byBase) {
    const letter = letters.get(base) ?? 'g';
    group.forEach((goroutine, index) => {
      const ordinal = group.length === 1 ? 0 : index + 1;
      labels.set(goroutine.id, {
        id: goroutine.id,
        name: ordinal === 0 ? base : `${base} ${numbered(base, ordinal)}`,
        base,
        ordinal,
        monogram: ordinal === 0 ? letter : `${letter}${numbered(letter, ordinal)}`,
      });
    });
  }
  return labels;
}

/** `2`, and `#2` behind a name that ends in a digit of its own: `func1 #2`. */
function numbered(name: string, ordinal: number): string {
  return /\d$/.test(name) ? `#${ordinal}` : String(ordinal);
}

/** The function that a goroutine runs: its name, or for a literal where it is and Go's number. */
interface GoroutineFunction {
  readonly name: string;
  /** `main`, `Pool.start`: around a function without a name; '' for all others. */
  readonly around: string;
}

/** What a goroutine runs, as its go statement says, without the package. */
function functionOf(recording: Recording, goroutine: GoroutineFacts): GoroutineFunction {
  if (goroutine.createdAt < 0) return { name: 'main', around: '' };
  const site = siteOf(recording, goroutine.createdBy);
  const name = shortName(site.goroutineName);
  if (name === '') return { name: 'goroutine', around: '' };
  if (name === 'main') return { name: 'main func', around: '' };
  const around = shortName(site.func.replace(/[.-](?:func|range)\d.*$/, ''));
  return { name, around: isLiteral(name) ? around : '' };
}

/**
 * What goroutines are called before numbering. Go calls a function without a name `serve.func1`
 * after the one around it; here it is called by as much of that as tells it from all others of the
 * run: `serve` if that starts no other, else `serve.func1`; `func` if it is the only one of main,
 * else `func1`.
 */
function baseNames(functions: readonly GoroutineFunction[]): readonly string[] {
  const named = new Set(functions.map(({ name }) => name).filter((name) => !isLiteral(name)));
  const literals = new Map<string, Set<string>>();
  for (const { name, around } of functions) {
    if (isLiteral(name)) literals.set(around, (literals.get(around) ?? new Set()).add(name));
  }
  return functions.map(({ name, around }) => {
    if (!isLiteral(name)) return name;
    const isOnly = literals.get(around)?.size === 1;
    if (around === 'main' || around === '') return isOnly && !named.has('func') ? 'func' : name;
    return isOnly && !named.has(around) ? around : `${around}.${name}`;
  });
}

/** Whether this is Go's name for a function literal: `func1`, `func1.2`. */
function isLiteral(name: string): boolean {
  return /^func\d+(?:\.\d+)*$/.test(name);
}

/** `main.(*Pool).run` → `Pool.run`, `main.main.func1` → `func1`, `worker` → `worker`. */
function shortName(name: string): string {
  const local = name.replace(/^[^[\s]*\//, '');
  const withoutPackage = local.replace(/^\w*\.(?=\(|[A-Za-z_])/, '').replace(/\(\*?(\w+)\)/, '$1');
  const closure = /(?:^|\.)(func\d+(?:\.\d+)*)$/.exec(withoutPackage);
  return (closure?.[1] ?? withoutPackage).trim();
}

/**
 * The letters of each base: its first letter, or as many more as make it unlike the earlier ones.
 * Digits are left to the ordinal, so that `w1` is never two things; Go's numbers of functions
 * without a name stay, and nobody else gets their letters.
 */
function monogramLetters(bases: readonly string[]): ReadonlyMap<string, string> {
  const literals = bases.flatMap((base) => literalMonogram(base) ?? []);
  const taken = new Set(literals.map((monogram) => monogram.replace(/\d.*$/, '')));
  const letters = new Map<string, string>();
  for (const base of bases) {
    const literal = literalMonogram(base);
    const candidates = literal === null ? monogramCandidates(base) : [literal];
    let choice = candidates.find((candidate) => !taken.has(candidate));
    for (let code = 97; choice === undefined && code < 123; code++) {
      const candidate = (candidates[0] ?? 'g') + String.fromCharCode(code);
      if (!taken.has(candidate)) choice = candidate;
    }
    choice ??= `g${taken.size}.`;
    taken.add(choice);
    letters.set(base, choice);
  }
  return letters;
}

/** `f1` for `func1`, `sf1` for `serve.func1`; null for whatever has a name. */
function literalMonogram(base: string): string | null {
  const [, around = '', number = ''] = /^(?:(.*)\.)?func(\d+(?:\.\d+)*)$/.exec(base) ?? [];
  return number === '' ? null : `${around.slice(0, 1).toLowerCase()}f${number}`;
}

/** For `imageResizer`: i, ir, im, ima; for `fan out`: f, fo, fa, fan. */
function monogramCandidates(base: string): string[] {
  const plain = base.replace(/[^\p{L}\s.A-Z]/gu, '');
  const wordStarts = [...plain.matchAll(/(?:^|[\s.])(\p{L})|(?<=\p{Ll})(\p{Lu})/gu)]
    .map((match) => (match[1] ?? match[2] ?? '').toLowerCase())
    .join('');
  const all = [...plain.replace(/[\s.]/g, '').toLowerCase()].join('');
  const first = all.slice(0, 1);
  const candidates = [first, wordStarts.slice(0, 2), all.slice(0, 2), all.slice(0, 3)];
  for (const letter of all.slice(1)) candidates.push(first + letter);
  return candidates.filter((candidate) => candidate !== '');
}

const typeWords: Readonly<Record<Exclude<ObjectKind, 'channel'>, string>> = {
  mutex: 'Mutex',
  rwMutex: 'RWMutex',
  waitGroup: 'WaitGroup',
  once: 'Once',
  cond: 'Cond',
  timer: 'Timer',
  ticker: 'Ticker',
  atomic: 'atomic',
  semaphore: 'semaphore',
  context: 'Context',
};

/** Several objects of one name are numbered by order of appearance: `forks 1`, `forks 2`. */
function labelObjects(recording: Recording, usage: Usage): readonly ObjectLabel[] {
  const names = recording.objects.map((object) => objectBase(recording, usage, object));
  for (const [timer, channel] of usage.timerChannels) {
    const timerName = names[timer - 1];
    if (timerName !== undefined && timerName !== '') names[channel - 1] = timerName;
  }
  const isTimerChannel = new Set(usage.timerChannels.values());
  const totals = new Map<string, number>();
  recording.objects.forEach((object, i) => {
    const name = names[i] ?? '';
    if (!isTimerChannel.has(object.id)) totals.set(name, (totals.get(name) ?? 0) + 1);
  });
  const counts = new Map<string, number>();
  const labels = recording.objects.map((object, i): ObjectLabel => {
    const base = names[i] ?? '';
    const { id, kind } = object;
    const type = kind === 'channel' ? `chan ${object.elem}`.trim() : typeWords[kind];
    if ((totals.get(base) ?? 0) <= 1 || isTimerChannel.has(id)) {
      return { id, kind, base, name: base, type };
    }
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { id, kind, base, name: `${base} ${count}`, type };
  });
  for (const [timer, channel] of usage.timerChannels) {
    const of = labels[timer - 1];
    const label = labels[channel - 1];
    if (of !== undefined && label !== undefined) labels[channel - 1] = { ...label, name: of.name };
  }
  return labels;
}

/** The operand's text on one line, or the kind when the source gives it no name. */
function objectBase(recording: Recording, usage: Usage, object: TraceObject): string {
  const made = siteOf(recording, object.site).operand;
  const called = made === '' ? (usage.names.get(object.id) ?? '') : made;
  const operand = called.replace(/\s+/g, ' ').replace(/^&/, '');
  if (operand !== '') return cutText(operand, 24);
  // The program has no line that starts it: it stands for a signal that somebody sends.
  if (object.kind === 'timer' && object.site === 0) return 'signal';
  return object.kind === 'channel' ? 'channel' : typeWords[object.kind];
}
