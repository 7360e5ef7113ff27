import { expect, test } from 'vitest';
import { compile } from '../../engine.ts';
import { demandLibraryPackage } from '../compile.ts';
import { isInternal } from './import-refusal.ts';
import type { Decl, Spec } from '../syntax/ast.ts';
import { parse, parseLazily } from '../syntax/parser.ts';
import { FileSet } from '../syntax/pos.ts';
import { libraryFiles, libraryPackages } from './library.ts';

test.each(libraryPackages())('the functions of %s end where they seem to', (path) => {
  for (const { name, text } of libraryFiles(path) ?? []) {
    const lazy = parseLazily(new FileSet().addFile(name, text));
    const whole = parse(new FileSet().addFile(name, text));
    expect(lazy.file.decls.map(shapeOf)).toEqual(whole.file.decls.map(shapeOf));
  }
});

function shapeOf(decl: Decl): readonly unknown[] {
  if (decl.kind === 'GenDecl') return [decl.kind, decl.pos, decl.end, ...decl.specs.map(parts)];
  if (decl.kind !== 'FuncDecl') return [decl.kind, decl.pos, decl.end];
  const { name, recv, type, body } = decl;
  return [decl.kind, decl.pos, decl.end, name, recv, type, body?.end, body?.list.length];
}

function parts(spec: Spec): unknown {
  if (spec.kind !== 'TypeSpec') return spec;
  const { pos, end, name, typeParams, assign, type } = spec;
  return [pos, end, name, typeParams, assign, type];
}

test.each(libraryPackages().filter((path) => !isInternal(path)))('package %s compiles', (path) => {
  const text = `package main\n\nimport _ "${path}"\n\nfunc main() {}\n`;
  expect(compile([{ name: 'prog.go', text }])).toMatchObject({ ok: true });
  // Programs have only what they use checked.
  demandLibraryPackage(path);
});
