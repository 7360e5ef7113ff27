// Random well-typed expressions. What is not a variable is kept from being constant, by taking
// values from tables, so that gc has nothing to fold and refuse.

import {
  anyType,
  basic,
  bool,
  complexes,
  floats,
  type GoType,
  int,
  integers,
  isBool,
  isComparable,
  isComplex,
  isFloat,
  isInteger,
  isPrintable,
  isText,
  same,
  text,
  under,
  write,
} from './go-type.ts';
import type { Writer } from './writer.ts';

/** An expression of the type; `depth` limits how much it is nested. */
export function expression(w: Writer, type: GoType, depth = 3): string {
  const { random } = w;
  if (depth <= 0 || random.chance(25)) return leaf(w, type, depth);
  if (random.chance(12)) {
    const call = callOrNull(w, type, depth);
    if (call !== null) return call;
  }
  if (random.chance(10)) {
    const part = partOrNull(w, type, depth);
    if (part !== null) return part;
  }
  if (random.chance(4)) return closureCall(w, type, depth);
  if (type.kind === 'named' && random.chance(30)) {
    if (random.chance(40)) return `(${expression(w, type, depth - 1)}).Twice()`;
    return `${type.name}(${expression(w, type.under, depth - 1)})`;
  }
  if (isInteger(type)) return integer(w, type, depth);
  if (isFloat(type)) return float(w, type, depth);
  if (isComplex(type)) return complex(w, type, depth);
  if (isText(type)) return string(w, type, depth);
  if (isBool(type)) return condition(w, type, depth);
  return composite(w, type, depth);
}

// A call of a declared function with this result.
function callOrNull(w: Writer, type: GoType, depth: number): string | null {
  const fitting = w.funcs.filter((func) => same(func.result, type));
  if (fitting.length === 0 || w.loops > 1) return null;
  const func = w.random.pick(fitting);
  const args = func.params.map((param) => expression(w, param, depth - 1));
  return `${func.name}(${args.join(', ')})`;
}

// A field, element or pointed-to value of a variable in scope.
function partOrNull(w: Writer, type: GoType, depth: number): string | null {
  const parts: string[] = [];
  const index = (length: string): string =>
    w.random.chance(90) ? `at(${expression(w, int, depth - 2)}, ${length})` : expression(w, int, 1);
  for (const { name, type: outer } of w.variables) {
    const base = under(outer);
    if (base.kind === 'struct') {
      for (const field of base.fields)
        if (same(field.type, type)) parts.push(`${name}.${field.name}`);
    }
    if ((base.kind === 'slice' || base.kind === 'array') && same(base.elem, type)) {
      parts.push(`${name}[${index(`len(${name})`)}]`);
    }
    if (base.kind === 'map' && same(base.elem, type)) {
      parts.push(`${name}[${expression(w, base.key, depth - 2)}]`);
    }
    if (base.kind === 'pointer' && same(base.elem, type)) parts.push(`*${name}`);
    if (base.kind === 'pointer' && base.elem.kind === 'struct') {
      for (const field of base.elem.fields) {
        if (same(field.type, type)) parts.push(`${name}.${field.name}`);
      }
    }
    if (base.kind === 'func' && same(base.result, type) && w.loops < 2) {
      const args = base.params.map((param) => expression(w, param, depth - 2));
      parts.push(`${name}(${args.join(', ')})`);
    }
  }
  return parts.length === 0 ? null : w.random.pick(parts);
}

function closureCall(w: Writer, type: GoType, depth: number): string {
  return `func() ${write(type)} { return ${expression(w, type, depth - 1)} }()`;
}

