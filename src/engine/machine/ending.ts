// How runs end: what is written to standard error, and the verdict. Go's texts, word for word.

import { assert } from '../base/assert.ts';
import { EventKind } from '../trace/trace-event.ts';
import type { Frame, Panic } from './frame.ts';
import { Role } from './frame.ts';
import type { Goroutine } from './goroutine.ts';
import type { LimitName } from './limits.ts';
import { limitMessage } from './limits.ts';
import { indented, plainPanicText } from './panic-text.ts';
import { newFrame } from './panics.ts';
import type { Runtime } from './runtime.ts';
import { goroutineTrace } from './traceback.ts';
import type { Verdict } from './verdict.ts';

/** Ends the run; nothing happens afterwards. */
export function end(runtime: Runtime, goroutine: Goroutine | null, reached: Verdict): void {
  const verdict = concluded(runtime, reached);
  runtime.state.verdict = verdict;
  runtime.interrupt();
  const text = verdict.kind;
  if (goroutine === null) runtime.runtimeEvent(EventKind.end, { number: verdict.exitCode, text });
  else runtime.event(EventKind.end, goroutine, 0, 0, verdict.exitCode, text);
}

/** The verdict after the detector has had its say: a racy program may not succeed. */
function concluded(runtime: Runtime, verdict: Verdict): Verdict {
  const { detector, state } = runtime;
  if (detector === null) return verdict;
  // What the last statement gave rise to.
  while (detector.reportDue(state.reports) < Number.POSITIVE_INFINITY) {
    runtime.writeRuntime(2, detector.report(state.reports++));
  }
  if (verdict.kind !== 'ok' && verdict.kind !== 'exit') return verdict;
  const { code, text } = detector.conclude(verdict.exitCode);
  if (text !== '') runtime.writeRuntime(2, text);
  return { ...verdict, exitCode: code };
}

/**
 * A panic that nobody recovers. Go first asks errors and Stringers for their texts: each is a call
 * that runs as an ordinary frame; when all texts are known the program ends.
 */
export function die(runtime: Runtime, goroutine: Goroutine): void {
  const broken = goroutine.dying;
  if (broken !== null) {
    dieWhilePrinting(runtime, goroutine);
    return;
  }
  markRepanicked(goroutine.panic);
  for (let panic = goroutine.panic; panic !== null; panic = panic.link) {
    if (panic.text !== null || panic.isGoexit) continue;
    const value = panic.value;
    assert(value !== null, 'only an error or Stringer has no text yet');
    const { support } = runtime;
    const method =
      support.methodOrNull(value.type, 'Error', '') ??
      support.methodOrNull(value.type, 'String', '');
    assert(method !== null, 'the method was there when the panic began');
    const frame = newFrame(runtime, goroutine.panic?.top ?? null, method, null, [value.value]);
    frame.role = Role.panicText;
    goroutine.dying = panic;
    goroutine.frame = frame;
    return;
  }
  finishDying(runtime, goroutine);
}

/** Error or String of a panic value has returned. */
export function panicTextReturned(runtime: Runtime, goroutine: Goroutine, frame: Frame): void {
  const panic = goroutine.dying;
  assert(panic !== null, 'a panic asked for its text');
  panic.text = indented(String(goroutine.result));
  goroutine.dying = null;
  goroutine.frame = frame.caller;
  die(runtime, goroutine);
}

function dieWhilePrinting(runtime: Runtime, goroutine: Goroutine): void {
  const value = goroutine.panic?.value ?? null;
  const isString = value !== null && runtime.type(value.type).string === 'string';
  const what =
    value === null
      ? ': nil'
      : isString
        ? `: ${String(value.value)}`
        : `: type ${runtime.type(value.type).string}`;
  goroutine.dying = null;
  endFatally(runtime, goroutine, `panic while printing panic value${what}`, '');
}

/** A panic with the value of the one before is not printed twice. */
function markRepanicked(innermost: Panic | null): void {
  for (let panic = innermost; panic !== null; panic = panic.link) {
    const outer = panic.link;
    if (outer === null || outer.value === null || panic.value === null) continue;
    const same = outer.value === panic.value;
    if (
      same ||
      (outer.value.type === panic.value.type && outer.value.value === panic.value.value)
    ) {
      outer.repanicked = true;
    }
  }
}

function finishDying(runtime: Runtime, goroutine: Goroutine): void {
  const panic = goroutine.panic;
  assert(panic !== null, 'a dying goroutine panics');
  const trace = tracesFor(runtime, goroutine);
  const text = panic.text ?? '';
  runtime.write(goroutine, 2, `${panicLines(panic, knownText)}${signalLine(goroutine)}\n${trace}`);
  end(runtime, goroutine, { kind: 'panic', exitCode: 2, text, goroutine: goroutine.id });
}

/** The goroutine's stack, and those of others if they are wanted or have to do with it. */
function tracesFor(runtime: Runtime, goroutine: Goroutine): string {
  const { state } = runtime;
  const others = state.living().filter((other) => {
    if (other === goroutine) return false;
    // A deadlock in a bubble is the panic of the goroutine that waits for it.
    return state.tracesAll || other.bubble?.root === goroutine.id;
  });
  const traces = [goroutine, ...others].map((each) => goroutineTrace(runtime.program, each));
  return traces.join('\n');
}

