// Printed form of programs: one line per instruction, for `show ir` and for tests.
//   3  t2 = call main.f(x)  -> 7
// The number is the index; `-> 7` says that control does not go on with the next one.

import { assertNever } from '../../base/assert.ts';
import { lineAt, lineText, offsetIn, type Pos } from '../syntax/pos.ts';
import type { Expr, Place } from './expression.ts';
import type { FuncId, LocalId } from './ids.ts';
import type { Callee, Instruction, SelectCase } from './instruction.ts';
import { type Names, namesOf, printExpr, printPlace } from './print-expression.ts';
import type { Func, Program } from './program.ts';

export interface PrintOptions {
  /** Print functions of the library too. */
  readonly library: boolean;
  /** Print each source line above its instructions. */
  readonly source: boolean;
}

/** All functions, in order of their ids, each followed by an empty line. */
export function printProgram(program: Program, options: PrintOptions): string {
  const shown = program.funcs.filter(
    (func) => options.library || (!func.library && func.wrapper !== true),
  );
  return shown.map((func) => `${printFunc(program, func, options)}\n`).join('\n');
}

/** One function without a newline at its end. */
export function printFunc(program: Program, func: Func, options: PrintOptions): string {
  const names = namesOf(program, func);
  const lines = [printHead(names, func)];
  let line = '';
  func.code.forEach((instruction, i) => {
    const source = options.source ? sourceLine(program, instruction.pos) : '';
    if (source !== line && source !== '') lines.push(`      // ${source}`);
    line = source;
    const next = instruction.next === undefined ? '' : `  -> ${instruction.next}`;
    const text = printInstruction(names, instruction);
    lines.push(`${String(i).padStart(4)}  ${text}${next}`);
  });
  return lines.join('\n');
}

function printHead(names: Names, func: Func): string {
  const variable = (id: number): string => {
    const local = func.locals[id];
    if (local === undefined) return `?${id}`;
    const storage = local.storage === 'register' ? '' : `${local.storage} `;
    return `${storage}${names.local(id)} ${names.type(local.type)}`;
  };
  const range = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) => variable(from + i)).join(', ');
  const captures = func.captureCount === 0 ? '' : ` captures (${range(0, func.captureCount)})`;
  const params = range(func.captureCount, func.paramCount);
  const results =
    func.results.length > 0
      ? ` (${func.results.map(variable).join(', ')})`
      : func.resultTypes.length > 0
        ? ` (${func.resultTypes.map((type) => names.type(type)).join(', ')})`
        : '';
  return `func ${func.name}(${params})${results}${captures}${func.hasDefer ? ' defers' : ''}`;
}

function sourceLine(program: Program, pos: Pos): string {
  const file = program.fileSet.fileOrNull(pos);
  if (file === null || pos === 0) return '';
  const line = lineAt(file, offsetIn(file, pos));
  return `${line}: ${lineText(file, line).trim()}`;
}

