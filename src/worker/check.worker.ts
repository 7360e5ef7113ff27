// Checks the source while it is being typed, in a worker of its own, so that a program that runs
// does not keep the typist waiting.

import { expose } from 'comlink';
import { archiveLines, diagnose } from '../engine/engine.ts';
import type { CheckerService } from './protocol.ts';

const service: CheckerService = {
  check: (fileName, text) => {
    // Of an archive the lines are those of the one text in the editor.
    const lineIn = archiveLines(text);
    return diagnose([{ name: fileName, text }]).map((found) => ({
      ...found,
      file: fileName,
      line: lineIn(found.file, found.line),
      endLine: lineIn(found.file, found.endLine),
    }));
  },
};

expose(service);
