// JS text of a function's statements, run by run: what every shape of fast code has in common.
// Invariants: a statement appears once; the budget is charged for a run of statements before the
// first of them, and given back where one of them throws.

import type { Instruction } from '../../go/ir/instruction.ts';
import { emitInstruction, type IsPure, storeEntry } from '../emit-instruction.ts';
import type { Scope } from '../scope.ts';
import { isStop, successors } from './control-flow.ts';
import { emitStop, type StopContext } from './emit-stop.ts';
import type { Region, Regions } from './regions.ts';
import { Suspension } from './suspension.ts';
import { mayThrow } from './throwing.ts';

export abstract class BlockEmitter implements StopContext {
  readonly scope: Scope;
  readonly isPure: IsPure;
  readonly callees: number[] = [];
  /** Statements charged beyond each one; -1 where the machine has been told already. */
  readonly refunds: number[];
  /** Declarations of the temporaries. */
  temporaries = '';
  abstract readonly mayHaveFrame: boolean;
  protected readonly regions: Regions;
  private readonly caseByLabel: ReadonlyMap<number, number>;
  /** Statements that update one variable, by the first; none by the others. */
  private readonly updates = new Map<number, readonly Instruction[]>();

  constructor(scope: Scope, regions: Regions, isPure: IsPure) {
    this.scope = scope;
    this.isPure = isPure;
    this.regions = regions;
    this.refunds = scope.func.code.map(() => 0);
    this.caseByLabel = new Map(regions.list.map(({ label }, index) => [label, index]));
  }

  /** Goes on at a statement. */
  abstract transfer(to: number): string;
  abstract makeFrame(): string;
  /** Name of what is called as the function itself; null: nothing. */
  protected abstract readonly ownName: string | null;
  /** Whether a statement stands where more than one way meets. */
  protected abstract isMerge(node: number): boolean;
  /** Merging statements that follow when a statement's ways are closed. */
  protected abstract mergesOf(node: number): readonly number[];
  /** A statement from its beginning, all that it dominates included. */
  protected abstract begin(node: number): string;

  leave(value: string): string {
    return `return ${value};`;
  }

  /** Number of a label's region, -1 for what is no label. */
  caseOf(pc: number): number {
    return this.caseByLabel.get(pc) ?? -1;
  }

  protected regionAt(label: number): Region {
    const region = this.regions.list[this.caseOf(label)];
    if (region === undefined) throw new Error(`Broken invariant: no label ${label}`);
    return region;
  }

  /** Leaves to the exact flavour where there is too little budget to reach the next label. */
  protected check({ label, cost }: Region): string {
    return `if(b<${cost}){${this.bail(label, 0)}}\n`;
  }

  /** Leaves to the exact flavour at a statement; `refund` of what has been charged. */
  bail(pc: number, refund: number): string {
    const given = refund === 0 ? '' : `b+=${refund};`;
    return `${given}p=${pc};w=${Suspension.bail};break L;`;
  }

  /** The statements from one that control reaches here alone. */
  protected from(first: number): string {
    const lines: string[] = [];
    let node = first;
    let charged = 0;
    for (;;) {
      if (charged === 0) {
        charged = this.charge(node);
        lines.push(`b-=${charged};`);
      }
      charged--;
      const instruction = this.instruction(node);
      const [next] = successors(instruction, node);
      if (!this.isSimple(instruction) || next === undefined || !this.isPlain(next)) {
        lines.push(this.last(node, instruction));
        return lines.join('\n');
      }
      lines.push(this.simple(node, instruction));
      node = next;
    }
  }

  /** How many statements from one on are executed together; notes what each gives back. */
  private charge(first: number): number {
    const run: number[] = [];
    for (let node = first; ; ) {
      run.push(node);
      const instruction = this.instruction(node);
      const [next] = successors(instruction, node);
      if (!this.isSimple(instruction) || next === undefined || !this.isPlain(next)) break;
      node = next;
    }
    this.findUpdates(run);
    run.forEach((node, index) => {
      const stops = isStop(this.scope.func, this.instruction(node), this.isPure);
      this.refunds[node] = stops ? -1 : run.length - 1 - index;
    });
    return run.length;
  }

