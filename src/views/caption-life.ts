// Captions of a goroutine's life, of time, of output and of the end.

import {
  type Sentence,
  code,
  goroutines,
  objectName,
  value,
  words,
} from '../engine/analysis/sentence.ts';
import { assertNever } from '../engine/base/assert.ts';
import type { EventKindName } from '../engine/trace/trace-event.ts';
import { goroutineId } from '../engine/trace/trace-event.ts';
import { type CaptionMoment, wokenBy } from './caption-moment.ts';
import { cutText, durationText } from './labels.ts';

type LifeEvent = Extract<
  EventKindName,
  | 'go'
  | 'exit'
  | 'sleep'
  | 'wake'
  | 'timerStart'
  | 'timerStop'
  | 'timerReset'
  | 'timerFire'
  | 'clockJump'
  | 'print'
  | 'panic'
  | 'recover'
  | 'yield'
  | 'preempt'
  | 'park'
  | 'ready'
  | 'run'
  | 'steal'
  | 'setProcessors'
  | 'deadlock'
  | 'end'
>;

/** The sentence of an event that is about goroutines themselves, or about time. */
export function lifeSentence(moment: CaptionMoment, kind: LifeEvent): Sentence {
  const { event } = moment;
  const doer = goroutines(event.goroutine);
  const other = goroutines(goroutineId(event.other));
  switch (kind) {
    case 'go':
      return event.goroutine === 0
        ? [words('The timer starts '), other, words(', which can run now.')]
        : [doer, words(' starts '), other, words(', which waits for its turn.')];
    case 'exit':
      return exitSentence(moment);
    case 'sleep': {
      const length = durationText(Math.max(event.number - moment.after.now, 0));
      return [doer, words(` sleeps for ${length}, until ${durationText(event.number)}.`)];
    }
    case 'wake':
      return [other, words(' has slept long enough and can run again.')];
    case 'timerStart':
    case 'timerStop':
    case 'timerReset':
    case 'timerFire':
      return timerSentence(moment, kind);
    case 'clockJump':
      return [
        words(`Nothing can run now, so the clock jumps ahead by ${durationText(event.number)}.`),
      ];
    case 'print':
      return printSentence(moment);
    case 'panic':
      return [doer, words(' panics: '), code(firstLine(event.text)), words('.')];
    case 'recover':
      return [doer, words(' recovers from its panic and goes on.')];
    case 'yield':
      return [doer, words(' gives up its turn and goes to the back of the line.')];
    case 'preempt':
      return [doer, words(' has used up its time slice and goes to the back of the line.')];
    case 'park':
      return event.text === ''
        ? [doer, words(' waits.')]
        : [doer, words(' waits: '), code(event.text), words('.')];
    case 'ready':
      return event.goroutine === 0
        ? [other, words(' can run again.')]
        : [doer, words(' lets '), other, words(' run again.')];
    case 'run':
      return [doer, words(` starts to run on processor ${event.other}.`)];
    case 'steal':
      return [
        words(`Processor ${event.processor} has nothing to do and takes `),
        words(event.number === 1 ? 'a goroutine' : `${event.number} goroutines`),
        words(` from processor ${event.other}.`),
      ];
    case 'setProcessors':
      return [
        doer,
        words(` sets the number of processors to ${event.number}. All others stop for a moment.`),
      ];
    case 'deadlock':
      return deadlockSentence(moment);
    case 'end':
      return endSentence(moment);
    default:
      return assertNever(kind, 'life event');
  }
}

function firstLine(text: string): string {
  return cutText(text.split('\n')[0] ?? '', 80);
}

function exitSentence(moment: CaptionMoment): Sentence {
  const { event, after } = moment;
  const doer = goroutines(event.goroutine);
  if (event.goroutine !== 1) return [doer, words(' has finished.'), ...wokenText(moment)];
  const left = [...after.goroutines.values()].filter((state) => state.status !== 'dead');
  if (left.length === 0) return [doer, words(' returns, and the program ends.')];
  const verb = left.length === 1 ? ' has not finished.' : ' have not finished.';
  return [
    doer,
    words(' returns. That ends the program, though '),
    goroutines(...left.map((state) => state.id)),
    words(verb),
  ];
}

function wokenText(moment: CaptionMoment): Sentence {
  const woken = wokenBy(moment);
  return woken.length === 0 ? [] : [words(' '), goroutines(...woken), words(' can run again.')];
}

