// Calls of log/slog whose keys and values do not pair up.

import type { CallExpr, Expr } from '../syntax/ast.ts';
import { isInterface } from '../types/predicates.ts';
import { quoteBytes } from '../types/constant-format.ts';
import { signatureOf } from '../types/object.ts';
import { Typ } from '../types/basic.ts';
import { typeSetOf } from '../types/type-set.ts';
import type { Func, Type } from '../types/type.ts';
import { under } from '../types/under.ts';
import { encodeUtf8 } from '../../base/utf8.ts';
import { isTypeNamed, receiverNamedOrNull, staticCalleeOrNull } from './calls.ts';
import { expressionText } from './expression-text.ts';
import { type Analyzer, forEachNode, type Pass, typeOrNull } from './pass.ts';

const levels = {
  ...{ Debug: 1, Info: 1, Warn: 1, Error: 1, Log: 3 },
  ...{ DebugContext: 2, InfoContext: 2, WarnContext: 2, ErrorContext: 2 },
};

/** How many arguments stand before the pairs, by receiver and name. */
const pairFuncs: { readonly [receiver: string]: { readonly [name: string]: number } } = {
  '': { ...levels, Group: 1 },
  Logger: { ...levels, With: 0 },
  Record: { Add: 0 },
};

export const slog: Analyzer = {
  name: 'slog',
  run(pass) {
    forEachNode(pass, ['CallExpr'], (call) => {
      const callee = staticCalleeOrNull(pass, call);
      if (callee === null || call.ellipsis !== 0) return;
      const skipped = skippedOrNull(callee);
      if (skipped === null) return;
      const selector = call.fun.kind === 'SelectorExpr' ? call.fun : null;
      const selection = selector === null ? undefined : pass.info.selections.get(selector);
      const first = skipped + (selection?.kind === 'MethodExpr' ? 1 : 0);
      if (call.args.length > first) checkPairs(pass, call, callee, call.args.slice(first));
    });
  },
};

function skippedOrNull(callee: Func): number | null {
  if (callee.pkg?.path !== 'log/slog') return null;
  const receiver = receiverNamedOrNull(callee)?.obj.name ?? '';
  if (receiver === '' && signatureOf(callee).recv !== null) return null;
  const names = Object.hasOwn(pairFuncs, receiver) ? pairFuncs[receiver] : undefined;
  return names !== undefined && Object.hasOwn(names, callee.name)
    ? (names[callee.name] ?? null)
    : null;
}

function checkPairs(pass: Pass, call: CallExpr, callee: Func, args: readonly Expr[]): void {
  const name = shortName(callee);
  let expects: 'key' | 'value' | 'unknown' = 'key';
  let unknown: Expr | null = null;
  for (const arg of args) {
    const type = typeOrNull(pass, arg) ?? Typ.untypedNil;
    if (expects === 'value') {
      expects = 'key';
    } else if (expects === 'unknown') {
      unknown = arg;
      if (type !== Typ.string && !isAttr(type) && !isInterface(type)) expects = 'key';
    } else if (type === Typ.string) {
      expects = 'value';
    } else if (isInterface(type) && holdsAnything(type)) {
      expects = 'unknown';
    } else if (!isAttr(type)) {
      reportKey(pass, name, arg, unknown);
      return;
    }
  }
  if (expects !== 'value') return;
  const what = unknown === null ? 'missing a final value' : 'has a missing or misplaced value';
  pass.report(call, `call to ${name} ${what}`);
}

function reportKey(pass: Pass, name: string, arg: Expr, unknown: Expr | null): void {
  const quoted = (x: Expr): string => quoteBytes(encodeUtf8(expressionText(pass, x)));
  const message =
    unknown === null
      ? `should be a string or a slog.Attr (possible missing key or value)`
      : `should probably be a string or a slog.Attr (previous arg ${quoted(unknown)} cannot be a key)`;
  pass.report(arg, `${name} arg ${quoted(arg)} ${message}`);
}

function isAttr(type: Type): boolean {
  return isTypeNamed(type, 'log/slog', 'Attr');
}

function holdsAnything(type: Type): boolean {
  const underlying = under(type);
  return underlying.kind === 'Interface' && typeSetOf(underlying).methods.length === 0;
}

// `slog.Info`, `slog.Logger.With`
function shortName(callee: Func): string {
  const receiver = receiverNamedOrNull(callee);
  const prefix = receiver === null ? '' : `${receiver.obj.name}.`;
  return `${callee.pkg?.name ?? ''}.${prefix}${callee.name}`;
}
