// One plain sentence for each step: what just happened, then what follows from it. Present tense,
// subject first, the program's own names. Every kind of event has one.

import {
  type Sentence,
  type SentencePart,
  goroutines,
  words,
} from '../engine/analysis/sentence.ts';
import { assertNever } from '../engine/base/assert.ts';
import { channelSentence } from './caption-channel.ts';
import { lifeSentence } from './caption-life.ts';
import type { CaptionMoment } from './caption-moment.ts';
import { syncSentence } from './caption-sync.ts';
import type { Prose } from './prose.ts';
import type { RunModel } from './run-model.ts';

/** The sentence before anything has happened. */
export function startCaption(run: RunModel): Prose {
  const main = run.usage.goroutines[0]?.id;
  if (main === undefined || run.recording.length === 0) {
    return [{ kind: 'text', text: 'Nothing has happened.' }];
  }
  return run.labels.prose([
    words('Nothing has happened yet. '),
    goroutines(main),
    words(' is ready to start.'),
  ]);
}

/** The sentence for an event, never empty. */
export function captionOf(moment: CaptionMoment): Prose {
  return moment.run.labels.prose(tidy(sentenceOf(moment)));
}

function sentenceOf(moment: CaptionMoment): Sentence {
  const { event } = moment;
  switch (event.kind) {
    case 'makeChan':
    case 'send':
    case 'receive':
    case 'receiveClosed':
    case 'close':
    case 'blockSend':
    case 'blockReceive':
    case 'selectSend':
    case 'selectReceive':
    case 'selectReceiveClosed':
    case 'selectDefault':
    case 'blockSelect':
      return channelSentence(moment, event.kind);
    case 'lock':
    case 'blockLock':
    case 'unlock':
    case 'readLock':
    case 'blockReadLock':
    case 'readUnlock':
    case 'tryLockFailed':
    case 'waitGroupAdd':
    case 'waitGroupWait':
    case 'blockWaitGroup':
    case 'onceBegin':
    case 'onceDone':
    case 'onceSkip':
    case 'blockCond':
    case 'signal':
    case 'broadcast':
    case 'atomic':
      return syncSentence(moment, event.kind);
    case 'go':
    case 'exit':
    case 'sleep':
    case 'wake':
    case 'timerStart':
    case 'timerStop':
    case 'timerReset':
    case 'timerFire':
    case 'clockJump':
    case 'print':
    case 'panic':
    case 'recover':
    case 'yield':
    case 'preempt':
    case 'park':
    case 'ready':
    case 'run':
    case 'steal':
    case 'setProcessors':
    case 'deadlock':
    case 'end':
      return lifeSentence(moment, event.kind);
    default:
      return assertNever(event.kind, 'event kind');
  }
}

/** Joins neighbouring words, so that segments are as few as can be. */
function tidy(sentence: Sentence): Sentence {
  const parts: SentencePart[] = [];
  for (const part of sentence) {
    const last = parts[parts.length - 1];
    if (part.kind === 'text' && last?.kind === 'text') {
      parts[parts.length - 1] = words(last.text + part.text);
    } else parts.push(part);
  }
  return parts;
}
