// `string(i)` of an integer: a string of one rune, not of digits.

import { basicInfo } from '../types/basic.ts';
import { identical } from '../types/identical.ts';
import type { Type } from '../types/type.ts';
import { under } from '../types/under.ts';
import { usedIdentOrNull } from './calls.ts';
import { type Analyzer, forEachNode, typeOrNull } from './pass.ts';
import { termsOrNull } from './type-questions.ts';

export const stringintconv: Analyzer = {
  name: 'stringintconv',
  run(pass) {
    forEachNode(pass, ['CallExpr'], (call) => {
      const [argument] = call.args;
      if (argument === undefined || call.args.length !== 1) return;
      if (call.fun.kind !== 'Ident' && call.fun.kind !== 'SelectorExpr') return;
      const ident = usedIdentOrNull(pass, call.fun);
      const name = ident === null ? undefined : pass.info.uses.get(ident);
      const V = typeOrNull(pass, argument);
      if (name?.kind !== 'TypeName' || V === null) return;
      const T = name.type;
      const text = termsOrNull(T)?.find(({ type }) => isStringType(type))?.type;
      const integer = termsOrNull(V)?.find(({ type }) => isWideInteger(type))?.type;
      if (text === undefined || integer === undefined) return;
      const target = describe(text, T, name.name);
      const source = describe(integer, V, typeName(V));
      if (target === '' || source === '') return;
      pass.report(
        call.pos,
        `conversion from ${source} to ${target} yields a string of one rune, not a string of digits`,
      );
    });
  },
};

function isStringType(type: Type): boolean {
  const basic = under(type);
  return basic.kind === 'Basic' && basic.basic === 'string';
}

// Bytes and runes are meant as characters.
function isWideInteger(type: Type): boolean {
  const basic = under(type);
  if (basic.kind !== 'Basic' || (basic.info & basicInfo.integer) === 0) return false;
  return !['uint8', 'int32', 'untypedRune'].includes(basic.basic);
}

function typeName(type: Type): string {
  switch (type.kind) {
    case 'Basic':
      return type.name;
    case 'Named':
    case 'Alias':
    case 'TypeParam':
      return type.obj.name;
    default:
      return '';
  }
}

// `T (string)`, `int (in P)`: a type, what lies under it and the type parameter it is a term of.
function describe(type: Type, inType: Type, inName: string): string {
  const isSame = type === inType || identical(type, inType);
  const name = isSame ? inName : typeName(type);
  if (name === '') return '';
  const notes: string[] = [];
  const underlying = typeName(under(type));
  if (underlying !== '' && underlying !== name) notes.push(underlying);
  if (!isSame && inName !== '' && inName !== name) notes.push(`in ${inName}`);
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}
