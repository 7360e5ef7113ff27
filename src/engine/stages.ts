// Any stage between source text and world, printed: what `interleave show` prints, and what to look
// at first when a stage is in doubt.

import type { Evaluate } from './code/unit.ts';
import { compile, recordingOf, type Scheduling, start } from './engine.ts';
import { checkSources, diagnosticText, type SourceText } from './go/compile.ts';
import { printProgram } from './go/ir/print-ir.ts';
import { formatDiagnostics } from './go/syntax/diagnostic.ts';
import { parse } from './go/syntax/parser.ts';
import { FileSet } from './go/syntax/pos.ts';
import { printAst } from './go/syntax/print-ast.ts';
import { scan } from './go/syntax/scanner.ts';
import { printTypes } from './go/types/print-types.ts';
import { foldTo } from './trace/fold.ts';
import { printTrace } from './trace/print-trace.ts';
import { printWorld } from './trace/print-world.ts';

export const stageNames = ['tokens', 'ast', 'types', 'ir', 'trace', 'world'] as const;
export type StageName = (typeof stageNames)[number];

export interface StageOptions {
  readonly scheduling: Scheduling;
  readonly evaluate: Evaluate;
  /** Events folded for `world`; null is all. */
  readonly step: number | null;
}

/** The printed stage, as far as the program gets; `errors` is what the go command would print. */
export interface PrintedStage {
  readonly text: string;
  readonly errors: string;
}

/** Prints one stage of a program. */
export function printStage(
  stage: StageName,
  source: SourceText,
  options: StageOptions,
): PrintedStage {
  switch (stage) {
    case 'tokens':
      return { text: printTokens(source), errors: '' };
    case 'ast':
      return printTree(source);
    case 'types':
      return printChecked(source);
    default:
      return printRun(stage, source, options);
  }
}

function printTokens(source: SourceText): string {
  const fset = new FileSet();
  const lines = scan(fset.addFile(source.name, source.text)).map((token) => {
    const { line, column } = fset.position(token.pos);
    return `${line}:${column}\t${token.kind}\t${JSON.stringify(token.text)}\n`;
  });
  return lines.join('');
}

function printTree(source: SourceText): PrintedStage {
  const fset = new FileSet();
  const file = fset.addFile(source.name, source.text);
  const parsed = parse(file);
  return { text: printAst(parsed.file, file), errors: formatDiagnostics(fset, parsed.diagnostics) };
}

function printChecked(source: SourceText): PrintedStage {
  const result = checkSources([source]);
  const main = result.program?.packages.at(-1);
  const tree = main?.files[0];
  if (main === undefined || tree === undefined) return { text: '', errors: diagnosticText(result) };
  return { text: printTypes(result.fset, main.pkg, tree, main.info), errors: '' };
}

function printRun(
  stage: 'ir' | 'trace' | 'world',
  source: SourceText,
  options: StageOptions,
): PrintedStage {
  const compiled = compile([source]);
  if (!compiled.ok) return { text: '', errors: compiled.text };
  if (stage === 'ir') {
    return { text: printProgram(compiled.program, { library: false, source: true }), errors: '' };
  }
  const { scheduling, evaluate } = options;
  const run = start(compiled.program, { scheduling, evaluate });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const recording = recordingOf(run);
  if (stage === 'trace') return { text: printTrace(recording), errors: '' };
  return { text: printWorld(foldTo(recording, options.step ?? recording.length)), errors: '' };
}
