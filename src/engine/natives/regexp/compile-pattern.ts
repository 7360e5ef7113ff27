// Parsed regular expressions as programs of a machine with several threads (Thompson, Pike). A
// program is plain numbers; instruction 0 fails.

import { assertNever } from '../../base/assert.ts';
import { encodeRune } from '../../base/utf8.ts';
import { simpleFold } from '../text/unicode.ts';
import { RuneSet } from './rune-set.ts';
import { Assertion, type Node, type Pattern } from './syntax-tree.ts';

export const Op = {
  fail: 0,
  /** Goes on at `next`, and if that fails at `arg`. */
  split: 1,
  /** `arg` is the mask of assertions. */
  assertion: 2,
  /** Notes the place in slot `arg`. */
  capture: 3,
  match: 4,
  /** The rune `arg`. */
  rune: 5,
  /** A rune of set `arg`. */
  set: 6,
  any: 7,
  anyButNewline: 8,
  nop: 9,
} as const;

export interface Program {
  readonly ops: Uint8Array;
  readonly next: Int32Array;
  readonly args: Int32Array;
  readonly sets: readonly RuneSet[];
  readonly start: number;
  /** Bytes that every match begins with. */
  readonly prefix: string;
  /** A match can only begin at the start of the text. */
  readonly anchored: boolean;
  /** Names of the groups; the first is the whole match. */
  readonly names: readonly string[];
}

/** A piece of program: where it begins, and the instructions' ends that lead out of it. */
interface Fragment {
  readonly start: number;
  /** Instruction ×2, +1 for its `arg`. */
  readonly outs: readonly number[];
  /** Can match without consuming anything. */
  readonly nullable: boolean;
}

class Compiler {
  readonly ops: number[] = [Op.fail];
  readonly next: number[] = [0];
  readonly args: number[] = [0];
  readonly sets: RuneSet[] = [];

  private emit(op: number, arg: number): number {
    this.ops.push(op);
    this.next.push(0);
    this.args.push(arg);
    return this.ops.length - 1;
  }

  private single(op: number, arg: number, nullable: boolean): Fragment {
    const at = this.emit(op, arg);
    return { start: at, outs: [at * 2], nullable };
  }

  patch(outs: readonly number[], target: number): void {
    for (const out of outs) {
      if (out % 2 === 0) this.next[out / 2] = target;
      else this.args[(out - 1) / 2] = target;
    }
  }

  fragment(node: Node): Fragment {
    switch (node.kind) {
      case 'empty':
        return this.single(Op.nop, 0, true);
      case 'rune':
        return this.rune(node.rune, node.folds);
      case 'set':
        return this.set(node.set);
      case 'any':
        return this.single(node.newline ? Op.any : Op.anyButNewline, 0, false);
      case 'assertion':
        return this.single(Op.assertion, node.assertion, true);
      case 'capture': {
        const open = this.single(Op.capture, node.index * 2, true);
        const inner = this.sequence(open, this.fragment(node.sub));
        return this.sequence(inner, this.single(Op.capture, node.index * 2 + 1, true));
      }
      case 'repeat':
        return this.repeat(node.sub, node.min, node.max, node.greedy);
      case 'concat':
        return node.subs.map((sub) => this.fragment(sub)).reduce((a, b) => this.sequence(a, b));
      case 'alternate':
        return node.subs.map((sub) => this.fragment(sub)).reduce((a, b) => this.either(a, b));
      default:
        return assertNever(node);
    }
  }

  private rune(rune: number, folds: boolean): Fragment {
    if (!folds || simpleFold(rune) === rune) return this.single(Op.rune, rune, false);
    const ranges = [rune, rune];
    return this.set(new RuneSet([{ ranges, property: null, negated: false, folds: true }], false));
  }

  private set(set: RuneSet): Fragment {
    this.sets.push(set);
    return this.single(Op.set, this.sets.length - 1, false);
  }

  private sequence(a: Fragment, b: Fragment): Fragment {
    this.patch(a.outs, b.start);
    return { start: a.start, outs: b.outs, nullable: a.nullable && b.nullable };
  }

