// JS text of a function's regions: a case each in one switch, structured code inside. Invariants: a
// statement appears once; the budget is charged for a run of statements before the first of them,
// and given back where one of them throws; control leaves a region only to a label.

import type { Instruction } from '../../go/ir/instruction.ts';
import { emitInstruction, type IsPure, storeEntry } from '../emit-instruction.ts';
import type { Scope } from '../scope.ts';
import { isStop, successors } from './control-flow.ts';
import { emitResumption, emitStop, type StopContext } from './emit-stop.ts';
import type { Region, Regions } from './regions.ts';
import { Suspension } from './suspension.ts';
import { mayThrow } from './throwing.ts';

export class RegionEmitter implements StopContext {
  readonly scope: Scope;
  readonly isPure: IsPure;
  readonly callees: number[] = [];
  /** Statements charged beyond each one; -1 where the machine has been told already. */
  readonly refunds: number[];
  /** Declarations of the temporaries. */
  temporaries = '';
  private readonly regions: Regions;
  private readonly caseByLabel: ReadonlyMap<number, number>;
  private region: Region | null = null;
  private usesOuter = false;
  private readonly resumptions: { readonly pc: number; readonly text: string }[] = [];

  constructor(scope: Scope, regions: Regions, isPure: IsPure) {
    this.scope = scope;
    this.isPure = isPure;
    this.regions = regions;
    this.refunds = scope.func.code.map(() => 0);
    this.caseByLabel = new Map(regions.list.map(({ label }, index) => [label, index]));
  }

  costAt(pc: number): number {
    return this.regions.list[this.caseOf(pc)]?.cost ?? 0;
  }

  /** Number of a label's case, -1 for what is no label. */
  caseOf(pc: number): number {
    return this.caseByLabel.get(pc) ?? -1;
  }

  emit(): string {
    const cases = this.regions.list.map((region, index) => this.emitRegion(region, index));
    this.emitResumptions();
    const later = this.resumptions.map(
      ({ text }, index) => `case ${this.regions.list.length + index}:{${text}}`,
    );
    return `L:for(;;)switch(pc){\n${[...cases, ...later].join('\n')}}`;
  }

  /** Number of the case that completes a statement, -1 where only the exact flavour can. */
  resumptionOf(pc: number): number {
    const index = this.resumptions.findIndex((resumption) => resumption.pc === pc);
    return index < 0 ? -1 : this.regions.list.length + index;
  }

  /** What completes the statements at which a goroutine may have stopped. */
  private emitResumptions(): void {
    this.region = null;
    this.scope.func.code.forEach((instruction, pc) => {
      if (this.regions.regionOf[pc] === -1) return;
      const text = emitResumption(this, pc, instruction);
      this.keepTemporaries();
      if (text !== null) this.resumptions.push({ pc, text });
    });
  }

  private emitRegion(region: Region, index: number): string {
    this.region = region;
    this.usesOuter = false;
    const { label, cost } = region;
    const check = `if(b<${cost}){${this.bail(label, 0)}}`;
    const body = `${check}\n${this.from(label)}`;
    const looped = region.loops ? `H${index}:for(;;){${body}}` : body;
    return `case ${index}:${this.usesOuter ? `O${index}:{${looped}}` : `{${looped}}`}`;
  }

  /** Leaves to the exact flavour at a statement; `refund` of what has been charged. */
  bail(pc: number, refund: number): string {
    const budget = refund === 0 ? 'b' : `b+${refund}`;
    return `R.budget=${budget};p=${pc};w=${Suspension.bail};break L;`;
  }

  /** The statements from one that control reaches here alone. */
  private from(first: number): string {
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
    run.forEach((node, index) => {
      const stops = isStop(this.scope.func, this.instruction(node), this.isPure);
      this.refunds[node] = stops ? -1 : run.length - 1 - index;
    });
    return run.length;
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

  /** Reached by one way inside this region. */
  private isPlain(node: number): boolean {
    return this.caseOf(node) < 0 && !this.isMerge(node);
  }

  private isMerge(node: number): boolean {
    for (const list of this.region?.merges.values() ?? []) if (list.includes(node)) return true;
    return false;
  }

  private simple(node: number, instruction: Instruction): string {
    const { scope } = this;
    const { effect } = emitInstruction(scope, instruction, node, this.isPure);
    if (effect === null) throw new Error(`Broken invariant: ${instruction.kind} is not simple`);
    this.keepTemporaries();
    return `${this.place(node, instruction)}${effect}`;
  }

  private place(node: number, instruction: Instruction): string {
    return mayThrow(this.scope.unit, instruction) ? `p=${node};` : '';
  }

  private keepTemporaries(): void {
    const declaration = this.scope.unit.takeTemporaries();
    if (declaration.length > this.temporaries.length) this.temporaries = declaration;
  }

  /** A statement after which control divides, ends or leaves, and all that follows it here. */
  private last(node: number, instruction: Instruction): string {
    const merges = this.region?.merges.get(node) ?? [];
    let text = this.ending(node, instruction);
    this.keepTemporaries();
    for (const merge of merges) text = `B${merge}:{${text}}\n${this.from(merge)}`;
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

  /** Goes on at a statement. */
  transfer(to: number): string {
    const target = this.caseOf(to);
    if (target >= 0 && this.region === null) return `pc=${target};continue L;`;
    if (target >= 0) {
      const own = this.caseOf(this.region?.label ?? -1);
      if (target === own) return `continue H${own};`;
      if (target === own + 1) {
        this.usesOuter = true;
        return `break O${own};`;
      }
      return `pc=${target};continue L;`;
    }
    if (this.isMerge(to)) return `break B${to};`;
    return this.from(to);
  }

  /** Name of the variable that holds a function called by number. */
  callee(func: number): string {
    if (func === this.scope.func.id) return 'F';
    if (!this.callees.includes(func)) this.callees.push(func);
    return `(F${func}??(F${func}=${this.scope.unit.helper('makeFast')}(${func})))`;
  }
}
