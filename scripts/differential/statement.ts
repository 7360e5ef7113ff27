// Random statements. Every loop ends after a few rounds; every variable is used.

import {
  anyType,
  basic,
  type GoType,
  int,
  integers,
  isInteger,
  isPrintable,
  isText,
  same,
  shapeType,
  text,
  under,
  write,
} from './go-type.ts';
import { condition, expression, leaf } from './expression.ts';
import { libraryUse } from './library-use.ts';
import { print } from './print.ts';
import type { Variable, Writer } from './writer.ts';

/** Writes statements until the budget or the block's own share is used up. */
export function statements(w: Writer, count: number): void {
  for (let i = 0; i < count && w.budget > 0; i++) {
    w.budget -= 1;
    statement(w);
  }
}

function statement(w: Writer): void {
  const { random } = w;
  const choice = random.below(100);
  if (choice < 14) return declaration(w);
  if (choice < 20) return libraryUse(w);
  if (choice < 38) return assignment(w);
  if (choice < 55) return print(w);
  if (choice < 61) return branch(w);
  if (choice < 71) return loop(w);
  if (choice < 76) return switchStatement(w);
  if (choice < 80) return typeSwitch(w);
  if (choice < 84) return containers(w);
  if (choice < 88) return tried(w);
  if (choice < 91) return closure(w);
  if (choice < 94) return generic(w);
  if (choice < 97) return labels(w);
  return block(w);
}

function inner(w: Writer): void {
  statements(w, 1 + w.random.below(4));
}

/** Declares a variable with a value and uses it. */
export function declare(w: Writer, type: GoType, value: string): Variable {
  const name = w.fresh('v');
  if (w.random.chance(70)) w.line(`var ${name} ${write(type)} = ${value}`);
  else w.line(`${name} := ${conversion(type)}(${value})`);
  w.line(`_ = ${name}`);
  const variable = { name, type, assignable: true };
  w.declare(variable);
  return variable;
}

function conversion(type: GoType): string {
  const name = write(type);
  return /^[\w.]+$/.test(name) || name.startsWith('[') || name.startsWith('map')
    ? name
    : `(${name})`;
}

function declaration(w: Writer): void {
  const type = w.type();
  if (w.random.chance(12)) {
    const name = w.fresh('v');
    w.line(`var ${name} ${write(type)}`);
    w.line(`_ = ${name}`);
    w.declare({ name, type, assignable: true });
    return;
  }
  declare(w, type, expression(w, type, 3));
}

/** Somewhere to assign to, or null. */
function place(w: Writer): { readonly text: string; readonly type: GoType } | null {
  const places: { text: string; type: GoType }[] = [];
  for (const { name, type, assignable } of w.variables) {
    const base = under(type);
    if (assignable) places.push({ text: name, type });
    if (base.kind === 'struct' && assignable) {
      for (const field of base.fields)
        places.push({ text: `${name}.${field.name}`, type: field.type });
    }
    if (base.kind === 'slice' || (base.kind === 'array' && assignable)) {
      const index = `at(${expression(w, int, 1)}, len(${name}))`;
      places.push({ text: `${name}[${index}]`, type: base.elem });
    }
    if (base.kind === 'map') {
      places.push({ text: `${name}[${leaf(w, base.key)}]`, type: base.elem });
    }
    if (base.kind === 'pointer') {
      places.push({ text: `*${name}`, type: base.elem });
      if (base.elem.kind === 'struct') {
        for (const field of base.elem.fields) {
          places.push({ text: `${name}.${field.name}`, type: field.type });
        }
      }
    }
  }
  // A function that is assigned to what it calls would never end.
  const safe = places.filter(({ type }) => type.kind !== 'func');
  return safe.length === 0 ? null : w.random.pick(safe);
}

