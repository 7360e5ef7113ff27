// Unfinished goroutines for people: in the form of Go's traces, and as data.

import type { Goroutine } from '../machine/goroutine.ts';
import type { Runtime } from '../machine/runtime.ts';
import { goroutineTrace } from '../machine/traceback.ts';
import type { CodePlace, UnfinishedGoroutine } from '../trace/detected.ts';
import { unfinishedIn } from './leaks.ts';

/** The goroutines that are not over, leaked ones first. */
export function unfinishedGoroutines(runtime: Runtime): readonly UnfinishedGoroutine[] {
  const { leaked, cut } = unfinishedIn(runtime.state);
  return [
    ...leaked.map((goroutine) => describe(runtime, goroutine, true)),
    ...cut.map((goroutine) => describe(runtime, goroutine, false)),
  ];
}

function describe(runtime: Runtime, goroutine: Goroutine, isLeaked: boolean): UnfinishedGoroutine {
  const { program } = runtime;
  const waits = goroutine.status === 'waiting' || goroutine.status === 'sleeping';
  const trace = goroutineTrace(program, goroutine);
  return {
    goroutine: goroutine.id,
    isLeaked,
    waitReason: goroutine.waitReason,
    operand: waits ? (program.sites[goroutine.lastSite]?.operand ?? '') : '',
    at: placeOf(runtime, goroutine.lastSite),
    created: placeOf(runtime, goroutine.createdBy),
    since: waits ? runtime.waitsSince(goroutine) : runtime.now,
    lostAt: null,
    objects: goroutine.waiters.map(({ object }) => object),
    trace: isLeaked ? trace.replace(/^(goroutine \d+ \[[^\],]*)/, '$1 (leaked)') : trace,
  };
}

function placeOf({ program }: Runtime, id: number): CodePlace | null {
  const site = program.sites[id];
  if (site === undefined || id === 0) return null;
  const { file, line } = program.fileSet.position(site.pos);
  return { func: program.funcs[site.func]?.name ?? '', file, line };
}

/** What the command line says at the end of a run; '' when all is well. */
export function leakReport(goroutines: readonly UnfinishedGoroutine[]): string {
  const leaked = goroutines.filter(({ isLeaked }) => isLeaked);
  const cut = goroutines.filter(({ isLeaked }) => !isLeaked);
  const traces = leaked.map(({ trace, since, operand, lostAt }) => {
    const what = operand === '' ? '' : ` on ${operand}`;
    return `\n${trace}blocked${what} since ${seconds(since)}${lostText(lostAt, since)}\n`;
  });
  const leaks = leaked.length === 0 ? '' : `Found ${counted(leaked.length)}:\n`;
  const notes = cut.map(
    (each) => `note: main did not wait for goroutine ${each.goroutine}, ${state(each)}\n`,
  );
  return `${leaks}${traces.join('')}${notes.join('')}`;
}

/** From when on it could not be woken: `, for ever from 2s (event 41)`. */
function lostText(lostAt: UnfinishedGoroutine['lostAt'], since: number): string {
  if (lostAt === null) return '';
  const from = lostAt.ns === since ? '' : ` from ${seconds(lostAt.ns)}`;
  return `, for ever${from} (event ${lostAt.event})`;
}

function counted(count: number): string {
  return count === 1 ? '1 leaked goroutine' : `${count} leaked goroutines`;
}

/** What a goroutine was doing that main did not wait for. */
function state({ waitReason, at }: UnfinishedGoroutine): string {
  const where = at === null ? '' : ` at ${at.file}:${at.line}`;
  if (waitReason === '') return `which could still run${where}`;
  if (waitReason === 'sleep') return `which slept${where}`;
  return `which waited (${waitReason}) for somebody who could still come${where}`;
}

/** Virtual time for people: 1.5s, 10ms. */
function seconds(ns: number): string {
  if (ns >= 1e9) return `${Number((ns / 1e9).toFixed(3))}s`;
  if (ns >= 1e6) return `${Number((ns / 1e6).toFixed(3))}ms`;
  return `${Number((ns / 1e3).toFixed(3))}µs`;
}
