// Reads what a test program writes with -test.v while it runs: which test is running, how each
// ended and what it wrote. Subtests belong to the test that runs them.

/**
 * @typedef {object} TestRecord
 * @property {'pass' | 'fail' | 'skip' | null} status null while it runs
 * @property {string[]} lines what it wrote
 */

const marks = /^=== (RUN|CONT|NAME|PAUSE) +(\S+)/;
const ending = /^(.*?)--- (PASS|FAIL|SKIP): (\S+) \(/;

export class TestOutput {
  constructor() {
    /** @type {Map<string, TestRecord>} */
    this.records = new Map();
    this.current = '';
    this.rest = '';
    /** Lines that no test wrote. @type {string[]} */
    this.others = [];
  }

  /** @param {string} text */
  add(text) {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  end() {
    if (this.rest !== '') this.#line(this.rest);
    this.rest = '';
  }

  /** @param {string} line */
  #line(line) {
    const mark = marks.exec(line);
    if (mark !== null) {
      const name = topOf(mark[2] ?? '');
      if (mark[1] !== 'PAUSE') this.current = name;
      if (!this.records.has(name)) this.records.set(name, { status: null, lines: [] });
      return;
    }
    const end = ending.exec(line);
    const name = end?.[3] ?? '';
    if (end !== null && (end[1] ?? '').trim() !== '') this.#write(end[1] ?? '');
    if (end !== null && !name.includes('/')) {
      const record = this.records.get(name) ?? { status: null, lines: [] };
      record.status = end[2] === 'PASS' ? 'pass' : end[2] === 'FAIL' ? 'fail' : 'skip';
      this.records.set(name, record);
      this.current = name;
    } else if (end === null || end[2] === 'FAIL') this.#write(line);
  }

  /** @param {string} line */
  #write(line) {
    const record = this.records.get(this.current);
    (record?.lines ?? this.others).push(line);
  }
}

/** @param {string} name */
function topOf(name) {
  return name.split('/')[0] ?? '';
}
