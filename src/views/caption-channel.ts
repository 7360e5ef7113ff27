// Captions of channel operations and select.

import {
  type Sentence,
  code,
  goroutines,
  objectName,
  value,
  words,
} from '../engine/analysis/sentence.ts';
import { assertNever } from '../engine/base/assert.ts';
import { wokenByEvent } from '../engine/trace/recording.ts';
import type { EventKindName, ObjectId, SelectRecordCase } from '../engine/trace/trace-event.ts';
import type { ChannelState, WorldState } from '../engine/trace/world.ts';
import { type CaptionMoment, wokenBy } from './caption-moment.ts';
import { cutText, ordinalText } from './labels.ts';

type ChannelEvent = Extract<
  EventKindName,
  | 'makeChan'
  | 'send'
  | 'receive'
  | 'receiveClosed'
  | 'close'
  | 'blockSend'
  | 'blockReceive'
  | 'selectSend'
  | 'selectReceive'
  | 'selectReceiveClosed'
  | 'selectDefault'
  | 'blockSelect'
>;

/** The sentence of a channel operation. */
export function channelSentence(moment: CaptionMoment, kind: ChannelEvent): Sentence {
  const { event } = moment;
  const doer = goroutines(event.goroutine);
  const channel = objectName(event.object);
  switch (kind) {
    case 'makeChan':
      return [doer, words(' makes the channel '), channel, words(roomText(event.number))];
    case 'send':
      return sendSentence(moment, event.object, event.text, [doer]);
    case 'receive':
      return receiveSentence(moment, event.object, event.text, [doer]);
    case 'receiveClosed':
      return [
        doer,
        words(' finds '),
        channel,
        words(' closed and empty, and receives the zero value.'),
      ];
    case 'close':
      return closeSentence(moment);
    case 'blockSend':
      return blockSendSentence(moment);
    case 'blockReceive':
      return blockReceiveSentence(moment);
    case 'selectSend':
    case 'selectReceive':
    case 'selectReceiveClosed':
      return selectSentence(moment);
    case 'selectDefault':
      return event.select?.cases.length === 0
        ? [doer, words(' takes the '), code('default'), words(' of its select.')]
        : [doer, words(' finds no case ready and takes '), code('default'), words('.')];
    case 'blockSelect':
      return blockSelectSentence(moment);
    default:
      return assertNever(kind, 'channel event');
  }
}

function roomText(capacity: number): string {
  if (capacity === 0) return ', unbuffered: a send has to meet a receive.';
  return capacity === 1 ? ' with room for 1 value.' : ` with room for ${capacity} values.`;
}

function channelIn(world: WorldState, id: ObjectId): ChannelState | null {
  const object = world.objects.get(id);
  return object?.kind === 'channel' ? object : null;
}

const shown = (text: string): Sentence => [value(text === '' ? 'a value' : cutText(text, 24))];

/** `subject` sends: into a waiting receiver's hands, or into the buffer. */
function sendSentence(
  moment: CaptionMoment,
  id: ObjectId,
  text: string,
  subject: Sentence,
): Sentence {
  const receiver = wokenByEvent(moment.event);
  const channel = objectName(id);
  if (receiver !== 0) {
    return [
      ...subject,
      words(' sends '),
      ...shown(text),
      words(' to '),
      channel,
      words('. '),
      goroutines(receiver),
      words(' was waiting for it, takes it at once and can run again.'),
    ];
  }
  const state = channelIn(moment.after, id);
  const tail =
    state === null
      ? '.'
      : `. It holds ${state.buffer.length} of ${state.capacity}${fullText(state)}.`;
  return [...subject, words(' puts '), ...shown(text), words(' into '), channel, words(tail)];
}

function fullText(state: ChannelState): string {
  return state.buffer.length >= state.capacity ? ' and is full' : '';
}

/** `subject` receives: from the buffer, from a waiting sender, or both move up. */
function receiveSentence(
  moment: CaptionMoment,
  id: ObjectId,
  text: string,
  subject: Sentence,
): Sentence {
  const sender = wokenByEvent(moment.event);
  const before = channelIn(moment.before, id);
  const start = [...subject, words(' receives '), ...shown(text), words(' from ')];
  const channel = objectName(id);
  if (sender === 0) {
    const left = channelIn(moment.after, id)?.buffer.length ?? 0;
    const tail = left === 0 ? ' and leaves it empty.' : ` and leaves ${left} in it.`;
    return [...start, channel, words(tail)];
  }
  if (before === null || before.capacity === 0) {
    return [
      ...start,
      channel,
      words(', straight from '),
      goroutines(sender),
      words(', which was waiting to send it and can run again.'),
    ];
  }
  const moving = before.sendQueue.find((ticket) => ticket.goroutine === sender)?.value ?? '';
  return [
    ...start,
    channel,
    words('. That frees a slot, so '),
    goroutines(sender),
    words('’s waiting '),
    ...shown(moving),
    words(' moves in and '),
    goroutines(sender),
    words(' can run again.'),
  ];
}

