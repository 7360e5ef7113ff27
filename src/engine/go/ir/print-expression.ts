// Printed form of IR expressions and places: close to Go, with what Go leaves implicit spelled out.

import { decodeUtf8 } from '../../base/utf8.ts';
import { assertNever } from '../../base/assert.ts';
import type { Expr, Place } from './expression.ts';
import type { LocalId, TypeId } from './ids.ts';
import type { Func, Program } from './program.ts';

/** Names for printing one function. */
export interface Names {
  local(id: LocalId): string;
  type(id: TypeId): string;
  global(id: number): string;
  func(id: number): string;
  /** Name of a field of a struct type. */
  field(struct: TypeId, index: number): string;
}

/** Locals by name, `x.2` for the second `x`; temporaries are `t0`, `t1` … by register. */
export function namesOf(program: Program, func: Func): Names {
  const seen = new Map<string, number>();
  const locals = func.locals.map(({ name }, i) => {
    if (name === '' || name === '_') return `t${i}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}.${count}`;
  });
  return {
    local: (id) => locals[id] ?? `?${id}`,
    type: (id) => decodeUtf8(program.types[id]?.string ?? `?type ${id}`),
    global: (id) => {
      const global = program.globals[id];
      return global === undefined ? `?global ${id}` : `${global.packagePath}.${global.name}`;
    },
    func: (id) => program.funcs[id]?.name ?? `?func ${id}`,
    field: (struct, index) => {
      const type = program.types[struct];
      return (type?.kind === 'struct' ? type.fields[index]?.name : undefined) ?? `?${index}`;
    },
  };
}

export function printPlace(names: Names, place: Place): string {
  const show = (x: Expr): string => printExpr(names, x);
  switch (place.kind) {
    case 'local':
      return names.local(place.local);
    case 'cell':
      return `cell ${names.local(place.local)}`;
    case 'global':
      return names.global(place.global);
    case 'deref':
      return `*${show(place.pointer)}`;
    case 'field':
      return `${show(place.object)}.${names.field(place.struct, place.field)}`;
    case 'arrayElement':
      return `${show(place.array)}[${show(place.index)}]`;
    case 'sliceElement':
      return `${show(place.slice)}[${show(place.index)}]`;
    case 'mapElement':
      return `${show(place.map)}[${show(place.key)}]`;
    default:
      return assertNever(place);
  }
}

/** `x`, `*p`, `a[i]`, `x + 1`, `box int(x)`, `copy(s)`, `closure main.main.func1(cell x)` … */
export function printExpr(names: Names, x: Expr): string {
  const show = (e: Expr): string => printExpr(names, e);
  const list = (xs: readonly Expr[]): string => xs.map(show).join(', ');
  switch (x.kind) {
    case 'const':
      return printConstant(x.value);
    case 'complexConst':
      return `(${x.re}${x.im < 0 ? '' : '+'}${x.im}i)`;
    case 'zero':
      return `zero ${names.type(x.type)}`;
    case 'register':
      return `&${names.local(x.local)}`;
    case 'load':
      return printPlace(names, x.place);
    case 'copy':
      return `copy(${show(x.x)})`;
    case 'addressOfGlobal':
      return `&${names.global(x.global)}`;
    case 'addressOf':
      return `&${printPlace(names, x.place)}`;
    case 'newVariable':
      return `new(${show(x.value)})`;
    case 'negate':
      return `-${show(x.x)}`;
    case 'complement':
      return `^${show(x.x)}`;
    case 'not':
      return `!${show(x.x)}`;
    case 'binary':
    case 'shift':
    case 'compare':
      return `(${show(x.x)} ${x.op} ${show(x.y)})`;
    case 'isNil':
      return `(${show(x.x)} == nil)`;
    case 'and':
      return `(${show(x.x)} && ${show(x.y)})`;
    case 'or':
      return `(${show(x.x)} || ${show(x.y)})`;
    case 'convertNumber':
      return `${names.type(x.to)}(${show(x.x)})`;
    case 'arrayFromSlice':
    case 'arrayPointerFromSlice':
    case 'makeInterface':
    case 'typeAssert':
    case 'typeTest':
    case 'unbox':
      return printTyped(names, x);
    case 'stringIndex':
      return `${show(x.x)}[${show(x.index)}]`;
    case 'mapGet':
      return `${show(x.map)}[${show(x.key)}]`;
    case 'length':
      return `len(${show(x.x)})`;
    case 'capacity':
      return `cap(${show(x.x)})`;
    case 'slice': {
      const limits = [x.low, x.high].map((limit) => (limit === null ? '' : show(limit)));
      return `${show(x.x)}[${limits.join(':')}${x.max === null ? '' : `:${show(x.max)}`}]`;
    }
    case 'makeSlice': {
      const capacity = x.capacity === null ? '' : `, ${show(x.capacity)}`;
      return `make(${names.type(x.type)}, ${show(x.length)}${capacity})`;
    }
    case 'makeMap':
      return `make(${names.type(x.type)})`;
    case 'append':
      return `append(${list([x.x, ...x.values])})`;
    case 'appendSlice':
      return `append(${show(x.x)}, ${show(x.y)}...)`;
    case 'structLiteral':
      return `${names.type(x.type)}{${list(x.fields)}}`;
    case 'arrayLiteral':
    case 'sliceLiteral': {
      const elements = x.elements.map(({ index, value }, i) =>
        index === i ? show(value) : `${index}: ${show(value)}`,
      );
      return `${names.type(x.type)}{${elements.join(', ')}}`;
    }
    case 'closure': {
      const captures = x.captures.length === 0 ? '' : `(${list(x.captures)})`;
      return `closure ${names.func(x.func)}${captures}`;
    }
    case 'complex':
      return `complex(${show(x.re)}, ${show(x.im)})`;
    case 'min':
    case 'max':
      return `${x.kind}(${list(x.values)})`;
    case 'pureNative':
      return `native ${x.name}(${list(x.args)})`;
    case 'stringFromRune':
    case 'stringFromBytes':
    case 'stringFromRunes':
    case 'bytesFromString':
    case 'runesFromString':
    case 'real':
    case 'imag':
    case 'nilCheck':
      return `${x.kind}(${show(x.x)})`;
    default:
      return assertNever(x);
  }
}

function printTyped(
  names: Names,
  x: Extract<
    Expr,
    {
      readonly kind:
        | 'arrayFromSlice'
        | 'arrayPointerFromSlice'
        | 'makeInterface'
        | 'typeAssert'
        | 'typeTest'
        | 'unbox';
    }
  >,
): string {
  const operand = printExpr(names, x.x);
  const type = names.type(x.type);
  switch (x.kind) {
    case 'makeInterface':
      return `box ${type}(${operand})`;
    case 'typeAssert':
      return `${operand}.(${type})`;
    case 'typeTest':
      return `(${operand} is ${type})`;
    case 'unbox':
      return `unbox ${type}(${operand})`;
    default:
      return `${type}(${operand})`;
  }
}

function printConstant(value: boolean | number | bigint | string): string {
  if (typeof value === 'string') return quoted(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A byte string in quotes, with other than printable ASCII escaped. */
function quoted(bytes: string): string {
  let text = '"';
  for (const byte of bytes) {
    const code = byte.charCodeAt(0);
    if (byte === '"' || byte === '\\') text += `\\${byte}`;
    else if (byte === '\n') text += '\\n';
    else if (code >= 0x20 && code < 0x7f) text += byte;
    else text += `\\x${code.toString(16).padStart(2, '0')}`;
  }
  return `${text}"`;
}
