// A data race in the words of Go's detector.

import { fullPath } from '../machine/stack.ts';
import type { CodePlace, Race, RaceAccess } from '../trace/detected.ts';

const line = '==================\n';

/** The report as Go writes it to standard error. */
export function raceReport({ current, previous, address }: Race): string {
  const at = `0x${address.toString(16).padStart(12, '0')}`;
  const parts = [
    `WARNING: DATA RACE\n${kindOf(current)} at ${at} by ${nameOf(current)}:\n${stackText(current.stack)}`,
    `Previous ${kindOf(previous).toLowerCase()} at ${at} by ${nameOf(previous)}:\n${stackText(previous.stack)}`,
    ...[current, previous].filter(({ created }) => created.length > 0).map(creationText),
  ];
  return `${line}${parts.join('\n')}${line}`;
}

/** What Go says at the end of a program that had races. */
export function raceSummary(count: number): string {
  return `Found ${count} data race(s)\n`;
}

function kindOf({ isWrite }: RaceAccess): string {
  return isWrite ? 'Write' : 'Read';
}

function nameOf({ goroutine }: RaceAccess): string {
  return goroutine === 1 ? 'main goroutine' : `goroutine ${goroutine}`;
}

function creationText({ goroutine, isFinished, created }: RaceAccess): string {
  const state = isFinished ? 'finished' : 'running';
  return `Goroutine ${goroutine} (${state}) created at:\n${stackText(created)}`;
}

function stackText(stack: readonly CodePlace[]): string {
  return stack
    .map(({ func, file, line: at }) => `  ${func}()\n      ${fullPath(file)}:${at} +0x1d\n`)
    .join('');
}