function closeSentence(moment: CaptionMoment): Sentence {
  const { event } = moment;
  const start: Sentence = [
    goroutines(event.goroutine),
    words(' closes '),
    objectName(event.object),
    words('.'),
  ];
  const before = channelIn(moment.before, event.object);
  const left = before?.buffer.length ?? 0;
  const rest: Sentence =
    left === 0
      ? []
      : [words(` The ${left === 1 ? 'value' : `${left} values`} in it can still be received.`)];
  const woken = wokenBy(moment);
  if (woken.length === 0) return [...start, ...rest];
  const senders = new Set((before?.sendQueue ?? []).map((ticket) => ticket.goroutine));
  const was = woken.length === 1 ? ' was' : ' were';
  const why = woken.some((id) => senders.has(id))
    ? `${was} waiting to send to it, which now panics.`
    : `${was} waiting to receive and can run again, with the zero value.`;
  return [...start, ...rest, words(' '), goroutines(...woken), words(why)];
}

function blockSendSentence(moment: CaptionMoment): Sentence {
  const { event, after } = moment;
  const doer = goroutines(event.goroutine);
  const wants = [doer, words(' wants to send '), ...shown(event.text), words(' to ')];
  if (event.object === 0) {
    return [...wants, words('a nil channel. Nothing ever can be sent to it: it waits for ever.')];
  }
  const state = channelIn(after, event.object);
  const why =
    state === null || state.capacity === 0
      ? ', but nobody is ready to receive.'
      : `, but it is full (${state.buffer.length}/${state.capacity}).`;
  const place = queueText(state?.sendQueue.length ?? 1);
  return [
    ...wants,
    objectName(event.object),
    words(why),
    words(' '),
    doer,
    words(` waits${place}.`),
  ];
}

function blockReceiveSentence(moment: CaptionMoment): Sentence {
  const { event, after } = moment;
  const doer = goroutines(event.goroutine);
  const wants: Sentence = [doer, words(' wants to receive from ')];
  if (event.object === 0) {
    return [...wants, words('a nil channel. Nothing ever comes out of it: it waits for ever.')];
  }
  const state = channelIn(after, event.object);
  const why =
    state === null || state.capacity === 0
      ? ', but nobody is ready to send.'
      : ', but it is empty.';
  const place = queueText(state?.receiveQueue.length ?? 1);
  return [
    ...wants,
    objectName(event.object),
    words(why),
    words(' '),
    doer,
    words(` waits${place}.`),
  ];
}

function queueText(length: number): string {
  return length <= 1 ? '' : `, ${ordinalText(length)} in line`;
}

/** Whether a case could have gone ahead in this world. */
export function isCaseReady(world: WorldState, part: SelectRecordCase): boolean {
  const state = part.channel === 0 ? null : channelIn(world, part.channel);
  if (state === null) return false;
  if (state.closed) return true;
  return part.direction === 'send'
    ? state.receiveQueue.length > 0 || state.buffer.length < state.capacity
    : state.buffer.length > 0 || state.sendQueue.length > 0;
}

function selectSentence(moment: CaptionMoment): Sentence {
  const { event, before, run } = moment;
  const record = event.select;
  const chosen = record?.cases[record.chosen];
  const doer = goroutines(event.goroutine);
  if (record === null || chosen === undefined) return [doer, words(' takes a case of its select.')];
  const ready = record.cases.filter((part) => isCaseReady(before, part)).length;
  const choice: Sentence =
    ready < 2
      ? []
      : [
          words(` ${ready} cases were ready; it took `),
          code(run.labels.site(event.site).caseTexts[record.chosen] ?? 'this one'),
          words('.'),
        ];
  if (event.kind === 'selectSend') {
    return [...sendSentence(moment, chosen.channel, chosen.value, [doer]), ...choice];
  }
  if (event.kind === 'selectReceive') {
    return [...receiveSentence(moment, chosen.channel, event.text, [doer]), ...choice];
  }
  return [
    doer,
    words(' finds '),
    objectName(chosen.channel),
    words(' closed and empty, and receives the zero value.'),
    ...choice,
  ];
}

function blockSelectSentence(moment: CaptionMoment): Sentence {
  const { event } = moment;
  const doer = goroutines(event.goroutine);
  const cases = event.select?.cases ?? [];
  if (cases.length === 0) {
    return [doer, words(' enters a select without cases and waits for ever.')];
  }
  if (cases.every((part) => part.channel === 0)) {
    return [doer, words(' selects over nil channels only and waits for ever.')];
  }
  const [only] = cases;
  if (cases.length === 1 && only !== undefined) {
    const verb = only.direction === 'send' ? ' to send to ' : ' to receive from ';
    return [doer, words(' waits'), words(verb), objectName(only.channel), words(' in a select.')];
  }
  return [
    doer,
    words(` selects over ${cases.length} cases. None is ready, so it waits for the first.`),
  ];
}
