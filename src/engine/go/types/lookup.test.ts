import { describe, expect, test } from 'vitest';
import { noPos } from '../syntax/pos.ts';
import { Context } from './context.ts';
import { implementsInterface } from './implements.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import { newMethodSet } from './method-set.ts';
import {
  addMethodTo,
  generic,
  iface,
  int,
  mainPackage,
  named,
  pointer,
  signature,
  slice,
  string,
  struct,
  typeParam,
  union,
} from './testing/build-types.ts';
import { plainHost } from './type-host.ts';
import { formatType, typeString } from './type-string.ts';
import type { Type } from './type.ts';
import { comparableType, errorType } from './universe.ts';

const unqualified = {
  ...plainHost,
  format: { ...plainHost.format, qualifier: () => '' },
};

/** What `x.name` denotes for an addressable x: the object's type and path, or what is wrong. */
function selector(type: Type, name: string, addressable = true): string {
  const { obj, index, indirect } = lookupFieldOrMethod(type, addressable, mainPackage, name);
  if (obj === null) return index !== null ? 'ambiguous' : indirect ? 'needs address' : 'none';
  return `${obj.kind} ${formatType(obj.type, unqualified.format)} at ${index?.join('.') ?? ''}`;
}

describe('selectors', () => {
  const inner = named('Inner', struct({ a: int, b: int }));
  addMethodTo(inner, 'Get', signature([], [int]));
  addMethodTo(inner, 'Set', signature([int]), true);
  const outer = named('Outer', struct({ b: string }, [inner]));

  test('fields and methods are promoted from embedded types', () => {
    expect(selector(outer, 'a')).toBe('Var int at 0.0');
    expect(selector(outer, 'Get')).toBe('Func func() int at 0.0');
  });

  test('a shallower field hides a deeper one', () => {
    expect(selector(outer, 'b')).toBe('Var string at 1');
  });

  test('a method with pointer receiver needs an address', () => {
    expect(selector(outer, 'Set')).toBe('Func func(int) at 0.1');
    expect(selector(outer, 'Set', false)).toBe('needs address');
    expect(selector(pointer(outer), 'Set', false)).toBe('Func func(int) at 0.1');
  });

  test('two at the same depth are ambiguous', () => {
    const twin = named('Twin', struct({ a: int }));
    expect(selector(struct({}, [inner, twin]), 'a')).toBe('ambiguous');
    expect(selector(struct({}, [inner, twin]), 'Get')).toBe('Func func() int at 0.0');
  });

  test('a type embedded twice at one depth is ambiguous', () => {
    const left = named('Left', struct({}, [inner]));
    const right = named('Right', struct({}, [inner]));
    expect(selector(struct({}, [left, right]), 'a')).toBe('ambiguous');
  });

  test('a recursive embedding ends', () => {
    const node = named('Node', int);
    const type = struct({ value: int }, [pointer(node)]);
    node.fromRHS = type;
    node.underlying = type;
    expect(selector(node, 'value')).toBe('Var int at 1');
    expect(selector(node, 'missing')).toBe('none');
  });

  test('a pointer to an interface has no methods', () => {
    expect(selector(errorType, 'Error')).toBe('Func func() string at 0');
    expect(selector(pointer(errorType), 'Error')).toBe('none');
  });

  test('a defined pointer type has fields but no methods', () => {
    const alias = named('P', pointer(inner));
    expect(selector(alias, 'a')).toBe('Var int at 0');
    expect(selector(alias, 'Get')).toBe('none');
  });

  test('an instance has the members of its origin, with the type arguments', () => {
    const param = typeParam('T');
    const list = generic('List', [param], struct({ items: slice(param) }));
    const recvParam = typeParam('E');
    addMethodTo(list, 'At', { ...signature([int], [recvParam]), recvTypeParams: [recvParam] });
    const instance = new Context().namedInstance(noPos, list, [string]);
    expect(selector(instance, 'items')).toBe('Var []string at 0');
    expect(selector(instance, 'At')).toBe('Func func(int) string at 0');
  });
});

