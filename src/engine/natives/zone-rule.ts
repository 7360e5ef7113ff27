// The rule that a time zone follows after its last recorded change, as the variable TZ of POSIX has it:
// `EST5EDT,M3.2.0,M11.1.0` (time/zoneinfo.go: tzset). Of its kinds of dates the database has one:
// month, week (5 is the last) and weekday.

import type { Wide } from '../machine/arithmetic.ts';

/** What clocks show from `start` until before `end`. */
export interface Period {
  readonly name: string;
  readonly offset: number;
  readonly isDaylight: boolean;
  readonly start: Wide;
  readonly end: Wide;
}

interface Day {
  readonly month: number;
  readonly week: number;
  readonly weekday: number;
  /** Seconds after midnight, on the clocks before the change. */
  readonly time: number;
}

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
const name = '(<[^>]+>|[A-Za-z]{3,})';
const time = '([-+]?\\d+(?::\\d+)*)';
const rulePattern = new RegExp(`^${name}${time}(?:${name}${time}?,(.*),(.*))?$`);
const dayPattern = /^M(\d+)\.(\d+)\.(\d+)(?:\/(.*))?$/;

/** `-3:30` as seconds. */
function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[-+]/, '').split(':').map(Number);
  const total = hours * secondsPerHour + minutes * 60 + seconds;
  return text.startsWith('-') ? -total : total;
}

const nameOf = (text: string): string => text.replace(/[<>]/g, '');

function readDay(text: string): Day {
  const [, month, week, weekday, at = '2'] = dayPattern.exec(text) ?? [];
  if (month === undefined) throw new Error(`Broken invariant: ${text} is no day of a zone's rule`);
  const [monthNumber, weekNumber, weekdayNumber] = [month, week, weekday].map(Number);
  return {
    month: monthNumber ?? 1,
    week: weekNumber ?? 1,
    weekday: weekdayNumber ?? 0,
    time: secondsOf(at),
  };
}

export function readRule(text: string): Rule {
  const parts = rulePattern.exec(text);
  if (parts === null) return null;
  const [, standardName = '', west = '', daylightName, daylightWest, begins = '', ends = ''] =
    parts;
  // The rule counts hours west of Greenwich.
  const standard = { name: nameOf(standardName), offset: -secondsOf(west) };
  if (daylightName === undefined) return { standard, daylight: null };
  const offset =
    daylightWest === undefined ? standard.offset + secondsPerHour : -secondsOf(daylightWest);
  return {
    standard,
    daylight: { name: nameOf(daylightName), offset, begins: readDay(begins), ends: readDay(ends) },
  };
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
  const first = daysTo(year, day.month);
  const next = day.month === 12 ? daysTo(year + 1, 1) : daysTo(year, day.month + 1);
  // January 1 of 1970 was a Thursday.
  const weekdayOfFirst = (((first + 4) % 7) + 7) % 7;
  let days = first + ((day.weekday - weekdayOfFirst + 7) % 7);
  for (let week = 1; week < day.week && days + 7 < next; week++) days += 7;
  return days * secondsPerDay + day.time - offset;
}

/** The last year of which the usual form of the database has the changes one by one. */
const lastListed = 2037;

/** The two changes of a year, in order; in the south, summer lies around the turn of the year. */
function changesIn(daylight: Daylight, standard: Clock, year: number): [number, number] {
  const begin = instantOf(daylight.begins, year, standard.offset);
  const end = instantOf(daylight.ends, year, daylight.offset);
  return end < begin ? [end, begin] : [begin, end];
}

/**
 * What clocks show by a rule that holds for `since`. As in Go a period is cut at the turn of the year,
 * but for years whose changes are usually listed.
 */
export function ruleAt(
  rule: NonNullable<Rule>,
  seconds: number,
  since: { readonly start: number; readonly end: Wide },
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
    const start = year > lastListed ? yearStart : Math.max(before, since.start);
    return { ...outer, start, end: first };
  }
  if (seconds < second) return { ...inner, start: first, end: second };
  const after = changesIn(daylight, standard, year + 1)[0];
  const end = year >= lastListed ? yearStart + 365 * secondsPerDay : after;
  return { ...outer, start: second, end };
}
