// JS text of expressions that are computed in halves (halves.ts, half-registers.ts), and of registers
// that are kept so: h5 and l5 instead of r5. Invariant: outside of this file such a register is read
// as what the other flavour has, joined; who writes one asks `Scope.halves`.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../../go/ir/expression.ts';
import type { LocalId } from '../../go/ir/ids.ts';
import type { Instruction } from '../../go/ir/instruction.ts';
import type { Func } from '../../go/ir/program.ts';
import { createScope } from '../emit-expression.ts';
import { isAggregate, isFloat, isSmallInteger, isUnsigned, wrapText } from '../representation.ts';
import { storeText } from '../emit-place.ts';
import type { RegisterHalves, Scope } from '../scope.ts';
import { operand } from '../scope.ts';
import type { Unit } from '../unit.ts';
import { HalfRegisters, rotationOf } from './half-registers.ts';
import { emitDividedProduct } from './emit-product.ts';
import type { Halves } from './halves.ts';
import * as halves from './halves.ts';
import { countUpdates, isUpdate, nameOf, type Update, type UpdateTests } from './updates.ts';

type Of<Kind extends Expr['kind']> = Extract<Expr, { readonly kind: Kind }>;

/** Stands for what HalvesEmitter.ready is the text of. */
const ready: Expr = { kind: 'const', type: 0, value: 0 };

/** Functions that count bits, and those of halves that do. */
const counts: ReadonlyMap<string, string> = new Map([
  ['math/bits.OnesCount64', 'onesOfHalves'],
  ['math/bits.Len64', 'lengthOfHalves'],
  ['math/bits.TrailingZeros64', 'zerosBelowHalves'],
]);

/** The scope of a function in the fast flavour; `mayKeep`: registers are JS variables. */
export function createFastScope(
  unit: Unit,
  func: Func,
  register: Scope['register'],
  mayKeep: boolean,
): Scope {
  const emitter = new HalvesEmitter(unit, func, mayKeep);
  const named = (local: number): string => emitter.joined(local) ?? register(local);
  const scope = createScope(unit, func, named, emitter);
  emitter.scope = scope;
  return scope;
}

class HalvesEmitter implements RegisterHalves {
  scope: Scope | null = null;
  private readonly unit: Unit;
  private readonly func: Func;
  private readonly registers: HalfRegisters;
  /** Fields that have been read in the expression that is being emitted. */
  private read = new Map<string, Halves>();
  /** Variables that are being updated or read meanwhile, by name; null: none is. */
  private updated: Map<string, Halves> | null = null;
  /** Text of a value that is ready to be stored. */
  private ready = '';
  private readonly tests: UpdateTests;

  constructor(unit: Unit, func: Func, mayKeep: boolean) {
    this.unit = unit;
    this.func = func;
    const registers = new HalfRegisters(unit, func, mayKeep);
    this.registers = registers;
    this.tests = {
      pays: (x) => registers.pays(x),
      isAggregate: (type) => isAggregate(unit.type(type)),
      isUnsigned: (type) => registers.isWide(type) && !registers.isSigned(type),
      has: (local) => registers.has(local),
    };
  }

  has(local: LocalId): boolean {
    return this.registers.has(local);
  }

  joined(local: LocalId): string | null {
    if (!this.has(local)) return null;
    const signed = this.registers.isSigned(this.func.locals[local]?.type ?? 0);
    return halves.joinText(this.unit, `l${local}`, `h${local}`, signed);
  }

  put(local: LocalId, text: string): string {
    return halves.splitInto(this.unit, text, `l${local}`, `h${local}`);
  }

  assign(local: LocalId, value: Expr): string {
    const { steps, low, high } = this.begin(value);
    const [l, h] = [`l${local}`, `h${local}`];
    const mentions = (text: string, name: string): boolean =>
      new RegExp(`\\b${name}\\b`).test(text);
    if (!mentions(high, l)) return [...steps, `${l}=${low}`, `${h}=${high}`].join(',');
    if (!mentions(low, h)) return [...steps, `${h}=${high}`, `${l}=${low}`].join(',');
    const t = this.unit.temporary();
    return [...steps, `${t}=${low}`, `${h}=${high}`, `${l}=${t}`].join(',');
  }

  evaluate(local: LocalId, value: Expr): { evaluate: readonly string[]; store: string } {
    const { steps, low, high } = this.begin(value);
    const [l, h] = [this.unit.temporary(), this.unit.temporary()];
    return {
      evaluate: [...steps, `${l}=${low}`, `${h}=${high}`],
      store: `l${local}=${l},h${local}=${h}`,
    };
  }

