// What emitted code is given as `A`: helpers, operations per type, struct and frame classes. Runs of
// one program share it, so that they begin with what JS engines have learnt about its code and
// classes. Evaluates units of text when they are first needed. Invariant: it holds no state of a run
// but the way to the one that is being executed; which runs there were changes speed only.

import { decodeRunePacked } from '../base/utf8.ts';
import { emitStruct } from '../code/emit-struct.ts';
import { isLarge } from '../code/fast/emit-fast.ts';
import { stopped } from '../code/fast/suspension.ts';
import type { Evaluate, UnitText } from '../code/unit.ts';
import { callText, exactText, reentryText } from '../code/unit-texts.ts';
import type { Func, Program } from '../go/ir/program.ts';
import * as arithmetic from './arithmetic.ts';
import { ArrayOperations } from './array-operations.ts';
import { channelCapacity, channelLength } from './channel.ts';
import * as complexArithmetic from './complex-arithmetic.ts';
import { FastFunction, type FastRun, type Reenter } from './fast-function.ts';
import type { FrameClass, Step } from './frame.ts';
import { Deferred, Frame } from './frame.ts';
import { GoMap } from './go-map.ts';
import { divideByZero, GoPanic, goPanic, nilDereference } from './go-panic.ts';
import { StructObject } from './heap-object.ts';
import { MapOperations } from './map-operations.ts';
import type { Native, NativeTable } from './native.ts';
import { suspended } from './native.ts';
import type { OperationsHost } from './operations.ts';
import { equalInterfaces, Operations, StructOperations } from './operations.ts';
import { Cell, ElementPointer, FieldPointer, samePlace } from './pointer.ts';
import { SliceOperations } from './slice-operations.ts';
import * as strings from './strings.ts';
import type { MethodTable, StructClass } from './types.ts';
import { TypeTable } from './types.ts';
import * as wideHalves from './wide-halves.ts';
import { Box, Closure, complexZero, nilSlice } from './value.ts';

const helpers = {
  ...arithmetic,
  ...complexArithmetic,
  ...strings,
  ...wideHalves,
  samePlace,
  nilDereference,
  divideByZero,
  goPanic,
  decodeRunePacked,
  channelLength,
  channelCapacity,
  suspended,
  stopped,
  nilSlice,
  complexZero,
  Box,
  Cell,
  Closure,
  Deferred,
  ElementPointer,
  FieldPointer,
  GoMap,
  mapLength: (map: GoMap | null): number => (map === null ? 0 : map.count),
};

/** The machine, to fast code that calls a function without any. */
interface FastCaller {
  beginExactly(frame: Frame): void;
}

/** What a unit of fast code to go on from frames evaluates to. */
interface ReentryUnit {
  /** Also what calls the function, where it is large. */
  readonly run?: FastRun;
  readonly reenter: Reenter;
  readonly costs: readonly number[];
  readonly resumptions: readonly number[];
}

/** What a function unit evaluates to. */
interface FunctionUnit {
  readonly Frame: FrameClass;
  readonly fill: Frame['fill'];
  readonly hash: Frame['hash'];
  readonly locate: Frame['locate'];
  readonly code: readonly Step[];
  readonly resume: readonly (Step | null)[];
}

/** The run whose code is being executed. */
export interface SupportedRun {
  /** Identity of what a reference refers to. */
  address(reference: unknown): number;
  /** Counts a big allocation. */
  allocate(bytes: number): void;
}

export interface SupportOptions {
  readonly program: Program;
  readonly natives: NativeTable;
  readonly evaluate: Evaluate;
  /** Functions tell the machine's detector what memory they access. */
  readonly tracksMemory: boolean;
}

/** By program and the way to evaluate: with other natives, or tracking memory, it is another one. */
const made = new WeakMap<Program, WeakMap<Evaluate, Support[]>>();

/** What supports runs of a program: all that are alike share it, and with it their code. */
export function supportFor(options: SupportOptions): Support {
  const { program, evaluate } = options;
  const ofProgram = made.get(program) ?? new WeakMap<Evaluate, Support[]>();
  made.set(program, ofProgram);
  const known = ofProgram.get(evaluate) ?? [];
  const found = known.find((each) => each.serves(options));
  if (found !== undefined) return found;
  const support = new Support(options);
  ofProgram.set(evaluate, [...known, support]);
  return support;
}

export class Support implements OperationsHost {
  readonly program: Program;
  readonly types: TypeTable;
  /** Frame classes by function; one that has not run yet is a stand-in that makes the real one. */
  readonly frames: FrameClass[];
  private readonly options: SupportOptions;
  private run: SupportedRun | null = null;
  private readonly operationsByType: (Operations | undefined)[] = [];
  private readonly structClasses: (StructClass | undefined)[] = [];
  private readonly methodTables = new Map<string, MethodTable>();
  /** Fast code by function, where there is some. */
  private readonly fastRuns: (FastRun | undefined)[] = [];
  private readonly fastFunctions: FastFunction[];
  private readonly asParameter: Readonly<Record<string, unknown>>;
  private readonly isPureNative = (name: string): boolean => this.isPure(name);

