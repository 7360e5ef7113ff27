// JS text of a function from its beginning, with loops and blocks where Go has them. Invariants: at
// each label, and so at the head of each loop, the budget is looked at; `continue H3` goes on at
// the head 3 of a loop that is open, `break B3` at the statement 3 after a block.

import type { IsPure } from '../emit-instruction.ts';
import type { Scope } from '../scope.ts';
import { BlockEmitter } from './emit-block.ts';
import { frameText } from './emit-stop.ts';
import type { Regions } from './regions.ts';
import type { Structure } from './structure.ts';

export class StructureEmitter extends BlockEmitter {
  readonly mayHaveFrame: boolean;
  protected readonly ownName = 'F';
  private readonly structure: Structure;
  /** Heads of the loops that are being emitted. */
  private readonly open = new Set<number>();

  constructor(scope: Scope, regions: Regions, isPure: IsPure, structure: Structure) {
    super(scope, regions, isPure);
    this.structure = structure;
    this.mayHaveFrame = scope.func.code.some(
      ({ kind }) => kind === 'defer' || kind === 'frameToken',
    );
  }

  /** Statements to be put into `L:try{…}`; the first label's budget has been looked at. */
  emit(): string {
    return this.begin(0);
  }

  /** What is needed to begin. */
  get cost(): number {
    return this.regionAt(0).cost;
  }

  makeFrame(): string {
    return frameText(this.scope);
  }

  protected begin(node: number): string {
    const { heads, afterLoop } = this.structure;
    const check = this.caseOf(node) < 0 ? '' : this.check(this.regionAt(node));
    if (!heads.has(node)) return `${node === 0 ? '' : check}${this.from(node)}`;
    this.open.add(node);
    let text = `H${node}:for(;;){${check}${this.from(node)}}`;
    this.open.delete(node);
    for (const after of afterLoop.get(node) ?? []) {
      text = `B${after}:{${text}}\n${this.begin(after)}`;
    }
    return text;
  }

  protected isMerge(node: number): boolean {
    return this.structure.followers.has(node);
  }

  protected mergesOf(node: number): readonly number[] {
    return this.structure.merges.get(node) ?? [];
  }

  transfer(to: number): string {
    if (this.open.has(to)) return `continue H${to};`;
    return this.isMerge(to) ? `break B${to};` : this.begin(to);
  }
}
