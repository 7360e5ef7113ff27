import { expect, test } from 'vitest';
import { compile } from '../engine/engine.ts';
import { warmUp } from './warm-up.ts';

test('what the next worker warms up with compiles', () => {
  expect(compile([{ name: 'main.go', text: warmUp }])).toMatchObject({ ok: true });
});