  constructor(options: SupportOptions) {
    this.options = options;
    this.program = options.program;
    this.types = new TypeTable(options.program);
    this.frames = options.program.funcs.map((func) => this.standIn(func.id));
    this.fastFunctions = options.program.funcs.map((func) => new FastFunction(func.library));
    this.asParameter = {
      ...helpers,
      frames: this.frames,
      fast: this.fastRuns,
      makeFast: (func: number) => this.makeFast(func),
      operations: (type: number) => this.operations(type),
      structClass: (type: number) => this.structClass(type),
      methodTable: (name: string) => this.methodTable(name),
      native: (name: string) => this.nativeFunction(name),
      equalInterfaces: (a: Box | null, b: Box | null) => equalInterfaces(this, a, b),
      implementsInterface: (box: Box | null, type: number) =>
        box !== null && this.types.missingMethod(box.type, type) === null,
      assertInterface: (box: Box | null, type: number, from: number) =>
        box !== null && this.types.missingMethod(box.type, type) === null
          ? box
          : this.assertionPanic(box, type, from),
      assertionPanic: (box: Box | null, type: number, from: number) =>
        this.assertionPanic(box, type, from),
    };
  }

  serves({ natives, tracksMemory }: SupportOptions): boolean {
    return this.options.natives === natives && this.options.tracksMemory === tracksMemory;
  }

  /** From here on the code of this run is executed, until another one begins to be. */
  serve(run: SupportedRun): void {
    this.run = run;
  }

  address(reference: unknown): number {
    return this.served().address(reference);
  }

  private served(): SupportedRun {
    if (this.run === null) throw new Error('Broken invariant: no run is being executed');
    return this.run;
  }

  operations(type: number): Operations {
    let operations = this.operationsByType[type];
    if (operations === undefined) {
      operations = this.makeOperations(type);
      this.operationsByType[type] = operations;
    }
    return operations;
  }

  private makeOperations(id: number): Operations {
    const type = this.types.type(id);
    switch (type.kind) {
      case 'struct':
        return new StructOperations(this, type);
      case 'array':
        return new ArrayOperations(this, type);
      case 'slice':
        return new SliceOperations(this, type, (bytes) => this.served().allocate(bytes));
      case 'map':
        return new MapOperations(this, type);
      default:
        return new Operations(this, type);
    }
  }

  structClass(id: number): StructClass {
    let made = this.structClasses[id];
    if (made === undefined) {
      const type = this.types.type(id);
      if (type.kind !== 'struct') throw new Error(`Broken invariant: ${type.string} is no struct`);
      made = this.evaluate(emitStruct(this.program, type)) as StructClass;
      Object.setPrototypeOf(made.prototype, StructObject.prototype);
      this.structClasses[id] = made;
    }
    return made;
  }

  /** A variable of its own, as emitted code makes them. */
  newCell(value: unknown): Cell {
    return new Cell(value);
  }

  isPure(name: string): boolean {
    return this.options.natives.get(name)?.kind === 'pure';
  }

  /** A native by name. Lowering lets none through that is not in the table. */
  native(name: string): Native {
    const native = this.options.natives.get(name);
    if (native === undefined) throw new Error(`Broken invariant: no native ${name}`);
    return native;
  }

  /** A pure native itself; for the others the record that the machine runs. */
  private nativeFunction(name: string): unknown {
    const native = this.native(name);
    return native.kind === 'pure' ? native.call : native;
  }

  private standIn(func: number): FrameClass {
    const make = (args: ConstructorParameters<FrameClass>): Frame => {
      const FrameOfFunc = this.frameClass(func);
      return new FrameOfFunc(...args);
    };
    // `new` on a function that returns an object gives that object.
    return function standIn(...args: ConstructorParameters<FrameClass>): Frame {
      return make(args);
    } as unknown as FrameClass;
  }

  /** Emits and evaluates a function, once. */
  private frameClass(id: number): FrameClass {
    const func = this.func(id);
    const { tracksMemory } = this.options;
    const text = exactText(this.program, func, this.isPureNative, tracksMemory);
    const unit = this.evaluate(text) as FunctionUnit;
    const prototype: object = Object.create(Frame.prototype);
    const { Frame: made, fill, hash, code, resume, locate } = unit;
    const shell = function shell(this: Frame): Frame {
      return new made(null, noCaptures);
    };
    const fast = this.fastFunctions[id];
    const sites = Int32Array.from(func.code, (each) => ('site' in each ? each.site : 0));
    Object.assign(prototype, { func, fill, hash, code, resume, locate, shell, fast, sites });
    made.prototype = prototype as Frame;
    this.frames[id] = made;
    return made;
  }

