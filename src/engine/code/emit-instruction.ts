// JS text of IR instructions in the exact flavour: the body of one closure (R, f, g) per
// instruction, R the machine, f the frame, g the goroutine. A closure returns what happens next:
//   n >= 0   the goroutine goes on at instruction n
//   -1       g.frame is a new frame on top of f (call)
//   -2       f returns, its results are in g.result: nothing, one value, or an array of several
//   -3       the goroutine no longer runs: parked, sleeping or at the back of a queue
// Invariant: f.pc stays at the instruction until it is complete; what completes it after a call or a
// wait is a second closure, `resume`.

import { assertNever } from '../base/assert.ts';
import type { LocalId } from '../go/ir/ids.ts';
import type { Callee, Instruction } from '../go/ir/instruction.ts';
import { emitStore, storeText } from './emit-place.ts';
import * as memory from './emit-memory.ts';
import { isAggregate } from './representation.ts';
import type { Scope } from './scope.ts';
import { captured, copyText, emitList, zeroText } from './scope.ts';

/** Text of an instruction's closures, as function bodies. */
export interface InstructionText {
  readonly code: string;
  /** null: the instruction never waits. */
  readonly resume: string | null;
  /** The code without its end, where that is to go on at the next instruction. */
  readonly effect: string | null;
}

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { readonly kind: Kind }>;

/** Which natives need the machine; all others are plain functions. */
export type IsPure = (nativeName: string) => boolean;

export function emitInstruction(
  scope: Scope,
  instruction: Instruction,
  index: number,
  isPure: IsPure,
): InstructionText {
  const next = String(instruction.next ?? index + 1);
  const { unit } = scope;
  const register = (local: LocalId): string => scope.register(local);
  switch (instruction.kind) {
    case 'nop':
      return simple('', next);
    case 'assign':
      return simple(storeText(scope, instruction.place, instruction.value, instruction.type), next);
    case 'assignAll':
      return emitAssignAll(scope, instruction, next);
    case 'newCell': {
      const cell = `new ${unit.helper('Cell')}(${scope.emit(instruction.value)})`;
      const isZero = instruction.value.kind === 'zero';
      const made = isZero ? cell : memory.variable(unit, 'write', cell);
      return simple(`${register(instruction.local)}=${made}`, next);
    }
    case 'branch':
      return once(
        `return ${scope.emit(instruction.condition)}?${instruction.then}:${instruction.else};`,
      );
    case 'evaluate':
      return simple(scope.emit(instruction.value), next);
    case 'call':
      return emitCall(scope, instruction, next);
    case 'callNative':
      return emitNative(scope, instruction, next, isPure);
    case 'go':
      return simple(`R.startGoroutine(f,g,${newFrameText(scope, instruction)})`, next);
    case 'defer': {
      const { frameToken } = instruction;
      const frame = frameToken === null ? 'f' : register(frameToken);
      const call = deferredText(scope, instruction);
      const record = `new ${unit.helper('Deferred')}(${call},${frame}.deferred,${unit.number('site', instruction.site)})`;
      return simple(`${frame}.deferred=${record}`, next);
    }
    case 'frameToken':
      return simple(`${register(instruction.local)}=f`, next);
    case 'return':
      return emitReturn(scope, instruction);
    case 'panic':
      return once(`${unit.helper('goPanic')}(${scope.emit(instruction.value)});`);
    case 'recover':
      return simple(
        `${register(instruction.result)}=R.recover${instruction.isDeferred ? 'Deferred' : ''}(f,g)`,
        next,
      );
    default:
      return emitOperation(scope, instruction, next);
  }
}

type Operation = Exclude<
  Instruction,
  {
    readonly kind:
      | 'nop'
      | 'assign'
      | 'assignAll'
      | 'newCell'
      | 'branch'
      | 'evaluate'
      | 'call'
      | 'callNative'
      | 'go'
      | 'defer'
      | 'frameToken'
      | 'return'
      | 'panic'
      | 'recover';
  }
>;

