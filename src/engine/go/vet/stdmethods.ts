// Methods named like well-known ones but of another type, so that they do not implement the
// interface they seem to.

import type { Ident } from '../syntax/ast.ts';
import { signatureOf } from '../types/object.ts';
import { formatType, plainFormat } from '../types/type-string.ts';
import type { Tuple, Type } from '../types/type.ts';
import { type Analyzer, forEachNode, type Pass } from './pass.ts';
import { implementsError } from './type-questions.ts';

interface Canonical {
  /** With `=`: only if these match is the well-known method meant. */
  readonly args: readonly string[];
  readonly results: readonly string[];
}

const canonicalMethods: { readonly [name: string]: Canonical } = {
  As: { args: ['any'], results: ['bool'] },
  Format: { args: ['=fmt.State', 'rune'], results: [] },
  GobDecode: { args: ['[]byte'], results: ['error'] },
  GobEncode: { args: [], results: ['[]byte', 'error'] },
  Is: { args: ['error'], results: ['bool'] },
  MarshalJSON: { args: [], results: ['[]byte', 'error'] },
  MarshalXML: { args: ['*xml.Encoder', 'xml.StartElement'], results: ['error'] },
  ReadByte: { args: [], results: ['byte', 'error'] },
  ReadFrom: { args: ['=io.Reader'], results: ['int64', 'error'] },
  ReadRune: { args: [], results: ['rune', 'int', 'error'] },
  Scan: { args: ['=fmt.ScanState', 'rune'], results: ['error'] },
  Seek: { args: ['=int64', 'int'], results: ['int64', 'error'] },
  UnmarshalJSON: { args: ['[]byte'], results: ['error'] },
  UnmarshalXML: { args: ['*xml.Decoder', 'xml.StartElement'], results: ['error'] },
  UnreadByte: { args: [], results: ['error'] },
  UnreadRune: { args: [], results: ['error'] },
  Unwrap: { args: [], results: ['error'] },
  WriteByte: { args: ['byte'], results: ['error'] },
  WriteTo: { args: ['=io.Writer'], results: ['int64', 'error'] },
};

export const stdmethods: Analyzer = {
  name: 'stdmethods',
  run(pass) {
    forEachNode(pass, ['FuncDecl', 'InterfaceType'], (node) => {
      if (node.kind === 'FuncDecl') {
        if (node.recv !== null) checkMethod(pass, node.name);
        return;
      }
      for (const field of node.methods.list) {
        for (const name of field.names) checkMethod(pass, name);
      }
    });
  },
};

function checkMethod(pass: Pass, ident: Ident): void {
  const { name } = ident;
  const expected = Object.hasOwn(canonicalMethods, name) ? canonicalMethods[name] : undefined;
  const object = pass.info.defs.get(ident);
  if (expected === undefined || object?.kind !== 'Func') return;
  const signature = signatureOf(object);
  const { params, results, recv } = signature;
  if (name === 'WriteTo' && params.vars.length > 1) return;
  if (name === 'Is' || name === 'As' || name === 'Unwrap') {
    if (recv === null || !implementsError(recv.type)) return;
  }
  if (name === 'Unwrap') {
    const [result] = results.vars;
    if (params.vars.length === 0 && results.vars.length === 1 && result !== undefined) {
      const text = typeText(result.type);
      if (text === 'error' || text === '[]error') return;
    }
    const message = 'method Unwrap() should have signature Unwrap() error or Unwrap() []error';
    return pass.report(ident, message);
  }
  const match = (prefix: string): boolean =>
    matches(expected.args, params, prefix) && matches(expected.results, results, prefix);
  if (!match('=') || match('')) return;
  const actual = name + typeText(signature).replace(/^func/, '');
  pass.report(ident, `method ${actual} should have signature ${signatureText(name, expected)}`);
}

function signatureText(name: string, { args, results }: Canonical): string {
  const list = (types: readonly string[]): string =>
    types.map((type) => type.replace(/^=/, '')).join(', ');
  const call = `${name}(${list(args)})`;
  if (results.length === 0) return call;
  return results.length === 1 ? `${call} ${list(results)}` : `${call} (${list(results)})`;
}

function matches(expected: readonly string[], actual: Tuple, prefix: string): boolean {
  const isOk = expected.every((type, i) => {
    if (!type.startsWith(prefix)) return true;
    const variable = actual.vars[i];
    return variable !== undefined && matchesType(type.replace(/^=/, ''), variable.type);
  });
  return isOk && (prefix !== '' || actual.vars.length <= expected.length);
}

function matchesType(expected: string, actual: Type): boolean {
  const text = typeText(actual);
  return text === expected || (expected === 'any' && text === 'interface{}');
}

function typeText(type: Type): string {
  return formatType(type, { ...plainFormat, qualifier: (pkg) => pkg.name });
}
