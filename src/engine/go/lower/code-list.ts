// A statement list under construction. Jumps go to labels, which are numbers of this list; `finish`
// replaces them by instruction indices.
// Invariants: a jump costs no instruction (it becomes the `next` of what runs before it, or the
// label it stands at becomes another name of its target) unless it would be a loop of nothing;
// what cannot be reached is not emitted.

import { assert } from '../../base/assert.ts';
import type { Instruction } from '../ir/instruction.ts';

/** A place to jump to: known by its number before it has a place. */
export type Label = number;

interface LabelState {
  /** Index of the instruction it stands before; null while unbound or an alias. */
  at: number | null;
  alias: Label | null;
  used: boolean;
}

export class CodeList {
  private readonly code: Instruction[] = [];
  /** Where control goes after each instruction: null means on to the next one, or nowhere. */
  private readonly nexts: (Label | null)[] = [];
  private readonly labels: LabelState[] = [];
  /** Labels at the current end. */
  private pending: Label[] = [];
  /** Does control fall from the last instruction to the current end? */
  private falls = true;

  /** A label that has no place yet. */
  newLabel(): Label {
    this.labels.push({ at: null, alias: null, used: false });
    return this.labels.length - 1;
  }

  /** Can control be here? */
  get reachable(): boolean {
    return this.falls || this.pending.length > 0;
  }

  get length(): number {
    return this.code.length;
  }

  /**
   * Puts the label here: what is emitted next is its target. Where control cannot come otherwise, a
   * label that nothing jumps to so far makes nothing reachable.
   */
  bind(label: Label): void {
    if (this.reachable || this.state(label).used) this.pending.push(label);
  }

  /** Puts here a label that a later `goto` may name. */
  bindGoto(label: Label): void {
    this.pending.push(label);
  }

  /** A new label, here. */
  here(): Label {
    const label = this.newLabel();
    this.bind(label);
    return label;
  }

  /** Appends an instruction; its targets are labels. `ends`: control does not go on behind it. */
  emit(instruction: Instruction, ends = false): void {
    if (!this.reachable) return;
    for (const label of this.pending) this.state(label).at = this.code.length;
    for (const label of targetsOf(instruction)) this.state(label).used = true;
    this.pending = [];
    this.code.push(instruction);
    this.nexts.push(null);
    this.falls = !ends;
  }

  /** Control goes from here to the label. `pos` is for the statement that an empty loop needs. */
  jump(target: Label, pos: Instruction['pos']): void {
    if (!this.reachable) return;
    this.state(target).used = true;
    const resolved = this.resolve(target);
    const isEmptyLoop = this.pending.some((label) => this.resolve(label) === resolved);
    // The first instruction is the entry, so that a list cannot begin with a mere jump.
    if (isEmptyLoop || this.code.length === 0) this.emit({ kind: 'nop', pos });
    for (const label of this.pending) this.state(label).alias = target;
    this.pending = [];
    if (this.falls) this.nexts[this.code.length - 1] = target;
    this.falls = false;
  }

  /** The list with instruction indices for labels. Control must not be at its end. */
  finish(): Instruction[] {
    assert(!this.reachable, 'a statement list ends in return, panic or a jump');
    return this.code.map((instruction, i) => {
      const next = this.nexts[i] ?? null;
      const placed = retarget(instruction, (label) => this.indexOf(label));
      const target = next === null ? i + 1 : this.indexOf(next);
      return target === i + 1 ? placed : { ...placed, next: target };
    });
  }

  private state(label: Label): LabelState {
    const state = this.labels[label];
    assert(state !== undefined, 'labels belong to their list');
    return state;
  }

  private resolve(label: Label): Label {
    let resolved = label;
    for (let alias = this.state(label).alias; alias !== null; alias = this.state(alias).alias) {
      resolved = alias;
    }
    return resolved;
  }

  private indexOf(label: Label): number {
    const { at } = this.state(this.resolve(label));
    assert(at !== null, 'labels that are jumped to have a place');
    return at;
  }
}

function targetsOf(instruction: Instruction): readonly Label[] {
  switch (instruction.kind) {
    case 'branch':
      return [instruction.then, instruction.else];
    case 'mapRangeNext':
      return [instruction.done];
    case 'select': {
      const targets = instruction.cases.map((c) => c.target);
      const { defaultTarget } = instruction;
      return defaultTarget === null ? targets : [...targets, defaultTarget];
    }
    default:
      return [];
  }
}

function retarget(instruction: Instruction, place: (label: Label) => number): Instruction {
  switch (instruction.kind) {
    case 'branch':
      return { ...instruction, then: place(instruction.then), else: place(instruction.else) };
    case 'mapRangeNext':
      return { ...instruction, done: place(instruction.done) };
    case 'select':
      return {
        ...instruction,
        cases: instruction.cases.map((c) => ({ ...c, target: place(c.target) })),
        defaultTarget: instruction.defaultTarget === null ? null : place(instruction.defaultTarget),
      };
    default:
      return instruction;
  }
}
