// `interleave show STAGE FILE`: any stage between source text and world, printed.

import process from 'node:process';
import { compile, recordingOf, start } from '../engine/engine.ts';
import { checkSources, diagnosticText } from '../engine/go/compile.ts';
import { printProgram } from '../engine/go/ir/print-ir.ts';
import { formatDiagnostics } from '../engine/go/syntax/diagnostic.ts';
import { parse } from '../engine/go/syntax/parser.ts';
import { FileSet } from '../engine/go/syntax/pos.ts';
import { printAst } from '../engine/go/syntax/print-ast.ts';
import { scan } from '../engine/go/syntax/scanner.ts';
import { printTypes } from '../engine/go/types/print-types.ts';
import { foldTo } from '../engine/trace/fold.ts';
import { printTrace } from '../engine/trace/print-trace.ts';
import { printWorld } from '../engine/trace/print-world.ts';
import type { ShowCommand } from './arguments.ts';
import { evaluate } from './evaluate.ts';
import { readSource, schedulingOf } from './source.ts';

/** Prints the stage; 1 if the program has errors that keep it from getting there. */
export function showCommand(command: ShowCommand): number {
  const source = readSource(command.path);
  const fset = new FileSet();
  const file = fset.addFile(source.name, source.text);
  switch (command.stage) {
    case 'tokens':
      for (const token of scan(file)) {
        const { line, column } = fset.position(token.pos);
        process.stdout.write(`${line}:${column}\t${token.kind}\t${token.text}\n`);
      }
      return 0;
    case 'ast': {
      const parsed = parse(file);
      process.stdout.write(printAst(parsed.file, file));
      process.stderr.write(formatDiagnostics(fset, parsed.diagnostics));
      return parsed.diagnostics.length > 0 ? 1 : 0;
    }
    case 'types': {
      const result = checkSources([source]);
      process.stderr.write(diagnosticText(result));
      const main = result.program?.packages.at(-1);
      const tree = main?.files[0];
      if (main === undefined || tree === undefined) return 1;
      process.stdout.write(printTypes(result.fset, main.pkg, tree, main.info));
      return 0;
    }
    default:
      return showRun(command);
  }
}

function showRun(command: ShowCommand): number {
  const compiled = compile([readSource(command.path)]);
  if (!compiled.ok) {
    process.stderr.write(compiled.text);
    return 1;
  }
  if (command.stage === 'ir') {
    process.stdout.write(printProgram(compiled.program, { library: false, source: true }));
    return 0;
  }
  const run = start(compiled.program, {
    scheduling: schedulingOf(command.seed, command.schedule),
    evaluate,
  });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const recording = recordingOf(run);
  if (command.stage === 'trace') process.stdout.write(printTrace(recording));
  else process.stdout.write(printWorld(foldTo(recording, command.step ?? recording.length)));
  return 0;
}
