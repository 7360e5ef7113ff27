// Captions: cause, then effect, in the program's own names.

import { expect, test } from 'vitest';
import { EventKind } from '../engine/trace/trace-event.ts';
import { RecordingBuilder } from '../engine/trace/testing/recording-builder.ts';
import { deadlockRecording, poolRecording } from '../engine/trace/testing/recordings.ts';
import { captionsOf } from './testing/captions.ts';

/** The caption of the last event of what `record` did. */
function lastCaption(record: (run: RecordingBuilder) => void): string {
  const run = new RecordingBuilder();
  record(run);
  return captionsOf(run.recording()).at(-1) ?? '';
}

test('the worker pool tells its story', () => {
  expect(captionsOf(poolRecording().recording)).toMatchInlineSnapshot(`
    [
      "main makes the channel jobs with room for 3 values.",
      "main makes the channel results with room for 2 values.",
      "main adds 1 to wg. Its counter is 1.",
      "main starts worker 1, which waits for its turn.",
      "main adds 1 to wg. Its counter is 2.",
      "main starts worker 2, which waits for its turn.",
      "main adds 1 to wg. Its counter is 3.",
      "main starts worker 3, which waits for its turn.",
      "main starts feeder, which waits for its turn.",
      "main waits to receive from results in a select.",
      "feeder puts 1 into jobs. It holds 1 of 3.",
      "feeder puts 2 into jobs. It holds 2 of 3.",
      "feeder puts 3 into jobs. It holds 3 of 3 and is full.",
      "feeder wants to send 4 to jobs, but it is full (3/3). feeder waits.",
      "worker 2 receives 1 from jobs. That frees a slot, so feeder’s waiting 4 moves in and feeder can run again.",
      "worker 2 sends 1 to results. main was waiting for it, takes it at once and can run again.",
      "worker 3 receives 2 from jobs and leaves 2 in it.",
      "worker 3 puts 4 into results. It holds 1 of 2.",
      "main prints got 1.",
      "worker 1 receives 3 from jobs and leaves 1 in it.",
      "worker 1 sleeps for 10 ms, until 10 ms.",
      "worker 3 puts 9 into results. It holds 2 of 2 and is full.",
      "worker 2 receives 4 from jobs and leaves it empty.",
      "worker 2 wants to send 16 to results, but it is full (2/2). worker 2 waits.",
      "main receives 4 from results. That frees a slot, so worker 2’s waiting 16 moves in and worker 2 can run again.",
      "Nothing can run now, so the clock jumps ahead by 10 ms.",
      "worker 1 has slept long enough and can run again.",
      "worker 3 wants to receive from jobs, but it is empty. worker 3 waits.",
    ]
  `);
});

test('the deadlocking pool tells how it came to it', () => {
  expect(captionsOf(deadlockRecording().recording).slice(11)).toMatchInlineSnapshot(`
    [
      "main sends 0 to jobs. worker 1 was waiting for it, takes it at once and can run again.",
      "worker 1 puts 0 into results. It holds 1 of 2.",
      "main receives 0 from results and leaves it empty. 2 cases were ready; it took <-results.",
      "main sends 1 to jobs. worker 2 was waiting for it, takes it at once and can run again.",
      "main sends 2 to jobs. worker 3 was waiting for it, takes it at once and can run again.",
      "worker 2 puts 1 into results. It holds 1 of 2.",
      "worker 3 puts 4 into results. It holds 2 of 2 and is full.",
      "worker 1 wants to receive from jobs, but nobody is ready to send. worker 1 waits.",
      "worker 2 wants to receive from jobs, but nobody is ready to send. worker 2 waits, 2nd in line.",
      "worker 3 wants to receive from jobs, but nobody is ready to send. worker 3 waits, 3rd in line.",
      "main sends 5 to jobs. worker 1 was waiting for it, takes it at once and can run again. 2 cases were ready; it took jobs <- v.",
      "main sends 3 to jobs. worker 2 was waiting for it, takes it at once and can run again. 2 cases were ready; it took jobs <- v.",
      "main sends 4 to jobs. worker 3 was waiting for it, takes it at once and can run again. 2 cases were ready; it took jobs <- v.",
      "worker 2 wants to send 9 to results, but it is full (2/2). worker 2 waits.",
      "worker 3 wants to send 16 to results, but it is full (2/2). worker 3 waits, 2nd in line.",
      "worker 1 wants to send 25 to results, but it is full (2/2). worker 1 waits, 3rd in line.",
      "main closes jobs.",
      "main waits in wg.Wait() until the counter is 0. It is 3.",
      "Nothing can run. Four goroutines are blocked, and no timer is left to wake one.",
      "The program ends with fatal error: all goroutines are asleep - deadlock! and exit code 2.",
    ]
  `);
});

