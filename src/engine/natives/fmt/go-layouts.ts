// Structs of the library as Go lays them out, where ours have other fields: people print their own
// structs, and see in them the mutexes, counters and builders that they hold.
// Invariants: what is made here is only looked at; types made here have negative ids, and live as
// long as one call of a printing function.

import { assert } from '../../base/assert.ts';
import type { TypeId } from '../../go/ir/ids.ts';
import type { RuntimeType } from '../../go/ir/runtime-type.ts';
import { magnitude } from '../big/integer.ts';

/** A struct that nobody has but who prints it. */
export class LaidOut {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.values = values;
  }
}

/** What stands for an unsafe.Pointer: a pointer and its type. */
export class LaidPointer {
  readonly value: unknown;
  readonly type: TypeId;

  constructor(value: unknown, type: TypeId) {
    this.value = value;
    this.type = type;
  }
}

/** A value to print and its type. */
export interface Shown {
  readonly value: unknown;
  readonly type: RuntimeType;
}

type StructType = Extract<RuntimeType, { kind: 'struct' }>;
/** The fields of one of ours: `f0`, `f1`, … */
type Own = Readonly<Record<string, unknown>>;
type Field = readonly [name: string, shown: Shown];
type Layout = (make: GoLayouts, own: Own, type: StructType) => readonly Field[];

const blank = '_';

const plainMutex = (make: GoLayouts, state: number): Shown =>
  make.struct('sync.Mutex', [
    ['state', make.basic('int32', state)],
    ['sema', make.basic('uint32', 0)],
  ]);
const mutexFields = (make: GoLayouts, state: number): readonly Field[] => [
  [blank, make.struct('sync.noCopy', [])],
  ['mu', plainMutex(make, state)],
];
const mutex = (make: GoLayouts, state: number): Shown =>
  make.struct('sync.Mutex', mutexFields(make, state));

const atomicFields = (make: GoLayouts, value: Shown, isAligned = false): readonly Field[] => [
  [blank, make.struct('atomic.noCopy', [])],
  ...(isAligned ? [[blank, make.struct('atomic.align64', [])] as const] : []),
  ['v', value],
];
const atomic = (make: GoLayouts, name: string, value: Shown, isAligned = false): Shown =>
  make.struct(`atomic.${name}`, atomicFields(make, value, isAligned));
const atomicOf =
  (kind: 'int32' | 'uint32' | 'int64' | 'uint64' | 'uintptr', isAligned = false): Layout =>
  (make, own) =>
    atomicFields(make, make.basic(kind, own.f0), isAligned);

const atomicPointer = (make: GoLayouts, elem: string, pointer: Shown): readonly Field[] => [
  [blank, make.emptyArray(`*${elem}`)],
  [blank, make.struct('atomic.noCopy', [])],
  ['v', pointer],
];

const announced = 1 << 30;