/** Channels, maps, and the two-valued forms. */
function emitOperation(scope: Scope, x: Operation, next: string): InstructionText {
  const { unit } = scope;
  switch (x.kind) {
    case 'makeChan': {
      const capacity = x.capacity === null ? '0' : scope.emit(x.capacity);
      return simple(
        `${scope.register(x.result)}=R.makeChannel(f,g,${unit.number('type', x.type)},${capacity})`,
        next,
      );
    }
    case 'send': {
      const send = `R.send(f,g,${scope.emit(x.channel)},${scope.emit(x.value)})`;
      return {
        code: `return ${send}?${next}:-3;`,
        resume: `R.sent(g);return ${next};`,
        effect: null,
      };
    }
    case 'receive': {
      const store = storeReceived(scope, x.value, x.ok);
      const receive = `R.receive(f,g,${scope.emit(x.channel)})`;
      return {
        code: `if(!${receive})return -3;${store}return ${next};`,
        resume: `${store}return ${next};`,
        effect: null,
      };
    }
    case 'close':
      return simple(`R.closeChannel(f,g,${scope.emit(x.channel)})`, next);
    case 'select':
      return emitSelect(scope, x);
    case 'mapGetOk':
      return emitMapGetOk(scope, x, next);
    case 'mapDelete': {
      const [map, key] = [scope.emit(x.map), scope.emit(x.key)];
      const args = memory.mapAndKey(unit, 'delete', map, key, x.mapType);
      return simple(`${unit.operations(x.mapType)}.remove(${args})`, next);
    }
    case 'clear':
      return simple(`${unit.operations(x.type)}.clear(${clearedText(scope, x)})`, next);
    case 'copySlice': {
      const operation = x.fromString ? 'copyString' : 'copySlice';
      const call = `${unit.operations(x.type)}.${operation}(${copyArguments(scope, x)})`;
      return simple(x.result === null ? call : `${scope.register(x.result)}=${call}`, next);
    }
    case 'mapRangeStart':
      return simple(
        `${scope.register(x.iterator)}=R.rangeMap(${memory.map(unit, 'range', scope.emit(x.map), x.mapType)})`,
        next,
      );
    case 'mapRangeNext':
      return emitMapRangeNext(scope, x, next);
    case 'decodeRune': {
      const t = unit.temporary();
      const decode = unit.helper('decodeRunePacked');
      const string = scope.emit(x.string);
      const stores = `${scope.register(x.rune)}=${t}&2097151,${scope.register(x.size)}=${t}>>21`;
      return simple(`${t}=${decode}(${string},${scope.emit(x.index)}),${stores}`, next);
    }
    case 'typeAssertOk':
      return emitTypeAssertOk(scope, x, next);
    default:
      return assertNever(x, 'instruction');
  }
}

function simple(effect: string, next: string): InstructionText {
  const statement = effect === '' ? '' : `${effect};`;
  return { code: `${statement}return ${next};`, resume: null, effect: statement };
}

function once(code: string): InstructionText {
  return { code, resume: null, effect: null };
}

/** What `clear` is given: a map, or a slice whose elements become zero. */
function clearedText(scope: Scope, x: Of<'clear'>): string {
  const { unit } = scope;
  const text = scope.emit(x.x);
  return unit.type(x.type).kind === 'map'
    ? memory.map(unit, 'clear', text, x.type)
    : memory.elements(unit, 'write', text, x.type);
}

/** What `copy` is given. */
function copyArguments(scope: Scope, x: Of<'copySlice'>): string {
  const { unit } = scope;
  const [to, from] = [scope.emit(x.to), scope.emit(x.from)];
  if (!unit.tracksMemory) return `${to},${from}`;
  if (x.fromString) return `${memory.elements(unit, 'write', to, x.type)},${from}`;
  const [t, s] = [unit.temporary(), unit.temporary()];
  return `(${t}=${to},${s}=${from},R.detector.copy(g,${t},${s},${unit.number('type', x.type)}),${t}),${s}`;
}

function emitAssignAll(scope: Scope, x: Of<'assignAll'>, next: string): InstructionText {
  const stores = x.assignments.map(({ place, value, type }) =>
    emitStore(scope, place, value, type, captured, 'keepCopies'),
  );
  const { first = [] } = x;
  const later = stores.filter((_, i) => !first.includes(i));
  const ordered = [...first.flatMap((i) => stores[i] ?? []), ...later];
  const evaluate = ordered.flatMap((store) => store.evaluate);
  return simple([...evaluate, ...stores.map(({ store }) => store)].join(','), next);
}