function assignment(w: Writer): void {
  const { random } = w;
  const target = place(w);
  if (target === null) return declaration(w);
  const { text: left, type } = target;
  if (isInteger(type) && random.chance(50)) {
    if (random.chance(30)) return w.line(`${left}${random.pick(['++', '--'])}`);
    const op = random.pick(['+', '-', '*', '&', '|', '^', '&^', '<<', '>>']);
    if (op === '<<' || op === '>>') {
      return w.line(`${left} ${op}= ${random.below(12)}`);
    }
    return w.line(`${left} ${op}= ${expression(w, type, 2)}`);
  }
  if (isText(type)) {
    // Strings must not grow without end.
    return w.line(`${left} = cut(${expression(w, type, 2)}, 0, 30)`);
  }
  if (under(type).kind === 'slice' && w.loops > 0 && random.chance(70)) {
    return w.line(`${left} = ${write(type)}{${leaf(w, elementOf(type))}}`);
  }
  const other = random.chance(15) ? place(w) : null;
  // Which of two indices out of range is found first is not the language's business.
  const mayPanic = left.includes('[') || other?.text.includes('[') === true;
  if (other !== null && same(other.type, type) && !mayPanic) {
    return w.line(`${left}, ${other.text} = ${other.text}, ${left}`);
  }
  w.line(`${left} = ${expression(w, type, 3)}`);
}

function elementOf(type: GoType): GoType {
  const base = under(type);
  if (base.kind !== 'slice') throw new Error('Broken invariant: no slice');
  return base.elem;
}

function branch(w: Writer): void {
  const { random } = w;
  const name = w.fresh('x');
  const init = random.chance(20) ? `${name} := ${expression(w, int, 2)}; ${name} > 0 || ` : '';
  if (random.chance(40)) return w.block(`if ${init}${condition(w)}`, () => inner(w));
  w.line(`if ${init}${condition(w)} {`);
  w.nested(() => inner(w));
  w.line('} else {');
  w.nested(() => inner(w));
  w.line('}');
}

function loop(w: Writer): void {
  const { random } = w;
  if (w.loops >= 2) return print(w);
  const sized = w.variables.filter(({ type }) => {
    const { kind } = under(type);
    return kind === 'slice' || kind === 'array' || isText(type);
  });
  const choice = random.below(6);
  const name = w.fresh('i');
  w.loops += 1;
  const body = (variables: readonly Variable[]) => () => {
    for (const variable of variables) {
      w.line(`_ = ${variable.name}`);
      w.declare(variable);
    }
    if (random.chance(20))
      w.block(`if ${condition(w)}`, () => w.line(random.pick(['break', 'continue'])));
    inner(w);
  };
  if (choice < 2 || (choice === 4 && sized.length === 0)) {
    const type = basic(random.pick(integers.filter((each) => each !== 'uintptr')));
    const count = 1 + random.below(4);
    const head = `for ${name} := ${write(type)}(0); ${name} < ${count}; ${name}++`;
    w.block(head, body([{ name, type, assignable: false }]));
  } else if (choice === 2) {
    const count = 1 + random.below(4);
    w.block(`for ${name} := range ${count}`, body([{ name, type: int, assignable: true }]));
  } else if (choice === 3) {
    const value = w.fresh('e');
    const type = basic(random.pick(['int', 'string', 'uint8', 'float64']));
    const items = Array.from({ length: random.below(4) }, () => expression(w, type, 2));
    const head = `for ${name}, ${value} := range []${write(type)}{${items.join(', ')}}`;
    const variables = [
      { name, type: int, assignable: true },
      { name: value, type, assignable: true },
    ];
    w.block(head, body(variables));
  } else if (choice === 4) {
    const variable = random.pick(sized);
    const value = w.fresh('e');
    const base = under(variable.type);
    const elem = base.kind === 'slice' || base.kind === 'array' ? base.elem : basic('int32');
    const head = `for ${name}, ${value} := range ${short(variable)}`;
    const variables = [
      { name, type: int, assignable: true },
      { name: value, type: elem, assignable: true },
    ];
    w.block(head, body(variables));
  } else iterator(w, name, body);
  w.loops -= 1;
}

// At most a few elements of something that may have grown.
function short({ name, type }: Variable): string {
  if (under(type).kind === 'array') return name;
  return `${name}[:min(len(${name}), 4)]`;
}

