// The printed form of a world: complete, so that two worlds are equal exactly if their prints are.
// Goroutines and objects come by ascending id; empty parts are left out.

import { assertNever } from '../base/assert.ts';
import type { GoroutineState, ObjectState, Ticket, WorldState } from './world.ts';

/**
 * The world as text:
 *
 *     step 12 · 40 statements · 10000000 ns · running 1 · 8 bytes written
 *     goroutine 1 running, site 3
 *     channel 1 [2/3] 9 10 · send g4:12
 */
export function printWorld(world: WorldState): string {
  const lines = [
    `step ${world.step} · ${world.statements} statements · ${world.now} ns · ` +
      `running ${world.running} · ${world.outputLength} bytes written`,
  ];
  for (const goroutine of byId(world.goroutines)) {
    lines.push(goroutineLine(goroutine, world.processors > 1));
  }
  for (const object of byId(world.objects)) lines.push(objectLine(object));
  if (world.ending !== null) {
    lines.push(`ended: ${world.ending.verdict}, exit code ${world.ending.exitCode}`);
  }
  return `${lines.join('\n')}\n`;
}

function byId<K extends number, V>(table: ReadonlyMap<K, V>): V[] {
  return [...table].sort(([a], [b]) => a - b).map(([, value]) => value);
}

function goroutineLine(goroutine: GoroutineState, saysWhere: boolean): string {
  const parts = [`goroutine ${goroutine.id} ${goroutine.status}`];
  if (saysWhere && goroutine.processor !== 0) parts.push(`on processor ${goroutine.processor}`);
  if (goroutine.waitReason !== '') parts.push(`[${goroutine.waitReason}]`);
  if (goroutine.waitingFor.length > 0) parts.push(`for ${goroutine.waitingFor.join(' ')}`);
  if (goroutine.held !== '') parts.push(`holding ${quote(goroutine.held)}`);
  if (goroutine.wakeAt !== 0) parts.push(`until ${goroutine.wakeAt} ns`);
  if (goroutine.panicking !== '') parts.push(`panicking ${quote(goroutine.panicking)}`);
  parts.push(`· site ${goroutine.site}`);
  if (goroutine.parent !== 0 || goroutine.createdBy !== 0) {
    parts.push(
      `· started by ${goroutine.parent} at event ${goroutine.createdAt}, site ${goroutine.createdBy}`,
    );
  }
  return parts.join(' ');
}

function objectLine(object: ObjectState): string {
  const head = `${object.kind} ${object.id}`;
  switch (object.kind) {
    case 'channel': {
      const parts = [`${head} [${object.buffer.length}/${object.capacity}]`];
      if (object.buffer.length > 0) parts.push(object.buffer.map(quote).join(' '));
      if (object.closed) parts.push('closed');
      if (object.sendQueue.length > 0) parts.push(`· send ${tickets(object.sendQueue)}`);
      if (object.receiveQueue.length > 0) parts.push(`· receive ${tickets(object.receiveQueue)}`);
      return parts.join(' ');
    }
    case 'mutex':
      return `${head} holder ${object.holder}${queueText(object.queue)}`;
    case 'rwMutex': {
      const queue = object.queue.map(
        (waiting) => `${waiting.write ? 'w' : 'r'}${waiting.goroutine}`,
      );
      const readers = [...object.readers].sort((a, b) => a - b).join(' ');
      return `${head} writer ${object.writer} readers ${readers}${queueText(queue)}`;
    }
    case 'waitGroup':
      return `${head} counter ${object.counter}${queueText(object.queue)}`;
    case 'once':
      return `${head} ${object.done ? 'done' : `running ${object.running}`}`;
    case 'cond':
      return `${head}${queueText(object.queue)}`;
    case 'timer':
    case 'ticker': {
      const state = object.active ? `active until ${object.deadline} ns` : 'stopped';
      return `${head} ${state}, channel ${object.channel}`;
    }
    case 'atomic':
      return `${head} ${object.value}`;
    default:
      return assertNever(object, 'object state');
  }
}

function tickets(queue: readonly Ticket[]): string {
  return queue
    .map(({ goroutine, value, caseIndex }) => {
      const text = value === '' ? '' : `:${quote(value)}`;
      return `g${goroutine}${caseIndex < 0 ? '' : `#${caseIndex}`}${text}`;
    })
    .join(' ');
}

function queueText(queue: readonly (number | string)[]): string {
  return queue.length === 0 ? '' : ` · queue ${queue.join(' ')}`;
}

/** Values stay readable; only what would break a line is escaped. */
function quote(text: string): string {
  return /^[\w.+-]+$/.test(text) ? text : JSON.stringify(text);
}
