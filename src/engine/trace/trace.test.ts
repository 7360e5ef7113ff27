import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trace } from './trace.ts';
import { chunkLength } from './trace-chunk.ts';
import { EventKind, ValueKind } from './trace-event.ts';

const id = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: 0, max: 2 ** 14 }),
  fc.integer({ min: 0, max: 2 ** 31 - 1 }),
);
const site = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 14 }),
  fc.integer({ min: 0, max: 2 ** 24 - 1 }),
);
const value = fc.oneof(
  fc.integer({ min: -3, max: 9 }),
  fc.integer({ min: -(2 ** 31) - 1, max: 2 ** 31 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }).filter((x) => !Object.is(x, -0)),
);
/** Statements since the event before. */
const passed = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 40 }));
/** Processor, and how far its clock is from the count of statements. */
const place = fc.option(
  fc.tuple(
    fc.integer({ min: 1, max: 65_535 }),
    fc.oneof(fc.integer({ min: -9, max: 0 }), fc.integer({ min: -(2 ** 46), max: 2 ** 40 })),
  ),
  { freq: 3 },
);

/** Appends `count` small events. */
function fill(trace: Trace, count: number): void {
  for (let i = 0; i < count; i++) {
    trace.append(EventKind.unlock, 1, i, 0, 0, trace.length, ValueKind.none, i);
  }
}

const wordsOfChunks = (trace: Trace): number[] =>
  trace.data().chunks.map(({ words }) => words.length / chunkLength);

describe('the rows of a trace', () => {
  it('give back every event as it was written, however large its ids and numbers are', () => {
    const row = fc.record({ goroutine: id, object: id, other: id, site, number: value });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, passed, place)), (rows) => {
        const trace = new Trace();
        let statements = 0;
        const written = rows.map(([fields, more, placed]) => {
          statements += more;
          const [processor, lead] = placed ?? [1, 0];
          const ticks = statements + lead;
          if (placed !== null) trace.place(processor, ticks);
          const { goroutine, object, other, number } = fields;
          const { unlock } = EventKind;
          const { none } = ValueKind;
          trace.append(unlock, goroutine, object, other, fields.site, statements, none, number);
          return { ...fields, statements, processor, ticks };
        });
        expect(written.map((_, index) => trace.readEvent(index))).toEqual(
          written.map((event) => expect.objectContaining(event)),
        );
      }),
    );
  });

  it('give back values that are their own text, whatever their size', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(value, fc.constant(0))), (values) => {
        const trace = new Trace();
        for (const each of values) {
          trace.append(EventKind.send, 1, 1, 0, 1, trace.length, ValueKind.number, each);
        }
        const read = values.map((_, index) => trace.readEvent(index));
        expect(read.map(({ text, number }) => [text, number])).toEqual(
          values.map((each) => [String(each), 0]),
        );
      }),
    );
  });

  it('give back selects with all their cases, also where a chunk ends', () => {
    const sent = fc.option(fc.oneof(value, fc.string()), { freq: 3 });
    const select = fc.record({ woken: id, received: sent, cases: fc.array(fc.tuple(id, sent)) });
    const before = fc.integer({ min: chunkLength - 3, max: chunkLength });
    fc.assert(
      fc.property(before, fc.array(select), (count, selects) => {
        const trace = new Trace();
        fill(trace, count);
        for (const { woken, received, cases } of selects) {
          const record = trace.beginSelect(cases.length, cases.length - 1, woken);
          for (const [channel, each] of cases) trace.addCase(channel, each);
          const { selectReceive } = EventKind;
          trace.appendSelect(selectReceive, 1, 0, record, 1, trace.length, received);
        }
        const read = selects.map((_, index) => trace.readEvent(count + index));
        const textOf = (each: number | string | null): string =>
          each === null ? '' : String(each);
        expect(read.map(({ text, other, select: record }) => [text, other, record])).toEqual(
          selects.map(({ woken, received, cases }) => [
            textOf(received),
            0,
            {
              chosen: cases.length - 1,
              woken,
              cases: cases.map(([channel, each]) => ({
                direction: each === null ? 'receive' : 'send',
                channel,
                value: textOf(each),
              })),
            },
          ]),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('take 16 bytes an event while ids are small', () => {
    const trace = new Trace();
    trace.append(EventKind.send, 16_383, 16_383, 16_383, 16_383, 5, ValueKind.number, 2 ** 31 - 1);
    expect(wordsOfChunks(trace)).toEqual([4]);
  });

  it('take 24 bytes an event where an id is large, and 8 more with several processors', () => {
    const trace = new Trace();
    fill(trace, 3);
    trace.append(EventKind.send, 16_384, 1, 0, 1, 5, ValueKind.number, 6);
    expect(wordsOfChunks(trace)).toEqual([6]);
    trace.place(2, 7);
    trace.append(EventKind.send, 1, 1, 0, 1, 9, ValueKind.number, 6);
    expect(wordsOfChunks(trace)).toEqual([8]);
    expect(trace.readEvent(2)).toMatchObject({ object: 2, processor: 1, ticks: 2 });
    expect(trace.readEvent(4)).toMatchObject({ object: 1, processor: 2, ticks: 7 });
  });

  it('begin a chunk narrow though the one before had to widen', () => {
    const trace = new Trace();
    fill(trace, chunkLength - 1);
    trace.append(EventKind.unlock, 1, 70_000, 0, 0, trace.length, ValueKind.none, 0.5);
    trace.append(EventKind.unlock, 1, 7, 0, 0, trace.length, ValueKind.none, 8);
    expect(wordsOfChunks(trace)).toEqual([6, 4]);
    expect(trace.readEvent(chunkLength - 2)).toMatchObject({ object: chunkLength - 2 });
    expect(trace.readEvent(chunkLength - 1)).toMatchObject({ object: 70_000, number: 0.5 });
    expect(trace.readEvent(chunkLength)).toMatchObject({ object: 7, number: 8 });
  });
});