test('who causes a fatal error, and which', () => {
  const run = new RecordingBuilder();
  const diver = run.go(1, 'diver', 3);
  const text =
    'runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n';
  run.event('print', diver, { text, other: 2, line: 4 });
  run.event('end', diver, { text: 'fatal', number: 2, line: 4 });
  expect(captionsOf(run.recording()).at(-1)).toBe(
    'diver dies, and the program with it: fatal error: stack overflow. The exit code is 2.',
  );
});

test('locks', () => {
  const run = new RecordingBuilder();
  const mutex = run.object('mutex', 'c.mu', 3);
  const [first, second] = [run.go(1, 'writer', 4), run.go(1, 'writer', 4)];
  run.event('lock', 1, { object: mutex, line: 5, operand: 'c.mu' });
  run.event('blockLock', first, { object: mutex, line: 6 });
  run.event('blockLock', second, { object: mutex, line: 6 });
  run.event('tryLockFailed', 1, { object: mutex, line: 7 });
  run.event('unlock', 1, { object: mutex, other: first, line: 8 });
  run.event('lock', first, { object: mutex, line: 6 });
  run.event('unlock', first, { object: mutex, other: second, number: 1, line: 8 });
  run.event('unlock', second, { object: mutex, line: 8 });
  const lock = run.object('rwMutex', 'cache', 3);
  run.event('readLock', 1, { object: lock, line: 9, operand: 'cache' });
  run.event('readLock', second, { object: lock, line: 9 });
  run.event('blockLock', first, { object: lock, line: 10 });
  run.event('blockReadLock', 1, { object: lock, line: 11 });
  run.event('readUnlock', second, { object: lock, line: 12 });
  expect(captionsOf(run.recording()).slice(2)).toMatchInlineSnapshot(`
    [
      "main locks c.mu.",
      "writer 1 wants to lock c.mu, but main holds it. writer 1 waits.",
      "writer 2 wants to lock c.mu, but main holds it. writer 2 waits, 2nd in line.",
      "main tries to lock c.mu, which it has locked itself and not unlocked yet. It goes on without.",
      "main unlocks c.mu. writer 1 can run again and try to lock it.",
      "writer 1 locks c.mu.",
      "writer 1 unlocks c.mu. writer 2 gets it at once and can run again.",
      "writer 2 unlocks c.mu.",
      "main locks cache for reading.",
      "writer 2 locks cache for reading. 2 readers are inside.",
      "writer 1 wants to lock cache for writing, but main and writer 2 are reading. writer 1 waits.",
      "main wants to lock cache for reading, but writer 1 waits to write and comes first. main waits.",
      "writer 2 unlocks cache, which it was reading. 1 reader is still inside.",
    ]
  `);
});

test('counters, Once, Cond and atomics', () => {
  const run = new RecordingBuilder();
  const group = run.object('waitGroup', 'wg', 3);
  const other = run.go(1, 'feeder', 4);
  run.event('waitGroupAdd', 1, { object: group, number: 1, line: 3, operand: 'wg' });
  run.event('blockWaitGroup', 1, { object: group, line: 5 });
  run.event('waitGroupAdd', other, { object: group, number: -1, line: 6 });
  run.event('waitGroupWait', 1, { object: group, line: 7 });
  const once = run.object('once', 'once', 8);
  run.event('onceBegin', 1, { object: once, line: 8, operand: 'once' });
  run.event('onceDone', 1, { object: once, line: 8 });
  run.event('onceSkip', other, { object: once, line: 8 });
  const cond = run.object('cond', 'notEmpty', 9);
  run.event('blockCond', other, { object: cond, line: 9, operand: 'notEmpty' });
  run.event('signal', 1, { object: cond, other, line: 10 });
  run.event('broadcast', 1, { object: cond, line: 11 });
  const hits = run.object('atomic', 'hits', 12);
  for (const [operation, number] of [0, 1, 2, 3, 4, 5, 6].entries()) {
    run.event('atomic', 1, { object: hits, other: operation, number, line: 12, operand: 'hits' });
  }
  expect(captionsOf(run.recording()).slice(1)).toMatchInlineSnapshot(`
    [
      "main adds 1 to wg. Its counter is 1.",
      "main waits in wg.Wait() until the counter is 0. It is 1.",
      "feeder is done with wg. That brings it to 0, so main can run again.",
      "main calls wg.Wait(). The counter is 0 already, so it goes on.",
      "main is the first to call once.Do, so it runs the function.",
      "The function of once has returned. It will not run again.",
      "feeder calls once.Do. The function has run already, so it goes on.",
      "feeder waits in notEmpty.Wait() to be signalled.",
      "main signals notEmpty. feeder can run again.",
      "main signals everybody who waits for notEmpty. Nobody waits, so the signal is lost.",
      "main reads 0 from hits atomically.",
      "main stores 1 in hits atomically.",
      "main adds to hits atomically. It is 2 now.",
      "main swaps 3 into hits atomically.",
      "main’s CompareAndSwap of hits succeeds. It is 4 now.",
      "main’s CompareAndSwap of hits fails: it is 5.",
      "main changes hits atomically. It is 6 now.",
    ]
  `);
});

