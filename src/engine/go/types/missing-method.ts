// Whether a type has the methods of an interface, and in gc's words why not (types2 lookup.go).

import { lookupMember, hasInvalidEmbeddedFields } from './lookup.ts';
import { ensureDeclared, signatureOf } from './object.ts';
import { isInterfacePtr, isTypeParam } from './predicates.ts';
import type { Identity } from './term-list.ts';
import type { Cause, TypeHost } from './type-host.ts';
import { methodOfSetOrNull, typeSetOf } from './type-set.ts';
import { formatSignature, formatType } from './type-string.ts';
import type { Func, Type, TypeSet } from './type.ts';
import { isInvalid, under } from './under.ts';

/** A method of the interface that the type lacks; `wrongType` if only its type is not right. */
export interface MissingMethod {
  readonly method: Func;
  readonly wrongType: boolean;
}

type Problem =
  | 'notFound'
  | 'wrongName'
  | 'unexported'
  | 'wrongSignature'
  | 'ambiguous'
  | 'pointerReceiver'
  | 'field';

interface Finding {
  readonly problem: Problem;
  /** The method that should be there. */
  readonly wanted: Func;
  /** What is there instead, if anything. */
  readonly found: Func | null;
}

/**
 * The first method of interface `T` that `V` lacks, or null. Methods have the right type if they
 * are `equivalent`. Unless `static`, an interface `V` may lack methods: its dynamic type decides.
 */
export function missingMethod(
  host: TypeHost,
  V: Type,
  T: Type,
  isStatic: boolean,
  equivalent: Identity,
  cause: Cause | null,
): MissingMethod | null {
  const target = under(T);
  if (target.kind !== 'Interface') throw new Error('Broken invariant: methods of no interface');
  const wanted = typeSetOf(target).methods;
  if (wanted.length === 0) return null;
  const source = under(V);
  const finding =
    source.kind === 'Interface'
      ? findInInterface(typeSetOf(source), wanted, isStatic, equivalent)
      : findInType(V, wanted, equivalent);
  if (finding === null) return null;
  if (cause !== null) cause.text = explain(host, V, T, finding);
  const { problem, wanted: method } = finding;
  return { method, wrongType: problem === 'wrongSignature' || problem === 'pointerReceiver' };
}

function findInInterface(
  source: TypeSet,
  wanted: readonly Func[],
  isStatic: boolean,
  equivalent: Identity,
): Finding | null {
  for (const method of wanted) {
    const found = methodOfSetOrNull(source, method.pkg, method.name, false)?.method ?? null;
    if (found === null) {
      if (isStatic) return { problem: 'notFound', wanted: method, found };
    } else if (!equivalent(found.type, method.type)) {
      return { problem: 'wrongSignature', wanted: method, found };
    }
  }
  return null;
}

function findInType(V: Type, wanted: readonly Func[], equivalent: Identity): Finding | null {
  for (const method of wanted) {
    const { obj, index, indirect } = lookupMember(V, method.pkg, method.name, false);
    if (obj === null) {
      if (index !== null) return { problem: 'ambiguous', wanted: method, found: null };
      if (indirect) return { problem: 'pointerReceiver', wanted: method, found: null };
      return findOtherSpelling(V, method);
    }
    if (obj.kind !== 'Func') return { problem: 'field', wanted: method, found: null };
    ensureDeclared(obj);
    if (!equivalent(obj.type, method.type)) {
      return { problem: 'wrongSignature', wanted: method, found: obj };
    }
  }
  return null;
}

function findOtherSpelling(V: Type, method: Func): Finding {
  const { obj } = lookupMember(V, method.pkg, method.name, true);
  if (obj === null || obj.kind !== 'Func') {
    return { problem: 'notFound', wanted: method, found: null };
  }
  // With equal names the packages differ.
  const problem = obj.name === method.name ? 'unexported' : 'wrongName';
  return { problem, wanted: method, found: obj };
}

function explain(host: TypeHost, V: Type, T: Type, finding: Finding): string {
  const { problem, wanted, found } = finding;
  const name = wanted.name;
  const haveWant = (packageInfo: boolean): string =>
    found === null
      ? ''
      : `\n\t\thave ${methodString(host, found, packageInfo)}` +
        `\n\t\twant ${methodString(host, wanted, packageInfo)}`;
  switch (problem) {
    case 'notFound':
      if (isInterfacePtr(V)) return `(${interfacePtrError(host, V)})`;
      if (isInterfacePtr(T)) return `(${interfacePtrError(host, T)})`;
      return `(missing method ${name})`;
    case 'wrongName':
      return `(missing method ${name})${haveWant(false)}`;
    case 'unexported':
      return `(unexported method ${name})`;
    case 'wrongSignature': {
      // Equal texts would only confuse: say the packages, and if that does not help say nothing.
      for (const packageInfo of [false, true]) {
        const have = found === null ? '' : methodString(host, found, packageInfo);
        if (have !== methodString(host, wanted, packageInfo)) {
          return `(wrong type for method ${name})${haveWant(packageInfo)}`;
        }
      }
      return `(wrong type for method ${name})`;
    }
    case 'ambiguous':
      return `(ambiguous selector ${formatType(V, host.format)}.${name})`;
    case 'pointerReceiver':
      return `(method ${name} has pointer receiver)`;
    case 'field':
      return `(${formatType(V, host.format)}.${name} is a field, not a method)`;
  }
}

/** Name and signature of a method, without parameter names; with package paths if asked for. */
export function methodString(host: TypeHost, method: Func, packageInfo: boolean): string {
  const format = {
    ...host.format,
    qualifier: packageInfo ? null : host.format.qualifier,
    parameterNames: false,
    packageInfo,
  };
  return method.name + formatSignature(signatureOf(method), format);
}

/** Why a pointer to an interface or type parameter has no methods. */
export function interfacePtrError(host: TypeHost, type: Type): string {
  const pointer = under(type);
  const name = formatType(type, host.format);
  if (pointer.kind === 'Pointer' && isTypeParam(pointer.elem)) {
    return `type ${name} is pointer to type parameter, not type parameter`;
  }
  return `type ${name} is pointer to interface, not interface`;
}

/** Whether no method is missing; types with errors are given the benefit of the doubt. */
export function hasAllMethods(
  host: TypeHost,
  V: Type,
  T: Type,
  isStatic: boolean,
  equivalent: Identity,
  cause: Cause | null,
): boolean {
  if (isInvalid(V)) return true;
  return (
    missingMethod(host, V, T, isStatic, equivalent, cause) === null || hasInvalidEmbeddedFields(V)
  );
}
