// One call of a Printf-like function: every directive against its argument, and none left over.
// Only the first mistake of a call is reported.

import { decodeUtf8 } from '../../base/utf8.ts';
import type { CallExpr, Expr } from '../syntax/ast.ts';
import { formatType } from '../types/type-string.ts';
import { under } from '../types/under.ts';
import { versionAllows } from '../types/version.ts';
import { expressionText } from './expression-text.ts';
import { accepts, isFormatter, mismatchOrNull } from './format-arguments.ts';
import { type Directive, parseFormat } from './format-string.ts';
import { type Pass, type PrintKind, type Range, typeOrNull, typeText } from './pass.ts';
import { recursiveMethodOrNull } from './recursive-stringer.ts';
import { posInString } from './string-literal.ts';
import { implementsError } from './type-questions.ts';

interface Verb {
  readonly flags: string;
  readonly kinds: number;
}

const { bool, byte, int, rune, string, float, complex, pointer, error } = accepts;
const numberFlags = ' -+.0';
const allFlags = ' -+.0#';
const number: Verb = { flags: allFlags, kinds: float | complex };
const hexadecimal: Verb = {
  flags: allFlags,
  kinds: rune | int | string | pointer | float | complex,
};

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['%', { flags: '', kinds: 0 }],
  ['b', { flags: allFlags, kinds: int | float | complex | pointer }],
  ['c', { flags: '-', kinds: rune | int }],
  ['d', { flags: numberFlags, kinds: int | pointer }],
  ['e', number],
  ['E', number],
  ['f', number],
  ['F', number],
  ['g', number],
  ['G', number],
  ['o', { flags: allFlags, kinds: int | pointer }],
  ['O', { flags: allFlags, kinds: int | pointer }],
  ['p', { flags: '-#', kinds: pointer }],
  ['q', { flags: allFlags, kinds: rune | int | string }],
  ['s', { flags: numberFlags, kinds: string }],
  ['t', { flags: '-', kinds: bool }],
  ['T', { flags: '-', kinds: accepts.anything }],
  ['U', { flags: '-#', kinds: rune | int }],
  ['v', { flags: allFlags, kinds: accepts.anything }],
  ['w', { flags: allFlags, kinds: error }],
  ['x', hexadecimal],
  ['X', hexadecimal],
]);

/** Checks a call of a function like fmt.Printf or fmt.Errorf, under its full name. */
export function checkFormat(
  pass: Pass,
  version: string,
  kind: PrintKind,
  call: CallExpr,
  name: string,
): void {
  const type = pass.info.types.get(call.fun)?.type;
  if (type?.kind !== 'Signature' || !type.variadic) return;
  const index = type.params.vars.length - 2;
  const formatArg = call.args[index];
  if (formatArg === undefined) return;
  const value = pass.info.types.get(formatArg)?.value;
  if (value?.kind !== 'string') {
    if (index !== call.args.length - 1 || !versionAllows(version, 'go1.24')) return;
    pass.report(formatArg, `non-constant format string in call to ${name}`);
    return;
  }
  new FormatCheck(pass, version, call, name, formatArg, index + 1).check(value.bytes, kind);
}

class FormatCheck {
  private readonly pass: Pass;
  private readonly version: string;
  private readonly call: CallExpr;
  private readonly name: string;
  private readonly formatArg: Expr;
  private readonly firstArgument: number;
  private highest: number;

  constructor(
    pass: Pass,
    version: string,
    call: CallExpr,
    name: string,
    formatArg: Expr,
    firstArgument: number,
  ) {
    this.pass = pass;
    this.version = version;
    this.call = call;
    this.name = name;
    this.formatArg = formatArg;
    this.firstArgument = firstArgument;
    this.highest = firstArgument - 1;
  }

  check(format: string, kind: PrintKind): void {
    const { pass, call, name, firstArgument } = this;
    if (!format.includes('%')) {
      const first = call.args[firstArgument];
      if (first === undefined) return;
      pass.report(first, `${name} call has arguments but no formatting directives`);
      return;
    }
    const directives = parseFormat(format, firstArgument);
    if ('problem' in directives) {
      pass.report(this.formatArg, `${name} ${decodeUtf8(directives.problem)}`);
      return;
    }
    for (const directive of directives) {
      if (directive.verb === 'w' && kind !== 'errorf') {
        const message = `${name} does not support error-wrapping directive %w`;
        pass.report(this.rangeOf(directive), message);
        return;
      }
      if (!this.isDirectiveOk(directive)) return;
    }
    if (call.ellipsis !== 0 && this.highest >= call.args.length - 2) return;
    if (directives.some((d) => d.isIndexed || d.width.isIndexed || d.precision.isIndexed)) return;
    if (this.highest + 1 >= call.args.length) return;
    const wanted = count(this.highest + 1 - firstArgument);
    const given = count(call.args.length - firstArgument);
    pass.report(call, `${name} call needs ${wanted} but has ${given}`);
  }

