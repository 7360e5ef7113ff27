// Which 64-bit integers the fast flavour computes with in halves (halves.ts): those for which numbers
// would not do. Seen from the expressions: bit operators on unsigned integers, constants and factors
// beyond what a safe number holds. What only counts stays a number, for that is faster.
// Invariant: a register in halves is written by assignments and calls only.

import type { Expr } from '../../go/ir/expression.ts';
import type { Instruction } from '../../go/ir/instruction.ts';
import type { LocalId, TypeId } from '../../go/ir/ids.ts';
import type { Func } from '../../go/ir/program.ts';
import { exprOperands, partsOf, placeOperands } from '../../go/ir/walk-ir.ts';
import { isWideSigned, isWideUnsigned } from '../representation.ts';
import type { Unit } from '../unit.ts';

type Binary = Extract<Expr, { readonly kind: 'binary' }>;

/** Factors from here on make numbers unsafe soon. */
const largeFactor = 2 ** 22;
const manySteps = 31;

export class HalfRegisters {
  private readonly unit: Unit;
  private readonly func: Func;
  private readonly locals = new Set<LocalId>();

  /** Without `mayKeep` no register is kept in halves, but expressions are still evaluated so. */
  constructor(unit: Unit, func: Func, mayKeep: boolean) {
    this.unit = unit;
    this.func = func;
    if (mayKeep) this.find();
  }

  has(local: LocalId): boolean {
    return this.locals.has(local);
  }

  /** The type of an expression that is a 64-bit integer computed by an operator; null: none. */
  isSigned(type: TypeId): boolean {
    return isWideSigned(this.unit.type(type).kind);
  }

  isWide(type: TypeId): boolean {
    const { kind } = this.unit.type(type);
    return isWideSigned(kind) || isWideUnsigned(kind);
  }

  private isUnsigned(type: TypeId): boolean {
    return isWideUnsigned(this.unit.type(type).kind);
  }

  /** Whether a 64-bit integer is better computed in halves. */
  pays(x: Expr): boolean {
    switch (x.kind) {
      case 'register':
        return this.has(x.local);
      case 'load':
        return x.place.kind === 'local' && this.has(x.place.local);
      case 'binary':
        return this.isWide(x.type) && this.paysBinary(x);
      case 'shift':
        return this.isWide(x.type) && (this.pays(x.x) || this.isSet(x) || isScaled(x));
      case 'negate':
        return this.isWide(x.type) && this.pays(x.x);
      case 'complement':
        return this.isUnsigned(x.type) || (this.isWide(x.type) && this.pays(x.x));
      case 'convertNumber':
        return this.isWide(x.to) && this.isWide(x.from) && this.pays(x.x);
      case 'pureNative':
        return rotationOf(x) !== null;
      default:
        return false;
    }
  }

  private paysBinary(x: Binary): boolean {
    if (x.op === '/' || x.op === '%') return false;
    if (isBig(x.x) || isBig(x.y) || this.pays(x.x) || this.pays(x.y)) return true;
    const constant = numberOf(x.y) ?? numberOf(x.x);
    if (x.op === '&' && constant !== null) {
      // (seed*1103515245 + 12345) & 0x7fffffff
      return constant >= 0 && constant * factorIn(x.x) > Number.MAX_SAFE_INTEGER;
    }
    if (!this.isUnsigned(x.type)) {
      return x.op === '^' && [x.x, x.y].some((side) => side.kind === 'shift' && side.op === '<<');
    }
    if (x.op === '*') return constant !== null && constant >= largeFactor && constant % 2 === 1;
    return x.op === '&' || x.op === '|' || x.op === '^' || x.op === '&^';
  }

  /** 1 << n as bit sets have it. */
  private isSet(x: Extract<Expr, { readonly kind: 'shift' }>): boolean {
    return x.op === '<<' && x.y.kind !== 'const' && this.isUnsigned(x.type);
  }

  private find(): void {
    const { func } = this;
    const eligible = new Set(func.locals.keys());
    for (const [local, { storage, type }] of func.locals.entries()) {
      if (storage !== 'register' || !this.isWide(type)) eligible.delete(local);
    }
    for (const instruction of func.code) {
      if (instruction.kind === 'call' || instruction.kind === 'callNative') continue;
      const { writes } = partsOf(instruction);
      for (const local of writes) eligible.delete(local);
    }
    for (let before = -1; before !== this.locals.size; ) {
      before = this.locals.size;
      for (const instruction of func.code) {
        this.findAssigned(instruction, eligible);
        const { exprs, places } = partsOf(instruction);
        for (const x of exprs) this.findLeaves(x, eligible);
        for (const place of places) {
          for (const x of placeOperands(place)) this.findLeaves(x, eligible);
        }
      }
    }
  }

