// The menu's table and the Go files beside it agree.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { firstProgramId, menuPrograms } from './programs.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

describe('the menu', () => {
  it('lists every Go file of its folder once', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.go'));
    expect(menuPrograms.map((program) => program.file).sort()).toEqual(files.sort());
  });

  it('names each file after its id', () => {
    for (const program of menuPrograms) expect(program.file).toBe(`${program.id}.go`);
  });

  it('opens a program that exists', () => {
    expect(menuPrograms.map((program) => program.id)).toContain(firstProgramId);
  });

  it('offers programs of 15 to 50 lines with what real Go does with them recorded', () => {
    for (const program of menuPrograms) {
      const lines = readFileSync(`${folder}${program.file}`, 'utf8').trimEnd().split('\n').length;
      expect(lines, program.file).toBeGreaterThanOrEqual(15);
      expect(lines, program.file).toBeLessThanOrEqual(50);
      expect(readdirSync(folder)).toContain(`${program.id}.out`);
    }
  });
});
