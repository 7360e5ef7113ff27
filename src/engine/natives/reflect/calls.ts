// Natives of package reflect that call functions, make them, and use channels.

import { decodeUtf8 } from '../../base/utf8.ts';
import type { Channel } from '../../machine/channel.ts';
import { channelCapacity, channelLength } from '../../machine/channel.ts';
import { typeOfLiteral } from '../../machine/derived-types.ts';
import { plainErrorPanic } from '../../machine/go-panic.ts';
import type { Communication, NativeContext, Suspended } from '../../machine/native.ts';
import { suspended } from '../../machine/native.ts';
import { Box, Closure, type Slice } from '../../machine/value.ts';
import {
  type Content,
  contentOf,
  elementsOf,
  elementType,
  sliceFrom,
  valueOf,
} from './contents.ts';

/** Calls a function of func type `id`; `leading` comes before the arguments. */
function callWith(
  context: NativeContext,
  id: number,
  closure: Closure | null,
  leading: readonly unknown[],
  contents: Slice,
): Slice {
  const type = context.type(id);
  if (type.kind !== 'func') throw new Error('Broken invariant: a call of no function');
  const args = elementsOf(contents).map((each, i) =>
    valueOf(context, type.params[i] ?? -1, each as Content),
  );
  const results = context.call(closure, [...leading, ...args]);
  return sliceFrom(results.map((each, i) => contentOf(context, type.results[i] ?? -1, each)));
}

function call(context: NativeContext, id: number, func: Content, contents: Slice): Slice {
  return callWith(context, id, (func?.value ?? null) as Closure | null, [], contents);
}

/** Calls the method of a value; `id` is its func type without receiver. */
function callMethod(
  context: NativeContext,
  id: number,
  receiver: Content,
  name: string,
  contents: Slice,
): Slice {
  if (receiver === null)
    return context.runtimePanic('invalid memory address or nil pointer dereference');
  const self = valueOf(context, receiver.type, receiver);
  return callWith(context, id, context.method(receiver.type, decodeUtf8(name)), [self], contents);
}

/** The method of a type as a function of func type `id`, which takes the receiver first. */
function methodFunction(context: NativeContext, type: number, name: string, id: number): Content {
  return new Box(id, context.method(type, decodeUtf8(name)));
}

/** A function of func type `id` that is carried out by another, over contents. */
function stubFor(context: NativeContext, id: number, implementation: Closure): Content {
  return stub(context, id, [implementation]);
}

/** A function of func type `id` that calls the method of a value. */
function boundMethod(context: NativeContext, id: number, receiver: Content, name: string): Content {
  if (receiver === null) return null;
  return stub(context, id, [context.method(receiver.type, decodeUtf8(name)), receiver]);
}

/** `target`: an implementation over contents, or a method and its receiver. */
function stub(context: NativeContext, id: number, target: unknown[]): Content {
  const type = context.type(id);
  if (type.kind !== 'func') throw new Error('Broken invariant: a stub is of a func type');
  const { params, results, variadic } = type;
  const literal = typeOfLiteral(context.program, { kind: 'func', params, results, variadic });
  const func = context.program.funcByName.get(`reflect.makeFuncStub${literal}`);
  return func === undefined ? null : new Box(id, new Closure(func, [sliceFrom(target)]));
}

/** What the code of a stub does: see makeStubs (go/lower/wrappers.ts). */
function enterStub(
  context: NativeContext,
  id: number,
  target: Slice,
  ...args: readonly unknown[]
): unknown {
  const type = context.type(id);
  if (type.kind !== 'func') throw new Error('Broken invariant: a stub is of a func type');
  const [called, receiver] = elementsOf(target);
  if (receiver instanceof Box) {
    const self = valueOf(context, receiver.type, receiver);
    const values = context.call(called as Closure | null, [self, ...args]);
    return values.length > 1 ? values : values[0];
  }
  const implementation = called as Closure;
  const contents = args.map((each, i) => contentOf(context, type.params[i] ?? -1, each));
  const [given] = context.call(implementation, [sliceFrom(contents)]);
  const values = elementsOf(given as Slice).map((each, i) =>
    valueOf(context, type.results[i] ?? -1, each as Content),
  );
  return values.length > 1 ? values : values[0];
}

