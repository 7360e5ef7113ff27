// Random statements on 64-bit variables of every storage, and what BigInt makes of them: registers in
// halves, fields, globals, captured variables and elements, joined and split as statements come.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bootGo, outputOf } from '../../machine/testing/run-go.ts';

type Value =
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'constant'; readonly value: bigint }
  | { readonly kind: 'binary'; readonly op: string; readonly x: Value; readonly y: Value }
  | { readonly kind: 'shift'; readonly op: '<<' | '>>'; readonly x: Value; readonly count: number }
  | { readonly kind: 'complement'; readonly x: Value }
  | { readonly kind: 'narrow'; readonly bits: 8 | 32; readonly x: Value };

interface Statement {
  readonly target: number;
  readonly value: Value;
}

const variables = ['a', 'b', 'p.x', 'p.y', 'global', 'captured', 'list[1]', '*q', 'p.s[2]'];
/** The same in other words, which the compiler must not take for other variables. */
const aliases = new Map([
  ['o.x', 2],
  ['other', 7],
  ['o.s[2]', 8],
]);
const names = [...variables, ...aliases.keys()];
const slots = names.map((name, at) => aliases.get(name) ?? at);

const constant = fc.oneof(
  fc.constantFrom(1n, 31n, 255n, 0x7fffffffn, 2n ** 53n - 1n, 2n ** 53n, 2n ** 62n + 12345n),
  fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
);

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('variable' as const),
      index: fc.nat({ max: names.length - 1 }),
    }),
    fc.record({ kind: fc.constant('constant' as const), value: constant }),
    fc.record({
      kind: fc.constant('binary' as const),
      op: fc.constantFrom('+', '-', '*', '&', '|', '^', '&^', '/', '%'),
      x: tie('value'),
      y: tie('value'),
    }),
    fc.record({
      kind: fc.constant('shift' as const),
      op: fc.constantFrom('<<' as const, '>>' as const),
      x: tie('value'),
      count: fc.integer({ min: 0, max: 65 }),
    }),
    fc.record({ kind: fc.constant('complement' as const), x: tie('value') }),
    fc.record({
      kind: fc.constant('narrow' as const),
      bits: fc.constantFrom(8 as const, 32 as const),
      x: tie('value'),
    }),
  ),
}));

/** What random number generators do, so that runs of updates are common. */
const xorshift = fc
  .record({
    target: fc.nat({ max: names.length - 1 }),
    counts: fc.array(fc.integer({ min: 1, max: 63 }), { minLength: 2, maxLength: 4 }),
  })
  .map(({ target, counts }) =>
    counts.map((count, at): Statement => {
      const x: Value = { kind: 'variable', index: target };
      const y: Value = { kind: 'shift', op: at % 2 === 0 ? '<<' : '>>', x, count };
      return { target, value: { kind: 'binary', op: '^', x, y } };
    }),
  );

const statements = fc
  .array(
    fc.oneof(
      fc.record({ target: fc.nat({ max: names.length - 1 }), value }).map((one) => [one]),
      xorshift,
    ),
    { minLength: 3, maxLength: 9 },
  )
  .map((lists): readonly Statement[] => lists.flat());

/** Constants are variables of the program, where they would be folded together otherwise. */
function text(type: string, x: Value): string {
  switch (x.kind) {
    case 'variable':
      return names[x.index] ?? '';
    case 'constant':
      return String(x.value);
    case 'binary': {
      const [left, right] = [operand(type, x.x), text(type, x.y)];
      return x.op === '/' || x.op === '%'
        ? `(${left} ${x.op} (${right} | 1))`
        : `(${left} ${x.op} ${right})`;
    }
    case 'shift':
      return `(${operand(type, x.x)} ${x.op} ${x.count})`;
    case 'complement':
      return `(^${operand(type, x.x)})`;
    case 'narrow':
      return `${type}(uint${x.bits}(${operand(type, x.x)}))`;
  }
}

/** Never a constant expression, which could overflow. */
function operand(type: string, x: Value): string {
  return isConstant(x) ? `(zero + ${text(type, x)})` : text(type, x);
}

function isConstant(x: Value): boolean {
  return x.kind === 'constant';
}

type Wrap = (x: bigint) => bigint;

