// JS text that tells the detector of data races what memory a statement accesses (machine/detector.ts).
// Invariants: without tracking every function here gives back the text it is given, so that untracked
// code is what it would be without this file; what is told evaluates to the thing accessed.

import type { Expr } from '../go/ir/expression.ts';
import type { Func, Program } from '../go/ir/program.ts';
import type { Unit } from './unit.ts';

/** Packages whose own memory is not looked at: as in Go those that synchronise, and runtime's kind. */
const quietFolders = ['sync', 'runtime', 'internal', 'reflect', 'os', 'testing'];
/** Functions that keep tables behind an atomic in Go. */
const quietFiles = ['encoding/json/fields.go'];

/** Functions by which package sync says what is ordered: in its Go text. */
const synchronising = /^sync\.\(\*(Map\)\.(observe|write|remove|empty)|Pool\)\.(give|given))$/;

/** Whether accesses of a function are to be told. */
export function isTracked(program: Program, func: Func): boolean {
  if (!func.library) return true;
  const { file } = program.fileSet.position(func.pos);
  const [folder = ''] = file.split('/');
  return !quietFolders.includes(folder) && !quietFiles.includes(file);
}

/** Told when a function begins; '' for all but some functions of package sync. */
export function entryText(unit: Unit, func: Func): string {
  if (!synchronising.test(func.name)) return '';
  const [, operand] = func.locals;
  const [value, type] =
    operand === undefined ? ['null', '0'] : ['f.r1', unit.number('type', operand.type)];
  return `R.detector.synchronise(g,${unit.constant(func.name)},f.r0,${value},${type});`;
}

/** `text` is a pointer to a variable that is no struct or array; `.v` is to follow. */
export function variable(unit: Unit, access: 'read' | 'write', text: string): string {
  return unit.tracksMemory ? `R.detector.${access}(g,${text})` : text;
}

/** `text` is a struct, whose field is to follow. */
export function field(unit: Unit, access: 'read' | 'write', text: string, index: number): string {
  return unit.tracksMemory ? `R.detector.${access}Field(g,${text},${index})` : text;
}

/** A step before an element is accessed. */
export function element(
  unit: Unit,
  access: 'read' | 'write',
  array: string,
  index: string,
): readonly string[] {
  return unit.tracksMemory ? [`R.detector.${access}Element(g,${array},${index})`] : [];
}

/** `text` makes a variable with a value: what is not zero is written, as Go does it. */
export function initialised(unit: Unit, text: string, value: Expr): string {
  if (!unit.tracksMemory || value.kind !== 'structLiteral') return text;
  let told = text;
  value.fields.forEach((each, index) => {
    if (each.kind !== 'zero') told = `R.detector.writeField(g,${told},${index})`;
  });
  return told;
}

/** `text` is a struct or array that is copied from or to as a whole. */
export function whole(unit: Unit, access: 'read' | 'write', text: string, type: number): string {
  return unit.tracksMemory
    ? `R.detector.${access}Whole(g,${text},${unit.number('type', type)})`
    : text;
}

/** `text` is a slice of which all elements are accessed. */
export function elements(unit: Unit, access: 'read' | 'write', text: string, type: number): string {
  return unit.tracksMemory
    ? `R.detector.${access}Slice(g,${text},${unit.number('type', type)})`
    : text;
}

/** `text` is a map. */
export function map(unit: Unit, use: string, text: string, type: number): string {
  return unit.tracksMemory
    ? `R.detector.map(g,${text},${unit.number('type', type)},'${use}')`
    : text;
}

/** Map and key as arguments of an operation of the map's. */
export function mapAndKey(
  unit: Unit,
  use: string,
  mapText: string,
  keyText: string,
  type: number,
): string {
  if (!unit.tracksMemory) return `${mapText},${keyText}`;
  const [m, k] = [unit.temporary(), unit.temporary()];
  return `(${m}=${mapText},${k}=${keyText},R.detector.map(g,${m},${unit.number('type', type)},'${use}',${k})),${k}`;
}

/** `text` is a slice that `count` elements are to be appended to. */
export function growing(unit: Unit, text: string, count: string, type: number): string {
  return unit.tracksMemory
    ? `R.detector.grow(g,${text},${count},${unit.number('type', type)})`
    : text;
}

/** `text` is a slice that `count` elements have just been appended to. */
export function appended(unit: Unit, text: string, count: string, type: number): string {
  return unit.tracksMemory
    ? `R.detector.appended(g,${text},${count},${unit.number('type', type)})`
    : text;
}

/** `args` are the arguments of a native of the machine's, as an array. */
export function nativeArguments(unit: Unit, name: string, args: string): string {
  return unit.tracksMemory ? `R.detector.native(g,${unit.constant(name)},${args})` : args;
}