/** A variable or the simplest value of the type. */
export function leaf(w: Writer, type: GoType, depth = 0): string {
  const { random } = w;
  const variables = w.variablesOf(type);
  if (variables.length > 0 && random.chance(70)) return random.pick(variables).name;
  if (type.kind === 'named') return `${type.name}(${leaf(w, type.under, depth)})`;
  if (type.kind === 'basic') {
    if (type.name === 'bool') return random.chance(50) ? 'yes' : 'no';
    const table = `k${type.name}`;
    w.preludes.add(table);
    return `${table}[${random.below(tableLength)}]`;
  }
  return composite(w, type, Math.min(depth, 1));
}

/** Values in the table of a basic type. */
export const tableLength = 6;

function integer(w: Writer, type: GoType, depth: number): string {
  const { random } = w;
  const x = (): string => expression(w, type, depth - 1);
  const choice = random.below(16);
  if (choice < 5) return `(${x()} ${random.pick(['+', '-', '*', '&', '|', '^', '&^'])} ${x()})`;
  if (choice === 5) {
    const divisor = random.chance(85) ? `(${x()} | 1)` : x();
    return `(${x()} ${random.pick(['/', '%'])} ${divisor})`;
  }
  if (choice === 6)
    return `(${x()} ${random.pick(['/', '%', '+', '*', '-'])} ${1 + random.below(120)})`;
  if (choice < 9) return `(${x()} ${random.pick(['<<', '>>'])} ${shiftCount(w, depth)})`;
  if (choice === 9) return `(${random.pick(['-', '^', '+'])}${x()})`;
  if (choice < 13) return conversionTo(w, type, depth);
  if (choice === 13) return `${random.pick(['min', 'max'])}(${x()}, ${x()})`;
  if (same(type, int)) return lengthOrConversion(w, depth);
  return conversionTo(w, type, depth);
}

function shiftCount(w: Writer, depth: number): string {
  const { random } = w;
  if (random.chance(40)) return String(random.below(9));
  const type = basic(random.pick(['uint8', 'uint', 'uint64', 'int', 'int8', 'uint32']));
  const count = expression(w, type, depth - 2);
  return random.chance(80) ? `(${count} & ${random.pick([7, 15, 31, 63])})` : count;
}

function lengthOrConversion(w: Writer, depth: number): string {
  const sized = w.variables.filter(({ type }) =>
    ['slice', 'map', 'array'].includes(under(type).kind),
  );
  if (sized.length > 0 && w.random.chance(60)) return `len(${w.random.pick(sized).name})`;
  return `len(${expression(w, text, depth - 1)})`;
}

// A numeric conversion; from floats only of small values, since others are up to the machine.
function conversionTo(w: Writer, type: GoType, depth: number): string {
  const { random } = w;
  const name = write(type);
  if (random.chance(20)) {
    return `${name}(small(float64(${expression(w, basic(random.pick(floats)), depth - 1)})))`;
  }
  const from = random.chance(20) && w.named.length > 0 ? random.pick(w.named) : null;
  if (from !== null && isInteger(from)) return `${name}(${expression(w, from, depth - 1)})`;
  return `${name}(${expression(w, basic(random.pick(integers)), depth - 1)})`;
}

function float(w: Writer, type: GoType, depth: number): string {
  const { random } = w;
  const x = (): string => expression(w, type, depth - 1);
  const name = write(type);
  const choice = random.below(9);
  if (choice < 4) return `(${x()} ${random.pick(['+', '-', '*', '/'])} ${x()})`;
  if (choice === 4) return `(-${x()})`;
  if (choice === 5) return `${name}(${expression(w, basic(random.pick(integers)), depth - 1)})`;
  if (choice === 6) return `${name}(${expression(w, basic(random.pick(floats)), depth - 1)})`;
  if (choice === 7) {
    const func = random.pick(['Sqrt', 'Floor', 'Abs', 'Trunc', 'Ceil', 'Round']);
    w.preludes.add('math');
    return `${name}(math.${func}(float64(${x()})))`;
  }
  const part = random.pick(['real', 'imag']);
  const base = under(type);
  const of = base.kind === 'basic' && base.name === 'float32' ? 'complex64' : 'complex128';
  return `${name}(${part}(${expression(w, basic(of), depth - 1)}))`;
}

