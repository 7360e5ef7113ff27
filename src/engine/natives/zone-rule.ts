// The rule that a time zone follows after its last recorded change, as the variable TZ of POSIX has it:
// `EST5EDT,M3.2.0,M11.1.0` (time/zoneinfo.go: tzset). Weeks of a month are 1 … 5, the last.

import type { Wide } from '../machine/arithmetic.ts';

/** What clocks show from `start` until before `end`. */
export interface Period {
  readonly name: string;
  readonly offset: number;
  readonly isDaylight: boolean;
  readonly start: Wide;
  readonly end: Wide;
}

/** The day of a change: of a month and its weeks, or counted from 1 without leap days, or from 0. */
type DayOfYear =
  | {
      readonly kind: 'weekday';
      readonly month: number;
      readonly week: number;
      readonly weekday: number;
    }
  | { readonly kind: 'julian' | 'ordinal'; readonly day: number };

type Day = DayOfYear & {
  /** Seconds after midnight, on the clocks before the change. */
  readonly time: number;
};

interface Clock {
  readonly name: string;
  readonly offset: number;
}

type Daylight = Clock & { readonly begins: Day; readonly ends: Day };

/** Null: the last change holds for ever. */
export type Rule = {
  readonly standard: Clock;
  readonly daylight: Daylight | null;
} | null;

const secondsPerDay = 86_400;
const secondsPerHour = 3600;
const name = '(<[^>]*>|[^<0-9,+-][^0-9,+-]{2,}(?=[0-9,+-]|$))';
const time = '([-+]?\\d{1,3}(?::\\d{1,2}){0,2})';
const rulePattern = new RegExp(`^${name}${time}(?:,.*|${name}${time}?(?:[,;]([^,]*),([^,]*))?)?$`);
const dayPattern = /^(?:M(\d+)\.([1-5])\.([0-6])|(J?)(\d+))(?:\/([-+]?\d{1,3}(?::\d{1,2}){0,2}))?$/;
/** When a rule does not say: as in the United States. */
const usualDays = ['M3.2.0', 'M11.1.0'] as const;

/** `-3:30` as seconds. */
function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[-+]/, '').split(':').map(Number);
  const total = hours * secondsPerHour + minutes * 60 + seconds;
  return text.startsWith('-') ? -total : total;
}

const nameOf = (text: string): string => text.replace(/[<>]/g, '');

/** Null for what no rule may say. */
function readDay(text: string): Day | null {
  const parts = dayPattern.exec(text);
  if (parts === null) return null;
  const [, month, week, weekday, letter, day, at = '2'] = parts;
  const time = secondsOf(at);
  if (day === undefined) {
    const [monthNumber = 0, weekNumber = 0, weekdayNumber = 0] = [month, week, weekday].map(Number);
    if (monthNumber < 1 || monthNumber > 12) return null;
    return { kind: 'weekday', month: monthNumber, week: weekNumber, weekday: weekdayNumber, time };
  }
  const isJulian = letter === 'J';
  if (Number(day) > 365 || (isJulian && Number(day) < 1)) return null;
  return { kind: isJulian ? 'julian' : 'ordinal', day: Number(day), time };
}

/** Null if the text is no rule. */
export function readRule(text: string): Rule {
  const parts = rulePattern.exec(text);
  if (parts === null) return null;
  const [, standardName = '', west = '', daylightName, daylightWest] = parts;
  // The rule counts hours west of Greenwich.
  const standard = { name: nameOf(standardName), offset: -secondsOf(west) };
  if (daylightName === undefined) return { standard, daylight: null };
  const offset =
    daylightWest === undefined ? standard.offset + secondsPerHour : -secondsOf(daylightWest);
  const begins = readDay(parts[5] ?? usualDays[0]);
  const ends = readDay(parts[6] ?? usualDays[1]);
  if (begins === null || ends === null) return null;
  return { standard, daylight: { name: nameOf(daylightName), offset, begins, ends } };
}

const floorDivide = (x: number, y: number): number => Math.floor(x / y);

/** Days from 1970 to the first of a month, counted from 1; years begin in March for a moment. */
function daysTo(year: number, month: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = floorDivide(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floorDivide(153 * ((month + 9) % 12) + 2, 5);
  const dayOfEra =
    yearOfEra * 365 + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function yearOf(days: number): number {
  let year = 1970 + floorDivide(days, 365.2425);
  while (daysTo(year + 1, 1) <= days) year++;
  while (daysTo(year, 1) > days) year--;
  return year;
}

/** The instant of a change in a year, on clocks with that offset. */
function instantOf(day: Day, year: number, offset: number): number {
  return dayOf(day, year) * secondsPerDay + day.time - offset;
}

/** The day of a change, counted from 1970. */
function dayOf(date: DayOfYear, year: number): number {
  const yearStart = daysTo(year, 1);
  if (date.kind !== 'weekday') {
    if (date.kind === 'ordinal') return yearStart + date.day;
    const isLeap = daysTo(year + 1, 1) - yearStart === 366;
    return yearStart + date.day - (isLeap && date.day >= 60 ? 0 : 1);
  }
  const first = daysTo(year, date.month);
  const next = date.month === 12 ? daysTo(year + 1, 1) : daysTo(year, date.month + 1);
  // January 1 of 1970 was a Thursday.
  const weekdayOfFirst = (((first + 4) % 7) + 7) % 7;
  let days = first + ((date.weekday - weekdayOfFirst + 7) % 7);
  for (let week = 1; week < date.week && days + 7 < next; week++) days += 7;
  return days;
}

/** The two changes of a year, in order; in the south, summer lies around the turn of the year. */
function changesIn(daylight: Daylight, standard: Clock, year: number): [number, number] {
  const begin = instantOf(daylight.begins, year, standard.offset);
  const end = instantOf(daylight.ends, year, daylight.offset);
  return end < begin ? [end, begin] : [begin, end];
}

/**
 * What clocks show by a rule that holds for `since`. As in Go a period is cut at the turn of the year,
 * but until `lastListed`, the last year of which the usual form of the database has all changes.
 */
export function ruleAt(
  rule: NonNullable<Rule>,
  seconds: number,
  since: { readonly start: Wide; readonly end: Wide },
  lastListed: number,
): Period {
  const { standard, daylight } = rule;
  if (daylight === null) return { ...standard, isDaylight: false, ...since };
  const year = yearOf(floorDivide(seconds, secondsPerDay));
  const yearStart = daysTo(year, 1) * secondsPerDay;
  const [first, second] = changesIn(daylight, standard, year);
  const summer = { name: daylight.name, offset: daylight.offset, isDaylight: true };
  const winter = { ...standard, isDaylight: false };
  const isSouth = instantOf(daylight.ends, year, daylight.offset) === first;
  const [outer, inner] = isSouth ? [summer, winter] : [winter, summer];
  if (seconds < first) {
    const before = changesIn(daylight, standard, year - 1)[1];
    const start = year > lastListed ? yearStart : Math.max(before, Number(since.start));
    return { ...outer, start, end: first };
  }
  if (seconds < second) return { ...inner, start: first, end: second };
  const after = changesIn(daylight, standard, year + 1)[0];
  const end = year >= lastListed ? yearStart + 365 * secondsPerDay : after;
  return { ...outer, start: second, end };
}
