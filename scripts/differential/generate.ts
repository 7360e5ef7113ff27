// A whole random program: types, functions, and a main that uses them and maybe fails at the end.

import { type Field, type GoType, int, text, write, type StructType } from './go-type.ts';
import { concurrent } from './concurrency.ts';
import { expression } from './expression.ts';
import { programText } from './prelude.ts';
import { print } from './print.ts';
import { Random } from './random.ts';
import { failing, statements } from './statement.ts';
import { Writer } from './writer.ts';

/** The program of a number; the same text every time. */
export function generate(seed: number): string {
  const w = new Writer(new Random(seed));
  const declarations: string[] = [];
  const { random } = w;
  for (let i = random.below(3); i > 0; i--) declarations.push(namedType(w));
  const structCount = 1 + random.below(3);
  declarations.push('type Shape interface {\n\tName() string\n\tCalc(x int64) int64\n}\n');
  for (let i = 0; i < structCount; i++) declarations.push(structType(w));
  const withConstants = random.chance(40);
  if (withConstants) declarations.push(constants(w));
  for (let i = random.below(4); i > 0; i--) declarations.push(func(w));
  declarations.push(main(w, withConstants));
  return programText(w.preludes, `\n${declarations.join('\n')}`);
}

function namedType(w: Writer): string {
  const { random } = w;
  const name = `N${w.named.length}`;
  const base = w.basicType();
  const type = { kind: 'named', name, under: base } as const;
  w.named.push(type);
  const twice = base.kind === 'basic' && base.name === 'bool' ? 'return !n' : 'return n + n';
  const lines = [
    `type ${name} ${write(base)}\n`,
    `func (n ${name}) Twice() ${name} { ${twice} }\n`,
  ];
  if (random.chance(35)) {
    lines.push(
      `func (n ${name}) String() string { return "${name}!" + fmt.Sprint(${write(base)}(n)) }\n`,
    );
  }
  if (random.chance(20)) lines.push(`func (n *${name}) Set(v ${name}) { *n = v }\n`);
  return lines.join('\n');
}

function structType(w: Writer): string {
  const { random } = w;
  const name = `S${w.structs.length}`;
  const fields: Field[] = [];
  for (let i = 1 + random.below(3); i > 0; i--) {
    fields.push({ name: `F${fields.length}`, type: w.type(1), embedded: false });
  }
  const parent = w.structs.length > 0 && random.chance(45) ? random.pick(w.structs) : null;
  if (parent !== null) {
    const pointer: GoType = { kind: 'pointer', elem: parent };
    fields.push({
      name: parent.name,
      type: random.chance(75) ? parent : pointer,
      embedded: true,
    });
  }
  const type: StructType = { kind: 'struct', name, fields, byPointer: random.chance(40) };
  w.structs.push(type);
  const lines = fields.map((field) =>
    field.embedded ? `\t${write(field.type)}` : `\t${field.name} ${write(field.type)}`,
  );
  const receiver = { name: 's', type: type as GoType, assignable: true };
  const recv = type.byPointer ? `*${name}` : name;
  const x: GoType = { kind: 'basic', name: 'int64' };
  const parameters = [
    type.byPointer ? { ...receiver, type: { kind: 'pointer', elem: type } as GoType } : receiver,
  ];
  const nameBody = w.functionBody(parameters, () =>
    w.line(`return "${name}" + cut(${expression(w, text, 2)}, 0, 9)`),
  );
  const calcBody = w.functionBody([...parameters, { name: 'x', type: x, assignable: true }], () => {
    w.budget = 3;
    w.loops = 1;
    statements(w, 3);
    w.line(`return ${expression(w, x, 2)}`);
  });
  return [
    `type ${name} struct {\n${lines.join('\n')}\n}\n`,
    `func (s ${recv}) Name() string {\n${nameBody}\n}\n`,
    `func (s ${recv}) Calc(x int64) int64 {\n${calcBody}\n}\n`,
  ].join('\n');
}

