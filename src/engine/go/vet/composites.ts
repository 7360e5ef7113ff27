// `pkg.T{1, 2}`: literals of another package's struct type without field names.

import { commonUnderOrNull } from '../types/type-set.ts';
import type { Type } from '../types/type.ts';
import { unalias, under } from '../types/under.ts';
import { type Analyzer, forEachNode, type Pass, typeText } from './pass.ts';
import { termsOrNull } from './type-questions.ts';

// Types whose fields will never change.
const fixed = new Set([
  'image/color.Alpha16',
  'image/color.Alpha',
  'image/color.CMYK',
  'image/color.Gray16',
  'image/color.Gray',
  'image/color.NRGBA64',
  'image/color.NRGBA',
  'image/color.NYCbCrA',
  'image/color.RGBA64',
  'image/color.RGBA',
  'image/color.YCbCr',
  'image.Point',
  'image.Rectangle',
  'image.Uniform',
  'unicode.Range16',
  'unicode.Range32',
]);

export const composites: Analyzer = {
  name: 'composites',
  run(pass) {
    forEachNode(pass, ['CompositeLit'], (literal) => {
      const { elts } = literal;
      if (elts.length === 0 || elts.some((elt) => elt.kind === 'KeyValueExpr')) return;
      const type = pass.info.types.get(literal)?.type;
      const term = type === undefined ? undefined : termsOrNull(type)?.[0]?.type;
      if (type === undefined || term === undefined) return;
      if (under(pointedTo(term)).kind !== 'Struct' || isOwnType(pass, term)) return;
      const name = typeText(pass, type);
      if (fixed.has(name)) return;
      pass.report(literal, `${name} struct literal uses unkeyed fields`);
    });
  },
};

function pointedTo(type: Type): Type {
  const core = commonUnderOrNull(type);
  return core !== null && core.kind === 'Pointer' ? core.elem : type;
}

function isOwnType(pass: Pass, type: Type): boolean {
  const actual = unalias(type);
  switch (actual.kind) {
    case 'Struct':
      return true;
    case 'Pointer':
      return isOwnType(pass, actual.elem);
    case 'Named':
    case 'TypeParam': {
      const path = actual.obj.pkg?.path ?? null;
      const base = (name: string): string => name.replace(/_test$/, '');
      return path !== null && base(path) === base(pass.pkg.path);
    }
    default:
      return false;
  }
}