  /** Notes which statements of a run update one variable after each other: one text for all. */
  private findUpdates(run: readonly number[]): void {
    for (let at = 0; at < run.length; ) {
      const rest = run.slice(at).map((node) => this.instruction(node));
      const count = this.scope.halves?.countUpdates(rest) ?? 0;
      if (count > 1) {
        this.updates.set(run[at] ?? 0, rest.slice(0, count));
        for (const node of run.slice(at + 1, at + count)) this.updates.set(node, []);
      }
      at += Math.max(count, 1);
    }
  }

  private instruction(node: number): Instruction {
    const instruction = this.scope.func.code[node];
    if (instruction === undefined) throw new Error(`Broken invariant: no statement ${node}`);
    return instruction;
  }

  /** One way in, one way out. */
  private isSimple(instruction: Instruction): boolean {
    switch (instruction.kind) {
      case 'branch':
      case 'mapRangeNext':
      case 'panic':
      case 'return':
        return false;
      default:
        return !isStop(this.scope.func, instruction, this.isPure);
    }
  }

  /** Reached by one way, and no place to look up at. */
  private isPlain(node: number): boolean {
    return this.caseOf(node) < 0 && !this.isMerge(node);
  }

  private simple(node: number, instruction: Instruction): string {
    const { scope } = this;
    const updates = this.updates.get(node);
    if (updates !== undefined) {
      if (updates.length === 0) return '';
      const text = `${this.place(node, instruction)}${scope.halves?.update(updates) ?? ''};`;
      this.keepTemporaries();
      return text;
    }
    const { effect } = emitInstruction(scope, instruction, node, this.isPure);
    if (effect === null) throw new Error(`Broken invariant: ${instruction.kind} is not simple`);
    this.keepTemporaries();
    return `${this.place(node, instruction)}${effect}${this.kept(instruction)}`;
  }

  kept(_instruction: Instruction): string {
    return '';
  }

  private place(node: number, instruction: Instruction): string {
    return mayThrow(this.scope.unit, instruction) ? `p=${node};` : '';
  }

  protected keepTemporaries(): void {
    const declaration = this.scope.unit.takeTemporaries();
    if (declaration.length > this.temporaries.length) this.temporaries = declaration;
  }

  /** A statement after which control divides, ends or leaves, and all that follows it here. */
  private last(node: number, instruction: Instruction): string {
    let text = this.ending(node, instruction);
    this.keepTemporaries();
    for (const merge of this.mergesOf(node)) text = `B${merge}:{${text}}\n${this.begin(merge)}`;
    return text;
  }

  private ending(node: number, instruction: Instruction): string {
    const { scope } = this;
    switch (instruction.kind) {
      case 'branch': {
        const condition = scope.emit(instruction.condition);
        const place = this.place(node, instruction);
        this.keepTemporaries();
        const then = this.transfer(instruction.then);
        return `${place}if(${condition}){${then}}else{${this.transfer(instruction.else)}}`;
      }
      case 'mapRangeNext': {
        const [next = 0, done = 0] = successors(instruction, node);
        const t = scope.unit.temporary();
        const stores = storeEntry(scope, instruction, t);
        const head = `${t}=${scope.register(instruction.iterator)};if(${t}.next()){${stores}`;
        this.keepTemporaries();
        return `${head}${this.transfer(next)}}else{${this.transfer(done)}}`;
      }
      case 'return':
      case 'panic':
        return emitStop(this, node, instruction);
      default: {
        if (isStop(scope.func, instruction, this.isPure)) return emitStop(this, node, instruction);
        const [next = 0] = successors(instruction, node);
        return `${this.simple(node, instruction)}${this.transfer(next)}`;
      }
    }
  }

  /** Name of the variable that holds a function called by number. */
  callee(func: number): string {
    if (func === this.scope.func.id && this.ownName !== null) return this.ownName;
    const { unit } = this.scope;
    const known = this.callees.indexOf(func);
    const name = `F${known < 0 ? this.callees.push(func) - 1 : known}`;
    return `(${name}??(${name}=${unit.helper('makeFast')}(${unit.number('func', func)})))`;
  }
}