// Channels

const channelIn = (content: Content): Channel | null => (content?.value ?? null) as Channel | null;

const afterWaiting = 1;

/** Does a channel statement, waiting if need be; null while the goroutine waits. */
function communicate(
  context: NativeContext,
  operation: Parameters<NativeContext['channelOperation']>[0],
): Communication | null {
  if (context.phase === afterWaiting) return context.communication();
  return context.channelOperation(operation, afterWaiting);
}

function send(
  context: NativeContext,
  elem: number,
  on: Content,
  content: Content,
): Suspended | undefined {
  const value = valueOf(context, elem, content);
  const done = communicate(context, { kind: 'send', channel: channelIn(on), value });
  if (done === null) return suspended;
  if (context.phase === afterWaiting && !done.ok) plainErrorPanic('send on closed channel');
  return undefined;
}

function receive(
  context: NativeContext,
  elem: number,
  from: Content,
): Suspended | [Content, boolean] {
  const done = communicate(context, { kind: 'receive', channel: channelIn(from) });
  return done === null ? suspended : [contentOf(context, elem, done.value), done.ok];
}

function trySend(context: NativeContext, elem: number, on: Content, content: Content): boolean {
  const parts = [true, channelIn(on), valueOf(context, elem, content)];
  const done = context.channelOperation({ kind: 'select', parts, hasDefault: true }, 0);
  return done !== null && done.selected === 0;
}

function tryReceive(
  context: NativeContext,
  elem: number,
  from: Content,
): [Content, selected: boolean, ok: boolean] {
  const parts = [false, channelIn(from), undefined];
  const done = context.channelOperation({ kind: 'select', parts, hasDefault: true }, 0);
  if (done === null || done.selected !== 0) return [null, false, false];
  return [contentOf(context, elem, done.value), true, done.ok];
}

/** Cases by direction (1 send, 2 receive), channel and, for sends, value. */
function select(
  context: NativeContext,
  directions: Slice,
  channels: Slice,
  values: Slice,
  hasDefault: boolean,
): Suspended | [chosen: number, received: Content, ok: boolean] {
  const kinds = elementsOf(directions);
  const on = elementsOf(channels) as readonly Content[];
  const sent = elementsOf(values) as readonly Content[];
  const elems = on.map((each) => (each === null ? -1 : elementType(context.type(each.type))));
  const parts = kinds.flatMap((kind, i) => {
    const channel = channelIn(on[i] ?? null);
    if (kind !== 1) return [false, channel, undefined];
    return [
      true,
      channel,
      channel === null ? null : valueOf(context, elems[i] ?? -1, sent[i] ?? null),
    ];
  });
  const done = communicate(context, { kind: 'select', parts, hasDefault });
  if (done === null) return suspended;
  const { selected, value, ok } = done;
  if (selected < 0) return [-1, null, false];
  if (kinds[selected] === 1) {
    if (!ok) plainErrorPanic('send on closed channel');
    return [selected, null, false];
  }
  return [selected, contentOf(context, elems[selected] ?? -1, value), ok];
}

export const reflectCallNatives = {
  'reflect.call': call,
  'reflect.callMethod': callMethod,
  'reflect.methodFunction': methodFunction,
  'reflect.stubFor': stubFor,
  'reflect.boundMethod': boundMethod,
  'reflect.enterStub': enterStub,
  'reflect.makeChan': (context: NativeContext, id: number, room: number): Content =>
    new Box(id, context.makeChannel(id, room)),
  'reflect.send': send,
  'reflect.receive': receive,
  'reflect.trySend': trySend,
  'reflect.tryReceive': tryReceive,
  'reflect.closeChannel': (context: NativeContext, channel: Content): void => {
    context.channelOperation({ kind: 'close', channel: channelIn(channel) }, 0);
  },
  'reflect.selectCases': select,
  'reflect.channelLength': (_context: NativeContext, channel: Content): number =>
    channelLength(channelIn(channel)),
  'reflect.channelCapacity': (_context: NativeContext, channel: Content): number =>
    channelCapacity(channelIn(channel)),
};
