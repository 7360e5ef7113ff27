// Texts that are cut to a width without a browser.

import { expect, test } from 'vitest';
import { fitCode, fitName, fitSentence } from './text-width.ts';

/** Px of so many characters of code at 10 px. */
const room = (characters: number): number => characters * 6;

test('a name loses its end, but never the number that tells it from its siblings', () => {
  expect(fitCode('merge.func1', 10, room(8))).toBe('merge.f…');
  expect(fitName('merge.func1 #12', 10, room(12))).toBe('merge.f… #12');
  expect(fitName('imageResizer 3', 10, room(8))).toBe('image… 3');
  expect(fitName('worker ×100', 10, room(9))).toBe('wor… ×100');
  expect(fitName('feeder', 10, room(6))).toBe('feeder');
});

test('a sentence loses the words up to its comma first', () => {
  expect(fitSentence('send, jobs is full', 10, 200)).toBe('send, jobs is full');
  expect(fitSentence('send, jobs is full', 10, 55)).toBe('jobs is full');
  expect(fitSentence('sleeping, 9.999 ms left', 10, 55)).toBe('9.999 ms');
});
