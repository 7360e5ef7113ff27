// Moving through a run: steps, steps of one goroutine, selection.

import { beforeEach, expect, test } from 'vitest';
import { poolRecording } from '../../engine/trace/testing/recordings.ts';
import { goroutineId } from '../../engine/trace/trace-event.ts';
import {
  changeSpeed,
  jumpTo,
  select,
  selectNextGoroutine,
  stepBack,
  stepForward,
  stepOver,
  stepOverBack,
} from './playing.ts';
import { store } from './store.ts';

const { recording } = poolRecording();
const ending = { kind: 'exited', exitCode: 0, message: '', statements: 0 } as const;
const { settings } = store.getState();
const cursor = (): number => store.getState().cursor;

beforeEach(() => {
  store.setState({
    run: { id: 1, recording, text: '', seed: 1, settings, ending },
    cursor: 0,
    selection: null,
    speed: 1,
    playing: false,
  });
});

test('twenty steps forward and twenty back lead to where one was', () => {
  jumpTo(5);
  const before = { ...store.getState(), move: 'jump' };
  for (let i = 0; i < 20; i++) stepForward();
  expect(cursor()).toBe(25);
  for (let i = 0; i < 20; i++) stepBack();
  expect({ ...store.getState(), move: 'jump' }).toEqual(before);
});

test('steps stop at both ends of the run', () => {
  stepBack();
  expect(cursor()).toBe(0);
  jumpTo(1e9);
  expect(cursor()).toBe(recording.length);
  stepForward();
  expect(cursor()).toBe(recording.length);
});

test('stepping over goes to the next event of the selected goroutine, and back again', () => {
  const feeder = goroutineId(5);
  select({ kind: 'goroutine', id: feeder });
  stepOver();
  const first = cursor();
  expect(recording.readEvent(first - 1).goroutine).toBe(feeder);
  stepOver();
  expect(recording.readEvent(cursor() - 1).goroutine).toBe(feeder);
  stepOverBack();
  expect(cursor()).toBe(first);
});

test('stepping over a goroutine that does nothing more leads to the end', () => {
  select({ kind: 'goroutine', id: goroutineId(5) });
  jumpTo(recording.length - 1);
  stepOver();
  expect(cursor()).toBe(recording.length);
});

test('goroutines that exist are selected in turn', () => {
  jumpTo(recording.length);
  selectNextGoroutine(1);
  expect(store.getState().selection).toEqual({ kind: 'goroutine', id: 1 });
  selectNextGoroutine(1);
  expect(store.getState().selection).toEqual({ kind: 'goroutine', id: 2 });
  selectNextGoroutine(-1);
  selectNextGoroutine(-1);
  expect(store.getState().selection).toEqual({ kind: 'goroutine', id: 5 });
});

test('speed stays within its range', () => {
  for (let i = 0; i < 20; i++) changeSpeed(1);
  expect(store.getState().speed).toBe(256);
  for (let i = 0; i < 20; i++) changeSpeed(-1);
  expect(store.getState().speed).toBe(0.25);
});