/** printpanics: the chain, outermost first. */
function panicLines(panic: Panic, textOf: (panic: Panic) => string): string {
  let before = '';
  if (panic.link !== null) {
    before = panicLines(panic.link, textOf);
    if (panic.link.repanicked) return before;
    if (!panic.link.isGoexit) before += '\t';
  }
  if (panic.isGoexit) return before;
  const recovered = panic.recovered
    ? panic.repanicked
      ? ' [recovered, repanicked]'
      : ' [recovered]'
    : '';
  return `${before}panic: ${textOf(panic)}${recovered}\n`;
}

function knownText({ text }: Panic): string {
  return text ?? '';
}

function signalLine({ isFaulting }: Goroutine): string {
  return isFaulting ? '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]\n' : '';
}

/**
 * `fatal error: …`, with the stack of the goroutine that caused it. What it panics with while that
 * happens in a deferred call comes before (printPreFatalDeferPanic); no method is called any more.
 */
export function fatal(runtime: Runtime, goroutine: Goroutine, text: string): void {
  const { panic } = goroutine;
  markRepanicked(panic);
  const plain = ({ value }: Panic): string =>
    value === null ? 'nil' : plainPanicText(runtime, value);
  const before = panic === null ? '' : `${panicLines(panic, plain)}\t`;
  endFatally(runtime, goroutine, text, before);
}

function endFatally(runtime: Runtime, goroutine: Goroutine, text: string, before: string): void {
  const signal = before === '' ? '' : signalLine(goroutine);
  const trace = tracesFor(runtime, goroutine);
  runtime.write(goroutine, 2, `${before}fatal error: ${text}\n${signal}\n${trace}`);
  end(runtime, goroutine, { kind: 'fatal', exitCode: 2, text, goroutine: goroutine.id });
}

/** A goroutine's stack is full. */
export function stackOverflow(runtime: Runtime, goroutine: Goroutine): void {
  const text = 'stack overflow';
  const limit = 'runtime: goroutine stack exceeds 1000000000-byte limit\n';
  runtime.write(goroutine, 2, `${limit}fatal error: ${text}\n`);
  end(runtime, goroutine, { kind: 'fatal', exitCode: 2, text, goroutine: goroutine.id });
}

/** checkdead: nothing runs, nothing can, and no timer will change it. */
export function deadlock(runtime: Runtime): void {
  const waiting = runtime.state.living();
  runtime.runtimeEvent(EventKind.deadlock);
  const text =
    waiting.length === 0
      ? 'no goroutines (main called runtime.Goexit) - deadlock!'
      : 'all goroutines are asleep - deadlock!';
  const traces = waiting.map((goroutine) => goroutineTrace(runtime.program, goroutine));
  runtime.writeRuntime(2, `fatal error: ${text}\n${traces.map((trace) => `\n${trace}`).join('')}`);
  const ids = waiting.map(({ id }) => id);
  end(runtime, null, { kind: 'deadlock', exitCode: 2, text, waiting: ids });
}

/** What shells add to the signal's number for the exit code of a program that a signal has ended. */
const killedBySignal = 128;

/** The signals of which Go's runtime dies with all stacks, in its words (sigtable). */
const dumping: ReadonlyMap<number, string> = new Map([
  [3, 'SIGQUIT: quit'],
  [4, 'SIGILL: illegal instruction'],
  [5, 'SIGTRAP: trace trap'],
  [6, 'SIGABRT: abort'],
  [7, 'SIGBUS: bus error'],
  [8, 'SIGFPE: floating-point exception'],
  [11, 'SIGSEGV: segmentation violation'],
  [16, 'SIGSTKFLT: stack fault'],
  [31, 'SIGSYS: bad system call'],
]);

/**
 * A signal that nobody listens to (runtime/signal_unix.go, sighandler): whoever runs comes first in
 * the dump. Registers and the runtime's own frames are not shown.
 */
export function kill(runtime: Runtime, goroutine: Goroutine | null, signal: number): void {
  const name = dumping.get(signal);
  if (name === undefined) {
    end(runtime, goroutine, { kind: 'exit', exitCode: killedBySignal + signal });
    return;
  }
  const others = runtime.state.living().filter((other) => other !== goroutine);
  const shown = goroutine === null ? others : [goroutine, ...others];
  const traces = shown.map((each) => `\n${goroutineTrace(runtime.program, each)}`);
  const address = signal === 7 || signal === 11 ? ' addr=0x0' : '';
  runtime.writeRuntime(2, `${name}\nPC=0x0 m=0 sigcode=0${address}\n${traces.join('')}`);
  end(runtime, goroutine, { kind: 'exit', exitCode: 2 });
}

/** A limit of the simulator. */
export function stopAtLimit(runtime: Runtime, goroutine: Goroutine | null, limit: LimitName): void {
  if (limit === 'depth' && goroutine !== null) {
    stackOverflow(runtime, goroutine);
    return;
  }
  const message = limitMessage(limit, runtime.parts.limits);
  end(runtime, goroutine, { kind: 'limit', exitCode: 1, limit, message });
}
