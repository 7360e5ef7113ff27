// Time zones by name (time/zoneinfo.go): what the clocks of a place show at an instant. Invariants:
// instants are seconds since 1970; a record is read from the table once, and never changes.

import type { Wide } from '../machine/arithmetic.ts';
import { alpha, type Kind, readZoneData, type Zone } from './zone-data.ts';
import { type Period, readRule, ruleAt } from './zone-rule.ts';
import { zoneTable } from './zone-table.ts';

/** The end of time. */
const omega = 2n ** 63n - 1n;

const nowhere: Kind = { name: 'UTC', offset: 0, isDaylight: false };
const zones = new Map<string, Zone>();

/** Where the record of each name begins in the table. */
const records = new Map<string, string>();

function recordOf(name: string): string | undefined {
  if (records.size === 0) {
    for (const line of zoneTable.split('\n')) {
      const bar = line.indexOf('|');
      for (const each of line.slice(0, bar).split(',')) records.set(each, line.slice(bar + 1));
    }
  }
  return name === '' ? undefined : records.get(name);
}

function readZone(record: string): Zone {
  const [kinds = '', rule = '', changes = ''] = record.split('|');
  let when = 0;
  return {
    kinds: kinds.split(';').map((text) => {
      const [offset = '', name = ''] = text.split(' ');
      return { name, offset: Number.parseInt(offset, 10), isDaylight: offset.endsWith('*') };
    }),
    changes: (changes === '' ? [] : changes.split(' ')).map((text) => {
      when += Number.parseInt(text.slice(1), 36);
      return { when, kind: Number.parseInt(text.slice(0, 1), 36) };
    }),
    rule: readRule(rule),
    lastListed: 2037,
  };
}

/** The zone of a name in the table, or of the bytes of a zone's file. */
function zoneNamed(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = readZoneData(name) ?? readZone(recordOf(name) ?? '');
    zones.set(name, zone);
  }
  return zone;
}

/** What holds before the first change: the first kind if nothing changes to it, else standard time. */
function firstKind({ kinds, changes }: Zone): Kind {
  const [first = nowhere] = kinds;
  if (changes.every(({ kind }) => kind !== 0)) return first;
  const next = changes[0]?.kind ?? 0;
  const before = kinds.slice(0, next).findLast(({ isDaylight }) => !isDaylight);
  if (kinds[next]?.isDaylight === true && before !== undefined) return before;
  return kinds.find(({ isDaylight }) => !isDaylight) ?? first;
}

/** What the clocks of a zone show at an instant. */
export function periodAt(name: string, instant: Wide): Period {
  const zone = zoneNamed(name);
  const { kinds, changes, rule, lastListed } = zone;
  const seconds = Number(instant);
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seconds < (changes[middle]?.when ?? 0)) high = middle;
    else low = middle + 1;
  }
  const change = changes[low - 1];
  const end = changes[low]?.when ?? omega;
  if (change === undefined) return { ...firstKind(zone), start: alpha, end };
  if (low === changes.length && rule !== null) {
    return ruleAt(rule, seconds, { start: change.when, end: omega }, lastListed);
  }
  return { ...(kinds[change.kind] ?? nowhere), start: change.when, end };
}

/** The offset of an abbreviation: of the time it is in use at, on the zone's clocks, if it can be. */
function offsetOf(name: string, abbreviation: string, clock: Wide): [offset: number, ok: boolean] {
  const known = zoneNamed(name).kinds.filter((kind) => kind.name === abbreviation);
  for (const { offset } of known) {
    const period = periodAt(name, Number(clock) - offset);
    if (period.name === abbreviation) return [period.offset, true];
  }
  const [first] = known;
  return first === undefined ? [0, false] : [first.offset, true];
}

export const zoneNatives = {
  'time.isZone': (name: string): boolean => recordOf(name) !== undefined,
  'time.isZoneData': (data: string): boolean => readZoneData(data) !== null,
  'time.periodAt': (name: string, instant: Wide): [string, number, Wide, Wide, boolean] => {
    const period = periodAt(name, instant);
    return [period.name, period.offset, period.start, period.end, period.isDaylight];
  },
  'time.offsetOf': offsetOf,
};