  countUpdates(statements: readonly Instruction[]): number {
    return countUpdates(statements, this.tests);
  }

  /** Nothing can be thrown after the first value, so nobody sees what is not stored yet. */
  update(statements: readonly Instruction[]): string {
    const { unit } = this;
    const all: string[] = [];
    const stores = new Map<string, Update>();
    this.updated = new Map();
    for (const statement of statements) {
      assert(isUpdate(statement), 'an update');
      const { place, value } = statement;
      const name = nameOf(place, this.tests);
      if (name === null) {
        assert(place.kind === 'local', 'a register');
        all.push(this.assign(place.local, value));
        continue;
      }
      const { steps, low, high } = this.begin(value);
      const [l, h] = [unit.temporary(), unit.temporary()];
      all.push(...steps, `${l}=${low}`, `${h}=${high}`);
      this.updated.set(name, { steps: [], low: l, high: h });
      stores.set(name, statement);
    }
    const values = this.updated;
    this.updated = null;
    for (const [name, { place, type }] of stores) {
      const value = values.get(name);
      assert(value !== undefined, 'it has been computed');
      this.ready = halves.join(unit, value, this.registers.isSigned(type));
      all.push(storeText(this.own(), place, ready, type));
    }
    return all.join(',');
  }

  /** Text of what is better computed in halves; null: of all else. */
  special(x: Expr): string | null {
    const { registers, unit } = this;
    if (x === ready) return this.ready;
    switch (x.kind) {
      case 'binary': {
        if (!registers.isWide(x.type)) return null;
        if (x.op === '/' || x.op === '%') return this.divide(x);
        return registers.pays(x) ? this.join(x, registers.isSigned(x.type)) : null;
      }
      case 'shift':
      case 'negate':
      case 'complement':
        return registers.isWide(x.type) && registers.pays(x)
          ? this.join(x, registers.isSigned(x.type))
          : null;
      case 'compare':
        return this.compare(x);
      case 'pureNative':
        return rotationOf(x) === null ? this.count(x) : this.join(x, false);
      case 'convertNumber': {
        if (!registers.isWide(x.from) || !registers.pays(x.x)) return null;
        const { kind } = unit.type(x.to);
        const value = this.begin(x.x);
        if (isSmallInteger(kind)) return halves.withSteps(value, wrapText(kind, value.low));
        const signed = registers.isSigned(x.from);
        if (isFloat(kind)) {
          if (kind === 'float64') return halves.toFloat(value, signed);
          return `${unit.helper('wideToFloat32')}(${halves.join(unit, value, signed)})`;
        }
        return halves.join(unit, value, registers.isSigned(x.to));
      }
      default:
        return null;
    }
  }

  private join(x: Expr, signed: boolean): string {
    return halves.join(this.unit, this.begin(x), signed);
  }

  private divide(x: Of<'binary'>): string | null {
    const { registers, unit } = this;
    const signed = registers.isSigned(x.type) ? 'Int64' : 'Uint64';
    if (!registers.pays(x.x)) return emitDividedProduct(this.own(), x, signed);
    const helper = unit.helper(`${x.op === '/' ? 'divide' : 'remainder'}Halves${signed}`);
    const left = halves.settle(unit, this.begin(x.x));
    const divisor = this.emit(x.y);
    return halves.withSteps(left, `${helper}(${left.high},${left.low},${divisor})`);
  }

  /** A function of math/bits that counts bits, of what is in halves. */
  private count(x: Of<'pureNative'>): string | null {
    const helper = counts.get(x.name);
    const [argument] = x.args;
    if (helper === undefined || argument === undefined) return null;
    if (!this.registers.pays(argument)) return null;
    const { steps, low, high } = this.begin(argument);
    return halves.withSteps({ steps, low, high }, `${this.unit.helper(helper)}(${high},${low})`);
  }

  private compare(x: Of<'compare'>): string | null {
    const { registers, unit } = this;
    if (x.comparison !== 'direct' || !registers.isWide(x.type)) return null;
    if (!registers.pays(x.x) && !registers.pays(x.y)) return null;
    this.read = new Map();
    const [left, right] = [this.halves(x.x), this.halves(x.y)];
    return halves.compare(unit, x.op, left, right, registers.isSigned(x.type));
  }

  /** The halves of a whole expression. */
  private begin(x: Expr): Halves {
    this.read = new Map();
    return this.halves(x);
  }

