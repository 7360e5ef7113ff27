// Stacks as Go prints them: `goroutine 1 [chan receive]:`, a function and its place per frame, who
// started the goroutine. Wrappers and most of the runtime's own frames are left out
// (runtime/traceback.go, showfuncinfo); arguments are not shown.

import { encodeUtf8 } from '../base/utf8.ts';
import type { Program } from '../go/ir/program.ts';
import { shownPlace } from '../go/ir/shown-place.ts';
import type { Frame } from './frame.ts';
import type { Goroutine } from './goroutine.ts';
import type { CallerPlace } from './native.ts';
import type { StackEntry } from './stack.ts';
import { fullPath, programFolder, stackOf } from './stack.ts';

/**
 * The stack of one goroutine with its heading, ending in a newline. Of those that run on several
 * processors all have been stopped but the one that asks.
 */
export function goroutineTrace(
  program: Program,
  goroutine: Goroutine,
  asker: Goroutine = goroutine,
): string {
  const bubble = goroutine.bubble === null ? '' : `, synctest bubble ${goroutine.bubble.id}`;
  const durable = goroutine.isDurable ? ' (durable)' : '';
  const status = goroutine === asker ? statusText(goroutine) : stoppedText(goroutine);
  const lines = [`goroutine ${goroutine.id} [${status}${durable}${bubble}]:`];
  for (const { place, frame } of stackOf(program, goroutine).filter(isShown)) {
    lines.push(frame === null ? callText(place.func) : `${place.func}(${argumentsOf(frame)})`);
    lines.push(
      `\t${placeText(program, place)} +0x${(frame === null ? 0x125 : offsetOf(frame)).toString(16)}`,
    );
  }
  lines.push(...creationLines(program, goroutine));
  return `${lines.join('\n')}\n`;
}

/** Who started it, and where. */
function creationLines(program: Program, goroutine: Goroutine): readonly string[] {
  const { parent, goSite } = goroutine;
  const creator = encodeUtf8(goroutine.creator);
  if (creator === '') return [];
  // A timer's goroutine is the runtime's child; it was begun in time.goFunc.
  if (parent === 0) return [`created by ${creator}`, `\t${goFuncPlace} +0x2d`];
  const by = `created by ${creator} in goroutine ${parent}`;
  const site = program.sites[goSite] ?? program.sites[0];
  if (site === undefined) return [by];
  const { file, line } = shownPlace(program, site.pos, programFolder);
  return [by, `\t${placeText(program, { file, line })} +0x1d`];
}

/** The go statement of time.goFunc in Go 1.27. */
const goFuncPlace = '/usr/local/go/src/time/sleep.go:182';

/** Go's word for what the goroutine does. */
function statusText(goroutine: Goroutine): string {
  switch (goroutine.status) {
    case 'runnable':
    case 'running':
      return goroutine.status;
    case 'sleeping':
      return 'sleep';
    default:
      return goroutine.waitReason;
  }
}

function stoppedText(goroutine: Goroutine): string {
  return goroutine.status === 'running' ? 'runnable' : statusText(goroutine);
}

/** Of the runtime Go shows what is exported, and where a panic began to run deferred calls. */
function isShown({ place, frame }: StackEntry): boolean {
  if (frame === null) return place.func === 'runtime.gopanic' || place.func === 'runtime.Goexit';
  // Go's own runtime.Stack leaves itself out.
  return place.func !== 'runtime.Stack';
}

function callText(func: string): string {
  return func === 'runtime.gopanic' ? 'panic({...})' : `${func}()`;
}

function argumentsOf({ func }: Frame): string {
  return func.paramCount > func.captureCount && func.wrapper !== true ? '...' : '';
}

function placeText(program: Program, { file, line }: Pick<CallerPlace, 'file' | 'line'>): string {
  return `${fullPath(file, program)}:${line}`;
}

/** Something like a code offset: grows with the instruction, as Go's does. */
function offsetOf(frame: Frame): number {
  return 0x1d + 8 * frame.pc;
}