function complex(w: Writer, type: GoType, depth: number): string {
  const { random } = w;
  const x = (): string => expression(w, type, depth - 1);
  const choice = random.below(6);
  if (choice < 3) {
    // Where a part is not a number, the quotient depends on its sign bit, which JavaScript hides.
    if (random.chance(75)) return `(${x()} ${random.pick(['+', '-', '*'])} ${x()})`;
    const base = under(type);
    const table = base.kind === 'basic' ? `k${base.name}` : '';
    w.preludes.add(table);
    const value = (): string => `${table}[${random.below(tableLength)}]`;
    return `${write(type)}(${value()} / ${value()})`;
  }
  if (choice === 3) return `(-${x()})`;
  if (choice === 4)
    return `${write(type)}(${expression(w, basic(random.pick(complexes)), depth - 1)})`;
  const base = under(type);
  const part = base.kind === 'basic' && base.name === 'complex64' ? 'float32' : 'float64';
  const of = (): string => expression(w, basic(part), depth - 1);
  return `${write(type)}(complex(${of()}, ${of()}))`;
}

function string(w: Writer, type: GoType, depth: number): string {
  const { random } = w;
  const x = (): string => expression(w, type, depth - 1);
  const name = write(type);
  const n = (): string => expression(w, int, depth - 1);
  switch (random.below(10)) {
    case 0:
    case 1:
      return `(${x()} + ${x()})`;
    case 2:
      return `cut(${x()}, ${n()}, ${n()})`;
    case 3:
      return `${name}(rune(${expression(w, basic('int32'), depth - 1)} & 0x3ff))`;
    case 4:
      return `${name}(fmt.Sprint(${expression(w, basic(random.pick(integers)), depth - 1)}))`;
    case 5:
      return `${name}([]byte(${x()}))`;
    case 6:
      return `${name}([]rune(${x()}))`;
    case 7:
      w.preludes.add('strings');
      return `${name}(strings.${random.pick(['ToUpper', 'ToLower', 'TrimSpace', 'Title'])}(string(${x()})))`;
    case 8:
      w.preludes.add('strings');
      return `${name}(strings.Repeat(string(cut(${x()}, 0, 5)), ${random.below(4)}))`;
    default:
      return `${random.pick(['min', 'max'])}(${x()}, ${x()})`;
  }
}

/** A boolean expression of the type. */
export function condition(w: Writer, type: GoType = bool, depth = 2): string {
  const { random } = w;
  const x = (): string => expression(w, type, depth - 1);
  const wrap = (inner: string): string => (same(type, bool) ? inner : `${write(type)}${inner}`);
  const choice = random.below(8);
  if (choice < 2) return `(${x()} ${random.pick(['&&', '||'])} ${x()})`;
  if (choice === 2) return `(!${x()})`;
  if (choice < 6) {
    const operand = basic(random.pick([...integers, ...floats, 'string']));
    const op = random.pick(['<', '<=', '>', '>=', '==', '!=']);
    const [a, b] = [expression(w, operand, depth - 1), expression(w, operand, depth - 1)];
    return wrap(`(${a} ${op} ${b})`);
  }
  const comparable = w.variables.filter((variable) => isComparable(variable.type));
  if (comparable.length > 0) {
    const variable = random.pick(comparable);
    const other = expression(w, variable.type, depth - 1);
    const braces = other.includes('{') ? `(${other})` : other;
    return wrap(`(${variable.name} ${random.pick(['==', '!='])} ${braces})`);
  }
  return wrap(`(any(${leaf(w, int)}) == any(${leaf(w, basic('int64'))}))`);
}

