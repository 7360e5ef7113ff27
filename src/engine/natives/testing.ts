// Natives of package testing: showing what happens in one step, and what only the machine knows.

import type { NativeContext } from '../machine/native.ts';

/** Fields: f0 the test that the last text was about. */
interface Printer {
  f0: string;
}

/** Writes text about a test; before it a line that names the test, if the text does not. */
function show(
  context: NativeContext,
  printer: Printer,
  name: string,
  text: string,
  isUnnamed: boolean,
): void {
  const { f0: lastName } = printer;
  const isAnother = isUnnamed && lastName !== '' && lastName !== name;
  printer.f0 = name;
  context.write(1, isAnother ? `=== NAME  ${name}\n${text}` : text);
}

export const testingNatives = {
  'testing.show': show,
  /** Only the main function that is made for tests uses testing.MainStart. */
  'testing.isTest': (context: NativeContext): boolean =>
    context.program.funcByName.has('testing.MainStart'),
  'testing.raceErrors': (context: NativeContext): number => context.statistics.races,
};
