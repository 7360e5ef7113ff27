// `interleave fmt PATH…`: gofmt itself, compiled to WebAssembly, on files, folders and archives.
// Without options files are rewritten, and those that changed are named; nothing else is touched.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { format } from '@wasm-fmt/gofmt';
import { unpackOrNull } from '../engine/go/archive/archive.ts';
import { printTxtar } from '../engine/go/archive/txtar.ts';
import type { FmtCommand } from './arguments.ts';
import { decodeSource, sizeOfSource, strayBytes } from './decode.ts';
import { unifiedDiff } from './line-diff.ts';
import { UsageError } from './usage-error.ts';

/** Formats; 2 if something is no Go, 1 if --diff found a difference, else 0. */
export function fmtCommand(command: FmtCommand): number {
  let exitCode = 0;
  for (const path of command.paths.flatMap((each) => filesAt(each, true))) {
    const isStandardInput = path === '-';
    const name = isStandardInput ? '<standard input>' : path;
    const text = readText(path);
    const formatted = formatFile(name, text, path.endsWith('.txtar'));
    if (formatted.errors !== '') {
      process.stderr.write(formatted.errors);
      exitCode = 2;
      continue;
    }
    const isChanged = formatted.text !== text;
    if (isStandardInput && !command.list && !command.diff) process.stdout.write(formatted.text);
    if (!isChanged) continue;
    if (command.list || (!command.diff && !isStandardInput)) process.stdout.write(`${name}\n`);
    if (command.diff) {
      const shown = isStandardInput ? 'standard input' : name;
      process.stdout.write(unifiedDiff(`${shown}.orig`, text, shown, formatted.text));
      exitCode = Math.max(exitCode, 1);
    } else if (!command.list && !isStandardInput) writeFileSync(path, formatted.text);
  }
  return exitCode;
}

interface Formatted {
  readonly text: string;
  /** As gofmt prints them. */
  readonly errors: string;
}

/** One file, or the Go files of an archive. */
export function formatFile(name: string, text: string, isArchive: boolean): Formatted {
  if (!isArchive) return formatGo(name, text);
  const unpacked = unpackOrNull(text);
  if (unpacked === null) return formatGo(name, text);
  if (unpacked.kind === 'error') return { text, errors: `${name}: ${unpacked.message}\n` };
  const files = unpacked.files.map((file) => ({
    ...file,
    ...(file.name.endsWith('.go')
      ? formatGo(`${name}/${file.name}`, file.text)
      : { text: file.text, errors: '' }),
  }));
  const errors = files.map((file) => file.errors).join('');
  // The file above all headings is the archive's comment.
  const [first, ...rest] = files;
  const hasComment = first?.linesAbove === 0;
  return {
    text: hasComment
      ? printTxtar({ comment: first.text, files: rest })
      : printTxtar({ comment: '', files }),
    errors,
  };
}

function formatGo(name: string, text: string): Formatted {
  const strays = strayBytes(text);
  if (strays.length > 0) {
    const errors = strays.map((offset) => {
      const start = text.lastIndexOf('\n', offset) + 1;
      const line = text.slice(0, start).split('\n').length;
      return `${name}:${line}:${sizeOfSource(text.slice(start, offset)) + 1}: illegal UTF-8 encoding\n`;
    });
    return { text, errors: errors.join('') };
  }
  try {
    return { text: format(text), errors: '' };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { text, errors: `${name}:${message.trimEnd()}\n` };
  }
}

/** The file itself, or as gofmt the Go files below a folder but hidden ones. */
function filesAt(path: string, isNamed: boolean): readonly string[] {
  const folder = path.replace(/(^|\/)\.\.\.$/, '') || '.';
  if (path === '-' || !statOf(folder).isDirectory()) return [path];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      // Without "./", as a person would type it.
      const inside = isNamed && folder === '.' ? entry.name : join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesAt(inside, false);
      return entry.name.endsWith('.go') ? [inside] : [];
    });
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : ''}`);
  }
}

function readText(path: string): string {
  try {
    return decodeSource(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${error instanceof Error ? error.message : ''}`);
  }
}