function composite(w: Writer, type: GoType, depth: number): string {
  const { random } = w;
  const inner = (of: GoType): string => expression(w, of, depth - 1);
  const name = write(type);
  switch (type.kind) {
    case 'slice': {
      if (depth > 1 && random.chance(30)) return sliceOf(w, type, depth);
      if (random.chance(8)) return `${name}(nil)`;
      const items = Array.from({ length: random.below(4) }, () => inner(type.elem));
      return `${name}{${items.join(', ')}}`;
    }
    case 'array': {
      const items = Array.from({ length: random.below(type.length + 1) }, () => inner(type.elem));
      return `${name}{${items.join(', ')}}`;
    }
    case 'map': {
      const keys = mapKeys(w, type.key);
      return `${name}{${keys.map((key) => `${key}: ${inner(type.elem)}`).join(', ')}}`;
    }
    case 'pointer':
      return pointer(w, type.elem, depth);
    case 'struct': {
      const fields = type.fields.filter(() => random.chance(80));
      return `${name}{${fields.map((field) => `${field.name}: ${inner(field.type)}`).join(', ')}}`;
    }
    case 'func': {
      const params = type.params.map((param) => `_ ${write(param)}`);
      return `func(${params.join(', ')}) ${write(type.result)} { return ${inner(type.result)} }`;
    }
    case 'interface':
      return type.name === 'Shape' ? shape(w, depth) : anyValue(w, depth);
    case 'named':
      return `${name}(${inner(type.under)})`;
    case 'basic':
      return leaf(w, type);
  }
}

// Different constants, since gc refuses keys that repeat.
function mapKeys(w: Writer, key: GoType): readonly string[] {
  const all =
    write(key) === 'string'
      ? ['"a"', '"b"', '"日"']
      : write(key) === 'bool'
        ? ['true', 'false']
        : ['1', '2', '100'];
  return all.filter(() => w.random.chance(50));
}

// What append makes is clipped: how much it allocates depends on gc's escape analysis.
function sliceOf(w: Writer, type: Extract<GoType, { kind: 'slice' }>, depth: number): string {
  const { random } = w;
  const x = expression(w, type, depth - 1);
  const item = (): string => expression(w, type.elem, depth - 1);
  switch (random.below(4)) {
    case 0:
      return `slices.Clip(append(${x}, ${item()}))`;
    case 1:
      return `slices.Clip(append(${x}, ${item()}, ${item()}))`;
    case 2:
      return `slices.Clip(append(${x}, ${expression(w, type, depth - 1)}...))`;
    default:
      w.preludes.add('part');
      return `part(${x}, ${expression(w, int, 1)}, ${expression(w, int, 1)})`;
  }
}

function pointer(w: Writer, elem: GoType, depth: number): string {
  const { random } = w;
  const variables = w.variables.filter((each) => each.assignable && same(each.type, elem));
  if (variables.length > 0 && random.chance(60)) return `&${random.pick(variables).name}`;
  if (elem.kind === 'struct' && random.chance(50)) return `&${expressionLiteral(w, elem, depth)}`;
  if (random.chance(5)) return `(*${write(elem)})(nil)`;
  w.preludes.add('ref');
  return `ref[${write(elem)}](${expression(w, elem, depth - 1)})`;
}

function expressionLiteral(w: Writer, type: Extract<GoType, { kind: 'struct' }>, depth: number) {
  const fields = type.fields.filter(() => w.random.chance(60));
  const items = fields.map((field) => `${field.name}: ${expression(w, field.type, depth - 1)}`);
  return `${type.name}{${items.join(', ')}}`;
}

function shape(w: Writer, depth: number): string {
  const type = w.random.pick(w.structs);
  const value = expressionLiteral(w, type, depth);
  return `Shape(${type.byPointer || w.random.chance(30) ? '&' : ''}${value})`;
}

function anyValue(w: Writer, depth: number): string {
  const type = w.random.chance(60) ? w.basicType() : w.type(1);
  // It may be printed, so it holds no address.
  if (same(type, anyType) || !isPrintable(type)) return 'any(nil)';
  return `any(${expression(w, type, depth - 1)})`;
}
