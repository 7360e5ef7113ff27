// One line for each goroutine of a trace, with the place in the user's code.

import { describe, expect, it } from 'vitest';
import { goroutineId } from '../engine/trace/trace-event.ts';
import type { WrittenLine } from './output-model.ts';
import { compactTraces } from './output-traces.ts';

function written(text: string, stream: WrittenLine['stream'] = 'stderr'): readonly WrittenLine[] {
  return text
    .split('\n')
    .map((line) => ({ text: line, stream, event: 0, goroutine: goroutineId(1), at: 0 }));
}

/** The rows as one reads them. */
function compacted(lines: readonly WrittenLine[]): readonly string[] | null {
  const entries = compactTraces(lines);
  if (entries === null) return null;
  return entries.map(({ line, trace }) => {
    const text = lines[line]?.text ?? '';
    if (trace === null) return text;
    const place = trace.place === null ? '' : ` ${trace.place.file}:${trace.place.line}`;
    return `${text} #${trace.goroutine}${place}`;
  });
}

describe('a stack trace in the output', () => {
  it('becomes a line for each goroutine', () => {
    const lines = written(`before
fatal error: all goroutines are asleep - deadlock!

goroutine 1 [sync.WaitGroup.Wait]:
sync.runtime_SemacquireWaitGroup(0x0?)
\t/usr/local/go/src/runtime/sema.go:110 +0x25
main.main()
\t/tmp/sandbox/main.go:27 +0x7d

goroutine 18 gp=0xc0 [chan send]:
main.worker(...)
\t/tmp/sandbox/main.go:10 +0x35
created by main.main in goroutine 1
\t/tmp/sandbox/main.go:20 +0x4f
exit status 2`);
    expect(compacted(lines)).toEqual([
      'before',
      'fatal error: all goroutines are asleep - deadlock!',
      'goroutine 1 [sync.WaitGroup.Wait]: #1 main.go:27',
      'goroutine 18 gp=0xc0 [chan send]: #18 main.go:10',
      'exit status 2',
    ]);
  });

  it('that leaves frames out is still one', () => {
    const lines = written(`goroutine 1 [running]:
main.f(0x1)
\t/tmp/sandbox/main.go:3 +0x1
...additional frames elided...
main.main()
\t/tmp/sandbox/main.go:5 +0x1
after`);
    expect(compacted(lines)).toEqual(['goroutine 1 [running]: #1 main.go:3', 'after']);
  });

  it('is not seen in what the program prints itself, nor where there is none', () => {
    expect(compacted(written('goroutine 1 [running]:\nmain.main()\n\tx.go:1', 'stdout'))).toBe(
      null,
    );
    expect(compacted(written('goroutine 1 is running\n\nhello'))).toBe(null);
  });
});