test('time, output, panics and the end', () => {
  const run = new RecordingBuilder();
  const other = run.go(1, 'ticker loop', 4);
  run.event('sleep', other, { number: 10_000_000, line: 5 });
  const timer = run.object('timer', 'timeout', 6);
  const channel = run.object('channel', '', 6, 1, 1);
  run.event('timerStart', 1, { object: timer, other: channel, number: 1e9, line: 6 });
  run.event('timerReset', 1, { object: timer, number: 2e9, line: 7 });
  run.receive(1, channel, 8);
  run.event('clockJump', 0, { number: 10_000_000 });
  run.event('wake', 0, { other });
  run.event('timerFire', 0, { object: timer, other: 1, text: '1970' });
  run.event('timerStop', 1, { object: timer, line: 9 });
  run.event('print', 1, { text: 'got 4\n', other: 1, line: 10 });
  run.event('print', 1, { text: 'a\nb\nc\n', other: 2, line: 10 });
  run.event('yield', 1, { line: 11 });
  run.event('preempt', other, { line: 12 });
  run.event('park', other, { text: 'IO wait', line: 13 });
  run.event('ready', 1, { other, line: 14 });
  run.event('steal', 0, { processor: 2, other: 1, number: 1 });
  run.event('steal', 0, { processor: 2, other: 3, number: 4 });
  run.event('run', other, { processor: 2, other: 2 });
  run.event('setProcessors', other, { processor: 2, number: 4, line: 15 });
  run.event('panic', other, { text: 'boom', line: 15 });
  run.event('recover', other, { line: 16 });
  run.event('exit', 1, { line: 17 });
  run.event('end', 0, { number: 0, text: 'ok' });
  expect(captionsOf(run.recording())).toMatchInlineSnapshot(`
    [
      "main starts ticker loop, which waits for its turn.",
      "ticker loop sleeps for 10 ms, until 10 ms.",
      "main starts the timer timeout. It fires in 1 s.",
      "main sets the timer timeout again. It fires in 2 s.",
      "main wants to receive from timeout, but it is empty. main waits.",
      "Nothing can run now, so the clock jumps ahead by 10 ms.",
      "ticker loop has slept long enough and can run again.",
      "The timer timeout fires. main was waiting for it and can run again.",
      "main stops the timer timeout, which is not running any more.",
      "main prints got 4.",
      "main prints a and 2 more lines to standard error.",
      "main gives up its turn and goes to the back of the line.",
      "ticker loop has used up its time slice and goes to the back of the line.",
      "ticker loop waits: IO wait.",
      "main lets ticker loop run again.",
      "Processor 2 has nothing to do and takes a goroutine from processor 1.",
      "Processor 2 has nothing to do and takes 4 goroutines from processor 3.",
      "ticker loop starts to run on processor 2.",
      "ticker loop sets the number of processors to 4. All others stop for a moment.",
      "ticker loop panics: boom.",
      "ticker loop recovers from its panic and goes on.",
      "main returns. That ends the program, though ticker loop has not finished.",
      "The program has ended.",
    ]
  `);
});

test('what waits for ever says so', () => {
  expect(lastCaption((run) => run.event('blockSend', 1, { text: '1', line: 3 }))).toBe(
    'main wants to send 1 to a nil channel. Nothing ever can be sent to it: it waits for ever.',
  );
  expect(lastCaption((run) => run.select(1, [], -1, 3))).toBe(
    'main enters a select without cases and waits for ever.',
  );
});

test('a sender that is interrupted by close is told apart from a receiver', () => {
  const caption = lastCaption((run) => {
    const c = run.makeChan(1, 'c', 0, 3);
    run.send(run.go(1, 'producer', 4), c, '1', 5);
    run.event('close', 1, { object: c, line: 6 });
  });
  expect(caption).toBe('main closes c. producer was waiting to send to it, which now panics.');
});

test('no kind of event is without a caption', () => {
  for (const kind of Object.keys(EventKind)) {
    const run = new RecordingBuilder();
    const object = run.makeChan(1, 'c', 1, 3);
    run.event(kind as keyof typeof EventKind, 1, { object, line: 4 });
    const caption = captionsOf(run.recording()).at(-1) ?? '';
    expect(caption, kind).toMatch(/^.{8,}[.!]$/);
    expect(caption, kind).not.toContain('undefined');
  }
});