  private rangeOf(directive: Directive): Range {
    const { formatArg } = this;
    if (formatArg.kind !== 'BasicLit') return formatArg;
    return {
      pos: posInString(formatArg, directive.start),
      end: posInString(formatArg, directive.end),
    };
  }

  // Reports and returns false.
  private refuse(directive: Directive, what: string): false {
    const text = decodeUtf8(directive.text);
    this.pass.report(this.rangeOf(directive), `${this.name} format ${text} ${what}`);
    return false;
  }

  private isDirectiveOk(directive: Directive): boolean {
    const { verb } = directive;
    const known = verbs.get(verb);
    const argument = this.call.args[directive.argument];
    const isOwnFormatter =
      verb !== 'w' && argument !== undefined && this.isFormatterValue(argument);
    if (!isOwnFormatter) {
      if (known === undefined) return this.refuse(directive, `has unknown verb ${verb}`);
      for (const flag of directive.flags) {
        if (flag === '0' || known.flags.includes(flag)) continue;
        return this.refuse(directive, `has unrecognized flag ${flag}`);
      }
    }
    const sizes = [directive.width, directive.precision].filter((size) => size.argument >= 0);
    for (const size of sizes) if (!this.isSizeOk(directive, size.argument)) return false;
    const used = sizes.map((size) => size.argument);
    if (verb !== '%') used.push(directive.argument);
    this.highest = Math.max(this.highest, ...used);
    if (verb === '%' || isOwnFormatter || known === undefined) return true;
    return this.isArgumentOk(directive, known);
  }

  private isFormatterValue(argument: Expr): boolean {
    const type = typeOrNull(this.pass, argument);
    return type !== null && isFormatter(type);
  }

  private isSizeOk(directive: Directive, index: number): boolean {
    const argument = this.argumentOrNull(directive, index);
    if (argument === null) return false;
    const type = typeOrNull(this.pass, argument);
    const reason = type === null ? null : mismatchOrNull(this.pass, int, type);
    if (reason === null) return true;
    const text = expressionText(this.pass, argument);
    return this.refuse(directive, `uses non-int ${text}${inBrackets(reason)} as argument of *`);
  }

  // Null if the argument cannot be seen: there is none, or it is in a slice.
  private argumentOrNull(directive: Directive, index: number): Expr | null {
    const { args, ellipsis } = this.call;
    const argument = args[index] ?? null;
    if (argument !== null && (index < args.length - 1 || ellipsis === 0)) return argument;
    if (ellipsis !== 0) return null;
    const number = index - this.firstArgument + 1;
    const given = count(args.length - this.firstArgument);
    this.refuse(directive, `reads arg #${number}, but call has ${given}`);
    return null;
  }

  private isArgumentOk(directive: Directive, known: Verb): boolean {
    const { pass } = this;
    const { verb, flags } = directive;
    const argument = this.argumentOrNull(directive, directive.argument);
    if (argument === null) return false;
    const type = typeOrNull(pass, argument);
    if (type === null) return true;
    if (verb === 'w' && this.isPointerToError(directive, type)) return false;
    const text = expressionText(pass, argument);
    if (type.kind === 'Signature' && verb !== 'p' && verb !== 'T') {
      return this.refuse(directive, `arg ${text} is a func value, not called`);
    }
    // Since go1.26 no integer but bytes and runes is quoted.
    const isNarrowQuote = verb === 'q' && versionAllows(this.version, 'go1.26');
    const kinds = isNarrowQuote ? rune | byte | string : known.kinds;
    const reason = mismatchOrNull(pass, kinds, type);
    if (reason !== null) {
      const shown = typeText(pass, type);
      return this.refuse(directive, `has arg ${text} of wrong type ${shown}${inBrackets(reason)}`);
    }
    // The flag # keeps fmt from calling methods, but for these verbs.
    const callsMethods = !flags.includes('#') || ['q', 'x', 'X'].includes(verb);
    if ((kinds & string) === 0 || verb === 'T' || !callsMethods) return true;
    const method = recursiveMethodOrNull(pass, argument);
    if (method === null) return true;
    return this.refuse(directive, `with arg ${text} causes recursive ${method} method call`);
  }

  private isPointerToError(directive: Directive, type: Parameters<typeof under>[0]): boolean {
    const { pass } = this;
    const pointed = under(type);
    if (pointed.kind !== 'Pointer' || !implementsError(pointed.elem)) return false;
    if (!versionAllows(this.version, 'go1.27')) return false;
    const format = {
      ...pass.format,
      qualifier: (pkg: typeof pass.pkg) => (pkg === pass.pkg ? '' : pkg.name),
    };
    const wanted = formatType(pointed.elem, format);
    const given = formatType(type, format);
    const message = `%w wants operand of error type ${wanted}, not pointer type ${given} (defeats errors.Is)`;
    pass.report(this.rangeOf(directive), message);
    return true;
  }
}

function count(n: number): string {
  return n === 1 ? '1 arg' : `${n} args`;
}

function inBrackets(reason: string): string {
  return reason === '' ? '' : ` (${reason})`;
}