const layouts: Readonly<Record<string, Layout>> = {
  'sync.Mutex': (make, own) => mutexFields(make, Number(own.f0)),
  'sync.RWMutex': (make, own) => {
    const readers = Number(own.f1) - (own.f0 === 0 ? 0 : announced);
    return [
      ['w', mutex(make, Number(own.f0))],
      ['writerSem', make.basic('uint32', 0)],
      ['readerSem', make.basic('uint32', 0)],
      ['readerCount', atomic(make, 'Int32', make.basic('int32', readers))],
      ['readerWait', atomic(make, 'Int32', make.basic('int32', own.f2))],
    ];
  },
  'sync.Once': (make, own) => [
    [blank, make.struct('sync.noCopy', [])],
    ['done', atomic(make, 'Bool', make.basic('uint32', own.f0 === 2 ? 1 : 0))],
    ['m', mutex(make, own.f0 === 1 ? 1 : 0)],
  ],
  'sync.WaitGroup': (make, own) => {
    const state = BigInt(own.f0 as number | bigint) * 2n ** 32n + BigInt(own.f1 as number);
    return [
      ['noCopy', make.struct('sync.noCopy', [])],
      ['state', atomic(make, 'Uint64', make.basic('uint64', state), true)],
      ['sema', make.basic('uint32', 0)],
    ];
  },
  'sync.Pool': (make, own, type) => [
    ['noCopy', make.struct('sync.noCopy', [])],
    ['local', make.nilPointer()],
    ['localSize', make.basic('uintptr', 0)],
    ['victim', make.nilPointer()],
    ['victimSize', make.basic('uintptr', 0)],
    ['New', make.own(own, type, 4)],
  ],
  'sync.Map': (make, own) => {
    const indirect = 'internal/sync.indirect[interface {},interface {}]';
    const pointer = make.struct(
      `atomic.Pointer[${indirect}]`,
      atomicPointer(make, 'sync.indirect[interface {},interface {}]', make.nilPointer()),
    );
    const inited = atomic(make, 'Uint32', make.basic('uint32', own.f0 === null ? 0 : 1));
    const table = make.struct('sync.HashTrieMap[interface {},interface {}]', [
      ['inited', inited],
      ['initMu', plainMutex(make, 0)],
      ['root', pointer],
      ['keyHash', make.nilFunction('hashFunc')],
      ['valEqual', make.nilFunction('equalFunc')],
      ['seed', make.basic('uintptr', 0)],
    ]);
    return [
      [blank, make.struct('sync.noCopy', [])],
      ['m', table],
    ];
  },
  'sync/atomic.Bool': (make, own) =>
    atomicFields(make, make.basic('uint32', own.f0 === true ? 1 : 0)),
  'sync/atomic.Int32': atomicOf('int32'),
  'sync/atomic.Int64': atomicOf('int64', true),
  'sync/atomic.Uint32': atomicOf('uint32'),
  'sync/atomic.Uint64': atomicOf('uint64', true),
  'sync/atomic.Uintptr': atomicOf('uintptr'),
  'sync/atomic.Pointer': (make, own, type) => {
    const elem = /^[^[]*\[(.*)\]$/s.exec(type.string)?.[1] ?? '';
    return atomicPointer(make, elem, make.pointer(own.f0, type.fields[0]?.type ?? 0));
  },
  'strings.Builder': (make, own, type) => [
    ['addr', make.own(own, type, 0)],
    ['buf', make.bytes(String(own.f1))],
  ],
  'math/big.Int': (make, own) => {
    const value = BigInt(own.f0 as number | bigint);
    return [
      ['neg', make.basic('bool', value < 0n)],
      ['abs', make.words(magnitude(value))],
    ];
  },
};

/** Makes what Go's fields would hold. */
export class GoLayouts {
  private readonly typeOf: (id: TypeId) => RuntimeType;
  private readonly made: RuntimeType[] = [];

  constructor(typeOf: (id: TypeId) => RuntimeType) {
    this.typeOf = typeOf;
  }

  /** The struct as Go has it, if ours is another. */
  of(value: unknown, type: StructType): LaidStruct | null {
    if (type.packagePath === '' || value instanceof LaidOut) return null;
    const name = type.name.replace(/\[.*$/s, '');
    const key = `${type.packagePath}.${name}`;
    if (!Object.hasOwn(layouts, key)) return null;
    const fields = layouts[key]?.(this, value as Own, type) ?? [];
    const shown = this.struct(type.string, fields);
    assert(shown.type.kind === 'struct', 'a struct type');
    return { value: shown.value, type: shown.type };
  }

  /** A type made here. */
  type(id: TypeId): RuntimeType {
    const type = this.made[-1 - id];
    assert(type !== undefined, 'a type made for printing');
    return type;
  }

  struct(string: string, fields: readonly Field[]): Shown {
    const described = fields.map(([name, { type }]) => ({
      name,
      type: type.id,
      embedded: false,
      exported: /^\p{Lu}/u.test(name),
      packagePath: '',
      tag: '',
    }));
    const type = this.make({ ...this.base(string), kind: 'struct', fields: described });
    return { type, value: new LaidOut(fields.map(([, { value }]) => value)) };
  }

  basic(
    kind: 'bool' | 'int32' | 'uint32' | 'int64' | 'uint64' | 'uintptr',
    value: unknown,
    string: string = kind,
  ): Shown {
    return { type: this.make({ ...this.base(string), kind }), value };
  }

  /** One of our own fields as it is. */
  own(own: Own, type: StructType, index: number): Shown {
    const field = type.fields[index];
    assert(field !== undefined, 'a field');
    return { type: this.typeOf(field.type), value: own[`f${index}`] };
  }

  /** An unsafe.Pointer. */
  pointer(value: unknown, type: TypeId): Shown {
    const described = this.make({ ...this.base('unsafe.Pointer'), kind: 'unsafePointer' });
    return { type: described, value: new LaidPointer(value, type) };
  }

  nilPointer(): Shown {
    return this.pointer(null, 0);
  }

  nilFunction(string: string): Shown {
    const type = this.make({
      ...this.base(`sync.${string}`),
      kind: 'func',
      params: [],
      results: [],
      variadic: false,
    });
    return { type, value: new LaidPointer(null, 0) };
  }

  emptyArray(elem: string): Shown {
    const { type } = this.basic('uintptr', 0, elem);
    const array = { ...this.base(`[0]${elem}`), kind: 'array', elem: type.id, length: 0 } as const;
    return { type: this.make(array), value: [] };
  }

  bytes(text: string): Shown {
    return this.slice(
      '[]uint8',
      'uint8',
      [...text].map((each) => each.charCodeAt(0)),
    );
  }

  /** The 64-bit words of a number, lowest first. */
  words(value: bigint): Shown {
    const words: bigint[] = [];
    for (let rest = value; rest > 0n; rest >>= 64n) words.push(BigInt.asUintN(64, rest));
    return this.slice('big.nat', 'uint', words);
  }

  private slice(string: string, kind: 'uint8' | 'uint', value: readonly unknown[]): Shown {
    const elem = this.make({ ...this.base(kind), kind });
    return { type: this.make({ ...this.base(string), kind: 'slice', elem: elem.id }), value };
  }

  private base(string: string) {
    const id = -1 - this.made.length;
    return { id, string, name: '', packagePath: '', comparable: true, methods: [] } as const;
  }

  private make(type: RuntimeType): RuntimeType {
    this.made.push(type);
    return type;
  }
}

/** A struct to print. */
export interface LaidStruct {
  readonly value: unknown;
  readonly type: StructType;
}