function iterator(
  w: Writer,
  name: string,
  body: (variables: readonly Variable[]) => () => void,
): void {
  const iter = w.fresh('seq');
  const type = w.basicType();
  const items = Array.from({ length: 1 + w.random.below(3) }, () => expression(w, type, 2));
  w.block(`${iter} := func(yield func(${write(type)}) bool)`, () => {
    if (w.random.chance(50)) w.line(`defer fmt.Println("${iter} ends")`);
    for (const item of items) w.block(`if !yield(${item})`, () => w.line('return'));
  });
  w.block(`for ${name} := range ${iter}`, body([{ name, type, assignable: true }]));
}

function switchStatement(w: Writer): void {
  const { random } = w;
  const withTag = random.chance(50);
  const type = withTag ? basic(random.pick(['int', 'string', 'int8', 'uint64'])) : basic('bool');
  const count = 1 + random.below(3);
  w.line(withTag ? `switch ${expression(w, type, 2)} {` : 'switch {');
  for (let i = 0; i < count; i++) {
    const test = withTag
      ? Array.from({ length: 1 + random.below(2) }, () => expression(w, type, 2)).join(', ')
      : condition(w);
    clause(w, `case ${test}:`);
    if (i < count - 1 && random.chance(15)) w.line('\tfallthrough');
  }
  if (random.chance(60)) clause(w, 'default:');
  w.line('}');
}

function clause(w: Writer, head: string): void {
  w.line(head);
  w.block('', () => inner(w));
}

function typeSwitch(w: Writer): void {
  const { random } = w;
  const name = w.fresh('t');
  const subject = random.chance(60) || w.structs.length === 0 ? anyType : shapeType;
  w.line(`switch ${name} := ${expression(w, subject, 2)}.(type) {`);
  const types =
    subject === shapeType
      ? w.structs.map((type): GoType => (type.byPointer ? { kind: 'pointer', elem: type } : type))
      : [w.basicType(), w.type(1), text, ...w.named];
  const used = new Set<string>();
  for (const type of types) {
    if (used.has(write(type)) || random.chance(25)) continue;
    if (type.kind === 'basic' && (used.has(alias(type.name)) || used.has('any'))) continue;
    used.add(write(type));
    w.line(`case ${write(type)}:`);
    w.block('', () => {
      w.line(`_ = ${name}`);
      w.declare({ name, type, assignable: true });
      if (isPrintable(type)) w.line(`fmt.Printf("%T %v\\n", ${name}, ${name})`);
      inner(w);
    });
  }
  w.line('case nil:');
  w.line(`\tfmt.Println("nil", ${name} == nil)`);
  w.line('default:');
  w.line(`\tfmt.Printf("other %T\\n", ${name})`);
  w.line('}');
}

function alias(name: string): string {
  return name === 'byte' ? 'uint8' : name === 'rune' ? 'int32' : name;
}

function containers(w: Writer): void {
  const { random } = w;
  const fitting = w.variables.filter(({ type, assignable }) => {
    const { kind } = under(type);
    return assignable && (kind === 'slice' || kind === 'map');
  });
  if (fitting.length === 0) return declaration(w);
  const { name, type } = random.pick(fitting);
  const base = under(type);
  if (base.kind === 'map') {
    if (random.chance(10)) return w.line(`clear(${name})`);
    if (random.chance(40)) return w.line(`delete(${name}, ${leaf(w, base.key)})`);
    const [value, ok] = [w.fresh('m'), w.fresh('ok')];
    w.line(`${value}, ${ok} := ${name}[${leaf(w, base.key)}]`);
    w.line(`_, _ = ${value}, ${ok}`);
    w.declare({ name: value, type: base.elem, assignable: true });
    w.line(`fmt.Println(${ok}, len(${name}))`);
    return;
  }
  if (base.kind !== 'slice') return;
  if (random.chance(40)) {
    const other = w.fresh('s');
    w.line(`${other} := ${name}[:at(${expression(w, int, 1)}, len(${name})+1)]`);
    w.line(`${other} = slices.Clip(append(${other}, ${expression(w, base.elem, 2)}))`);
    w.declare({ name: other, type, assignable: true });
    return w.line(`fmt.Println(len(${name}), len(${other}), cap(${other}))`);
  }
  if (random.chance(30)) return w.line(`fmt.Println(copy(${name}, ${expression(w, type, 2)}))`);
  if (random.chance(20)) return w.line(`clear(${name})`);
  const elem = under(base.elem);
  if (elem.kind === 'basic' && !elem.name.startsWith('complex') && elem.name !== 'bool') {
    return w.line(`${random.pick(['slices.Sort', 'slices.Reverse'])}(${name})`);
  }
  w.line(`fmt.Println(len(${name}), cap(${name}) >= len(${name}))`);
}

