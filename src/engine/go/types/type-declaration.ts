// Type declarations and the methods that belong to them (types2 decl.go).

import type { TypeSpec } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { formatPosition } from '../syntax/diagnostic.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { cycleError } from './cycles.ts';
import { otherDeclaration } from './errors.ts';
import { addMethod, methodAt, methodCount, newNamed } from './named.ts';
import { objectId } from './object.ts';
import { isTypeParam } from './predicates.ts';
import { isMethodSet, typeSetOf } from './type-set.ts';
import { collectTypeParams } from './type-parameters.ts';
import { Alias, type Func, type Named, type Type, type TypeName } from './type.ts';
import { asNamedOrNull, under } from './under.ts';
import { checkValidType } from './valid-type.ts';

/** Whether a type is a constraint interface declared in another package. */
export function isImportedConstraint(check: Checker, type: Type): boolean {
  const named = asNamedOrNull(type);
  if (named === null || named.obj.pkg === check.pkg || named.obj.pkg === null) return false;
  const underlying = under(named);
  return underlying.kind === 'Interface' && !isMethodSet(typeSetOf(underlying));
}

/** Checks a type declaration and gives its name a type. */
export function typeDecl(check: Checker, obj: TypeName, spec: TypeSpec): void {
  let versionError = false;
  let rhs: Type = Typ.invalid;
  check.later(() => {
    const named = asNamedOrNull(obj.type);
    if (named !== null) {
      checkValidType(named, (cycle) =>
        cycleError(
          check,
          cycle.map((type) => type.obj),
          0,
        ),
      );
    }
    if (!versionError && isImportedConstraint(check, rhs)) {
      check.verifyVersion(spec.type, 'go1.18', `using type constraint ${check.text(rhs)}`);
    }
  });
  const verify = (version: string, what: string): void => {
    const place = what === 'type alias' ? spec : (spec.typeParams?.list[0] ?? spec);
    if (!versionError && !check.verifyVersion(place, version, what)) versionError = true;
  };
  if (spec.assign !== noPos) {
    if (spec.typeParams !== null) verify('go1.23', 'generic type alias');
    verify('go1.9', 'type alias');
    rhs = aliasDecl(check, obj, spec);
    return;
  }
  if (spec.typeParams !== null) verify('go1.18', 'type parameter');
  rhs = definition(check, obj, spec);
}

function aliasDecl(check: Checker, obj: TypeName, spec: TypeSpec): Type {
  const alias = new Alias(obj, null, null, []);
  obj.type = alias;
  const rhs = declaredIn(check, spec, alias, obj);
  alias.fromRHS = rhs;
  if (rhs.kind === 'TypeParam' && alias.typeParams.includes(rhs)) {
    const message = 'cannot use type parameter declared in alias declaration as RHS';
    check.error(spec.type, 'MisplacedTypeParam', message);
    alias.fromRHS = Typ.invalid;
  }
  return rhs;
}

function definition(check: Checker, obj: TypeName, spec: TypeSpec): Type {
  const named = newNamed(obj, null);
  const rhs = declaredIn(check, spec, named, obj);
  named.fromRHS = rhs;
  if (isTypeParam(rhs)) {
    const message = 'cannot use a type parameter as RHS in type declaration';
    check.error(spec.type, 'MisplacedTypeParam', message);
    named.fromRHS = Typ.invalid;
  }
  return rhs;
}

// The type on the right, in the scope of the type parameters if there are any.
function declaredIn(check: Checker, spec: TypeSpec, declared: Named | Alias, obj: TypeName): Type {
  if (spec.typeParams === null) return check.declaredType(spec.type, obj);
  check.openScope(spec, 'type parameters');
  collectTypeParams(check, spec.typeParams, (params) => {
    declared.typeParams = params;
  });
  const type = check.declaredType(spec.type, obj);
  check.closeScope();
  return type;
}

/** Attaches the methods declared for a type to it; two of one name are an error. */
export function collectMethods(check: Checker, obj: TypeName): void {
  const methods = check.methods.get(obj);
  if (methods === undefined) return;
  check.methods.delete(obj);
  const base = asNamedOrNull(obj.type);
  if (base !== null) check.later(() => checkFieldUniqueness(check, base));
  const byId = new Map<string, Func>();
  for (const method of methods) {
    const other = byId.get(objectId(method));
    if (other !== undefined) {
      const position = formatPosition(check.fset, other.pos);
      const message = `method ${obj.name}.${method.name} already declared at ${position}`;
      check.error(method.pos, 'DuplicateMethod', message);
      continue;
    }
    byId.set(objectId(method), method);
    if (base !== null) addMethod(base, method);
  }
}

function checkFieldUniqueness(check: Checker, base: Named): void {
  const struct = under(base);
  if (struct.kind !== 'Struct') return;
  const byId = new Map<string, Func>();
  for (let i = 0; i < methodCount(base); i++) {
    const method = methodAt(base, i);
    byId.set(objectId(method), method);
  }
  for (const field of struct.fields) {
    const method = field.name === '_' ? undefined : byId.get(objectId(field));
    if (method === undefined) continue;
    check.errors.report('DuplicateFieldAndMethod', [
      { at: method, message: `field and method with the same name ${field.name}` },
      ...otherDeclaration(field),
    ]);
  }
}
