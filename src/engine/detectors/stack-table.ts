// Call stacks as numbers: a tree whose nodes are (caller's node, function, instruction). Invariants:
// equal stacks have equal numbers; 0 is the empty stack; the number of nodes is that of different
// stacks, however often they occur.

import type { Program } from '../go/ir/program.ts';
import type { Frame } from '../machine/frame.ts';
import type { CodePlace } from '../trace/detected.ts';

interface Node {
  readonly caller: number;
  /** Function × instructions + pc; < 0 for a function of the runtime. */
  readonly place: number;
  readonly next: Map<number, number>;
}

const instructionsPerFunc = 2 ** 20;

/** Functions of the runtime that access memory for the program, with where Go 1.27 has them. */
const runtimeFuncs = {
  growslice: 'runtime.growslice runtime/slice.go 178',
  slicecopy: 'runtime.slicecopy runtime/slice.go 392',
  chansend: 'runtime.chansend runtime/chan.go 176',
  closechan: 'runtime.closechan runtime/chan.go 414',
  mapIterStart: 'runtime.mapIterStart runtime/map.go 156',
  mapIterNext: 'runtime.mapIterNext runtime/map.go 168',
  mapclear: 'runtime.mapclear runtime/map.go 178',
  mapdelete: 'runtime.mapdelete runtime/map.go 135',
  mapaccess1: 'runtime.mapaccess1 internal/runtime/maps/runtime.go 57',
  mapaccess2: 'runtime.mapaccess2 internal/runtime/maps/runtime.go 63',
  mapassign: 'runtime.mapassign internal/runtime/maps/runtime.go 143',
  mapaccess1_fast32: 'runtime.mapaccess1_fast32 internal/runtime/maps/runtime_fast32.go 16',
  mapaccess2_fast32: 'runtime.mapaccess2_fast32 internal/runtime/maps/runtime_fast32.go 22',
  mapassign_fast32: 'runtime.mapassign_fast32 internal/runtime/maps/runtime_fast32.go 187',
  mapaccess1_fast64: 'runtime.mapaccess1_fast64 internal/runtime/maps/runtime_fast64.go 16',
  mapaccess2_fast64: 'runtime.mapaccess2_fast64 internal/runtime/maps/runtime_fast64.go 22',
  mapassign_fast64: 'runtime.mapassign_fast64 internal/runtime/maps/runtime_fast64.go 182',
  mapaccess1_faststr: 'runtime.mapaccess1_faststr internal/runtime/maps/runtime_faststr.go 114',
  mapaccess2_faststr: 'runtime.mapaccess2_faststr internal/runtime/maps/runtime_faststr.go 120',
  mapassign_faststr: 'runtime.mapassign_faststr internal/runtime/maps/runtime_faststr.go 261',
  raceRead: 'internal/race.Read internal/race/race.go 35',
  raceWrite: 'internal/race.Write internal/race/race.go 44',
  waitGroupAdd: 'sync.(*WaitGroup).Add sync/waitgroup.go 115',
  waitGroupWait: 'sync.(*WaitGroup).Wait sync/waitgroup.go 190',
  goFunc: 'time.goFunc time/sleep.go 182',
} as const;
export type RuntimeFunc = keyof typeof runtimeFuncs;

const runtimeNames = Object.keys(runtimeFuncs);

export class StackTable {
  private readonly program: Program;
  private readonly nodes: Node[] = [{ caller: 0, place: 0, next: new Map() }];
  /** The stacks of frames' callers: they stay while a frame lives. */
  private readonly callers = new WeakMap<Frame, number>();
  private readonly wrappers: CodePlace[] = [];

  constructor(program: Program) {
    this.program = program;
  }

  /** The stack whose innermost frame is `frame`, where it is now. */
  of(frame: Frame | null): number {
    if (frame === null) return 0;
    // Frames whose callers are not known yet, the innermost last: stacks can be deep.
    const unknown: Frame[] = [];
    let known: Frame | null = frame;
    while (known !== null && !this.callers.has(known)) {
      unknown.unshift(known);
      known = known.caller;
    }
    for (const each of unknown) {
      const { caller } = each;
      const at = caller === null ? 0 : this.child(this.callers.get(caller) ?? 0, caller);
      this.callers.set(each, at);
    }
    return this.child(this.callers.get(frame) ?? 0, frame);
  }

  /** A goroutine's outermost frame is called by something that has none: a wrapper of gc's. */
  setCaller(frame: Frame, caller: CodePlace): void {
    this.callers.set(frame, this.node(0, -1 - runtimeNames.length - this.placeNumber(caller)));
  }

  private placeNumber(place: CodePlace): number {
    const known = this.wrappers.findIndex(
      ({ func, line }) => func === place.func && line === place.line,
    );
    return known < 0 ? this.wrappers.push(place) - 1 : known;
  }

  /** The stack with a function of the runtime on top. */
  under(stack: number, func: RuntimeFunc): number {
    return this.node(stack, -1 - runtimeNames.indexOf(func));
  }

  private child(caller: number, { func, pc }: Frame): number {
    if (func.wrapper === true || func.id === this.program.entry) return caller;
    return this.node(caller, func.id * instructionsPerFunc + pc);
  }

  private node(caller: number, place: number): number {
    const above = this.nodes[caller];
    if (above === undefined) throw new Error(`Broken invariant: no stack ${caller}`);
    let made = above.next.get(place);
    if (made === undefined) {
      made = this.nodes.push({ caller, place, next: new Map() }) - 1;
      above.next.set(place, made);
    }
    return made;
  }

  /** Functions and lines, innermost first. */
  places(stack: number): readonly CodePlace[] {
    const places: CodePlace[] = [];
    let node = this.nodes[stack];
    for (let at = stack; at !== 0 && node !== undefined; at = node.caller, node = this.nodes[at]) {
      places.push(this.place(node.place));
    }
    return places;
  }

  private place(place: number): CodePlace {
    if (place < 0) {
      const wrapper = this.wrappers[-1 - place - runtimeNames.length];
      if (wrapper !== undefined) return wrapper;
      const name = runtimeNames[-1 - place] as RuntimeFunc;
      const [func = '', file = '', line = ''] = runtimeFuncs[name].split(' ');
      return { func, file, line: Number(line) };
    }
    const func = this.program.funcs[Math.floor(place / instructionsPerFunc)];
    if (func === undefined) throw new Error('Broken invariant: a stack has a function');
    const pos = func.code[place % instructionsPerFunc]?.pos ?? func.end;
    const { file, line } = this.program.fileSet.position(pos);
    return { func: func.name, file, line };
  }
}
