// The texts of a program's functions, each made once: a function of the library that another program
// had before has the text that was made then, and only the numbers in its constants are worked out.
// Invariants: what is given out is what emitting anew would give; no program is kept, and of the texts
// those that were made last.

import { linkOrNull } from '../go/ir/linked-func.ts';
import type { Func, Program } from '../go/ir/program.ts';
import { type Correspondence, corresponding } from './corresponding.ts';
import { emitFunction } from './emit-function.ts';
import type { IsPure } from './emit-instruction.ts';
import { emitCall, emitReentry } from './fast/emit-fast.ts';
import { placeOf, type UnitText } from './unit.ts';

type Flavour = 'exact' | 'race' | 'call' | 'reentry';

/** What was made of a function of the library, and of which. */
interface Known {
  /** Those of its program, which they tell from others too. */
  readonly types: Program['types'];
  readonly func: Func;
  readonly text: UnitText | null;
  /** What was asked about natives on the way. */
  readonly pure: ReadonlyMap<string, boolean>;
}

/** By place and flavour. Instances of generic functions are without number. */
const maxKnown = 8000;
const known = new Map<string, Known>();
const made = new WeakMap<Func, Map<Flavour, Known>>();
/** What a function is of one that another program had, last. */
const compared = new WeakMap<Func, { readonly to: Func; readonly found: Correspondence | null }>();

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
  const key = isShared(func) ? `${flavour} ${placeOf(program, func)} ${func.name}` : null;
  const before = key === null ? undefined : known.get(key);
  const reused =
    before !== undefined && isAsked(before, isPure) ? renumbered(before, program, func) : null;
  const next = reused ?? emitted(program, func, isPure, emit);
  texts.set(flavour, next);
  if (key !== null && reused === null) keep(key, next);
  return next.text;
}

function keep(key: string, text: Known): void {
  known.delete(key);
  known.set(key, text);
  for (const oldest of known.keys()) {
    if (known.size <= maxKnown) return;
    known.delete(oldest);
  }
}

/** What is declared nowhere may have to do with the user's types, and so do most wrappers. */
function isShared(func: Func): boolean {
  return func.library && func.pos > 0 && (func.wrapper !== true || linkOrNull(func) !== null);
}

/** Whether the same would be heard of natives. */
function isAsked({ pure }: Known, isPure: IsPure): boolean {
  for (const [native, answer] of pure) if (isPure(native) !== answer) return false;
  return true;
}

function emitted(
  program: Program,
  func: Func,
  isPure: IsPure,
  emit: (asked: IsPure) => UnitText | null,
): Known {
  const pure = new Map<string, boolean>();
  const text = emit((native) => {
    const answer = isPure(native);
    pure.set(native, answer);
    return answer;
  });
  return { types: program.types, func, text, pure };
}

/** The same for a program in which the function has other numbers; null if it is another function. */
function renumbered(before: Known, program: Program, func: Func): Known | null {
  const numbers = numbersOf(before, program, func);
  if (numbers === null) return null;
  const { types } = program;
  const { text, pure } = before;
  if (text === null) return { types, func, text, pure };
  const constants = [...text.constants];
  for (const [at, table] of text.numbered) {
    const id = numbers.of(table, constants[at] as number);
    if (id === null) return null;
    constants[at] = id;
  }
  return { types, func, text: { ...text, constants }, pure };
}

/** The flavours of a function have the same numbers. */
function numbersOf(before: Known, program: Program, func: Func): Correspondence | null {
  const last = compared.get(func);
  if (last?.to === before.func) return last.found;
  const found = corresponding(before, { types: program.types, func });
  compared.set(func, { to: before.func, found });
  return found;
}
