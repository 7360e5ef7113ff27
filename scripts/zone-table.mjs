// Writes src/engine/natives/zone-table.ts, the time zones that time.LoadLocation knows, from the
// zoneinfo.zip of a Go installation (public domain data of IANA): `node scripts/zone-table.mjs ZIP`.
// A line is one zone: its names, its kinds of time, its rule after the last change, its changes.

import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const [, , zip = '/usr/local/go/lib/time/zoneinfo.zip'] = process.argv;

/** The files of an archive without compression, by name. @param {Buffer} archive */
function* filesOf(archive) {
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const size = archive.readUInt32LE(at + 18);
    const nameLength = archive.readUInt16LE(at + 26);
    const start = at + 30 + nameLength + archive.readUInt16LE(at + 28);
    const name = archive.toString('latin1', at + 30, at + 30 + nameLength);
    if (size > 0) yield { name, data: archive.subarray(start, start + size) };
    at = start + size;
  }
}

/** The counts of a TZif header (RFC 8536). @param {Buffer} data @param {number} at */
function header(data, at) {
  const count = (/** @type {number} */ i) => data.readUInt32BE(at + 20 + 4 * i);
  return {
    leaps: count(2),
    changes: count(3),
    kinds: count(4),
    letters: count(5),
    marks: count(0) + count(1),
  };
}

/** A zone without its names. @param {Buffer} data */
function describe(data) {
  const old = header(data, 0);
  const second = 44 + old.changes * 5 + old.kinds * 6 + old.letters + old.leaps * 8 + old.marks;
  const { leaps, changes, kinds, letters, marks } = header(data, second);
  const changesAt = second + 44;
  const indicesAt = changesAt + 8 * changes;
  const kindsAt = indicesAt + changes;
  const lettersAt = kindsAt + 6 * kinds;
  const ruleAt = lettersAt + letters + leaps * 12 + marks + 1;
  const kindTexts = Array.from({ length: kinds }, (_, i) => {
    const at = kindsAt + 6 * i;
    const nameAt = lettersAt + data.readUInt8(at + 5);
    const name = data.toString('latin1', nameAt, data.indexOf(0, nameAt));
    return `${data.readInt32BE(at)}${data.readUInt8(at + 4) === 1 ? '*' : ''} ${name}`;
  });
  let last = 0;
  const changeTexts = Array.from({ length: changes }, (_, i) => {
    const when = Number(data.readBigInt64BE(changesAt + 8 * i));
    const text = `${data.readUInt8(indicesAt + i).toString(36)}${(when - last).toString(36)}`;
    last = when;
    return text;
  });
  const rule = data.toString('latin1', ruleAt, data.indexOf('\n', ruleAt));
  return [kindTexts.join(';'), rule, changeTexts.join(' ')].join('|');
}

/** @type {Map<string, string[]>} */
const zones = new Map();
for (const { name, data } of filesOf(readFileSync(zip))) {
  const zone = describe(data);
  zones.set(zone, [...(zones.get(zone) ?? []), name]);
}
const lines = [...zones].map(([zone, names]) => `${names.join(',')}|${zone}`).sort();
writeFileSync(
  'src/engine/natives/zone-table.ts',
  `// The time zones of the IANA database (public domain), written by scripts/zone-table.mjs. A line is one
// zone: names | kinds of time (seconds east, * for daylight saving, abbreviation) | the POSIX rule that
// holds after the last change | changes: kind in base 36, seconds since the one before in base 36.

export const zoneTable = \`
${lines.join('\n')}
\`;
`,
);
