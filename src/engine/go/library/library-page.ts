// The text of docs/library.md: the table of what is provided, for people.

import { type Provision, provisions } from './provided.ts';

const introduction = `# The standard library

What of Go's standard library programs may use. This page is generated from the library itself, by
\`npx vitest run --update src/engine/go/library/provided.test.ts\`; a test keeps it true.

A package that is not listed as provided is refused where it is imported, and a missing name where it
is used, with the reason given here.
`;

/** More names than this are only counted. */
const longestList = 60;

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function item(what: string, reason: string): string {
  return reason === '' ? `- ${what}.` : `- ${what}: ${reason}.`;
}

function partText(path: string, { missing, reason }: Provision & { kind: 'in part' }): string {
  const names = missing.length > longestList ? `${missing.length} names` : code(missing);
  return item(`\`${path}\` without ${names}`, reason);
}

/** Packages that are refused for the same reason, together. */
function refusedText(refused: readonly (readonly [string, string])[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const [path, reason] of refused) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), path]);
  }
  return [...byReason].map(([reason, paths]) => item(code(paths), reason));
}

/** The page, in Markdown. */
export function libraryPage(): string {
  const whole: string[] = [];
  const parts: string[] = [];
  const refused: [string, string][] = [];
  for (const [path, provision] of provisions()) {
    if (provision.kind === 'provided') whole.push(path);
    else if (provision.kind === 'in part') parts.push(partText(path, provision));
    else refused.push([path, provision.reason]);
  }
  return [
    introduction,
    '## Provided whole\n',
    `${code(whole)}.\n`,
    '## Provided in part\n',
    `${parts.join('\n')}\n`,
    '## Not provided\n',
    `${refusedText(refused).join('\n')}\n`,
  ].join('\n');
}
