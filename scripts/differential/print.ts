// Printing in all of fmt's ways, of values that have the same form in every run.

import { anyType, basic, type GoType, isPrintable, text } from './go-type.ts';
import { expression } from './expression.ts';
import type { Writer } from './writer.ts';

const verbs = [
  ...['%v', '%+v', '%#v', '%T', '%d', '%s', '%q', '%x', '%X', '%t', '%f', '%e', '%g', '%c', '%U'],
  ...['%b', '%o', '%O', '%E', '%G', '%F', '%p', '%z', '% x', '%#x', '%+d', '%05d', '%-8v|', '%8v|'],
  ...['%08.3f', '%.2f', '%+.3e', '%6.2f%%', '%.3s|', '%-10q|', '%#q', '%+q', '%#U', '%x', '% d'],
  ...['%#o', '%#b', '%20.10v|', '%+08d', '%.0f', '%.10g', '%3c|', '%-4d|', '%#v', '%v', '%v', '%v'],
];

/** A type whose values may be shown. */
function shownType(w: Writer): GoType {
  const variables = w.variables.filter(({ type }) => isPrintable(type));
  if (variables.length > 0 && w.random.chance(70)) return w.random.pick(variables).type;
  for (let i = 0; i < 5; i++) {
    const type = w.type(2);
    if (isPrintable(type)) return type;
  }
  return w.basicType();
}

/** One call of fmt. */
export function print(w: Writer): void {
  const { random } = w;
  const value = (): string => expression(w, shownType(w), 3);
  const values = (count: number): string => Array.from({ length: count }, value).join(', ');
  const choice = random.below(10);
  if (choice < 4) return w.line(`fmt.Println(${values(1 + random.below(4))})`);
  if (choice < 8) {
    const count = 1 + random.below(3);
    const format = Array.from({ length: count }, () => random.pick(verbs)).join(' ');
    // %p of what is no pointer is an error note; of a slice it would be an address.
    const given = format.includes('%p')
      ? Array.from({ length: count }, () => expression(w, basic('int'), 2)).join(', ')
      : values(Math.max(1, count + (random.chance(5) ? random.below(3) - 1 : 0)));
    return w.line(`fmt.Printf("${format}\\n", ${given})`);
  }
  if (choice === 8) {
    const width = random.below(12);
    const type = basic(random.pick(['int', 'string', 'float64', 'int8', 'complex64']));
    const verb = random.pick(['v', 'd', 's', 'q', 'x', 'f']);
    return w.line(
      `fmt.Printf("[%*.*${verb}]\\n", ${width}, ${random.below(5)}, ${expression(w, type, 2)})`,
    );
  }
  const name = w.fresh('p');
  w.line(`${name} := fmt.Sprint(${values(2)}, ${expression(w, anyType, 1)})`);
  w.line(`fmt.Println(len(${name}), ${name})`);
  w.declare({ name, type: text, assignable: true });
}