function constants(w: Writer): string {
  const { random } = w;
  const step = 1 + random.below(5);
  const term = (): string => random.pick(['iota', `${step}`, 'iota*2', '1 << iota', '(iota + 3)']);
  const op = (): string => random.pick(['+', '-', '*', '|', '^', '&^', '%', '<<']);
  const x = `${term()} ${op()} ${term().replace('iota', '(iota + 1)')}`;
  const type = random.pick(['', '', ' int8', ' float64']);
  const last = `float64(C0) / 3 + ${step}.5`;
  return `const (\n\tC0${type} = ${x}\n\tC1\n\t_\n\tC3\n)\n\nconst big = 1 << 100 >> ${90 + random.below(9)}\n\nconst ratio = ${last}\n\nfunc showConstants() { fmt.Println(C0, C1, C3, big, ratio) }\n`;
}

function func(w: Writer): string {
  const { random } = w;
  const name = `f${w.funcs.length}`;
  const params = Array.from({ length: random.below(4) }, () => w.type(1));
  const result = w.type(1);
  const variables = params.map((type, i) => ({ name: `a${i}`, type, assignable: true }));
  const isNamed = random.chance(35);
  const all = isNamed ? [...variables, { name: 'r', type: result, assignable: true }] : variables;
  const body = w.functionBody(all, () => {
    w.budget = 2 + random.below(8);
    w.loops = 1;
    if (isNamed && random.chance(60)) {
      const value = expression(w, result, 2);
      const guard = random.chance(50) ? 'if recover() != nil ' : '';
      w.line(`defer func() { ${guard}{ r = ${value} } }()`);
    }
    statements(w, 6);
    w.line(isNamed && random.chance(50) ? 'return' : `return ${expression(w, result, 2)}`);
  });
  w.funcs.push({ name, params, result });
  const list = params.map((type, i) => `a${i} ${write(type)}`).join(', ');
  const results = isNamed ? `(r ${write(result)})` : write(result);
  return `func ${name}(${list}) ${results} {\n${body}\n}\n`;
}

function main(w: Writer, withConstants: boolean): string {
  const { random } = w;
  const body = w.functionBody([], () => {
    w.budget = 20 + random.below(40);
    if (withConstants) w.line('showConstants()');
    for (let i = 2 + random.below(4); i > 0; i--) {
      const name = w.fresh('part');
      w.block(
        `try("${name}", func()`,
        () => {
          statements(w, 4 + random.below(8));
          if (random.chance(40)) concurrent(w);
          shapes(w);
          print(w);
        },
        ')',
      );
    }
    w.budget = 2;
    ending(w);
  });
  return `func main() {\n${body}\n}\n`;
}

function shapes(w: Writer): void {
  if (!w.random.chance(30)) return;
  const items = w.structs.map((type) => `${type.byPointer ? '&' : ''}${type.name}{}`);
  w.block(`for i, s := range []Shape{${items.join(', ')}}`, () => {
    w.line(
      `try("shape", func() { fmt.Println(i, s.Name(), s.Calc(${expression(w, { kind: 'basic', name: 'int64' }, 2)})) })`,
    );
  });
}

function ending(w: Writer): void {
  const { random } = w;
  if (random.chance(50)) return;
  if (random.chance(30)) w.line(`defer fmt.Println("at the end", ${expression(w, int, 2)})`);
  const choice = random.below(10);
  if (choice < 5) return failing(w);
  if (choice === 5) return w.line(`os.Exit(${random.below(100)})`);
  if (choice === 6) return w.line('select {}');
  if (choice === 7) {
    w.block(
      'defer func()',
      () => {
        w.line('r := recover()');
        w.line('panic(fmt.Sprint("again ", r))');
      },
      '()',
    );
    return failing(w);
  }
  if (choice === 8) {
    w.line('var mu sync.Mutex');
    return w.line(random.pick(['mu.Unlock()', 'mu.Lock(); mu.Lock()']));
  }
  w.line('c := make(chan int)');
  w.line(random.pick(['<-c', 'c <- 1', 'panic(c == nil)']));
}
