// Go source in, a run out: the whole line below the façade, for tests of the machine.

import { decodeUtf8 } from '../../base/utf8.ts';
import { checkSources, diagnosticText } from '../../go/compile.ts';
import type { Program } from '../../go/ir/program.ts';
import { lower } from '../../go/lower/lower.ts';
import { machineMethods } from '../../go/lower/options.ts';
import { libraryNatives } from '../../natives/library-natives.ts';
import { schedulingNatives } from '../../natives/machine-natives.ts';
import { timeValue } from '../../natives/time.ts';
import { Trace } from '../../trace/trace.ts';
import { defaultLimits } from '../limits.ts';
import { Machine, type MachineOptions } from '../machine.ts';
import { machineRoots } from '../roots.ts';
import { goScheduler } from '../scheduler.ts';

const natives = new Map([...libraryNatives, ...schedulingNatives]);

/** Compiles one file; throws with gc's text when it has errors. */
export function compileGo(source: string): Program {
  const result = checkSources([{ name: 'prog.go', text: source }]);
  if (result.program === null) throw new Error(diagnosticText(result));
  return lower(result.program.packages, {
    fileSet: result.fset,
    isPureNative: (name) => natives.get(name)?.kind === 'pure',
    nativeMethods: [...machineMethods, 'GoString', 'Format', 'Unwrap', 'Is', 'As'],
    roots: machineRoots,
    godebug: result.program.godebug,
  });
}

/** A machine about to run a program, recording, with defaults that options replace. */
export function bootProgram(program: Program, options: Partial<MachineOptions> = {}): Machine {
  return new Machine({
    program,
    scheduler: goScheduler,
    trace: new Trace(),
    limits: { ...defaultLimits, statements: 50_000_000 },
    seed: 1,
    nsPerStatement: 10,
    processors: 1,
    epoch: 1_257_894_000_000_000_000n,
    args: ['prog'],
    signals: [],
    input: '',
    tracksObjects: false,
    flavour: 'fast',
    natives,
    evaluate: (names, body) => new Function(...names, body) as (...args: never[]) => unknown,
    timeValue,
    ...options,
  });
}

export function bootGo(source: string, options: Partial<MachineOptions> = {}): Machine {
  return bootProgram(compileGo(source), options);
}

/** Everything written to one of the streams. */
export function outputOf(machine: Machine, fd: 1 | 2): string {
  return decodeUtf8(
    machine.output
      .filter((piece) => piece.fd === fd)
      .map(({ bytes }) => bytes)
      .join(''),
  );
}

/** Runs to the end and gives what it wrote to standard output. */
export function runGo(source: string, options: Partial<MachineOptions> = {}): string {
  const machine = bootGo(source, options);
  machine.runTo(Number.POSITIVE_INFINITY);
  return outputOf(machine, 1);
}
