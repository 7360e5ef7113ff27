// A package that is known to be right is checked as far as somebody asks.

import { expect, test } from 'vitest';
import { parseLazily } from '../syntax/parser.ts';
import { FileSet } from '../syntax/pos.ts';
import { check, type CheckResult } from './check.ts';
import { unknownType } from './basic.ts';
import type { Initializer } from './info.ts';
import { memberOrNull } from './package.ts';
import type { Var } from './type.ts';

function packageOf(text: string, onDemand: boolean): CheckResult {
  const fset = new FileSet();
  const { file } = parseLazily(fset.addFile('p.go', text));
  const importer = { importPackage: (path: string) => ({ error: `no ${path}` }) };
  return check(fset, [file], { path: 'p', importer, onDemand });
}

function variable({ pkg }: CheckResult, name: string): Var {
  const object = memberOrNull(pkg, name);
  if (object?.kind !== 'Var') throw new Error(`no variable ${name}`);
  return object;
}

function namesOf(order: readonly Initializer[]): readonly string[] {
  return order.map(({ lhs }) => lhs.map(({ name }) => name).join());
}

test('what nobody names is not checked', () => {
  const result = packageOf(
    'package p\n\nfunc Wrong() int { return "" }\n\nfunc Right() T { return 1 }\n\ntype T int\n',
    true,
  );
  const right = memberOrNull(result.pkg, 'Right');
  expect(right?.type.kind).toBe('Signature');
  expect(result.pkg.scope.lookup('Wrong')?.type).toBe(unknownType);
  expect(result.pkg.scope.lookup('T')?.type.kind).toBe('Named');
});

test('a mistake in what is asked for is a mistake of ours', () => {
  const { pkg } = packageOf('package p\n\nvar Wrong int = ""\n', true);
  expect(() => memberOrNull(pkg, 'Wrong')).toThrow('in package p: cannot use');
});

const variables = `package p

var (
	A    = f()
	B    = E + 1
	C, D = both()
	E    = 2
	F    = D
)

func f() int { return h() }

func h() int { return B + later }

var later = E

func both() (int, int) { return E, 1 }
`;

test.each(['A', 'B', 'C', 'F', 'E'])('%s and what it needs keep their order', (name) => {
  const whole = packageOf(variables, false);
  const all = namesOf(whole.initOrderAmong([]));
  const found = packageOf(variables, true);
  const some = namesOf(found.initOrderAmong([variable(found, name)]));
  expect(all).toEqual(['E', 'B', 'C,D', 'F', 'later', 'A']);
  expect(some.join()).toMatch(new RegExp(`\\b${name}\\b`));
  expect(all.filter((each) => some.includes(each))).toEqual(some);
});

test('a package initializes something unless all its variables are constant', () => {
  const initializes = (declaration: string): boolean =>
    packageOf(`package p\n\n${declaration}\n`, true).initializes();
  expect(initializes('var x int')).toBe(false);
  expect(initializes('var x = len("abc") * 2')).toBe(false);
  expect(initializes('var x = []int{1}')).toBe(true);
  expect(initializes('var x = f()\n\nfunc f() int { return 1 }')).toBe(true);
});
