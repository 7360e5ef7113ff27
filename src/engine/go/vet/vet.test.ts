// Every recorded program has the findings that the real `go vet` has, in the same places and words,
// and correct programs have none. The records are made by scripts/vet-oracle.mjs.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkSources } from '../compile.ts';
import { formatDiagnostics } from '../syntax/diagnostic.ts';
import type { Pos } from '../syntax/pos.ts';
import { findingText, isGoFinding, vetPackage } from './vet.ts';

const folder = 'src/testdata/vet';
const names = readdirSync(folder).filter((name) => name.endsWith('.go'));

/** The findings as the records have them; vet's own message if the text does not compile. */
function checkVet(text: string, name = 'prog.go'): string {
  const tests = (): string => 'package main\n\nfunc main() {}\n';
  const options = name.endsWith('_test.go') ? { tests } : {};
  const { fset, program, diagnostics, path } = checkSources([{ name, text }], {
    ...options,
    vets: true,
  });
  const main = program?.packages.findLast(({ pkg }) => pkg.path === path || pkg.path === 'main');
  if (main === undefined) {
    return `vet: ${formatDiagnostics(fset, diagnostics.slice(0, 1)).replace(/^# .*\n/gm, '')}`;
  }
  const place = (pos: Pos): string => {
    const { line, column } = fset.position(pos);
    return `${line}:${column}`;
  };
  return vetPackage(fset, main, 'command-line-arguments')
    .filter(isGoFinding)
    .map(
      ({ analyzer, pos, end, message }) => `${place(pos)}-${place(end)} ${analyzer}: ${message}\n`,
    )
    .join('');
}

test.each(names)('%s has the findings of the real go vet', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  const record = readFileSync(`${folder}/${name.replace(/\.go$/, '.vet')}`, 'utf8');
  expect(checkVet(text, name.endsWith('_test.go') ? 'prog_test.go' : 'prog.go')).toBe(record);
});

test('time.After among the cases of a select in a loop is worth a hint of our own', () => {
  const text = `package main

import "time"

func main() {
	c := make(chan int)
	for {
		select {
		case <-c:
		case <-time.After(time.Second):
			return
		}
	}
}
`;
  const { fset, program } = checkSources([{ name: 'prog.go', text }]);
  const main = program?.packages.at(-1);
  if (main === undefined) throw new Error('does not compile');
  const [finding, ...others] = vetPackage(fset, main, 'main');
  expect(others).toEqual([]);
  expect(finding === undefined ? '' : findingText(fset, finding)).toMatch(
    /^prog\.go:10:10: interleave: time\.After in a loop starts a new timer in every round/,
  );
});
