// Any stage between source text and world, printed: what `interleave show` prints, and what to look
// at first when a stage is in doubt.

import { compile, recordingOf, type RunOptions, start } from './engine.ts';
import {
  checkSources,
  diagnosticText,
  type FrontEndOptions,
  type SourceText,
} from './go/compile.ts';
import { printProgram } from './go/ir/print-ir.ts';
import { formatDiagnostics } from './go/syntax/diagnostic.ts';
import { parse } from './go/syntax/parser.ts';
import { FileSet } from './go/syntax/pos.ts';
import { printAst } from './go/syntax/print-ast.ts';
import { scan } from './go/syntax/scanner.ts';
import { printTypes } from './go/types/print-types.ts';
import type { StageName } from './stage-names.ts';
import { foldTo } from './trace/fold.ts';
import { printTrace } from './trace/print-trace.ts';
import { printWorld } from './trace/print-world.ts';

export interface StageOptions {
  readonly run: RunOptions;
  readonly frontEnd: FrontEndOptions;
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
  sources: readonly SourceText[],
  options: StageOptions,
): PrintedStage {
  switch (stage) {
    case 'tokens':
      return { text: sources.map(printTokens).join(''), errors: '' };
    case 'ast':
      return printTrees(sources);
    case 'types':
      return printChecked(sources, options);
    default:
      return printRun(stage, sources, options);
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

function printTrees(sources: readonly SourceText[]): PrintedStage {
  const fset = new FileSet();
  const files = sources.map(({ name, text }) => fset.addFile(name, text));
  const parsed = files.map((file) => parse(file));
  return {
    text: parsed.map(({ file }) => printAst(file, file.source)).join(''),
    errors: formatDiagnostics(
      fset,
      parsed.flatMap(({ diagnostics }) => diagnostics),
    ),
  };
}

function printChecked(sources: readonly SourceText[], options: StageOptions): PrintedStage {
  const result = checkSources(sources, options.frontEnd);
  const main = result.program?.packages.at(-1);
  if (main === undefined) return { text: '', errors: diagnosticText(result) };
  const texts = main.files.map((tree) => printTypes(result.fset, main.pkg, tree, main.info));
  return { text: texts.join(''), errors: '' };
}

function printRun(
  stage: 'ir' | 'trace' | 'world',
  sources: readonly SourceText[],
  options: StageOptions,
): PrintedStage {
  const compiled = compile(sources, options.frontEnd);
  if (!compiled.ok) return { text: '', errors: compiled.text };
  if (stage === 'ir') {
    return { text: printProgram(compiled.program, { library: false, source: true }), errors: '' };
  }
  const run = start(compiled.program, options.run);
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const recording = recordingOf(run);
  if (stage === 'trace') return { text: printTrace(recording), errors: '' };
  return { text: printWorld(foldTo(recording, options.step ?? recording.length)), errors: '' };
}