/** `func,new Frame(null,captures,…args)` of the callee that a new goroutine begins with. */
export function newFrameText(scope: Scope, x: Extract<Instruction, { kind: 'go' }>): string {
  const { unit } = scope;
  const { callee } = x;
  const args = x.args.length === 0 ? '' : `,${emitList(scope, x.args)}`;
  const frames = unit.helper('frames');
  switch (callee.kind) {
    case 'static': {
      const func = unit.number('func', callee.func);
      return `${func},new ${frames}[${func}](null,null${args})`;
    }
    case 'closure': {
      const [t, func] = [unit.temporary(), unit.temporary()];
      const { whenNil } = x;
      const nil = whenNil === null ? 'R.goNil()' : unit.number('func', whenNil);
      const prefix = `(${t}=${scope.emit(callee.closure)},${func}=${t}===null?${nil}:${t}.func)`;
      return `${prefix},new ${frames}[${func}](null,${t}===null?null:${t}.captures${args})`;
    }
    case 'interface': {
      const { prefix, func, receiver } = interfaceCallee(scope, callee);
      return `(${prefix},${func}),new ${frames}[${func}](null,null,${receiver}${args})`;
    }
    default:
      return assertNever(callee, 'callee');
  }
}

/** `func,captures,[args]` of a callee that is deferred: -1 for none. */
export function deferredText(scope: Scope, x: Extract<Instruction, { kind: 'defer' }>): string {
  const { unit } = scope;
  const { callee } = x;
  switch (callee.kind) {
    case 'static':
      return `${unit.number('func', callee.func)},null,[${emitList(scope, x.args)}]`;
    case 'closure': {
      const t = unit.temporary();
      const nil = x.whenNil === null ? '-1' : unit.number('func', x.whenNil);
      const prefix = `(${t}=${scope.emit(callee.closure)},${t}===null?${nil}:${t}.func)`;
      return `${prefix},${t}===null?null:${t}.captures,[${emitList(scope, x.args)}]`;
    }
    case 'interface': {
      const { prefix, func, receiver } = interfaceCallee(scope, callee);
      const args = emitList(scope, x.args);
      return `(${prefix},${func}),null,[${receiver}${args === '' ? '' : `,${args}`}]`;
    }
    default:
      return assertNever(callee, 'callee');
  }
}

export function interfaceCallee(
  scope: Scope,
  callee: Extract<Callee, { readonly kind: 'interface' }>,
): { readonly prefix: string; readonly func: string; readonly receiver: string } {
  const { unit } = scope;
  const box = unit.temporary();
  const func = unit.temporary();
  const table = unit.methodTable(callee.method, callee.packagePath);
  const nil = unit.helper('nilDereference');
  const prefix = `${box}=${scope.emit(callee.x)}??${nil}(),${func}=${table}.find(${box}.type)`;
  return { prefix, func, receiver: `${box}.value` };
}

function emitCall(scope: Scope, x: Of<'call'>, next: string): InstructionText {
  const { unit } = scope;
  const { callee } = x;
  const frames = unit.helper('frames');
  const args = x.args.length === 0 ? '' : `,${emitList(scope, x.args)}`;
  let code: string;
  switch (callee.kind) {
    case 'static':
      code = `g.frame=new ${frames}[${unit.number('func', callee.func)}](f,null${args});return -1;`;
      break;
    case 'closure': {
      const t = unit.temporary();
      const closure = `${scope.emit(callee.closure)}??${unit.helper('nilDereference')}()`;
      code = `${t}=${closure};g.frame=new ${frames}[${t}.func](f,${t}.captures${args});return -1;`;
      break;
    }
    case 'interface': {
      const { prefix, func, receiver } = interfaceCallee(scope, callee);
      code = `${prefix};g.frame=new ${frames}[${func}](f,null,${receiver}${args});return -1;`;
      break;
    }
    default:
      return assertNever(callee, 'callee');
  }
  const resume = `${storeResults(scope, x.results, 'g.result')}return ${next};`;
  return { code, resume, effect: null };
}