describe('method sets', () => {
  const base = named('Base', struct({}));
  addMethodTo(base, 'Value');
  addMethodTo(base, 'Pointer', signature([]), true);
  const names = (type: Type): string[] => newMethodSet(type).map(({ method }) => method.name);

  test('of a type are its methods with value receiver, of a pointer all', () => {
    expect(names(base)).toEqual(['Value']);
    expect(names(pointer(base))).toEqual(['Pointer', 'Value']);
  });

  test('promotion through an embedded pointer keeps all', () => {
    expect(names(struct({}, [base]))).toEqual(['Value']);
    expect(names(struct({}, [pointer(base)]))).toEqual(['Pointer', 'Value']);
  });

  test('a field hides a promoted method', () => {
    expect(names(struct({ Value: int }, [pointer(base)]))).toEqual(['Pointer']);
  });
});

describe('implementing interfaces', () => {
  const reason = (V: Type, T: Type, constraint = false): string => {
    const cause = { text: '' };
    return implementsInterface(unqualified, V, T, constraint, cause) ? 'yes' : cause.text;
  };
  const reader = named('Reader', iface({ Read: signature([slice(int)], [int]) }));

  test('with all methods it does', () => {
    const file = named('File', struct({}));
    addMethodTo(file, 'Read', signature([slice(int)], [int]));
    expect(reason(file, reader)).toBe('yes');
  });

  test('a missing method is named', () => {
    expect(reason(int, reader)).toBe('int does not implement Reader (missing method Read)');
  });

  test('a method in other letters is shown', () => {
    const file = named('File', struct({}));
    addMethodTo(file, 'read', signature([slice(int)], [int]));
    expect(reason(file, reader)).toBe(
      'File does not implement Reader (missing method Read)\n' +
        '\t\thave read([]int) int\n\t\twant Read([]int) int',
    );
  });

  test('a method of another type is shown', () => {
    const file = named('File', struct({}));
    addMethodTo(file, 'Read', signature([], [int]));
    expect(reason(file, reader)).toBe(
      'File does not implement Reader (wrong type for method Read)\n' +
        '\t\thave Read() int\n\t\twant Read([]int) int',
    );
  });

  test('a pointer receiver is pointed out', () => {
    const file = named('File', struct({}));
    addMethodTo(file, 'Read', signature([slice(int)], [int]), true);
    expect(reason(file, reader)).toBe(
      'File does not implement Reader (method Read has pointer receiver)',
    );
    expect(reason(pointer(file), reader)).toBe('yes');
  });

  test('a field of that name is pointed out', () => {
    expect(reason(named('File', struct({ Read: int })), reader)).toBe(
      'File does not implement Reader (File.Read is a field, not a method)',
    );
  });

  test('a pointer to an interface is pointed out', () => {
    expect(reason(pointer(reader), reader)).toBe(
      '*Reader does not implement Reader (type *Reader is pointer to interface, not interface)',
    );
  });

  test('constraints are satisfied by the types of their type set', () => {
    const MyInt = named('MyInt', int);
    const exact = named('Exact', iface({}, [union(int, string)]));
    const loose = named('Loose', iface({}, [union([int], [string])]));
    expect(reason(int, exact, true)).toBe('yes');
    expect(reason(MyInt, loose, true)).toBe('yes');
    expect(reason(MyInt, exact, true)).toBe(
      'MyInt does not satisfy Exact (possibly missing ~ for int in Exact)',
    );
    expect(reason(slice(int), exact, true)).toBe(
      '[]int does not satisfy Exact ([]int missing in int | string)',
    );
    expect(reason(typeParam('P', exact), loose, true)).toBe('yes');
    expect(reason(typeParam('P', loose), exact, true)).toBe('P does not satisfy Exact');
  });

  test('comparable is satisfied by what can be compared', () => {
    expect(reason(int, comparableType, true)).toBe('yes');
    expect(reason(errorType, comparableType, true)).toBe('yes');
    expect(reason(slice(int), comparableType, true)).toBe('[]int does not satisfy comparable');
    expect(typeString(comparableType)).toBe('comparable');
  });
});