function evaluate(state: readonly bigint[], x: Value, wrap: Wrap): bigint {
  switch (x.kind) {
    case 'variable':
      return state[slots[x.index] ?? 0] ?? 0n;
    case 'constant':
      return wrap(x.value);
    case 'binary':
      return wrap(binary(x.op, evaluate(state, x.x, wrap), evaluate(state, x.y, wrap)));
    case 'shift': {
      const left = evaluate(state, x.x, wrap);
      return wrap(x.op === '<<' ? left << BigInt(x.count) : left >> BigInt(x.count));
    }
    case 'complement':
      return wrap(~evaluate(state, x.x, wrap));
    case 'narrow':
      return wrap(BigInt.asUintN(x.bits, evaluate(state, x.x, wrap)));
  }
}

function binary(op: string, x: bigint, y: bigint): bigint {
  switch (op) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '&':
      return x & y;
    case '|':
      return x | y;
    case '^':
      return x ^ y;
    case '&^':
      return x & ~y;
    case '/':
      return x / (y | 1n);
    default:
      return x % (y | 1n);
  }
}

const rounds = 40;

function source(type: string, list: readonly Statement[]): string {
  const lines = list.map(({ target, value }) => `\t\t${names[target]} = ${text(type, value)}`);
  return `package main

type pair struct {
	x, y ${type}
	s [4]${type}
}

var global, zero ${type} = 5, 0

func work(p *pair, list []${type}, a ${type}) {
	b, captured, other := ${type}(2), ${type}(6), ${type}(8)
	q, o := &other, p
	_ = o
	show := func() { println(a, b, p.x, p.y, global, captured, list[1], *q, p.s[2]) }
	for range ${rounds} {
${lines.join('\n')}
	}
	last := func() { captured++; show() }
	last()
}

func main() {
	work(&pair{x: 3, y: 4, s: [4]${type}{2: 9}}, []${type}{0, 7}, 1)
	var first func(n int)
	first = func(n int) {
		if n > 0 {
			global = 5
			first(n - 1)
			quiet(&pair{x: 3, y: 4, s: [4]${type}{2: 9}}, []${type}{0, 7}, 1)
		}
	}
	first(12)
	println(global)
}

func quiet(p *pair, list []${type}, a ${type}) {
	b, captured, other := ${type}(2), ${type}(6), ${type}(8)
	q, o := &other, p
	_ = o
	more := func() { captured = captured*1 + zero }
	more()
	for range ${rounds} {
${lines.join('\n')}
	}
	global ^= a ^ b ^ p.x ^ p.y ^ captured ^ list[1] ^ *q ^ p.s[2]
}
`;
}

function expected(list: readonly Statement[], wrap: Wrap): string {
  const run = (global: bigint): bigint[] => {
    const state = [1n, 2n, 3n, 4n, global, 6n, 7n, 8n, 9n];
    for (let round = 0; round < rounds; round++) {
      for (const { target, value } of list) {
        state[slots[target] ?? 0] = evaluate(state, value, wrap);
      }
    }
    return state;
  };
  const shown = run(5n);
  shown[5] = wrap((shown[5] ?? 0n) + 1n);
  let global = 5n;
  for (let call = 0; call < 12; call++) {
    global = run(global).reduce((x, y) => x ^ y);
  }
  return `${shown.join(' ')}\n${wrap(global)}\n`;
}

/** What both flavours print, against BigInt. */
function check(type: string, list: readonly Statement[]): void {
  const wrap: Wrap = (x) => (type === 'uint64' ? BigInt.asUintN(64, x) : BigInt.asIntN(64, x));
  const program = source(type, list);
  for (const flavour of ['fast', 'exact'] as const) {
    const machine = bootGo(program, { flavour });
    machine.runTo(Number.POSITIVE_INFINITY);
    expect(outputOf(machine, 2)).toBe(expected(list, wrap));
  }
}

it.each(['uint64', 'int64', 'int'])('%s variables are updated as BigInt does', (type) => {
  fc.assert(
    fc.property(statements, (list) => check(type, list)),
    { numRuns: 20 },
  );
});

it('a function that is emitted in parts updates them, too', () => {
  const many = (list: readonly Statement[]): readonly Statement[] =>
    Array.from({ length: Math.ceil(420 / list.length) }, () => list).flat();
  fc.assert(
    fc.property(statements, (list) => check('uint64', many(list))),
    { numRuns: 3 },
  );
});
