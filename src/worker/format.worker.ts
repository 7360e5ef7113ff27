// gofmt itself, compiled to WebAssembly.

import init, { format } from '@wasm-fmt/gofmt/vite';
import { expose } from 'comlink';
import type { Diagnostic, FormatResult, FormatterService } from './protocol.ts';

const ready = init();

const service: FormatterService = {
  format: async (fileName, text): Promise<FormatResult> => {
    await ready;
    try {
      return { kind: 'formatted', text: format(text) };
    } catch (error) {
      return { kind: 'rejected', diagnostics: [diagnosticOf(fileName, String(error))] };
    }
  },
};

/** `3:12: expected ')', found '{' (and 1 more errors)`, as go/parser says it. */
function diagnosticOf(file: string, text: string): Diagnostic {
  const match = /(\d+):(\d+): (.*)/.exec(text);
  const line = Number(match?.[1] ?? 1);
  const column = Number(match?.[2] ?? 1);
  const message = match?.[3] ?? text;
  return { file, line, column, endLine: line, endColumn: column + 1, message };
}

expose(service);
