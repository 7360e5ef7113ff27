import { expect, test } from 'vitest';
import { compile } from '../../engine.ts';
import { demandLibraryPackage } from '../compile.ts';
import { isInternal } from './import-refusal.ts';
import { libraryPackages } from './library.ts';

test.each(libraryPackages().filter((path) => !isInternal(path)))('package %s compiles', (path) => {
  const text = `package main\n\nimport _ "${path}"\n\nfunc main() {}\n`;
  expect(compile([{ name: 'prog.go', text }])).toMatchObject({ ok: true });
  // Programs have only what they use checked.
  demandLibraryPackage(path);
});
