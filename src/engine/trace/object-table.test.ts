import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trace } from './trace.ts';
import type { ObjectKind, TraceObject } from './trace-event.ts';
import { goroutineId, objectId } from './trace-event.ts';

const kind = fc.constantFrom<ObjectKind>(
  'channel',
  'mutex',
  'rwMutex',
  'waitGroup',
  'once',
  'cond',
  'timer',
  'ticker',
  'atomic',
  'semaphore',
  'context',
);
const described = fc.record({
  kind,
  site: fc.nat(),
  goroutine: fc.nat(),
  capacity: fc.oneof(fc.nat(9), fc.integer({ min: 0, max: 2 ** 48 })),
  elem: fc.constantFrom('int', 'struct { é string }', ''),
  event: fc.nat(),
});

describe('the objects of a trace', () => {
  it('are given back as they were added, in their order, however many and large', () => {
    fc.assert(
      fc.property(fc.array(described, { maxLength: 600 }), (objects) => {
        const trace = new Trace();
        for (const { kind, site, goroutine, capacity, elem, event } of objects) {
          const text = trace.text(Buffer.from(elem).toString('latin1'));
          trace.objectTable.add(kind, site, goroutine, capacity, text, event);
        }
        const expected = objects.map(
          (object, index): TraceObject => ({
            ...object,
            id: objectId(index + 1),
            goroutine: goroutineId(object.goroutine),
          }),
        );
        expect(trace.objects).toEqual(expected);
      }),
    );
  });
});