/** One instruction, without its index and `next`. */
export function printInstruction(names: Names, instruction: Instruction): string {
  const show = (x: Expr): string => printExpr(names, x);
  const local = (id: LocalId | null): string => (id === null ? '_' : names.local(id));
  const store = (place: Place, value: Expr): string =>
    `${printPlace(names, place)} = ${show(value)}`;
  const into = (results: readonly (LocalId | null)[]): string =>
    results.every((id) => id === null) ? '' : `${results.map(local).join(', ')} = `;
  const call = (callee: Callee, args: readonly Expr[]): string =>
    `${printCallee(names, callee)}(${args.map(show).join(', ')})`;
  const otherwise = (func: FuncId | null): string =>
    func === null ? '' : ` or when nil ${names.func(func)}`;
  switch (instruction.kind) {
    case 'nop':
      return 'nop';
    case 'assign':
      return store(instruction.place, instruction.value);
    case 'assignAll':
      return instruction.assignments.map(({ place, value }) => store(place, value)).join('; ');
    case 'newCell':
      return `${local(instruction.local)} = cell(${show(instruction.value)})`;
    case 'branch':
      return `if ${show(instruction.condition)} -> ${instruction.then} else ${instruction.else}`;
    case 'evaluate':
      return `_ = ${show(instruction.value)}`;
    case 'call':
      return `${into(instruction.results)}call ${call(instruction.callee, instruction.args)}`;
    case 'callNative': {
      const args = instruction.args.map(show).join(', ');
      return `${into(instruction.results)}native ${instruction.name}(${args})`;
    }
    case 'go':
      return `go ${call(instruction.callee, instruction.args)}${otherwise(instruction.whenNil)}`;
    case 'defer': {
      const token = instruction.frameToken;
      const at = token === null ? '' : ` at ${local(token)}`;
      const deferred = call(instruction.callee, instruction.args);
      return `defer ${deferred}${otherwise(instruction.whenNil)}${at}`;
    }
    case 'frameToken':
      return `${local(instruction.local)} = frame token`;
    case 'return': {
      const values = instruction.values?.map(show).join(', ') ?? '';
      return values === '' ? 'return' : `return ${values}`;
    }
    case 'panic':
      return `panic ${show(instruction.value)}`;
    case 'recover':
      return `${local(instruction.result)} = ${instruction.isDeferred ? 'deferred ' : ''}recover`;
    case 'makeChan': {
      const capacity = instruction.capacity === null ? '' : `, ${show(instruction.capacity)}`;
      return `${local(instruction.result)} = make(${names.type(instruction.type)}${capacity})`;
    }
    case 'send':
      return `send ${show(instruction.channel)} <- ${show(instruction.value)}`;
    case 'receive':
      return `${into([instruction.value, instruction.ok])}receive <-${show(instruction.channel)}`;
    case 'close':
      return `close ${show(instruction.channel)}`;
    case 'select': {
      const cases = instruction.cases.map((c) => printCase(names, c));
      const target = instruction.defaultTarget;
      if (target !== null) cases.push(`default -> ${target}`);
      return `select {${cases.join('; ')}}`;
    }
    case 'mapGetOk':
      return `${into([instruction.value, instruction.ok])}${show(instruction.map)}[${show(instruction.key)}]`;
    case 'mapDelete':
      return `delete ${show(instruction.map)}[${show(instruction.key)}]`;
    case 'clear':
      return `clear ${show(instruction.x)}`;
    case 'copySlice':
      return `${into([instruction.result])}copy ${show(instruction.to)} <- ${show(instruction.from)}`;
    case 'mapRangeStart':
      return `${local(instruction.iterator)} = range ${show(instruction.map)}`;
    case 'mapRangeNext': {
      const { key, value, iterator, done } = instruction;
      return `${into([key, value])}next ${local(iterator)} done -> ${done}`;
    }
    case 'decodeRune': {
      const { rune, size, string, index } = instruction;
      return `${local(rune)}, ${local(size)} = rune of ${show(string)} at ${show(index)}`;
    }
    case 'typeAssertOk': {
      const { value, ok, x, type } = instruction;
      return `${into([value, ok])}${show(x)}.(${names.type(type)})`;
    }
    default:
      return assertNever(instruction);
  }
}

function printCallee(names: Names, callee: Callee): string {
  switch (callee.kind) {
    case 'static':
      return names.func(callee.func);
    case 'closure':
      return `(${printExpr(names, callee.closure)})`;
    case 'interface':
      return `dynamic ${printExpr(names, callee.x)}.${callee.method}`;
    default:
      return assertNever(callee);
  }
}

function printCase(names: Names, c: SelectCase): string {
  if (c.direction === 'send') {
    return `${printExpr(names, c.channel)} <- ${printExpr(names, c.value)} -> ${c.target}`;
  }
  const registers = [c.value, c.ok].map((id) => (id === null ? '_' : names.local(id)));
  const into = c.value === null && c.ok === null ? '' : `${registers.join(', ')} = `;
  return `${into}<-${printExpr(names, c.channel)} -> ${c.target}`;
}
