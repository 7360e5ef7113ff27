// The texts of a program's functions, each made once: a function of the library that is linked from
// one that another program had has the text that was made then, and only the numbers in its constants
// are worked out. Invariants: what is given out is what emitting anew would give; of a program nothing
// is kept but its types, and texts no longer than the functions as they were lowered first.

import { linkOrNull, type Links } from '../go/ir/linked-func.ts';
import type { Func, Program } from '../go/ir/program.ts';
import { Correspondence, type Place } from './corresponding.ts';
import { emitFunction } from './emit-function.ts';
import type { IsPure } from './emit-instruction.ts';
import { emitCall, emitReentry } from './fast/emit-fast.ts';
import { placeOf, type UnitText } from './unit.ts';

type Flavour = 'exact' | 'race' | 'call' | 'reentry';

/** What was made of a function of the library, and in which program. */
interface Known extends Place {
  readonly text: UnitText | null;
  /** What was asked about natives on the way. */
  readonly pure: ReadonlyMap<string, boolean>;
}

/** Texts of a function of the library, with the function as it was lowered first. */
const known = new WeakMap<Func, Map<string, Known>>();
/** What was found for a function of a program. */
const made = new WeakMap<Func, Map<Flavour, Known>>();
/** The flavours of a function have the same numbers. */
const compared = new WeakMap<Func, { readonly to: Links; readonly found: Correspondence }>();

/** As emitFunction. */
export function exactText(
  program: Program,
  func: Func,
  isPure: IsPure,
  tracksMemory = false,
): UnitText {
  const flavour = tracksMemory ? 'race' : 'exact';
  const emit = (asked: IsPure): UnitText => emitFunction(program, func, asked, tracksMemory);
  return textOf(program, func, flavour, isPure, emit) ?? emit(isPure);
}

/** As emitCall. */
export function callText(program: Program, func: Func, isPure: IsPure): UnitText | null {
  return textOf(program, func, 'call', isPure, (asked) => emitCall(program, func, asked));
}

/** As emitReentry. */
export function reentryText(program: Program, func: Func, isPure: IsPure): UnitText {
  const emit = (asked: IsPure): UnitText => emitReentry(program, func, asked);
  return textOf(program, func, 'reentry', isPure, emit) ?? emit(isPure);
}

function textOf(
  program: Program,
  func: Func,
  flavour: Flavour,
  isPure: IsPure,
  emit: (asked: IsPure) => UnitText | null,
): UnitText | null {
  const texts = made.get(func) ?? new Map<Flavour, Known>();
  made.set(func, texts);
  const own = texts.get(flavour);
  if (own?.types === program.types && isAsked(own, isPure)) return own.text;
  const link = linkOrNull(func);
  const place = { types: program.types, links: link?.to ?? noLinks };
  const before =
    link === null ? undefined : textsOf(link.original).get(keyOf(program, func, flavour));
  const reused =
    before !== undefined && isAsked(before, isPure) ? renumbered(before, place, func) : null;
  const next = reused ?? emitted(place, isPure, emit);
  texts.set(flavour, next);
  if (link !== null && reused === null) {
    textsOf(link.original).set(keyOf(program, func, flavour), next);
  }
  return next.text;
}

const noLinks: Links = { type: [], func: [], global: [], site: [] };

/** Instances of one declaration have texts of their own. */
function keyOf(program: Program, func: Func, flavour: Flavour): string {
  return `${flavour} ${placeOf(program, func)}`;
}

function textsOf(original: Func): Map<string, Known> {
  const texts = known.get(original) ?? new Map<string, Known>();
  known.set(original, texts);
  return texts;
}

/** Whether the same would be heard of natives. */
function isAsked({ pure }: Known, isPure: IsPure): boolean {
  for (const [native, answer] of pure) if (isPure(native) !== answer) return false;
  return true;
}

function emitted(place: Place, isPure: IsPure, emit: (asked: IsPure) => UnitText | null): Known {
  const pure = new Map<string, boolean>();
  const text = emit((native) => {
    const answer = isPure(native);
    pure.set(native, answer);
    return answer;
  });
  return { ...place, text, pure };
}

/** The same for a program in which the function has other numbers; null if one is not known. */
function renumbered(before: Known, place: Place, func: Func): Known | null {
  const { text, pure } = before;
  if (text === null) return { ...place, text, pure };
  const numbers = numbersOf(before, place, func);
  const constants = [...text.constants];
  for (const [at, table] of text.numbered) {
    const id = numbers.of(table, constants[at] as number);
    if (id === null) return null;
    constants[at] = id;
  }
  return { ...place, text: { ...text, constants }, pure };
}

function numbersOf(before: Place, place: Place, func: Func): Correspondence {
  const last = compared.get(func);
  if (last?.to === before.links) return last.found;
  const found = new Correspondence(before, place);
  compared.set(func, { to: before.links, found });
  return found;
}
