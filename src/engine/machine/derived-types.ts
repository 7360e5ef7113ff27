// Types that reflection makes from others while the program runs: *T, []T, [N]T, map[K]V, chan T, func
// and struct types. Invariant: a type literal has one entry in the program's table, whoever made it first,
// so that ids stay comparable; types made here have no methods.

import type { Program } from '../go/ir/program.ts';
import type { ChanRuntimeType, RuntimeField, RuntimeType } from '../go/ir/runtime-type.ts';

/** What a type literal is made of. */
export type TypeLiteral =
  | { readonly kind: 'pointer' | 'slice'; readonly elem: number }
  | { readonly kind: 'array'; readonly elem: number; readonly length: number }
  | { readonly kind: 'map'; readonly key: number; readonly elem: number }
  | {
      readonly kind: 'chan';
      readonly elem: number;
      readonly direction: ChanRuntimeType['direction'];
    }
  | {
      readonly kind: 'func';
      readonly params: readonly number[];
      readonly results: readonly number[];
      readonly variadic: boolean;
    }
  | {
      readonly kind: 'struct';
      readonly fields: readonly RuntimeField[];
      /** As reflect.Type.String has it. */
      readonly string: string;
    };

const indexes = new WeakMap<Program, Map<string, number>>();

/** Id of the type that a literal stands for. */
export function typeOfLiteral(program: Program, literal: TypeLiteral): number {
  const index = indexOf(program);
  const key = keyOf(literal);
  const known = index.get(key);
  if (known !== undefined) return known;
  const types = program.types as RuntimeType[];
  const id = types.length;
  types.push(madeType(program, id, literal));
  index.set(key, id);
  return id;
}

function indexOf(program: Program): Map<string, number> {
  const known = indexes.get(program);
  if (known !== undefined) return known;
  const index = new Map<string, number>();
  for (const type of program.types) {
    if (type.name === '' && isLiteral(type)) index.set(keyOf(type), type.id);
  }
  indexes.set(program, index);
  return index;
}

function isLiteral(type: RuntimeType): type is RuntimeType & TypeLiteral {
  return ['pointer', 'slice', 'array', 'map', 'chan', 'func', 'struct'].includes(type.kind);
}

function keyOf(literal: TypeLiteral): string {
  switch (literal.kind) {
    case 'pointer':
    case 'slice':
      return `${literal.kind} ${literal.elem}`;
    case 'array':
      return `array ${literal.length} ${literal.elem}`;
    case 'map':
      return `map ${literal.key} ${literal.elem}`;
    case 'chan':
      return `chan ${literal.direction} ${literal.elem}`;
    case 'func':
      return `func ${literal.variadic} (${literal.params}) (${literal.results})`;
    case 'struct':
      return `struct ${JSON.stringify(literal.fields.map(fieldKey))}`;
  }
}

function fieldKey({ name, type, embedded, packagePath, tag }: RuntimeField): readonly unknown[] {
  return [name, type, embedded, packagePath, tag];
}

function madeType(program: Program, id: number, literal: TypeLiteral): RuntimeType {
  const text = (of: number): string => program.types[of]?.string ?? '';
  const base = { id, name: '', packagePath: '', methods: [] };
  switch (literal.kind) {
    case 'pointer':
      return { ...base, ...literal, string: `*${text(literal.elem)}`, comparable: true };
    case 'slice':
      return { ...base, ...literal, string: `[]${text(literal.elem)}`, comparable: false };
    case 'array': {
      const comparable = program.types[literal.elem]?.comparable === true;
      return {
        ...base,
        ...literal,
        string: `[${literal.length}]${text(literal.elem)}`,
        comparable,
      };
    }
    case 'map': {
      const string = `map[${text(literal.key)}]${text(literal.elem)}`;
      return { ...base, ...literal, string, comparable: false };
    }
    case 'chan':
      return {
        ...base,
        ...literal,
        string: channelText(literal.direction, text(literal.elem)),
        comparable: true,
      };
    case 'func':
      return { ...base, ...literal, string: functionText(literal, text), comparable: false };
    case 'struct': {
      const comparable = literal.fields.every(({ type }) => program.types[type]?.comparable);
      return { ...base, ...literal, comparable };
    }
  }
}

function channelText(direction: ChanRuntimeType['direction'], elem: string): string {
  if (direction === 'send') return `chan<- ${elem}`;
  if (direction === 'receive') return `<-chan ${elem}`;
  return elem.startsWith('<-chan') ? `chan (${elem})` : `chan ${elem}`;
}

function functionText(
  { params, results, variadic }: Extract<TypeLiteral, { kind: 'func' }>,
  text: (of: number) => string,
): string {
  const shown = params.map(text);
  const last = shown.length - 1;
  if (variadic) shown[last] = `...${(shown[last] ?? '').slice(2)}`;
  const outcome = results.map(text).join(', ');
  const suffix = results.length === 0 ? '' : results.length === 1 ? ` ${outcome}` : ` (${outcome})`;
  return `func(${shown.join(', ')})${suffix}`;
}
