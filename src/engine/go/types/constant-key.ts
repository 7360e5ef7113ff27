// Equality of constants across kinds, for duplicate map keys and switch cases (types2 expr.go
// keyVal, stmt.go goVal).

import { imaginaryPart, realPart, type Value } from './constant.ts';
import { toFloat, toInt } from './constant-operations.ts';
import { float64Of } from './constant-representable.ts';

/** A text that constants of equal value share: 1, 1.0 and 1.0+0i have the same. */
export function constantKey(x: Value): string {
  switch (x.kind) {
    case 'bool':
      return `bool ${x.value}`;
    case 'string':
      return `string ${x.bytes}`;
    case 'int':
      return `number ${x.value}`;
    case 'float': {
      const whole = toInt(x);
      return whole.kind === 'int' ? constantKey(whole) : `number ${float64Of(x)}`;
    }
    case 'complex': {
      const float = toFloat(x);
      if (float.kind === 'float') return constantKey(float);
      return `number ${float64Of(realPart(x))} ${float64Of(imaginaryPart(x))}i`;
    }
    case 'unknown':
      return 'unknown';
  }
}
