// The help texts, made from the tables of commands and options.

import { type CommandName, commandNames, commandSpec } from './commands.ts';
import { type OptionName, specOf, spellingOf } from './options.ts';

/** What `interleave help` prints. */
export function generalHelp(): string {
  const rows = commandNames.map((name): [string, string] => [name, commandSpec(name).summary]);
  rows.push(['help', 'this text; interleave help COMMAND for a command']);
  rows.push(['version', 'the version of Interleave and of the Go it follows']);
  return [
    'interleave: run Go programs with goroutines so that every run can be repeated',
    '',
    'Usage:',
    '  interleave COMMAND [options] PATH…',
    '',
    'Commands:',
    ...table(rows.map(([name, summary]) => [`  ${name}`, [summary]])),
    '',
    'PATH is a Go file, several, a folder, a txtar archive, or - for standard input.',
    '',
    'Examples:',
    '  interleave run main.go',
    '  interleave run --race --seed 7 .',
    '  interleave test -v ./pool',
    '',
  ].join('\n');
}

/** What `interleave help COMMAND` prints. */
export function commandHelp(name: CommandName): string {
  const { usage, summary, description, options, examples } = commandSpec(name);
  const lines = [`interleave ${name}: ${summary}`, '', 'Usage:'];
  lines.push(...usage.map((line) => `  interleave ${line}`), '', ...description);
  for (const [heading, names] of byGroup([...options, 'help'])) {
    const rows = names.map((option): [string, readonly string[]] => [
      `  ${optionHead(option)}`,
      specOf(option).help,
    ]);
    lines.push('', `${heading}:`, ...table(rows));
  }
  lines.push('', 'Examples:', ...examples.map((line) => `  interleave ${line}`), '');
  return lines.join('\n');
}

/** `-v, --verbose` or `    --seed N`. */
function optionHead(name: OptionName): string {
  const { value, short } = specOf(name);
  const shown = short === undefined ? '    ' : `-${short}, `;
  return `${shown}--${spellingOf(name)}${value === null ? '' : ` ${value}`}`;
}

/** The options under their headings, what has none of its own first. */
function byGroup(
  names: readonly OptionName[],
): readonly (readonly [string, readonly OptionName[]])[] {
  const groups = new Map<string, OptionName[]>([['Options', []]]);
  for (const name of names) {
    const heading = specOf(name).group ?? 'Options';
    const members = groups.get(heading);
    if (members === undefined) groups.set(heading, [name]);
    else members.push(name);
  }
  return [...groups];
}

/** Two columns, the second of which may have several lines. */
function table(rows: readonly (readonly [string, readonly string[]])[]): readonly string[] {
  const width = Math.max(...rows.map(([head]) => head.length)) + 2;
  return rows.flatMap(([head, lines]) =>
    lines.map((line, i) => `${(i === 0 ? head : '').padEnd(width)}${line}`),
  );
}
