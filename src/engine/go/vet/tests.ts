// Tests, benchmarks and examples that `go test` would not run, by their names and parameters.

import type { Expr, FieldList, File, FuncDecl } from '../syntax/ast.ts';
import { lookupFieldOrMethod } from '../types/lookup.ts';
import { memberOrNull } from '../types/package.ts';
import type { Obj } from '../types/type.ts';
import type { Analyzer, Pass } from './pass.ts';

export const tests: Analyzer = {
  name: 'tests',
  run(pass) {
    for (const file of pass.files) {
      if (!file.source.name.endsWith('_test.go')) continue;
      for (const decl of file.decls) {
        if (decl.kind === 'FuncDecl' && decl.recv === null) checkFunc(pass, file, decl);
      }
    }
  },
};

function checkFunc(pass: Pass, file: File, decl: FuncDecl): void {
  const { name } = decl.name;
  if (name.startsWith('Example')) {
    checkExample(pass, decl);
    checkOutputComments(pass, file, decl);
    return;
  }
  const prefix = ['Test', 'Benchmark', 'Fuzz'].find((each) => name.startsWith(each));
  if (prefix !== undefined) checkTest(pass, decl, prefix);
}

function checkTest(pass: Pass, decl: FuncDecl, prefix: string): void {
  const { params, results, typeParams } = decl.type;
  const [param] = params.list;
  if (count(results) > 0 || params.list.length !== 1 || param === undefined) return;
  if (param.names.length > 1 || !isTestParam(param.type, prefix.charAt(0))) return;
  const { name } = decl.name;
  if (typeParams !== null && typeParams.list.length > 0) {
    const message = `${name} has type parameters: it will not be run by go test as a ${prefix}XXX function`;
    pass.report({ pos: typeParams.opening, end: typeParams.closing }, message);
  }
  if (!/^\p{Ll}/u.test(name.slice(prefix.length))) return;
  const message = `${name} has malformed name: first letter after '${prefix}' must not be lowercase`;
  pass.report(decl.name, message);
}

function count(fields: FieldList | null): number {
  return fields === null ? 0 : fields.list.length;
}

// By name only, as in vet: `*T`, `*testing.T`.
function isTestParam(type: Expr, name: string): boolean {
  if (type.kind !== 'StarExpr') return false;
  if (type.x.kind === 'Ident') return type.x.name === name;
  return type.x.kind === 'SelectorExpr' && type.x.sel.name === name;
}

function checkExample(pass: Pass, decl: FuncDecl): void {
  const { name } = decl.name;
  const { params, results, typeParams } = decl.type;
  if (count(params) > 0) pass.report(decl.pos, `${name} should be niladic`);
  if (count(results) > 0) pass.report(decl.pos, `${name} should return nothing`);
  if (count(typeParams) > 0) pass.report(decl.pos, `${name} should not have type params`);
  if (name === 'Example') return;
  const suffix = name.slice('Example'.length);
  const [subject = '', member, ...rest] = suffix.split('_');
  const objects = lookup(pass, subject);
  if (subject !== '' && objects.length === 0) {
    pass.report(decl.pos, `${name} refers to unknown identifier: ${subject}`);
    return;
  }
  if (member === undefined) return;
  if (subject === '') {
    const residual = suffix.slice(1);
    if (isExampleSuffix(residual)) return;
    pass.report(decl.pos, `${name} has malformed example suffix: ${residual}`);
    return;
  }
  if (!isExampleSuffix(member) && !objects.some((object) => hasMember(object, member))) {
    pass.report(decl.pos, `${name} refers to unknown field or method: ${subject}.${member}`);
  }
  const last = rest.join('_');
  if (rest.length > 0 && !isExampleSuffix(last)) {
    pass.report(decl.pos, `${name} has malformed example suffix: ${last}`);
  }
}

function hasMember(object: Obj, name: string): boolean {
  return lookupFieldOrMethod(object.type, true, object.pkg, name).obj !== null;
}

function isExampleSuffix(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

// In the package or in any that it imports: it may be an external test.
function lookup(pass: Pass, name: string): readonly Obj[] {
  const own = pass.pkg.scope.lookup(name);
  if (own !== null) return [own];
  return pass.pkg.imports.flatMap((other) => memberOrNull(other, name) ?? []);
}

function checkOutputComments(pass: Pass, file: File, decl: FuncDecl): void {
  const groups = commentGroups(file).filter(({ pos, end }) => pos >= decl.pos && end <= decl.end);
  const outputs = groups.filter(({ isOutput }) => isOutput);
  const message =
    outputs.length > 1
      ? 'there can only be one output comment block per example'
      : 'output comment block must be the last comment block';
  for (const group of outputs) if (group !== groups.at(-1)) pass.report(group.pos, message);
}

function commentGroups(file: File) {
  const groups: { pos: File['pos']; end: File['pos']; isOutput: boolean }[] = [];
  for (const { pos, end, text } of file.comments) {
    const last = groups.at(-1);
    const gap =
      last === undefined
        ? null
        : file.source.text.slice(last.end - file.source.base, pos - file.source.base);
    if (last !== undefined && gap !== null && /^[ \t]*\n?[ \t]*$/.test(gap)) {
      last.end = end;
      continue;
    }
    groups.push({ pos, end, isOutput: /^(?:\/\/|\/\*)\s*(?:unordered )?output:/i.test(text) });
  }
  return groups;
}
