import { describe, expect, it } from 'vitest';
import { ElementPointer } from './pointer.ts';
import { Box, Closure, Complex, Slice } from './value.ts';

describe('the values that are made most often', () => {
  it.each([Slice, Box, Closure, Complex, ElementPointer])(
    'get each field once, in the constructor of $name',
    (made) => {
      // A field that the class defines is undefined first, and the JS engine no longer takes it for a
      // number: everything that reads a slice would be slower by a fifth (tsconfig.json).
      const text = String(made);
      const beforeConstructor = text.slice(text.indexOf('{') + 1, text.indexOf('constructor'));
      expect(beforeConstructor.trim()).toBe('');
    },
  );
});