function timerSentence(
  moment: CaptionMoment,
  kind: 'timerStart' | 'timerStop' | 'timerReset' | 'timerFire',
): Sentence {
  const { event, before, after, run } = moment;
  const doer = goroutines(event.goroutine);
  const timer = objectName(event.object);
  const word = run.labels.object(event.object).kind === 'ticker' ? 'ticker ' : 'timer ';
  const wait = durationText(Math.max(event.number - after.now, 0));
  switch (kind) {
    case 'timerStart':
      return [doer, words(` starts the ${word}`), timer, words(`. It fires in ${wait}.`)];
    case 'timerReset':
      return [doer, words(` sets the ${word}`), timer, words(` again. It fires in ${wait}.`)];
    case 'timerStop':
      return event.number === 1
        ? [doer, words(` stops the ${word}`), timer, words(' before it fires.')]
        : [doer, words(` stops the ${word}`), timer, words(', which is not running any more.')];
    case 'timerFire': {
      const start: Sentence = [words(`The ${word}`), timer, words(' fires.')];
      if (event.other !== 0) {
        const woken = goroutines(goroutineId(event.other));
        return [...start, words(' '), woken, words(' was waiting for it and can run again.')];
      }
      const state = after.objects.get(event.object);
      const channel = state?.kind === 'timer' || state?.kind === 'ticker' ? state.channel : 0;
      const id = [...after.objects.keys()].find((key) => key === channel);
      if (id === undefined) return [...start, words(' Its function will run.')];
      const now = after.objects.get(id);
      const was = before.objects.get(id);
      const dropped =
        now?.kind === 'channel' &&
        was?.kind === 'channel' &&
        now.buffer.length === was.buffer.length;
      return [
        ...start,
        words(
          dropped
            ? ' The last tick has not been received yet, so this one is dropped.'
            : ' The time stays in its channel until somebody receives it.',
        ),
      ];
    }
    default:
      return assertNever(kind, 'timer event');
  }
}

function printSentence(moment: CaptionMoment): Sentence {
  const { event } = moment;
  const doer = event.goroutine === 0 ? words('Go’s runtime') : goroutines(event.goroutine);
  const where = event.other === 2 ? ' to standard error' : '';
  const lines = event.text.replace(/\n$/, '').split('\n');
  const [first = ''] = lines;
  if (first === '' && lines.length === 1) return [doer, words(` prints an empty line${where}.`)];
  const more = lines.length === 1 ? '' : ` and ${lines.length - 1} more lines`;
  return [doer, words(' prints '), value(cutText(first, 60)), words(`${more}${where}.`)];
}

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function deadlockSentence(moment: CaptionMoment): Sentence {
  const waiting = [...moment.after.goroutines.values()].filter(
    (state) => state.status === 'waiting',
  );
  const count = numberWords[waiting.length] ?? String(waiting.length);
  const [only] = waiting;
  if (waiting.length === 1 && only !== undefined) {
    return [
      words('Nothing can run. Only '),
      goroutines(only.id),
      words(' is left, it is blocked, and no timer is left to wake it.'),
    ];
  }
  return [
    words(`Nothing can run. ${count} goroutines are blocked, and no timer is left to wake one.`),
  ];
}

function endSentence(moment: CaptionMoment): Sentence {
  const { event, run } = moment;
  if (run.usage.deadlockAt >= 0) {
    return [
      words('The program ends with '),
      code('fatal error: all goroutines are asleep - deadlock!'),
      words(` and exit code ${event.number}.`),
    ];
  }
  if (event.text === 'limit') return [words('The simulator stops the program here.')];
  if (event.text === 'fatal' && event.goroutine !== 0) {
    return [
      goroutines(event.goroutine),
      words(' dies, and the program with it: '),
      code(fatalText(moment)),
      words(`. The exit code is ${event.number}.`),
    ];
  }
  if (event.number === 0) return [words('The program has ended.')];
  return [words(`The program has ended with exit code ${event.number}.`)];
}

/** What it has printed just before: `fatal error: stack overflow`. */
function fatalText({ event, run }: CaptionMoment): string {
  const printed = event.index === 0 ? '' : run.recording.readEvent(event.index - 1).text;
  return firstLine(/^\t?(fatal error: .*)$/m.exec(printed)?.[1] ?? 'fatal error');
}
