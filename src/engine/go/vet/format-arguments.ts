// Which values a verb of fmt takes: a set of kinds as bits, and whether a type fits.

import { identical } from '../types/identical.ts';
import { isExported, signatureOf } from '../types/object.ts';
import { byteType, Typ } from '../types/basic.ts';
import { isTypeParam } from '../types/predicates.ts';
import type { Basic, Type } from '../types/type.ts';
import { asTypeParamOrNull, unalias, under } from '../types/under.ts';
import { isTypeNamed } from './calls.ts';
import { type Pass, typeText } from './pass.ts';
import { implementsError, isStringer, methodOrNull, termsOrNull } from './type-questions.ts';

/** Kinds of arguments. */
export const accepts = {
  bool: 1,
  byte: 2,
  int: 4,
  rune: 8,
  string: 16,
  float: 32,
  complex: 64,
  pointer: 128,
  error: 256,
  anything: -1,
} as const;

/** Whether a value of the type may format itself, whatever the verb. */
export function isFormatter(type: Type): boolean {
  // The value in an interface may be a Formatter.
  if (under(type).kind === 'Interface' && !isTypeParam(type)) return true;
  const method = methodOrNull(type, null, 'Format');
  if (method === null) return false;
  const { params, results } = signatureOf(method);
  const [state, verb] = params.vars;
  if (params.vars.length !== 2 || results.vars.length !== 0) return false;
  if (state === undefined || verb === undefined) return false;
  return isTypeNamed(state.type, 'fmt', 'State') && identical(verb.type, Typ.int32);
}

/** Null if the type fits; else why not, "" if there is nothing to explain. */
export function mismatchOrNull(pass: Pass, kinds: number, type: Type): string | null {
  if (kinds === accepts.anything) return null;
  const matcher = new Matcher(pass, kinds);
  return matcher.matches(type, true) ? null : matcher.reason;
}

function isConvertibleToString(type: Type): boolean {
  if (unalias(type) === Typ.untypedNil) return false;
  return implementsError(type) || isStringer(type);
}

class Matcher {
  reason = '';
  private readonly pass: Pass;
  private readonly kinds: number;
  private readonly seen = new Set<Type>();

  constructor(pass: Pass, kinds: number) {
    this.pass = pass;
    this.kinds = kinds;
  }

  /** `isTop`: the argument itself rather than a part of it. */
  matches(type: Type, isTop: boolean): boolean {
    if (this.kinds === accepts.error) return implementsError(type);
    if (isFormatter(type)) return true;
    if (this.takes(accepts.string) && isConvertibleToString(type)) return true;
    const param = asTypeParamOrNull(type);
    if (param !== null) return this.matchesTerms(param, isTop);
    const underlying = under(type);
    if (this.seen.has(underlying)) return true;
    this.seen.add(underlying);
    return this.matchesUnderlying(underlying, isTop);
  }

  private takes(kinds: number): boolean {
    return (this.kinds & kinds) !== 0;
  }

  private matchesTerms(param: Type, isTop: boolean): boolean {
    if (this.seen.has(param)) return true;
    this.seen.add(param);
    const terms = termsOrNull(param);
    if (terms === null) return true;
    if (terms.length === 0) return false;
    const explains = this.seen.size === 1;
    for (const { tilde, type } of terms) {
      if (this.matches(type, isTop)) continue;
      if (explains) this.reason = `contains ${tilde ? '~' : ''}${typeText(this.pass, type)}`;
      return false;
    }
    return true;
  }

  private matchesUnderlying(type: Type, isTop: boolean): boolean {
    const isPointerVerb = this.kinds === accepts.pointer;
    switch (type.kind) {
      case 'Signature':
        return isPointerVerb;
      case 'Map':
        return isPointerVerb || (this.matches(type.key, false) && this.matches(type.elem, false));
      case 'Chan':
        return this.takes(accepts.pointer);
      case 'Array':
      case 'Slice':
        if (this.takes(accepts.string) && identical(under(type.elem), byteType)) return true;
        if (type.kind === 'Slice' && isPointerVerb) return true;
        return this.matches(type.elem, false);
      case 'Pointer':
        return this.matchesPointer(type.elem, isTop);
      case 'Struct':
        return type.fields.every((field) => {
          if (!this.matches(field.type, false)) return false;
          // fmt may not call methods of unexported fields.
          const isHidden = this.takes(accepts.string) && !isExported(field.name);
          return !isHidden || !isConvertibleToString(field.type);
        });
      case 'Interface':
        return true;
      case 'Basic':
        return this.matchesBasic(type);
      default:
        return false;
    }
  }

  private matchesPointer(elem: Type, isTop: boolean): boolean {
    if (this.kinds === accepts.pointer || isTypeParam(elem)) return true;
    const pointed = under(elem);
    const isComposite = ['Struct', 'Array', 'Slice', 'Map'].includes(pointed.kind);
    if (!isComposite) return this.takes(accepts.pointer);
    // Only at the top does fmt print `&{…}`.
    return isTop && this.matches(pointed, false);
  }

  private matchesBasic({ basic }: Basic): boolean {
    switch (basic) {
      case 'untypedBool':
      case 'bool':
        return this.takes(accepts.bool);
      case 'uint8':
        return this.takes(accepts.int | accepts.byte);
      case 'int32':
      case 'untypedRune':
        return this.takes(accepts.int | accepts.rune);
      case 'untypedFloat':
      case 'float32':
      case 'float64':
        return this.takes(accepts.float);
      case 'untypedComplex':
      case 'complex64':
      case 'complex128':
        return this.takes(accepts.complex);
      case 'untypedString':
      case 'string':
        return this.takes(accepts.string);
      case 'unsafePointer':
        return this.takes(accepts.pointer | accepts.int);
      case 'untypedNil':
        return false;
      case 'invalid':
        return true;
      default:
        return this.takes(accepts.int);
    }
  }
}