  private halves(x: Expr): Halves {
    const { registers, unit } = this;
    switch (x.kind) {
      case 'const':
        assert(typeof x.value === 'number' || typeof x.value === 'bigint', 'an integer constant');
        return halves.constantHalves(x.value);
      case 'zero':
        return halves.constantHalves(0);
      case 'register':
        return this.has(x.local) ? kept(x.local) : this.other(x);
      case 'load':
        if (this.updated !== null && x.place.kind !== 'local') return this.variable(x);
        return x.place.kind === 'local' && this.has(x.place.local)
          ? kept(x.place.local)
          : this.other(x);
      case 'binary':
        return this.binary(x);
      case 'shift':
        return this.shift(x);
      case 'pureNative': {
        const rotation = rotationOf(x);
        return rotation === null
          ? this.other(x)
          : halves.rotateLeft(unit, this.halves(rotation.x), rotation.count);
      }
      case 'negate':
        return halves.negate(unit, this.halves(x.x));
      case 'complement':
        return halves.complement(this.halves(x.x));
      case 'convertNumber': {
        if (registers.isWide(x.from)) return this.halves(x.x);
        const { kind } = unit.type(x.from);
        return isSmallInteger(kind) ? this.widen(x.x, isUnsigned(kind)) : this.other(x);
      }
      default:
        return this.other(x);
    }
  }

  private widen(x: Expr, unsigned: boolean): Halves {
    const value = this.emit(x);
    const t = this.unit.temporary();
    return { steps: [`${t}=${value}|0`], low: t, high: unsigned ? '0' : `(${t}>>31)` };
  }

  private binary(x: Of<'binary'>): Halves {
    const { unit } = this;
    if (x.op === '/' || x.op === '%') return this.other(x);
    const left = this.halves(x.x);
    const right = this.halves(x.y);
    switch (x.op) {
      case '+':
        return halves.add(unit, left, right);
      case '-':
        return halves.subtract(unit, left, right);
      case '*':
        return halves.multiply(unit, left, right);
      default:
        return halves.bitwise(x.op, left, right);
    }
  }

  private shift(x: Of<'shift'>): Halves {
    const { registers, unit } = this;
    const signed = registers.isSigned(x.type);
    const left = this.halves(x.x);
    if (x.y.kind === 'const') {
      const count = Number(x.y.value);
      return x.op === '<<'
        ? halves.shiftLeft(unit, left, count)
        : halves.shiftRight(unit, left, count, signed);
    }
    const value = halves.settle(unit, left);
    const count = this.shiftCount(x);
    const steps = count.prefix === '' ? value.steps : [...value.steps, count.prefix];
    return halves.shiftBy(unit, x.op, { ...value, steps }, count.text, signed);
  }

  private shiftCount(x: Of<'shift'>): { readonly prefix: string; readonly text: string } {
    const { unit } = this;
    const outer = this.read;
    const scope = this.own();
    const prepared = operand(scope, x.y);
    this.read = outer;
    if (isUnsigned(unit.type(x.countType).kind)) return prepared;
    const t = unit.temporary();
    const checked = `${t}=${unit.helper('shiftCount')}(${prepared.text})`;
    const prefix = prepared.prefix === '' ? checked : `${prepared.prefix},${checked}`;
    return { prefix, text: t };
  }

  /** A variable in memory while it may be updated: it is read once. */
  private variable(x: Of<'load'>): Halves {
    const name = nameOf(x.place, this.tests);
    const known = name === null ? undefined : this.updated?.get(name);
    if (known !== undefined) return known;
    const found = this.other(x);
    if (name !== null) this.updated?.set(name, { ...found, steps: [] });
    return found;
  }

  /** What is computed in another way. */
  private other(x: Expr): Halves {
    const text = this.emit(x);
    const isField = x.kind === 'load' && !/\bt\d/.test(text);
    const known = isField ? this.read.get(text) : undefined;
    if (known !== undefined) return known;
    const found = halves.split(this.unit, text);
    // The steps have been taken when the field is read again.
    if (isField) this.read.set(text, { ...found, steps: [] });
    return found;
  }

  private emit(x: Expr): string {
    const outer = this.read;
    const text = this.own().emit(x);
    this.read = outer;
    return text;
  }

  private own(): Scope {
    assert(this.scope !== null, 'the emitter has its scope');
    return this.scope;
  }
}

function kept(local: LocalId): Halves {
  return { steps: [], low: `l${local}`, high: `h${local}` };
}
