// The verifier finds what would break the machine.

import { describe, expect, it } from 'vitest';
import { noPos } from '../syntax/pos.ts';
import { lowerSource } from '../lower/testing/lower-source.ts';
import type { Instruction } from './instruction.ts';
import type { Func, Program } from './program.ts';
import { verify } from './verify.ts';

const program = lowerSource(`package main
func f(n int) int { return n }
func main() { println(f(1)) }
`);

/** The program with main's code replaced, or other parts of main. */
function withMain(parts: Partial<Func>): Program {
  const funcs = program.funcs.map((func) =>
    func.name === 'main.main' ? { ...func, ...parts } : func,
  );
  return { ...program, funcs };
}

function checkBroken(code: readonly Instruction[], complaint: string): void {
  expect(() => verify(withMain({ code }))).toThrow(complaint);
}

const done: Instruction = { kind: 'return', values: null, pos: noPos };
const nop: Instruction = { kind: 'nop', pos: noPos };

describe('verify', () => {
  it('accepts what lowering makes', () => {
    expect(() => verify(program)).not.toThrow();
  });

  it('demands code', () => {
    checkBroken([], 'main.main has no code');
  });

  it('demands that control stays inside the list', () => {
    checkBroken([nop], '1 is no instruction');
    checkBroken([{ ...nop, next: 7 }, done], '7 is no instruction');
    checkBroken([{ ...done, next: 0 }], 'nothing follows it');
  });

  it('demands that registers exist and get a value', () => {
    const read = (local: number): Instruction => ({
      kind: 'evaluate',
      value: { kind: 'load', place: { kind: 'local', local }, type: 0 },
      pos: noPos,
    });
    checkBroken([read(99), done], 'local 99 does not exist');
    const locals = [{ name: 'x', type: 0, storage: 'register', declared: null }] as const;
    expect(() => verify(withMain({ locals, code: [read(0), done] }))).toThrow('never gets a value');
  });

  it('demands that calls and returns fit the function', () => {
    const func = program.funcs.findIndex(({ name }) => name === 'main.f');
    const callee = { kind: 'static', func } as const;
    const call: Instruction = { kind: 'call', callee, args: [], results: [], site: 0, pos: noPos };
    checkBroken([call, done], 'main.f takes 1 arguments, not 0');
    checkBroken([{ ...done, values: [{ kind: 'zero', type: 0 }] }], 'the function has 0 results');
  });

  it('demands that types and sites exist', () => {
    const value = { kind: 'zero', type: 9999 } as const;
    checkBroken([{ kind: 'evaluate', value, pos: noPos }, done], 'type 9999 does not exist');
    const channel = { kind: 'zero', type: 0 } as const;
    checkBroken([{ kind: 'close', channel, site: 999, pos: noPos }, done], 'site 999');
  });
});