function tried(w: Writer): void {
  const { random } = w;
  const name = w.fresh('try');
  w.block(
    `try("${name}", func()`,
    () => {
      if (random.chance(40)) {
        w.block(
          'defer func()',
          () => {
            if (random.chance(50)) w.line(`fmt.Println("deferred", recover())`);
            inner(w);
          },
          '()',
        );
      }
      if (random.chance(20)) w.line(`defer fmt.Println("late", ${leaf(w, int)}, ${leaf(w, text)})`);
      inner(w);
      if (random.chance(30)) failing(w);
    },
    ')',
  );
}

/** A statement that panics, or nearly. */
export function failing(w: Writer): void {
  const { random } = w;
  const name = w.fresh('f');
  const n = (): string => expression(w, int, 2);
  switch (random.below(12)) {
    case 0:
      return w.line(`panic(${expression(w, w.basicType(), 2)})`);
    case 1:
      return w.line(`panic(fmt.Errorf("wrapped %w", errors.New(${leaf(w, text)})))`);
    case 2:
      w.line(`var ${name} map[string]int`);
      return w.line(`${name}["x"] = ${n()}`);
    case 3:
      w.line(`var ${name} *int`);
      return w.line(`fmt.Println(*${name} + ${n()})`);
    case 4:
      w.line(`${name} := []int{1, 2, 3}`);
      return w.line(`fmt.Println(${name}[${n()}])`);
    case 5:
      w.line(`${name} := make([]string, 3, 5)`);
      return w.line(`fmt.Println(${name}[${n()}:${n()}])`);
    case 6:
      w.line(`var ${name} any = ${expression(w, w.basicType(), 1)}`);
      return w.line(`fmt.Println(${name}.(${write(w.type(1))}) == nil)`.replace(' == nil', ''));
    case 7:
      return w.line(`fmt.Println(${n()} / at(${n()}, 1))`);
    case 8:
      w.line(`${name} := make(chan int)`);
      w.line(`close(${name})`);
      return w.line(`close(${name})`);
    case 9:
      w.line(`${name} := ${expression(w, text, 2)}`);
      return w.line(`fmt.Println(${name}[${n()}], ${name}[${n()}:])`);
    case 10:
      w.line(`var ${name} any = []int{1}`);
      return w.line(`fmt.Println(${name} == ${name})`);
    default:
      return w.line(`fmt.Println(len(make([]int8, ${n()}%1000)))`);
  }
}

function closure(w: Writer): void {
  const { random } = w;
  const result = w.basicType();
  const type: GoType = { kind: 'func', params: [], result };
  const captured = w.variables.filter((each) => each.assignable && isInteger(each.type));
  const name = w.fresh('fn');
  w.block(`${name} := func() ${write(result)}`, () => {
    if (captured.length > 0) w.line(`${random.pick(captured).name}++`);
    inner(w);
    w.line(`return ${expression(w, result, 2)}`);
  });
  w.line(`fmt.Println(${name}())`);
  if (random.chance(30)) {
    const list = w.fresh('fs');
    w.line(`var ${list} []func() int`);
    const i = w.fresh('i');
    w.line(`for ${i} := 0; ${i} < 3; ${i}++ {`);
    w.line(`\t${list} = append(${list}, func() int { ${i} += 10; return ${i} })`);
    if (random.chance(50)) w.line(`\t${i} += 0`);
    w.line('}');
    w.line(`for _, f := range ${list} {`);
    w.line('\tfmt.Print(f(), " ", f(), "\\n")');
    w.line('}');
  }
  w.declare({ name, type, assignable: false });
}