  private findAssigned(instruction: Instruction, eligible: ReadonlySet<LocalId>): void {
    const assignments =
      instruction.kind === 'assign'
        ? [instruction]
        : instruction.kind === 'assignAll'
          ? instruction.assignments
          : [];
    for (const { place, value, type } of assignments) {
      if (place.kind !== 'local' || !eligible.has(place.local) || isSmall(value)) continue;
      const isConverted = value.kind === 'convertNumber' && !this.isUnsigned(type);
      const isCopied = value.kind === 'load' && !this.isUnsigned(type);
      if ((this.pays(value) && !isConverted && !isCopied) || grows(value, place.local)) {
        this.locals.add(place.local);
      }
    }
  }

  /** Unsigned registers that take part in what is computed in halves. */
  private findLeaves(x: Expr, eligible: ReadonlySet<LocalId>): void {
    if (this.pays(x)) this.addLeaves(x, eligible);
    for (const operand of exprOperands(x)) this.findLeaves(operand, eligible);
  }

  private addLeaves(x: Expr, eligible: ReadonlySet<LocalId>): void {
    const local = localOf(x);
    if (local !== null) {
      const type = this.func.locals[local]?.type ?? 0;
      if (eligible.has(local) && this.isUnsigned(type)) this.locals.add(local);
      return;
    }
    switch (x.kind) {
      case 'binary':
        if (x.op === '/' || x.op === '%') return;
        this.addLeaves(x.x, eligible);
        this.addLeaves(x.y, eligible);
        return;
      case 'shift':
      case 'negate':
      case 'complement':
        this.addLeaves(x.x, eligible);
        return;
      case 'pureNative': {
        const rotation = rotationOf(x);
        if (rotation !== null) this.addLeaves(rotation.x, eligible);
        return;
      }
      default:
        return;
    }
  }
}

/** A rotation by a constant. */
export function rotationOf(x: Expr): { readonly x: Expr; readonly count: number } | null {
  if (x.kind !== 'pureNative' || x.name !== 'math/bits.RotateLeft64') return null;
  const [value, by] = x.args;
  const count = by === undefined ? null : numberOf(by);
  return value === undefined || count === null ? null : { x: value, count: count & 63 };
}

function localOf(x: Expr): LocalId | null {
  if (x.kind === 'register') return x.local;
  return x.kind === 'load' && x.place.kind === 'local' ? x.place.local : null;
}

function isBig(x: Expr): boolean {
  return x.kind === 'const' && typeof x.value === 'bigint';
}

function numberOf(x: Expr): number | null {
  return x.kind === 'const' && typeof x.value === 'number' ? x.value : null;
}

/** a * b >> 16, fixed point. */
function isScaled({ op, x, y }: Extract<Expr, { readonly kind: 'shift' }>): boolean {
  if (op !== '>>' || x.kind !== 'binary' || x.op !== '*') return false;
  return (numberOf(y) ?? 0) >= 8 && x.x.kind !== 'const' && x.y.kind !== 'const';
}

/** The largest constant factor in a sum of products. */
function factorIn(x: Expr): number {
  if (x.kind !== 'binary' || !['+', '-', '*', '^'].includes(x.op)) return 1;
  const inner = Math.max(factorIn(x.x), factorIn(x.y));
  if (x.op !== '*') return inner;
  return inner * Math.max(numberOf(x.x) ?? 1, numberOf(x.y) ?? 1);
}

/** Known to be a safe number: masked, or the few highest bits. */
function isSmall(x: Expr): boolean {
  if (x.kind === 'binary') {
    if (x.op === '%' || x.op === '/') return true;
    const mask = numberOf(x.y) ?? numberOf(x.x);
    return x.op === '&' && mask !== null && mask >= 0;
  }
  return false;
}

/** h = h*31 + c, h = h<<5 + h + c: what a few rounds make larger than a safe number. */
function grows(x: Expr, local: LocalId): boolean {
  if (x.kind !== 'binary') return false;
  switch (x.op) {
    case '*': {
      const factor = numberOf(x.y) ?? numberOf(x.x);
      const isOwn = has(x.x, local) || has(x.y, local);
      return isOwn && factor !== null && factor >= manySteps && factor % 2 === 1;
    }
    case '+':
    case '-':
    case '^':
      return [x.x, x.y].some((side) => {
        if (side.kind === 'shift') {
          return side.op === '<<' && side.y.kind === 'const' && localOf(side.x) === local;
        }
        return grows(side, local);
      });
    default:
      return false;
  }
}

function has(x: Expr, local: LocalId): boolean {
  if (localOf(x) === local) return true;
  return (x.kind === 'binary' || x.kind === 'shift') && exprOperands(x).some((y) => has(y, local));
}
