// Interface types and unions (spec, "Interface types"; types2 interface.go, union.go).

import type { Expr, InterfaceType } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { maxTermCount } from './compute-type-set.ts';
import { identical } from './identical.ts';
import { compareObjects, newFunc, newVar } from './object.ts';
import { isInterface, isTypeParam } from './predicates.ts';
import { recordDef, recordTypeAndValue } from './recording.ts';
import { termsOverlap } from './term-list.ts';
import { isImportedConstraint } from './type-declaration.ts';
import { typeSetOf } from './type-set.ts';
import { typeString } from './type-string.ts';
import type {
  Func,
  Interface,
  Type,
  TypeName,
  TypeSetReporter,
  Union,
  UnionTerm,
  Writable,
} from './type.ts';
import { asNamedOrNull, emptyInterface, isInvalid, newInterface, under } from './under.ts';
import { comparableType } from './universe.ts';

/** The type that an interface literal denotes; `def` is the name it is declared under. */
export function interfaceType(check: Checker, e: InterfaceType, def: TypeName | null): Interface {
  const made: Writable<Interface> = {
    ...newInterface([], []),
    complete: false,
    reporter: reporterOf(check),
  };
  const methods: Func[] = [];
  const embeddeds: Type[] = [];
  const embedPos: Pos[] = [];
  for (const element of e.methods.list) {
    const [name] = element.names;
    if (name === undefined) {
      embeddeds.push(parseUnion(check, element.type));
      embedPos.push(startPos(element.type));
      continue;
    }
    if (name.name === '_') {
      check.error(name, 'BlankIfaceMethod', 'methods must have a unique non-blank name');
      continue;
    }
    const type = check.type(element.type);
    if (type.kind !== 'Signature') {
      if (!isInvalid(type)) {
        const message = `${check.text(type)} is not a method signature`;
        check.error(element.type, 'InvalidSyntaxTree', message);
      }
      continue;
    }
    // The declared name reads better in messages than the literal.
    const recvType = (def === null ? null : asNamedOrNull(def.type)) ?? made;
    const recv = newVar('receiver', name.pos, check.pkg, '', recvType);
    const method = newFunc(name.pos, check.pkg, name.name, { ...type, recv });
    recordDef(check, name, method);
    methods.push(method);
  }
  made.complete = true;
  if (methods.length === 0 && embeddeds.length === 0) {
    made.typeSet = typeSetOf(emptyInterface);
    return made;
  }
  made.methods = methods.sort(compareObjects);
  made.embeddeds = embeddeds;
  made.embedPos = embedPos;
  // As soon as possible, so that its errors are reported.
  check.later(() => typeSetOf(made));
  return made;
}

function reporterOf(check: Checker): TypeSetReporter {
  return {
    duplicateMethod(name, pos, otherPos) {
      check.errors.report('DuplicateDecl', [
        { at: pos, message: `duplicate method ${name}` },
        { at: otherPos, message: `other declaration of method ${name}` },
      ]);
    },
    tooManyTerms(pos, max) {
      check.error(pos, 'InvalidUnion', tooManyTerms(max));
    },
    verifyVersion: (pos, version, what) => check.verifyVersion(pos, version, what),
    allowOverlap: () => check.allowVersion('go1.14'),
    later: (action) => check.later(action),
    isImportedConstraint: (type) => isImportedConstraint(check, type),
    typeString: (type) => check.text(type),
  };
}

function tooManyTerms(max: number): string {
  return `cannot handle more than ${max} union terms (implementation limitation)`;
}

// An embedded element: a type, or terms separated by |.
function parseUnion(check: Checker, e: Expr): Type {
  const operators: Expr[] = [];
  const operands: Expr[] = [];
  let rest = e;
  while (rest.kind === 'BinaryExpr' && rest.op === '|') {
    operators.unshift(rest);
    operands.unshift(rest.y);
    rest = rest.x;
  }
  operands.unshift(rest);
  const terms: UnionTerm[] = [];
  let type: Type = Typ.invalid;
  for (const [i, operand] of operands.entries()) {
    const term = parseTilde(check, operand);
    if (operands.length === 1 && !term.tilde) return term.type;
    if (terms.length >= maxTermCount) {
      if (!isInvalid(type)) {
        check.error(operand, 'InvalidUnion', tooManyTerms(maxTermCount));
        type = Typ.invalid;
      }
    } else {
      terms.push(term);
      type = { kind: 'Union', terms: terms.slice() };
    }
    const operator = operators[i - 1];
    if (operator !== undefined) recordTypeAndValue(check, operator, 'typexpr', type, null);
  }
  if (!isInvalid(type)) check.later(() => checkTerms(check, terms, operands));
  return type;
}

function parseTilde(check: Checker, e: Expr): UnionTerm {
  const tilde = e.kind === 'UnaryExpr' && e.op === '~';
  const operand = tilde ? e.x : e;
  let type = check.type(operand);
  if (isTypeParam(type)) {
    const what = tilde ? `type in term ${exprString(e)}` : 'term';
    check.error(operand, 'MisplacedTypeParam', `${what} cannot be a type parameter`);
    type = Typ.invalid;
  }
  const term: UnionTerm = { tilde, type };
  if (tilde) {
    const union: Union = { kind: 'Union', terms: [term] };
    recordTypeAndValue(check, e, 'typexpr', union, null);
  }
  return term;
}

function checkTerms(check: Checker, terms: readonly UnionTerm[], operands: readonly Expr[]): void {
  for (const [i, term] of terms.entries()) {
    const operand = operands[i];
    if (operand === undefined || isInvalid(term.type)) continue;
    const fail = (message: string): void => check.error(operand, 'InvalidUnion', message);
    const name = check.text(term.type);
    // As gc, terms are printed with package paths, unlike types.
    const text = (term.tilde ? '~' : '') + typeString(term.type);
    const underlying = under(term.type);
    if (term.tilde) {
      if (underlying.kind === 'Interface') {
        fail(`invalid use of ~ (${name} is an interface)`);
        continue;
      }
      if (!identical(underlying, term.type)) {
        fail(`invalid use of ~ (underlying type of ${name} is ${check.text(underlying)})`);
        continue;
      }
    }
    if (underlying.kind === 'Interface') {
      const set = typeSetOf(underlying);
      if (set.methods.length > 0) fail(`cannot use ${text} in union (${text} contains methods)`);
      else if (term.type === comparableType) fail('cannot use comparable in union');
      else if (set.comparable) fail(`cannot use ${text} in union (${text} embeds comparable)`);
      continue;
    }
    const other = terms
      .slice(0, i)
      .find((each) => !isInterface(each.type) && termsOverlap(each, term, identical));
    if (other !== undefined) {
      fail(`overlapping terms ${text} and ${other.tilde ? '~' : ''}${typeString(other.type)}`);
    }
  }
}
