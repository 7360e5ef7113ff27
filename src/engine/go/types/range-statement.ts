// Range clauses (spec, "For statements with range clause"; types2 range.go): over integers, strings,
// arrays, slices, maps, channels and iterator functions.

import type { Expr, RangeStmt } from '../syntax/ast.ts';
import { assignment, assignOperand, initVar } from './assignments.ts';
import { runeType, Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { makeInt } from './constant.ts';
import { declare } from './declare.ts';
import { expr } from './evaluate.ts';
import { identical } from './identical.ts';
import { newVar } from './object.ts';
import { Operand } from './operand.ts';
import { isBoolean, isInteger, isString } from './predicates.ts';
import { record, recordDef } from './recording.ts';
import { commonUnder } from './type-set.ts';
import type { Signature, Type, Var } from './type.ts';
import { isInvalid, unalias, under } from './under.ts';
import { exprString } from '../syntax/print-expr.ts';

/**
 * Checks a range clause and leaves the scope of its variables open for the body.
 */
export function rangeClause(check: Checker, s: RangeStmt): void {
  const x = new Operand();
  check.env.hasCallOrRecv = false;
  expr(check, null, x, s.x);
  if (x.isValid && s.value === null && !check.env.hasCallOrRecv) recordLength(check, x);
  const variables = x.isValid ? variableTypes(check, s, x) : noTypes;
  check.openScope(s, 'range');
  if (s.tok === ':=') declareVariables(check, s, x, variables);
  else if (s.key !== null) assignVariables(check, s, x, variables);
  else if (isInteger(x.type)) {
    // An untyped integer gets its default type, which it must fit.
    assignment(check, x, null, 'range clause');
  }
}

// At most one variable over an array: only the length counts, and the array is not evaluated.
function recordLength(check: Checker, x: Operand): void {
  const array = arrayOf(under(x.type));
  if (array.kind !== 'Array') return;
  for (let e = x.expr; e !== null; e = e.kind === 'ParenExpr' ? e.x : null) {
    const length = new Operand();
    length.mode = 'constant';
    length.expr = e;
    length.type = Typ.int;
    length.value = makeInt(array.length);
    record(check, length);
  }
}

// The array that a pointer to an array points at; other types as they are.
function arrayOf(type: Type): Type {
  const pointer = unalias(type);
  if (pointer.kind !== 'Pointer') return type;
  const elem = under(pointer.elem);
  return elem.kind === 'Array' ? elem : type;
}

/** Types of the iteration variables; null if there may be none. */
interface VariableTypes {
  readonly key: Type | null;
  readonly value: Type | null;
}

const noTypes: VariableTypes = { key: null, value: null };
const badTypes: VariableTypes = { key: Typ.invalid, value: Typ.invalid };

function variableTypes(check: Checker, s: RangeStmt, x: Operand): VariableTypes {
  const types = rangeTypes(check, x.type);
  const text = check.operandText(x);
  if ('cause' in types) {
    const cause = types.cause === '' ? '' : `: ${types.cause}`;
    check.error(x, 'InvalidRangeExpr', `cannot range over ${text}${cause}`);
    return badTypes;
  }
  const [extra] = s.extra;
  if (types.key === null && s.key !== null) {
    const message = `range over ${text} permits no iteration variables`;
    check.error(s.key, 'InvalidIterVar', message);
  } else if (types.value === null && s.value !== null) {
    const message = `range over ${text} permits only one iteration variable`;
    check.error(s.value, 'InvalidIterVar', message);
  } else if (extra !== undefined) {
    const message = 'range clause permits at most two iteration variables';
    check.error(extra, 'InvalidIterVar', message);
  }
  return types;
}

/** Why one cannot range over a type; "" if there is nothing to say. */
interface NoRange {
  readonly cause: string;
}

function rangeTypes(check: Checker, type: Type): VariableTypes | NoRange {
  const common = commonUnder(type, (each) => {
    if (each.under === null || each.under.kind !== 'Chan' || each.under.dir !== 'send') return null;
    const { type: channel } = each;
    return (text) => `receive from send-only channel ${text(channel)}`;
  });
  if (common.type === null) return { cause: common.error?.((each) => check.text(each)) ?? '' };
  const ranged = arrayOf(common.type);
  switch (ranged.kind) {
    case 'Basic':
      if (isString(ranged)) return { key: Typ.int, value: runeType };
      if (!isInteger(ranged)) return { cause: '' };
      if (!check.allowVersion('go1.22')) return { cause: 'requires go1.22 or later' };
      return { key: type, value: null };
    case 'Array':
    case 'Slice':
      return { key: Typ.int, value: ranged.elem };
    case 'Map':
      return { key: ranged.key, value: ranged.elem };
    case 'Chan':
      return { key: ranged.elem, value: null };
    case 'Signature':
      if (!check.allowVersion('go1.23')) return { cause: 'requires go1.23 or later' };
      return iteratorTypes(check, ranged);
    default:
      return { cause: '' };
  }
}

const iteratorForm = 'func must be func(yield func(...) bool): ';

function iteratorTypes(check: Checker, iterator: Signature): VariableTypes | NoRange {
  const [param] = iterator.params.vars;
  if (iterator.params.vars.length !== 1 || param === undefined) {
    return { cause: `${iteratorForm}wrong argument count` };
  }
  if (iterator.results.vars.length > 0) return { cause: `${iteratorForm}unexpected results` };
  const { type: yielded, error } = commonUnder(param.type);
  if (yielded?.kind !== 'Signature') {
    const cause = error?.((each) => check.text(each));
    const detail = cause === undefined ? 'argument is not func' : `in yield type, ${cause}`;
    return { cause: iteratorForm + detail };
  }
  const { params, results } = yielded;
  const [key, value] = params.vars;
  if (params.vars.length > 2) {
    return { cause: `${iteratorForm}yield func has too many parameters` };
  }
  const [result] = results.vars;
  if (results.vars.length !== 1 || result === undefined || !identical(result.type, Typ.bool)) {
    const isOwnBool = results.vars.length === 1 && result !== undefined && isBoolean(result.type);
    const detail = isOwnBool ? 'returns user-defined boolean, not bool' : 'does not return bool';
    return { cause: `${iteratorForm}yield func ${detail}` };
  }
  if (yielded.variadic) {
    return { cause: `yield func of type ${check.text(yielded)} cannot be variadic` };
  }
  return { key: key?.type ?? null, value: value?.type ?? null };
}

// The operand that an iteration variable is given; messages show the variable itself.
function iterationValue(e: Expr, type: Type): Operand {
  const y = new Operand();
  y.mode = 'value';
  y.expr = e;
  y.type = type;
  return y;
}

function sides(
  s: RangeStmt,
  types: VariableTypes,
): readonly { readonly e: Expr; readonly type: Type | null }[] {
  const list = [];
  if (s.key !== null) list.push({ e: s.key, type: types.key });
  if (s.value !== null) list.push({ e: s.value, type: types.value });
  return list;
}

function declareVariables(check: Checker, s: RangeStmt, x: Operand, types: VariableTypes): void {
  const added: Var[] = [];
  const overInteger = isInteger(x.type);
  for (const { e, type } of sides(s, types)) {
    const variable = newVar('local', e.pos, check.pkg, e.kind === 'Ident' ? e.name : '_');
    if (e.kind === 'Ident') {
      recordDef(check, e, variable);
      if (e.name !== '_') added.push(variable);
    } else check.error(e, 'InvalidSyntaxTree', `cannot declare ${exprString(e)}`);
    if (type === null || type === Typ.invalid) {
      variable.type = Typ.invalid;
      check.usedVars.add(variable);
    } else if (overInteger) initVar(check, variable, x, 'range clause');
    else initVar(check, variable, iterationValue(e, type), 'assignment');
  }
  if (added.length === 0) {
    check.error(s, 'NoNewVar', 'no new variables on left side of :=');
    return;
  }
  for (const variable of added) {
    declare(check, check.env.scope, null, variable, s.body.pos);
  }
}

function assignVariables(check: Checker, s: RangeStmt, x: Operand, types: VariableTypes): void {
  const overInteger = isInteger(x.type);
  for (const { e, type } of sides(s, types)) {
    if (type === null || isInvalid(type)) continue;
    if (!overInteger) {
      assignOperand(check, e, iterationValue(e, type), 'assignment');
      continue;
    }
    assignOperand(check, e, x, 'range clause');
    // An untyped integer has the variable's type now.
    if (x.isValid && !isInteger(x.type)) {
      const message = `cannot use iteration variable of type ${check.text(x.type)}`;
      check.error(e, 'InvalidRangeExpr', message);
    }
  }
}
