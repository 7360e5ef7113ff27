// Channels and select against a model made from the language specification alone: whatever random
// goroutines do with random channels ends, under any schedule on any number of processors, in a way
// that the model allows; and small programs reach every end that it allows.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Program } from '../go/ir/program.ts';
import { goScheduler, randomScheduler } from './scheduler.ts';
import type { Operation, Scripts, SelectCase } from './testing/channel-model.ts';
import { outcomeText, possibleOutcomes } from './testing/channel-model.ts';
import { bootProgram, compileGo, outputOf } from './testing/run-go.ts';

/** The scripts as a Go program: each goroutine prints its number and what it saw, step by step. */
function programOf({ capacities, goroutines }: Scripts): string {
  const makes = capacities.map((capacity, i) => `\tc${i} := make(chan int, ${capacity})`);
  const uses = capacities.map((_, i) => `\t_ = c${i}`);
  const bodies = goroutines.map((script, g) => {
    const lines = script.flatMap((operation) => operationLines(operation, g));
    return `\twg.Go(func() {\n${lines.map((line) => `\t\t${line}\n`).join('')}\t})`;
  });
  return `package main

import "sync"

func note(goroutine int, label string, value int, ok bool) {
	if ok {
		println(goroutine, label, value)
	} else {
		println(goroutine, label, "zero")
	}
}

func main() {
	note(-1, "", 0, true)
	var wg sync.WaitGroup
${[...makes, ...uses, ...bodies].join('\n')}
	wg.Wait()
}
`;
}

function operationLines(operation: Operation, g: number): readonly string[] {
  switch (operation.kind) {
    case 'close':
      return [`close(c${operation.channel})`, `println(${g}, "", "closed")`];
    case 'select': {
      const cases = operation.cases.flatMap((part, i) => [
        `case ${headOf(part)}:`,
        `\t${noteOf(part, g, `case${i}:`)}`,
      ]);
      const otherwise = operation.hasDefault ? ['default:', `\tprintln(${g}, "", "default")`] : [];
      return ['select {', ...cases, ...otherwise, '}'];
    }
    default:
      return operation.kind === 'send'
        ? [headOf(operation), noteOf(operation, g, '')]
        : ['{', `\t${headOf(operation)}`, `\t${noteOf(operation, g, '')}`, '}'];
  }
}

function headOf(part: SelectCase): string {
  return part.kind === 'send'
    ? `c${part.channel} <- ${part.value}`
    : `value, ok := <-c${part.channel}`;
}

function noteOf(part: SelectCase, g: number, label: string): string {
  return part.kind === 'send'
    ? `println(${g}, "${label}", "sent")`
    : `note(${g}, "${label}", value, ok)`;
}

/** How a run ended, in the model's words. */
function outcomeOf(
  program: Program,
  scripts: Scripts,
  processors: number,
  seed: number | null,
): string {
  const scheduler = seed === null ? goScheduler : randomScheduler(seed, 6);
  const machine = bootProgram(program, { processors, scheduler, seed: seed ?? 1 });
  machine.runTo(Number.POSITIVE_INFINITY);
  const logs: string[][] = scripts.goroutines.map(() => []);
  for (const line of outputOf(machine, 2).split('\n')) {
    const [, goroutine, label = '', text = ''] = /^(\d) (\S*) (\S+)$/.exec(line) ?? [];
    if (goroutine !== undefined) logs[Number(goroutine)]?.push(`${label}${text}`);
  }
  const { verdict } = machine;
  if (verdict?.kind !== 'panic') return outcomeText(verdict?.kind ?? '', logs);
  // Goroutine 1 is main.
  const g = verdict.goroutine - 2;
  return outcomeText(`panic ${verdict.text} in ${g}`, [logs[g] ?? []]);
}

const channels = 2;
const channel = fc.nat(channels - 1);
const communication: fc.Arbitrary<SelectCase> = fc.oneof(
  fc.record({ kind: fc.constant('send' as const), channel, value: fc.constant(0) }),
  fc.record({ kind: fc.constant('receive' as const), channel }),
);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: communication },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), channel }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('select' as const),
      cases: fc.array(communication, { minLength: 1, maxLength: 3 }),
      hasDefault: fc.boolean(),
    }),
  },
);
const scriptsArbitrary: fc.Arbitrary<Scripts> = fc
  .record({
    capacities: fc.tuple(fc.nat(2), fc.nat(1)),
    goroutines: fc.array(fc.array(operation, { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    }),
  })
  .map(({ capacities, goroutines }) => ({ capacities, goroutines: goroutines.map(withValues) }));

/** Every value sent is another one. */
function withValues(script: readonly Operation[], g: number): readonly Operation[] {
  let value = 10 * (g + 1);
  const named = (part: SelectCase): SelectCase =>
    part.kind === 'send' ? { ...part, value: value++ } : part;
  return script.map((each) => {
    if (each.kind === 'close') return each;
    return each.kind === 'select' ? { ...each, cases: each.cases.map(named) } : named(each);
  });
}

describe('whatever goroutines do with channels', () => {
  it('ends as the language allows, under any schedule on any number of processors', () => {
    fc.assert(
      fc.property(scriptsArbitrary, fc.nat(1000), (scripts, seed) => {
        const allowed = possibleOutcomes(scripts);
        const program = compileGo(programOf(scripts));
        for (const processors of [1, 2, 4]) {
          for (const chosen of [null, seed, seed + 1]) {
            expect(allowed).toContain(outcomeOf(program, scripts, processors, chosen));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('can end in every way that the language allows', () => {
    const send = (value: number): Operation => ({ kind: 'send', channel: 0, value });
    const receive: Operation = { kind: 'receive', channel: 0 };
    const either: Operation = {
      kind: 'select',
      cases: [
        { kind: 'receive', channel: 0 },
        { kind: 'receive', channel: 1 },
      ],
      hasDefault: true,
    };
    const scripts: Scripts = {
      capacities: [0, 1],
      goroutines: [
        [send(1), { kind: 'send', channel: 1, value: 2 }],
        [either, { kind: 'close', channel: 1 }],
        [receive],
      ],
    };
    const allowed = possibleOutcomes(scripts);
    const program = compileGo(programOf(scripts));
    const reached = new Set<string>();
    for (let seed = 0; seed < 250; seed++) reached.add(outcomeOf(program, scripts, 1, seed));
    expect([...reached].sort()).toEqual([...allowed].sort());
    expect(allowed.size).toBe(4);
  });
});
