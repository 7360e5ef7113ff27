// Types as gc's messages print them (types2 typestring.go).
// Package-level names are qualified as the qualifier says; without one by their package path.

import type { Pos } from '../syntax/pos.ts';
import { quoteBytes } from './constant-format.ts';
import { isExported, signatureOf } from './object.ts';
import type {
  Alias,
  Chan,
  Interface,
  Named,
  Package,
  Signature,
  Struct,
  TermList,
  Tuple,
  Type,
  TypeName,
  TypeParam,
} from './type.ts';
import { comparableInterface, universe } from './universe.ts';

/** How names of a package are qualified: "" for not at all. */
export type Qualifier = (pkg: Package) => string;

/** What printing depends on besides the type. */
export interface TypeFormat {
  readonly qualifier: Qualifier | null;
  /** How a position is printed, for type parameters named like predeclared types. */
  readonly position: ((pos: Pos) => string) | null;
  /** Whether signatures name their parameters. */
  readonly parameterNames: boolean;
  /** Whether the first unexported field tells its package, to tell look-alikes apart. */
  readonly packageInfo: boolean;
}

/** Package paths in full, parameters with their names. */
export const plainFormat: TypeFormat = {
  qualifier: null,
  position: null,
  parameterNames: true,
  packageInfo: false,
};

/** Qualifies everything but names of `pkg` by package path. */
export function relativeTo(pkg: Package): Qualifier {
  return (other) => (other === pkg ? '' : other.path);
}

/** A type in Go syntax. */
export function typeString(type: Type, qualifier: Qualifier | null = null): string {
  return formatType(type, qualifier === null ? plainFormat : { ...plainFormat, qualifier });
}

/** A type in Go syntax, in a format. */
export function formatType(type: Type, format: TypeFormat): string {
  const writer = new TypeWriter(format);
  writer.type(type);
  return writer.text;
}

/** Parameters and results, without "func". */
export function formatSignature(signature: Signature, format: TypeFormat): string {
  const writer = new TypeWriter(format);
  writer.signature(signature);
  return writer.text;
}

/** A term list as `~int | string`; ∅ if it is empty. */
export function formatTerms(terms: TermList, format: TypeFormat): string {
  if (terms.length === 0) return '∅';
  return terms
    .map((term) => {
      if (term.type === null) return '𝓤';
      return (term.tilde ? '~' : '') + formatType(term.type, format);
    })
    .join(' | ');
}

/** "fmt." or "", what stands before a name of the package. */
export function packagePrefix(pkg: Package | null, qualifier: Qualifier | null): string {
  if (pkg === null) return '';
  const prefix = qualifier === null ? pkg.path : qualifier(pkg);
  return prefix === '' ? '' : `${prefix}.`;
}

class TypeWriter {
  text = '';
  private readonly format: TypeFormat;
  private packageInfo: boolean;
  private readonly seen = new Set<Type>();

  constructor(format: TypeFormat) {
    this.format = format;
    this.packageInfo = format.packageInfo;
  }

  type(type: Type): void {
    if (this.seen.has(type)) {
      this.text += `<cycle to *${type.kind}>`;
      return;
    }
    this.seen.add(type);
    this.unseenType(type);
    this.seen.delete(type);
  }

  private unseenType(type: Type): void {
    switch (type.kind) {
      case 'Basic':
        this.text += type.basic === 'unsafePointer' ? 'unsafe.Pointer' : type.name;
        return;
      case 'Array':
        this.text += `[${type.length}]`;
        return this.type(type.elem);
      case 'Slice':
        this.text += '[]';
        return this.type(type.elem);
      case 'Struct':
        return this.struct(type);
      case 'Pointer':
        this.text += '*';
        return this.type(type.elem);
      case 'Tuple':
        return this.tuple(type, false);
      case 'Signature':
        this.text += 'func';
        return this.signature(type);
      case 'Union':
        for (const [i, term] of type.terms.entries()) {
          if (i > 0) this.text += ' | ';
          if (term.tilde) this.text += '~';
          this.type(term.type);
        }
        return;
      case 'Interface':
        return this.interface(type);
      case 'Map':
        this.text += 'map[';
        this.type(type.key);
        this.text += ']';
        return this.type(type.elem);
      case 'Chan':
        return this.chan(type);
      case 'Named':
      case 'Alias':
        return this.named(type);
      case 'TypeParam':
        return this.typeParam(type);
    }
  }

