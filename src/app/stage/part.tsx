// Any part of the stage, by its kind.

import { assertNever } from '../../engine/base/assert.ts';
import type { PartShape } from '../../views/shapes.ts';
import { ChannelPipe } from './channel-pipe.tsx';
import { GoroutineCard, StackCard } from './goroutine-card.tsx';
import {
  AtomicBox,
  CondBell,
  Dial,
  OnceCircle,
  PlainBox,
  Room,
  WaitGroupBox,
} from './object-parts.tsx';

/** Draws a part. */
export function Part({ shape }: { readonly shape: PartShape }) {
  switch (shape.kind) {
    case 'goroutine':
      return <GoroutineCard shape={shape} />;
    case 'stack':
      return <StackCard shape={shape} />;
    case 'channel':
      return <ChannelPipe shape={shape} />;
    case 'mutex':
    case 'rwMutex':
      return <Room shape={shape} />;
    case 'waitGroup':
      return <WaitGroupBox shape={shape} />;
    case 'once':
      return <OnceCircle shape={shape} />;
    case 'cond':
      return <CondBell shape={shape} />;
    case 'timer':
    case 'ticker':
      return <Dial shape={shape} />;
    case 'atomic':
      return <AtomicBox shape={shape} />;
    case 'semaphore':
    case 'context':
      return <PlainBox shape={shape} />;
    default:
      return assertNever(shape, 'part');
  }
}
