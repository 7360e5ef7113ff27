// Speed of the front end over the Go text of the provided library: lines scanned and parsed in a
// millisecond. The goal is that 10,000 lines stay far below a second.

import { parse } from '../src/engine/go/syntax/parser.ts';
import { FileSet } from '../src/engine/go/syntax/pos.ts';
import { measure, printTable } from './table.ts';

const texts: Readonly<Record<string, string>> = import.meta.glob(
  '../src/engine/go/library/src/**/*.go',
  { query: '?raw', import: 'default', eager: true },
);
const lineCount = Object.values(texts).reduce((sum, text) => sum + text.split('\n').length, 0);

const { bestMs, medianMs } = measure(20, () => {
  const files = new FileSet();
  for (const [name, text] of Object.entries(texts)) parse(files.addFile(name, text));
});

printTable([
  {
    stage: 'scan and parse',
    lines: lineCount,
    'best ms': bestMs,
    'median ms': medianMs,
    'lines per ms': lineCount / bestMs,
  },
]);