  private struct(type: Struct): void {
    this.text += 'struct{';
    for (const [i, field] of type.fields.entries()) {
      if (i > 0) this.text += '; ';
      const annotate =
        this.format.qualifier === null && this.packageInfo && !isExported(field.name);
      if (annotate) this.packageInfo = false;
      if (!field.embedded) this.text += `${field.name} `;
      this.type(field.type);
      if (annotate) this.text += ` /* package ${field.pkg?.path ?? ''} */ `;
      const tag = type.tags[i] ?? '';
      if (tag !== '') this.text += ` ${quoteBytes(tag)}`;
    }
    this.text += '}';
  }

  private interface(type: Interface): void {
    if (type === comparableInterface) {
      this.text += 'interface{comparable}';
      return;
    }
    const [only] = type.embeddeds;
    if (type.implicit) {
      if (type.methods.length === 0 && type.embeddeds.length === 1 && only !== undefined) {
        return this.type(only);
      }
      this.text += '/* implicit */ ';
    }
    this.text += 'interface{';
    let separator = '';
    for (const method of type.methods) {
      this.text += separator + method.name;
      this.signature(signatureOf(method));
      separator = '; ';
    }
    for (const embedded of type.embeddeds) {
      this.text += separator;
      this.type(embedded);
      separator = '; ';
    }
    this.text += '}';
  }

  private chan(type: Chan): void {
    const elem = type.elem;
    // chan (<-chan T) is no send-only channel.
    const parenthesised = type.dir === 'both' && elem.kind === 'Chan' && elem.dir === 'receive';
    this.text += type.dir === 'both' ? 'chan ' : type.dir === 'send' ? 'chan<- ' : '<-chan ';
    if (parenthesised) this.text += '(';
    this.type(elem);
    if (parenthesised) this.text += ')';
  }

  private named(type: Named | Alias): void {
    this.typeName(type.obj);
    if (type.typeArgs.length > 0) this.typeList(type.typeArgs);
    else if (type.typeParams.length > 0) this.typeParamList(type.typeParams);
  }

  private typeParam(type: TypeParam): void {
    const name = type.obj.name;
    this.text += name;
    const position = this.format.position;
    if (position !== null && universe.lookup(name) !== null) {
      this.text += ` /* with ${name} declared at ${position(type.obj.pos)} */`;
    }
  }

  private typeName(name: TypeName): void {
    this.text += packagePrefix(name.pkg, this.format.qualifier) + name.name;
  }

  private typeList(list: readonly Type[]): void {
    this.text += '[';
    for (const [i, type] of list.entries()) {
      if (i > 0) this.text += ', ';
      this.type(type);
    }
    this.text += ']';
  }

  // Parameters that share a constraint are listed together: [K comparable, V, W any].
  private typeParamList(list: readonly TypeParam[]): void {
    this.text += '[';
    let previous: Type | null = null;
    for (const [i, param] of list.entries()) {
      if (i > 0) {
        if (previous !== null && param.bound !== previous) {
          this.text += ' ';
          this.type(previous);
        }
        this.text += ', ';
      }
      previous = param.bound;
      this.type(param);
    }
    if (previous !== null) {
      this.text += ' ';
      this.type(previous);
    }
    this.text += ']';
  }

  private tuple(tuple: Tuple, variadic: boolean): void {
    this.text += '(';
    for (const [i, variable] of tuple.vars.entries()) {
      if (i > 0) this.text += ', ';
      if (variable.name !== '' && this.format.parameterNames) this.text += `${variable.name} `;
      const type = variable.type;
      if (!variadic || i < tuple.vars.length - 1) this.type(type);
      else if (type.kind === 'Slice') {
        this.text += '...';
        this.type(type.elem);
      } else {
        // append([]byte, string...) has a last parameter that is no slice.
        this.type(type);
        this.text += '...';
      }
    }
    this.text += ')';
  }

  signature(signature: Signature): void {
    if (signature.typeParams.length > 0) this.typeParamList(signature.typeParams);
    this.tuple(signature.params, signature.variadic);
    const results = signature.results.vars;
    const [first] = results;
    if (first === undefined) return;
    this.text += ' ';
    if (results.length === 1 && first.name === '') this.type(first.type);
    else this.tuple(signature.results, false);
  }
}