function emitNative(
  scope: Scope,
  x: Of<'callNative'>,
  next: string,
  isPure: IsPure,
): InstructionText {
  const { unit } = scope;
  const args = emitList(scope, x.args);
  const t = unit.temporary();
  const store = storeResults(scope, x.results, t);
  if (isPure(x.name)) {
    const effect = `${t}=${unit.native(x.name)}(${args});${store}`;
    return { code: `${effect}return ${next};`, resume: null, effect };
  }
  const suspended = `if(${t}===${unit.helper('suspended')})return R.suspension;`;
  const rest = `${suspended}${store}return ${next};`;
  return {
    code: `${t}=R.callNative(f,g,${unit.native(x.name)},${memory.nativeArguments(unit, x.name, `[${args}]`)});${rest}`,
    resume: `${t}=R.resumeNative(f,g);${rest}`,
    effect: null,
  };
}

/** Puts the results of a call into their registers: one value as it is, several as an array. */
export function storeResults(scope: Scope, results: readonly LocalId[], value: string): string {
  if (results.length === 0) return '';
  if (results.length === 1) return putText(scope, results[0] ?? 0, value);
  const t = scope.unit.temporary();
  const stores = results.map((local, index) => putText(scope, local, `${t}[${index}]`));
  return `${t}=${value};${stores.join('')}`;
}

/** The statement that puts a value into a register. */
export function putText(scope: Scope, local: LocalId, value: string): string {
  const { halves } = scope;
  return halves?.has(local) === true
    ? `${halves.put(local, value)};`
    : `${scope.register(local)}=${value};`;
}

/** Return, either with values or by way of the deferred calls. */
function emitReturn(scope: Scope, x: Of<'return'>): InstructionText {
  if (x.values === null) {
    const code = emitFinish(scope);
    return { code, resume: scope.func.hasDefer ? code : null, effect: null };
  }
  return once(`${resultText(x.values.map((value) => scope.emit(value)))}return -2;`);
}

/** What the result registers hold. */
export function resultValues(scope: Scope): readonly string[] {
  return scope.func.results.map((local) => {
    const described = scope.func.locals[local];
    const name = scope.register(local);
    if (described?.storage === 'cell') return `${memory.variable(scope.unit, 'read', name)}.v`;
    return described?.storage === 'object'
      ? copyText(scope, { kind: 'register', local }, described.type)
      : name;
  });
}

/** Runs the deferred calls one after another, then returns what the result registers hold. */
export function emitFinish(scope: Scope): string {
  const deferred = scope.func.hasDefer ? 'if(f.deferred!==null)return R.runDeferred(f,g);' : '';
  return `${deferred}${resultText(resultValues(scope))}return -2;`;
}

function resultText(values: readonly string[]): string {
  if (values.length === 0) return 'g.result=undefined;';
  return values.length === 1 ? `g.result=${values[0]};` : `g.result=[${values.join(',')}];`;
}

export function storeReceived(scope: Scope, value: LocalId | null, ok: LocalId | null): string {
  const stores = [
    value === null ? '' : `${scope.register(value)}=g.value;`,
    ok === null ? '' : `${scope.register(ok)}=g.ok;`,
  ];
  return `${stores.join('')}g.value=undefined;`;
}

/** Starts the select; true when it completed. */
export function selectText(scope: Scope, x: Of<'select'>): string {
  const parts = x.cases.map((one) => {
    const value = one.direction === 'send' ? scope.emit(one.value) : 'undefined';
    return `${one.direction === 'send'},${scope.emit(one.channel)},${value}`;
  });
  return `R.select(f,g,[${parts.join(',')}],${x.defaultTarget !== null})`;
}

function emitSelect(scope: Scope, x: Of<'select'>): InstructionText {
  const targets = x.cases.map((one, index) => {
    const store =
      one.direction === 'receive' ? storeReceived(scope, one.value, one.ok) : 'R.sent(g);';
    return `case ${index}:${store}return ${one.target};`;
  });
  const otherwise = x.defaultTarget === null ? '' : `case -1:return ${x.defaultTarget};`;
  const finish = `switch(g.selected){${targets.join('')}${otherwise}}`;
  const select = selectText(scope, x);
  return { code: `if(!${select})return -3;${finish}`, resume: finish, effect: null };
}