function generic(w: Writer): void {
  const { random } = w;
  w.preludes.add('collections');
  const elem = basic(random.pick(['int', 'string', 'uint8', 'float64', 'int16']));
  const list = `[]${write(elem)}{${Array.from({ length: 1 + random.below(3) }, () => expression(w, elem, 2)).join(', ')}}`;
  const name = w.fresh('g');
  switch (random.below(6)) {
    case 0: {
      const result = w.basicType();
      const declared = { name: 'x', type: elem, assignable: true };
      const body = w.functionBody([declared], () => w.line(`return ${expression(w, result, 2)}`));
      return w.line(
        `fmt.Println(mapped(${list}, func(x ${write(elem)}) ${write(result)} {\n${body}\n}))`,
      );
    }
    case 1:
      return w.line(
        isText(elem)
          ? `fmt.Println(kept(${list}, func(x string) bool { return len(x) > 1 }))`
          : `fmt.Println(sum(${list}...))`,
      );
    case 2:
      w.line(`${name} := &Stack[${write(elem)}]{}`);
      w.block(`for _, x := range ${list}`, () => w.line(`${name}.Push(x).Push(x)`));
      w.line(`fmt.Println(${name}.Pop())`);
      w.block(`for i, x := range ${name}.All()`, () => {
        w.block('if i == 0', () => w.line('break'));
        w.line('fmt.Println(i, x)');
      });
      return w.line(`fmt.Println(len(${name}.items), *${name}.top)`);
    case 3: {
      const other = w.basicType();
      w.line(`${name} := pairOf(${expression(w, elem, 2)}, ${expression(w, other, 2)})`);
      w.line(`fmt.Printf("%v %+v %T\\n", ${name}, ${name}, ${name})`);
      return w.line(
        `fmt.Println(${name} == Pair[${write(elem)}, ${write(other)}]{}, ${name}.First)`,
      );
    }
    case 4:
      w.line(`var ${name} *Tree[${write(elem)}, int]`);
      w.block(`for i, x := range ${list}`, () => w.line(`${name} = ${name}.Put(x, i)`));
      w.block(`for k, v := range ${name}.All()`, () => {
        w.line('fmt.Println(k, v)');
        if (random.chance(30)) w.block('if v > 0', () => w.line('break'));
      });
      return;
    default:
      w.line(
        `${name} := mapped(${list}, pairWith)`.replace(
          'pairWith',
          `func(x ${write(elem)}) Pair[${write(elem)}, string] { return pairOf(x, fmt.Sprint(x)) }`,
        ),
      );
      return w.line(`fmt.Println(${name}, len(${name}))`);
  }
}

function labels(w: Writer): void {
  const label = w.fresh('L');
  const [i, j] = [w.fresh('i'), w.fresh('j')];
  w.line(`${label}:`);
  w.block(`for ${i} := 0; ${i} < 3; ${i}++`, () => {
    w.block(`for ${j} := range 3`, () => {
      w.line(`fmt.Print(${i}, ${j}, " ")`);
      w.block(`if ${i}+${j} == ${w.random.below(4)}`, () => {
        w.line(`${w.random.pick(['break', 'continue'])} ${label}`);
      });
    });
  });
  w.line('fmt.Println()');
}

function block(w: Writer): void {
  w.block('', () => {
    // A variable that hides another of its name.
    const shadowed = w.variables.filter(({ type }) => isPrintable(type));
    if (shadowed.length > 0) {
      const { name, type } = w.random.pick(shadowed);
      w.line(`${name} := ${name}`);
      w.line(`_ = ${name}`);
      w.declare({ name, type, assignable: true });
    }
    inner(w);
  });
}