  private either(a: Fragment, b: Fragment): Fragment {
    const at = this.emit(Op.split, b.start);
    this.next[at] = a.start;
    return { start: at, outs: [...a.outs, ...b.outs], nullable: a.nullable || b.nullable };
  }

  /** A split that takes `inner` or leaves; which is tried first is a matter of greed. */
  private choice(inner: Fragment, greedy: boolean): { at: number; out: number } {
    const at = this.emit(Op.split, 0);
    if (greedy) this.next[at] = inner.start;
    else this.args[at] = inner.start;
    return { at, out: greedy ? at * 2 + 1 : at * 2 };
  }

  private optional(inner: Fragment, greedy: boolean): Fragment {
    const { at, out } = this.choice(inner, greedy);
    return { start: at, outs: [out, ...inner.outs], nullable: true };
  }

  private atLeastOnce(inner: Fragment, greedy: boolean): Fragment {
    const { at, out } = this.choice(inner, greedy);
    this.patch(inner.outs, at);
    return { start: inner.start, outs: [out], nullable: inner.nullable };
  }

  private anyNumber(inner: Fragment, greedy: boolean): Fragment {
    // What can be empty must not loop before it has been tried once.
    if (inner.nullable) return this.optional(this.atLeastOnce(inner, greedy), greedy);
    const { at, out } = this.choice(inner, greedy);
    this.patch(inner.outs, at);
    return { start: at, outs: [out], nullable: true };
  }

  private repeat(sub: Node, min: number, max: number, greedy: boolean): Fragment {
    if (max === 0) return this.single(Op.nop, 0, true);
    if (max < 0) {
      if (min === 0) return this.anyNumber(this.fragment(sub), greedy);
      return this.times(sub, min - 1, () => this.atLeastOnce(this.fragment(sub), greedy));
    }
    if (min === max) return this.times(sub, min - 1, () => this.fragment(sub));
    // x{2,5} is xx(x(x(x)?)?)?.
    const optional = (): Fragment => {
      let inner = this.optional(this.fragment(sub), greedy);
      for (let i = min + 1; i < max; i++) {
        inner = this.optional(this.sequence(this.fragment(sub), inner), greedy);
      }
      return inner;
    };
    return this.times(sub, min, optional);
  }

  private times(sub: Node, count: number, last: () => Fragment): Fragment {
    let whole: Fragment | null = null;
    for (let i = 0; i < count; i++) {
      const one = this.fragment(sub);
      whole = whole === null ? one : this.sequence(whole, one);
    }
    return whole === null ? last() : this.sequence(whole, last());
  }
}

export function compilePattern(pattern: Pattern): Program {
  const compiler = new Compiler();
  const whole = compiler.fragment(pattern.root);
  compiler.patch(whole.outs, compiler.ops.length);
  compiler.ops.push(Op.match);
  compiler.next.push(0);
  compiler.args.push(0);
  const code = {
    ops: Uint8Array.from(compiler.ops),
    next: Int32Array.from(compiler.next),
    args: Int32Array.from(compiler.args),
    start: whole.start,
  };
  return { ...code, ...prefixOf(code), sets: compiler.sets, names: pattern.names };
}

type Code = Pick<Program, 'ops' | 'next' | 'args' | 'start'>;

function prefixOf(code: Code): Pick<Program, 'prefix' | 'anchored'> {
  let at = skip(code, code.start);
  let anchored = false;
  while (code.ops[at] === Op.assertion) {
    if (((code.args[at] ?? 0) & Assertion.beginText) !== 0) anchored = true;
    else break;
    at = skip(code, code.next[at] ?? 0);
  }
  let prefix = '';
  while (code.ops[at] === Op.rune && code.args[at] !== 0xfffd) {
    prefix += encodeRune(code.args[at] ?? 0);
    at = skip(code, code.next[at] ?? 0);
  }
  return { prefix, anchored };
}

function skip(code: Code, from: number): number {
  let at = from;
  while (code.ops[at] === Op.nop || code.ops[at] === Op.capture) at = code.next[at] ?? 0;
  return at;
}
