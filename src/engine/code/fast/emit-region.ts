// JS text of a function that can be entered wherever its goroutine may have stopped: a case for
// each region in one switch, structured code inside. Invariant: control leaves a region only to a
// label.

import type { LocalId } from '../../go/ir/ids.ts';
import type { Instruction } from '../../go/ir/instruction.ts';
import type { IsPure } from '../emit-instruction.ts';
import type { Scope } from '../scope.ts';
import { BlockEmitter } from './emit-block.ts';
import { emitResumption } from './emit-stop.ts';
import type { Region, Regions } from './regions.ts';
import { writtenBy } from './settled.ts';

export class RegionEmitter extends BlockEmitter {
  readonly mayHaveFrame = true;
  protected readonly ownName = null;
  protected region: Region | null = null;
  private merges: ReadonlySet<number> = new Set();
  private usesOuter = false;
  protected readonly resumptions: { readonly pc: number; readonly text: string }[] = [];

  /** Registers that the frame has whenever it is looked at. */
  private readonly settled: ReadonlySet<LocalId>;

  constructor(
    scope: Scope,
    regions: Regions,
    isPure: IsPure,
    settled: ReadonlySet<LocalId> = new Set(),
  ) {
    super(scope, regions, isPure);
    this.settled = settled;
  }

  override kept(instruction: Instruction): string {
    if (this.settled.size === 0) return '';
    const locals = new Set(writtenBy(instruction).filter((local) => this.settled.has(local)));
    return [...locals].map((local) => `f.r${local}=r${local};`).join('');
  }

  costAt(pc: number): number {
    return this.regions.list[this.caseOf(pc)]?.cost ?? 0;
  }

  emit(): string {
    const cases = this.regions.list.map((region, index) => this.emitRegion(region, index));
    this.emitResumptions(() => true);
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
  protected emitResumptions(isHere: (label: number) => boolean): void {
    this.region = null;
    this.scope.func.code.forEach((instruction, pc) => {
      const label = this.regions.regionOf[pc] ?? -1;
      if (label < 0 || !isHere(label)) return;
      const text = emitResumption(this, pc, instruction);
      this.keepTemporaries();
      if (text !== null) this.resumptions.push({ pc, text });
    });
  }

  protected emitRegion(region: Region, index: number): string {
    this.region = region;
    this.merges = new Set([...region.merges.values()].flat());
    this.usesOuter = false;
    const body = `${this.check(region)}${this.from(region.label)}`;
    const looped = region.loops ? `H${index}:for(;;){${body}}` : body;
    return `case ${index}:${this.usesOuter ? `O${index}:{${looped}}` : `{${looped}}`}`;
  }

  protected begin(node: number): string {
    return this.from(node);
  }

  protected isMerge(node: number): boolean {
    return this.merges.has(node);
  }

  protected mergesOf(node: number): readonly number[] {
    return this.region?.merges.get(node) ?? [];
  }

  makeFrame(): string {
    return '';
  }

  /** Goes on at a label that is not the next one. */
  protected jump(target: number): string {
    return `pc=${target};continue L;`;
  }

  /** Whether a region's text comes right after the one before. */
  protected follows(_target: number): boolean {
    return true;
  }

  transfer(to: number): string {
    const target = this.caseOf(to);
    if (target >= 0 && this.region === null) return this.jump(target);
    if (target >= 0) {
      const own = this.caseOf(this.region?.label ?? -1);
      if (target === own) return `continue H${own};`;
      if (target === own + 1 && this.follows(target)) {
        this.usesOuter = true;
        return `break O${own};`;
      }
      return this.jump(target);
    }
    if (this.isMerge(to)) return `break B${to};`;
    return this.from(to);
  }
}
