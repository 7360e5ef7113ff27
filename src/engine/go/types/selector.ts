// Selectors and qualified identifiers (spec, "Selectors", "Method values", "Method expressions";
// types2 call.go).

import type { SelectorExpr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { gcPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { isComplete } from './cycles.ts';
import { exprOrType } from './evaluate.ts';
import { type LookupResult, lookupFieldOrMethod, similarMemberOrNull } from './lookup.ts';
import { interfacePtrError } from './missing-method.ts';
import { ensureDeclared, isExported, newParam, signatureOf } from './object.ts';
import type { Operand } from './operand.ts';
import { memberOrNull } from './package.ts';
import { isInterfacePtr } from './predicates.ts';
import { recordSelection, recordUse } from './recording.ts';
import type { SelectionKind } from './selection.ts';
import { selectorError } from './selector-errors.ts';
import type { Func, Obj, Package, PkgName, Signature, Type, Var } from './type.ts';
import { asNamedOrNull, isInvalid, under } from './under.ts';

/** Makes `x` what a selector denotes; with `wantType` it must be a type. */
export function selector(check: Checker, x: Operand, e: SelectorExpr, wantType: boolean): void {
  const pkgName = packageOf(check, e);
  const ok =
    pkgName !== null
      ? qualifiedIdentifier(check, x, e, pkgName)
      : memberSelector(check, x, e, wantType);
  if (!ok) {
    x.invalidate();
    x.type = Typ.invalid;
  }
  x.expr = e;
}

function packageOf(check: Checker, e: SelectorExpr): PkgName | null {
  if (e.x.kind !== 'Ident') return null;
  const object = check.lookup(e.x.name);
  if (object?.kind !== 'PkgName') return null;
  recordUse(check, e.x, object);
  check.usedPkgNames.add(object);
  return object;
}

function qualifiedIdentifier(
  check: Checker,
  x: Operand,
  e: SelectorExpr,
  pkgName: PkgName,
): boolean {
  const pkg = pkgName.imported;
  const name = e.sel.name;
  // gc reads packages from export data, which know nothing of names that are not exported.
  const object = isExported(name) ? memberOrNull(pkg, name) : null;
  if (object === null) {
    if (!pkg.fake && name !== '_') reportUndefined(check, e, pkg);
    return false;
  }
  recordUse(check, e.sel, object);
  return setImported(x, object);
}

function reportUndefined(check: Checker, e: SelectorExpr, pkg: Package): void {
  const refusal = check.config.missingName(pkg.path, e.sel.name);
  if (refusal !== null) {
    check.error(e.sel, 'UndeclaredImportedName', refusal);
    return;
  }
  const folded = e.sel.name.toLowerCase();
  const similar = pkg.scope
    .names()
    .find((each) => isExported(each) && each.toLowerCase() === folded);
  const hint = similar === undefined ? '' : ` (but have ${similar})`;
  check.error(e.sel, 'UndeclaredImportedName', `undefined: ${exprString(e)}${hint}`);
}

function setImported(x: Operand, object: Obj): boolean {
  x.type = object.type;
  switch (object.kind) {
    case 'Const':
      x.mode = 'constant';
      x.value = object.value;
      return true;
    case 'TypeName':
      x.mode = 'typexpr';
      return true;
    case 'Var':
      x.mode = 'variable';
      return true;
    case 'Func':
      x.mode = 'value';
      return true;
    case 'Builtin':
      x.mode = 'builtin';
      x.builtin = object.id;
      return true;
    default:
      return false;
  }
}

function memberSelector(check: Checker, x: Operand, e: SelectorExpr, wantType: boolean): boolean {
  exprOrType(check, x, e.x, false);
  if (!x.isValid) return false;
  if (x.mode === 'builtin') {
    const message = `invalid use of ${check.operandText(x)} in selector expression`;
    check.error(gcPos(e), 'UncalledBuiltin', message);
    return false;
  }
  if (!isComplete(check, x.type)) return false;
  if (wantType) {
    check.error(e.sel, 'NotAType', `${exprString(e)} is not a type`);
    return false;
  }
  const underlying = under(x.type);
  if (underlying.kind === 'Pointer' && !isComplete(check, underlying.elem)) return false;
  const isVariable = x.mode === 'variable';
  const result = lookupFieldOrMethod(x.type, isVariable, check.pkg, e.sel.name);
  if (result.obj === null || result.index === null) {
    if (!isInvalid(under(x.type))) reportMissing(check, x, e, result);
    return false;
  }
  const { obj, index, indirect } = result;
  return obj.kind === 'Var'
    ? selectField(check, x, e, obj, index, indirect)
    : selectMethod(check, x, e, obj, index, indirect);
}

function reportMissing(check: Checker, x: Operand, e: SelectorExpr, result: LookupResult): void {
  const name = e.sel.name;
  const operand = x.expr === null ? '' : exprString(x.expr);
  const type = check.text(x.type);
  if (result.index !== null) {
    check.error(e.sel, 'AmbiguousSelector', `ambiguous selector ${operand}.${name}`);
    return;
  }
  if (result.indirect) {
    const message =
      x.mode === 'typexpr'
        ? `invalid method expression ${type}.${name}` +
          ` (needs pointer receiver (*${type}).${name})`
        : `cannot call pointer method ${name} on ${type}`;
    check.error(e.sel, 'InvalidMethodExpr', message);
    return;
  }
  const refusal = missingMemberOrNull(check, x.type, name);
  if (refusal !== null) {
    check.error(e.sel, 'MissingFieldOrMethod', refusal);
    return;
  }
  const isVariable = x.mode === 'variable';
  const why = isInterfacePtr(x.type)
    ? interfacePtrError(check, x.type)
    : selectorError(
        check,
        x.type,
        name,
        similarMemberOrNull(x.type, isVariable, check.pkg, name, check.config.keptMembers),
      );
  check.error(e.sel, 'MissingFieldOrMethod', `${operand}.${name} undefined (${why})`);
}

// A member that the type has in Go, but not in the library here.
function missingMemberOrNull(check: Checker, type: Type, name: string): string | null {
  const named = asNamedOrNull(type.kind === 'Pointer' ? type.elem : type);
  const object = named?.obj;
  if (object === undefined || object.pkg === null) return null;
  return check.config.missingName(object.pkg.path, `${object.name}.${name}`);
}

function selectField(
  check: Checker,
  x: Operand,
  e: SelectorExpr,
  obj: Var,
  index: readonly number[],
  indirect: boolean,
): boolean {
  if (x.mode === 'typexpr') {
    const type = check.text(x.type);
    const message = `operand for field selector ${e.sel.name} must be value of type ${type}`;
    check.error(e.x, 'MissingFieldOrMethod', message);
    return false;
  }
  recordSelection(check, e, {
    kind: 'FieldVal',
    recv: x.type,
    obj,
    index,
    indirect,
    type: obj.type,
  });
  x.mode = x.mode === 'variable' || indirect ? 'variable' : 'value';
  x.type = obj.type;
  return true;
}

function selectMethod(
  check: Checker,
  x: Operand,
  e: SelectorExpr,
  obj: Func,
  index: readonly number[],
  indirect: boolean,
): boolean {
  ensureDeclared(obj);
  check.addDependency(obj);
  const signature = signatureOf(obj);
  const recv: Type = x.type;
  const kind: SelectionKind = x.mode === 'typexpr' ? 'MethodExpr' : 'MethodVal';
  if (kind === 'MethodExpr' && signature.recv === null) {
    check.error(e, 'InvalidDeclCycle', 'illegal cycle in method declaration');
    return false;
  }
  const type =
    kind === 'MethodExpr' ? methodExpression(signature, recv) : { ...signature, recv: null };
  recordSelection(check, e, { kind, recv, obj, index, indirect, type });
  x.mode = 'value';
  x.type = type;
  return true;
}

// A method expression is a function whose first parameter is the receiver.
function methodExpression(signature: Signature, recv: Type): Signature {
  const params = signature.params.vars;
  const isNamed = params[0] !== undefined && params[0].name !== '';
  const declared = signature.recv;
  const name = !isNamed ? '' : declared === null || declared.name === '' ? '_' : declared.name;
  const first = newParam(declared?.pos ?? noPos, declared?.pkg ?? null, name, recv);
  return {
    ...signature,
    recv: null,
    recvTypeParams: [],
    params: { kind: 'Tuple', vars: [first, ...params] },
    scope: null,
  };
}
