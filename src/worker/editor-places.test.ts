// An archive is one text in the editor: places in its files become places in that text.

import { expect, test } from 'vitest';
import { diagnose } from '../engine/diagnose.ts';
import { editorPlaces, placedRace } from './editor-places.ts';

const archive = `package main

import "play/greet"

func main() { println(greet.Word) }
-- go.mod --
module play
-- greet/greet.go --
package greet

var Word string = 1
`;

test('a mistake in an archived file is marked in the line of the text', () => {
  const place = editorPlaces('main.go', archive);
  const found = diagnose([{ name: 'main.go', text: archive }]).map(place);
  expect(found.map(({ file, line, endLine }) => ({ file, line, endLine }))).toEqual([
    { file: 'main.go', line: 11, endLine: 11 },
  ]);
});

test('files that are not in the archive, and texts that are none, keep their places', () => {
  const elsewhere = { file: 'sync/mutex.go', line: 3 };
  expect(editorPlaces('main.go', archive)(elsewhere)).toBe(elsewhere);
  const own = { file: 'main.go', line: 3 };
  expect(editorPlaces('main.go', 'package main\n')(own)).toBe(own);
});

test('both stacks of a data race are placed', () => {
  const access = {
    goroutine: 2,
    isWrite: true,
    stack: [{ func: 'play/greet.Set', file: 'greet/greet.go', line: 3 }],
    isFinished: false,
    created: [{ func: 'main.main', file: 'prog.go', line: 5 }],
  };
  const race = { variable: 'Word', address: 1, current: access, previous: access, event: 1 };
  const { current, previous } = placedRace(
    { ...race, statements: 1 },
    editorPlaces('main.go', archive),
  );
  const lines = [...current.stack, ...current.created, ...previous.stack].map(({ line }) => line);
  expect(lines).toEqual([11, 5, 11]);
});
