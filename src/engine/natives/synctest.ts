// Bubbles of testing/synctest (runtime/synctest.go); what they mean is in machine/bubble.ts.

import type { NativeContext, Suspended } from '../machine/native.ts';
import { Box } from '../machine/value.ts';
import { EventKind } from '../trace/trace-event.ts';

function panicWith(context: NativeContext, text: string): never {
  return context.panic(new Box(context.typeNamed('string'), text));
}

function enter(context: NativeContext): void {
  if (context.bubbles.current !== null) {
    panicWith(context, 'synctest.Run called from within a synctest bubble');
  }
  context.bubbles.enter();
}

/** Waits until nothing in the bubble can go on; what is wrong then, or ''. */
function exit(context: NativeContext): string | Suspended {
  if (context.phase === 0) {
    context.event(EventKind.park, 0, 0, 0, 'synctest.Run');
    return context.park('synctest.Run', 1);
  }
  const isOver = context.bubbles.current?.isOver ?? true;
  context.bubbles.meet();
  if (context.bubbles.leave() === 0) return '';
  return isOver
    ? 'deadlock: main bubble goroutine has exited but blocked goroutines remain'
    : 'deadlock: all goroutines in bubble are blocked';
}

function wait(context: NativeContext): Suspended | undefined {
  const bubble = context.bubbles.current;
  if (bubble === null) return panicWith(context, 'goroutine is not in a bubble');
  if (context.phase === 1) {
    bubble.waiter = 0;
    context.bubbles.meet();
    return undefined;
  }
  if (bubble.waiter !== 0) panicWith(context, 'wait already in progress');
  bubble.waiter = context.goroutine;
  context.event(EventKind.park, 0, 0, 0, 'synctest.Wait');
  return context.park('synctest.Wait', 1);
}

export const synctestNatives = {
  'internal/synctest.enter': enter,
  'internal/synctest.exit': exit,
  'internal/synctest.Wait': wait,
  'internal/synctest.IsInBubble': (context: NativeContext): boolean =>
    context.bubbles.current !== null,
};