function emitMapGetOk(scope: Scope, x: Of<'mapGetOk'>, next: string): InstructionText {
  const { unit } = scope;
  const [map, slot] = [unit.temporary(), unit.temporary()];
  const type = unit.type(x.mapType);
  const elem = type.kind === 'map' ? type.elem : 0;
  const args = memory.mapAndKey(unit, 'getOk', map, scope.emit(x.key), x.mapType);
  const find = `${unit.operations(x.mapType)}.find(${args})`;
  const steps = [`${map}=${scope.emit(x.map)}`, `${slot}=${find}`];
  if (x.value !== null) {
    const found = copied(scope, `${map}.values[${slot}]`, elem);
    steps.push(`${scope.register(x.value)}=${slot}<0?${zeroText(unit, elem)}:${found}`);
  }
  if (x.ok !== null) steps.push(`${scope.register(x.ok)}=${slot}>=0`);
  return simple(steps.join(','), next);
}

function emitMapRangeNext(scope: Scope, x: Of<'mapRangeNext'>, next: string): InstructionText {
  const t = scope.unit.temporary();
  const stores = storeEntry(scope, x, t);
  const iterator = scope.register(x.iterator);
  if (!scope.unit.tracksMemory) {
    return once(`${t}=${iterator};if(!${t}.next())return ${x.done};${stores}return ${next};`);
  }
  const start = scope.func.code.find(
    (each) => each.kind === 'mapRangeStart' && each.iterator === x.iterator,
  );
  const type = start?.kind === 'mapRangeStart' ? start.mapType : 0;
  const move = `${memory.map(scope.unit, 'next', `${t}.map`, type)};if(!${t}.next())return ${x.done};`;
  const key = `${t}.map.keys[${t}.slot]`;
  const read =
    x.value === null
      ? ''
      : `R.detector.map(g,${t}.map,${scope.unit.number('type', type)},'element',${key});`;
  return once(`${t}=${iterator};${move}${read}${stores}return ${next};`);
}

/** Puts the entry at which the map iterator `iterator` stands into the registers. */
export function storeEntry(scope: Scope, x: Of<'mapRangeNext'>, iterator: string): string {
  const part = (local: LocalId | null, list: 'keys' | 'values'): string => {
    if (local === null) return '';
    const type = scope.func.locals[local]?.type ?? 0;
    const value = `${iterator}.map.${list}[${iterator}.slot]`;
    return `${scope.register(local)}=${copied(scope, value, type)};`;
  };
  return `${part(x.key, 'keys')}${part(x.value, 'values')}`;
}

export function copied(scope: Scope, text: string, type: number): string {
  const kind = scope.unit.type(type).kind;
  if (kind === 'struct') return `${text}.copy()`;
  return kind === 'array' ? `${scope.unit.operations(type)}.copy(${text})` : text;
}

function emitTypeAssertOk(scope: Scope, x: Of<'typeAssertOk'>, next: string): InstructionText {
  const { unit } = scope;
  const box = unit.temporary();
  const ok = unit.temporary();
  const type = unit.type(x.type);
  const isInterface = type.kind === 'interface';
  const test = isInterface
    ? `${unit.helper('implementsInterface')}(${box},${unit.number('type', x.type)})`
    : `${box}!==null&&${box}.type===${unit.number('type', x.type)}`;
  const steps = [`${box}=${scope.emit(x.x)}`, `${ok}=${test}`];
  if (x.value !== null) {
    const value = isInterface ? box : copied(scope, `${box}.value`, x.type);
    steps.push(`${scope.register(x.value)}=${ok}?${value}:${zeroText(unit, x.type)}`);
  }
  if (x.ok !== null) steps.push(`${scope.register(x.ok)}=${ok}`);
  return simple(steps.join(','), next);
}

/** Whether a result register must hold a zero value from the start. */
export function needsOwnZero(scope: Scope, local: LocalId): boolean {
  const described = scope.func.locals[local];
  return (
    described !== undefined &&
    scope.func.results.includes(local) &&
    isAggregate(scope.unit.type(described.type))
  );
}
