import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trace } from './trace.ts';
import { EventKind, ValueKind } from './trace-event.ts';

const id = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }));
const value = fc.oneof(
  fc.integer({ min: -3, max: 9 }),
  fc.integer({ min: -(2 ** 31) - 1, max: 2 ** 31 }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true }).filter((x) => !Object.is(x, -0)),
);

describe('the columns of a trace', () => {
  it('give back every event as it was written, however large its ids and numbers are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id, id, id, value)), (rows) => {
        const trace = new Trace();
        rows.forEach(([goroutine, object, other, site, number], statements) => {
          const { none } = ValueKind;
          trace.append(EventKind.unlock, goroutine, object, other, site, statements, none, number);
        });
        const read = rows.map((_, index) => {
          const { goroutine, object, other, site, number } = trace.readEvent(index);
          return [goroutine, object, other, site, number];
        });
        expect(read).toEqual(rows);
      }),
    );
  });

  it('take 18 bytes an event while ids and numbers are small', () => {
    const trace = new Trace();
    trace.append(EventKind.send, 1, 2, 3, 4, 5, ValueKind.number, 6);
    const [chunk] = trace.data().chunks;
    const bytes = Object.values(chunk ?? {}).reduce(
      (sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
    expect(bytes).toBe(18 * 65_536);
  });

  it('begin a chunk narrow though the one before had to widen', () => {
    const trace = new Trace();
    const append = (object: number, number: number): void =>
      trace.append(EventKind.unlock, 1, object, 0, 0, trace.length, ValueKind.none, number);
    for (let i = 0; i < 65_535; i++) append(i, i);
    append(70_000, 0.5);
    append(7, 8);
    const [first, second] = trace.data().chunks;
    expect(first?.object).toBeInstanceOf(Uint32Array);
    expect(first?.number).toBeInstanceOf(Float64Array);
    expect(second?.object).toBeInstanceOf(Uint16Array);
    expect(second?.number).toBeInstanceOf(Int32Array);
    expect(trace.readEvent(65_534)).toMatchObject({ object: 65_534, number: 65_534 });
    expect(trace.readEvent(65_535)).toMatchObject({ object: 70_000, number: 0.5 });
    expect(trace.readEvent(65_536)).toMatchObject({ object: 7, number: 8 });
  });
});
