// Struct tags that reflect.StructTag.Get cannot read, that repeat a name, or that are on fields
// which encoders do not see.

import type { Pos } from '../syntax/pos.ts';
import { addToPos } from '../syntax/pos.ts';
import { quoteBytes } from '../types/constant-format.ts';
import { isExported } from '../types/object.ts';
import type { Var } from '../types/type.ts';
import { under } from '../types/under.ts';
import { type Analyzer, forEachNode, type Pass } from './pass.ts';
import { tagProblemOrNull, tagValue } from './tag-syntax.ts';

export const structtag: Analyzer = {
  name: 'structtag',
  run(pass) {
    if (pass.pkg.path.startsWith('encoding/')) return;
    forEachNode(pass, ['StructType'], (node) => {
      const type = pass.info.types.get(node)?.type;
      if (type?.kind !== 'Struct') return;
      const seen = new Map<string, Pos>();
      for (const [i, field] of type.fields.entries()) {
        checkField(pass, field, type.tags[i] ?? '', seen);
      }
    });
  },
};

function checkField(pass: Pass, field: Var, tag: string, seen: Map<string, Pos>): void {
  const range = { pos: field.pos, end: addToPos(field.pos, field.name.length) };
  for (const key of ['json', 'xml']) checkDuplicates(pass, tag, key, field, field, seen, 1);
  const problem = tagProblemOrNull(tag);
  if (problem !== null) {
    const message = `struct field tag ${rawQuoted(tag)} not compatible with reflect.StructTag.Get: ${problem}`;
    pass.report(range, message);
  }
  if (field.embedded || isExported(field.name)) return;
  for (const key of ['json', 'xml']) {
    const value = tagValue(tag, key);
    if (value === '' || value === '-') continue;
    pass.report(range, `struct field ${field.name} has ${key} tag but is not exported`);
    return;
  }
}

// As Go's %#q: in backquotes where that is possible.
function rawQuoted(bytes: string): string {
  const fits = [...bytes].every(
    (char) => char === '\t' || (char >= ' ' && char !== '`' && char !== '\u007f'),
  );
  return fits ? `\`${bytes}\`` : quoteBytes(bytes);
}

// `nearest` is the field of the struct itself through which `field` is reached.
function checkDuplicates(
  pass: Pass,
  tag: string,
  encoder: string,
  nearest: Var,
  field: Var,
  seen: Map<string, Pos>,
  level: number,
): void {
  const value = tagValue(tag, encoder);
  if (value === '-') return;
  if (value === '' || value.startsWith(',')) {
    const type = under(field.type);
    if (!field.embedded || type.kind !== 'Struct') return;
    for (const [i, inner] of type.fields.entries()) {
      if (!isExported(inner.name)) continue;
      checkDuplicates(pass, type.tags[i] ?? '', encoder, nearest, inner, seen, level + 1);
    }
    return;
  }
  // The name of the element itself.
  if (encoder === 'xml' && field.name === 'XMLName') return;
  const [name = '', ...flags] = value.split(',');
  // Attributes have a namespace of their own.
  const key = encoder === 'xml' && flags.includes('attr') ? 'xml attribute' : encoder;
  const id = `${key} ${level} ${name}`;
  const other = seen.get(id);
  if (other === undefined) {
    seen.set(id, field.pos);
    return;
  }
  const { file, line } = pass.fset.position(other);
  const place = `${file.replace(/^.*\//, '')}:${line}`;
  const range = { pos: nearest.pos, end: addToPos(nearest.pos, nearest.name.length) };
  const message = `struct field ${field.name} repeats ${key} tag ${quoteBytes(name)} also at ${place}`;
  pass.report(range, message);
}
