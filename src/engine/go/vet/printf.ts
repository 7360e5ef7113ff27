// Calls of fmt's functions and their wrappers: formats that do not fit their arguments.

import type { CallExpr, Expr } from '../syntax/ast.ts';
import { unalias, under } from '../types/under.ts';
import { isExported } from '../types/object.ts';
import { calleeOrNull, fullName } from './calls.ts';
import { expressionText } from './expression-text.ts';
import { checkFormat } from './format-check.ts';
import { type Analyzer, inspectFiles, type Pass } from './pass.ts';
import { findWrappers, printKindOrNull } from './print-wrappers.ts';
import { recursiveMethodOrNull } from './recursive-stringer.ts';

export const printf: Analyzer = {
  name: 'printf',
  run(pass) {
    findWrappers(pass);
    let version = '';
    inspectFiles(pass, (node) => {
      if (node.kind === 'File') version = pass.info.fileVersions.get(node.source.name) ?? '';
      if (node.kind !== 'CallExpr') return true;
      const callee = calleeOrNull(pass, node);
      const kind = callee === null ? null : printKindOrNull(pass, callee);
      if (callee === null || kind === null) return true;
      const name = fullName(pass, callee);
      if (kind === 'print') checkPrint(pass, node, name);
      else checkFormat(pass, version, kind, node, name);
      return true;
    });
  },
};

// A directive of Printf in the text of a Print; a blank is not taken for a flag.
const directive =
  /%[+\-#]*(?:[0-9]+|(?:\[[0-9]+\])?\*)?\.?(?:[0-9]+|(?:\[[0-9]+\])?\*)?(?:\[[0-9]+\])?[bcdefgopqstvxEFGTUX]/g;

function checkPrint(pass: Pass, call: CallExpr, name: string): void {
  const args = printedOrNull(pass, call);
  const [first] = args ?? [];
  const last = args?.at(-1);
  if (args === null || first === undefined || last === undefined) return;
  if (args.length === call.args.length) checkWriter(pass, call, name, first);
  const text = stringOrNull(pass, first)?.replace(/%$/, '') ?? '';
  for (const [match] of text.matchAll(directive)) {
    // Two hexadecimal digits: an escape in a URL.
    if (/^%[0-9A-Fa-f]{2}/.test(match)) continue;
    pass.report(call, `${name} call has possible Printf formatting directive ${match}`);
    break;
  }
  if (name.endsWith('ln') && stringOrNull(pass, last)?.endsWith('\n') === true) {
    pass.report(call, `${name} arg list ends with redundant newline`);
  }
  for (const arg of args) {
    if (pass.info.types.get(arg)?.type.kind === 'Signature') {
      const text = expressionText(pass, arg);
      pass.report(call, `${name} arg ${text} is a func value, not called`);
    }
    const method = recursiveMethodOrNull(pass, arg);
    if (method === null) continue;
    const text = expressionText(pass, arg);
    pass.report(call, `${name} arg ${text} causes recursive call to ${method} method`);
  }
}

// The arguments of the last parameter, if that is `...any`.
function printedOrNull(pass: Pass, call: CallExpr): readonly Expr[] | null {
  const type = pass.info.types.get(call.fun)?.type;
  const signature = type === undefined ? undefined : under(type);
  if (signature?.kind !== 'Signature') return call.args;
  const last = signature.params.vars.at(-1);
  if (!signature.variadic || last?.type.kind !== 'Slice') return null;
  const elem = unalias(last.type.elem);
  if (elem.kind !== 'Interface' || elem.methods.length > 0 || elem.embeddeds.length > 0)
    return null;
  return call.args.slice(signature.params.vars.length - 1);
}

function checkWriter(pass: Pass, call: CallExpr, name: string, first: Expr): void {
  if (first.kind !== 'SelectorExpr' || first.x.kind !== 'Ident' || first.x.name !== 'os') return;
  if (!first.sel.name.startsWith('Std') || !isExported(first.sel.name)) return;
  const text = expressionText(pass, first);
  pass.report(call, `${name} does not take io.Writer but has first arg ${text}`);
}

function stringOrNull(pass: Pass, x: Expr): string | null {
  const value = pass.info.types.get(x)?.value;
  return value?.kind === 'string' ? value.bytes : null;
}