  /** Fast code of a function, or what makes a frame of the call when there is none. */
  makeFast(id: number): FastRun {
    const known = this.fastRuns[id];
    if (known !== undefined) return known;
    const func = this.func(id);
    if (isLarge(func)) this.makeReentry(id);
    const made = this.fastRuns[id];
    if (made !== undefined) return made;
    const call = callText(this.program, func, this.isPureNative);
    const run = call === null ? this.exactCall(id) : (this.evaluate(call) as FastRun);
    this.fastFunction(id).isCalled = true;
    this.fastRuns[id] = run;
    return run;
  }

  /** Fast code to go on from frames of a function, once. */
  makeReentry(id: number): void {
    const fast = this.fastFunction(id);
    if (fast.reenter !== null) return;
    const text = reentryText(this.program, this.func(id), this.isPureNative);
    const { run, reenter, costs, resumptions } = this.evaluate(text) as ReentryUnit;
    fast.costs = Int32Array.from(costs);
    fast.resumptions = Int32Array.from(resumptions);
    fast.reenter = reenter;
    if (run !== undefined) this.fastRuns[id] = run;
  }

  /** Fast code with which a goroutine can begin; null when there is none yet. */
  beginningOf(id: number): FastFunction | null {
    const fast = this.fastFunction(id);
    return fast.reenter !== null && (fast.costs[0] ?? 0) > 0 ? fast : null;
  }

  private func(id: number): Func {
    const func = this.program.funcs[id];
    if (func === undefined) throw new Error(`Broken invariant: no function ${id}`);
    return func;
  }

  private fastFunction(id: number): FastFunction {
    const fast = this.fastFunctions[id];
    if (fast === undefined) throw new Error(`Broken invariant: no function ${id}`);
    return fast;
  }

  /** Called by fast code, suspends it with a frame that begins: tangled functions have no call. */
  private exactCall(id: number): FastRun {
    return (machine, _goroutine, _depth, captures, ...args) => {
      const FrameOfFunc = this.frames[id];
      if (FrameOfFunc === undefined) throw new Error(`Broken invariant: no function ${id}`);
      const frame = new FrameOfFunc(null, captures as readonly unknown[] | null, ...args);
      (machine as FastCaller).beginExactly(frame);
    };
  }

  private evaluate({ body, constants }: UnitText): unknown {
    const make = this.options.evaluate(['A', 'K'], body) as (
      support: unknown,
      constants: readonly unknown[],
    ) => unknown;
    return make(this.asParameter, constants);
  }

  private methodTable(key: string): MethodTable {
    let table = this.methodTables.get(key);
    if (table === undefined) {
      table = this.makeMethodTable(key);
      this.methodTables.set(key, table);
    }
    return table;
  }

  private makeMethodTable(key: string): MethodTable {
    const space = key.indexOf(' ');
    const [packagePath, name] = [key.slice(0, space), key.slice(space + 1)];
    const found: (number | undefined)[] = [];
    return {
      find: (type) => {
        let func = found[type];
        if (func === undefined) {
          func = this.method(type, name, packagePath);
          found[type] = func;
        }
        return func;
      },
    };
  }

  /** The function of a method in a type's method set. */
  method(type: number, name: string, packagePath: string): number {
    const method = this.methodOrNull(type, name, packagePath);
    if (method === null) {
      throw new Error(`Broken invariant: ${this.types.type(type).string} has no method ${name}`);
    }
    return method;
  }

  methodOrNull(type: number, name: string, packagePath: string): number | null {
    const { methods } = this.types.type(type);
    const method = methods.find((each) => each.name === name && each.packagePath === packagePath);
    return method === undefined || method.func < 0 ? null : method.func;
  }

  /** x.(T) on what holds no T (runtime/error.go TypeAssertionError). */
  private assertionPanic(box: Box | null, asserted: number, from: number): never {
    const target = this.types.type(asserted);
    const source = this.types.type(from);
    // An assertion to an interface does not say from which one.
    const name = target.kind === 'interface' ? 'interface' : source.string;
    let text: string;
    if (box === null) text = `interface conversion: ${name} is nil, not ${target.string}`;
    else {
      const concrete = this.types.type(box.type);
      const missing = this.types.missingMethod(box.type, asserted);
      text = `interface conversion: ${name} is ${concrete.string}, not ${target.string}`;
      if (missing !== null) {
        text = `interface conversion: ${concrete.string} is not ${target.string}: missing method ${missing}`;
      } else if (concrete.string === target.string) {
        const scope = concrete.packagePath === target.packagePath ? 'scopes' : 'packages';
        text += ` (types from different ${scope})`;
      }
    }
    throw new GoPanic(null, 'typeAssertionError', text);
  }
}

const noCaptures: readonly unknown[] = [];
