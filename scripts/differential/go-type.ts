// The types of generated programs, and what may be done with them.

export type GoType =
  | { readonly kind: 'basic'; readonly name: string }
  | { readonly kind: 'slice'; readonly elem: GoType }
  | { readonly kind: 'array'; readonly length: number; readonly elem: GoType }
  | { readonly kind: 'map'; readonly key: GoType; readonly elem: GoType }
  | { readonly kind: 'pointer'; readonly elem: GoType }
  | { readonly kind: 'func'; readonly params: readonly GoType[]; readonly result: GoType }
  | StructType
  /** `type N0 int8`, with a method `Twice` and maybe `String`. */
  | { readonly kind: 'named'; readonly name: string; readonly under: GoType }
  /** The interface `Shape` or `any`. */
  | { readonly kind: 'interface'; readonly name: string };

export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly Field[];
  /** Whether the methods of Shape have pointer receivers. */
  readonly byPointer: boolean;
}

export interface Field {
  readonly name: string;
  readonly type: GoType;
  readonly embedded: boolean;
}

export const integers = [
  ...['int', 'int8', 'int16', 'int32', 'int64'],
  ...['uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr'],
];
export const floats = ['float32', 'float64'];
export const complexes = ['complex64', 'complex128'];
export const basics = [...integers, ...floats, ...complexes, 'string', 'bool'];

export function basic(name: string): GoType {
  return { kind: 'basic', name };
}

export const int = basic('int');
export const bool = basic('bool');
export const text = basic('string');
export const anyType: GoType = { kind: 'interface', name: 'any' };
export const shapeType: GoType = { kind: 'interface', name: 'Shape' };

/** The type in Go syntax. */
export function write(type: GoType): string {
  switch (type.kind) {
    case 'basic':
    case 'struct':
    case 'named':
    case 'interface':
      return type.name;
    case 'slice':
      return `[]${write(type.elem)}`;
    case 'array':
      return `[${type.length}]${write(type.elem)}`;
    case 'map':
      return `map[${write(type.key)}]${write(type.elem)}`;
    case 'pointer':
      return `*${write(type.elem)}`;
    case 'func':
      return `func(${type.params.map(write).join(', ')}) ${write(type.result)}`;
  }
}

export function same(a: GoType, b: GoType): boolean {
  return write(a) === write(b);
}

/** The type under a name. */
export function under(type: GoType): GoType {
  return type.kind === 'named' ? type.under : type;
}

export function isInteger(type: GoType): boolean {
  const base = under(type);
  return base.kind === 'basic' && integers.includes(base.name);
}
export function isFloat(type: GoType): boolean {
  const base = under(type);
  return base.kind === 'basic' && floats.includes(base.name);
}
export function isComplex(type: GoType): boolean {
  const base = under(type);
  return base.kind === 'basic' && complexes.includes(base.name);
}
export function isText(type: GoType): boolean {
  const base = under(type);
  return base.kind === 'basic' && base.name === 'string';
}
export function isBool(type: GoType): boolean {
  const base = under(type);
  return base.kind === 'basic' && base.name === 'bool';
}

/** Whether == is allowed and never panics. */
export function isComparable(type: GoType): boolean {
  switch (type.kind) {
    case 'slice':
    case 'map':
    case 'func':
    case 'interface':
      return false;
    case 'array':
      return isComparable(type.elem);
    case 'struct':
      return type.fields.every((field) => isComparable(field.type));
    case 'named':
      return isComparable(type.under);
    default:
      return true;
  }
}

/** Whether its printed form is the same in every run: no addresses. */
export function isPrintable(type: GoType): boolean {
  switch (type.kind) {
    case 'pointer':
    case 'func':
      return false;
    case 'slice':
    case 'array':
      return isPrintable(type.elem);
    case 'map':
      return isPrintable(type.key) && isPrintable(type.elem);
    case 'struct':
      return type.fields.every((field) => isPrintable(field.type));
    case 'named':
      return isPrintable(type.under);
    case 'interface':
      return type.name === 'any';
    default:
      return true;
  }
}
