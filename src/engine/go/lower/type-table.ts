// The table of runtime types under construction: every Go type, with type parameters replaced, has
// one entry. Invariants: identical types share an entry (entries are interned by a structural key,
// declared types by declaration and type arguments); lowering reasons about entries only, never
// about checked types again, so that generic code is lowered like any other.

import { assert, assertNever } from '../../base/assert.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import type { TypeId } from '../ir/ids.ts';
import type { InterfaceMethod, Kind, RuntimeField } from '../ir/runtime-type.ts';
import { Typ } from '../types/basic.ts';
import { isExported } from '../types/object.ts';
import type {
  Basic,
  BasicKind,
  Interface,
  Named,
  Package,
  Signature,
  Struct,
  Type,
  TypeParam,
} from '../types/type.ts';
import { typeSetOf } from '../types/type-set.ts';
import { unalias } from '../types/under.ts';
import type { LocalTypes } from './local-types.ts';

/** What type parameters stand for in one instance of a function or type. */
export interface TypeEnv {
  /**
   * Type arguments of the function instance, which its local types have too: %T prints them, and
   * local types of different instances differ.
   */
  readonly localArgs: readonly TypeId[];
  readonly args: ReadonlyMap<TypeParam, TypeId>;
  readonly cache: Map<Type, TypeId>;
}

export const emptyEnv: TypeEnv = { localArgs: [], args: new Map(), cache: new Map() };

/** A type as lowering sees it; fields that its kind does not have are -1, 0 or empty. */
export interface TypeEntry {
  readonly id: TypeId;
  kind: Kind;
  /** As %T prints it: packages by name. */
  readonly string: string;
  /** The same with packages by path, as in type arguments of names. */
  readonly linkString: string;
  readonly name: string;
  readonly packagePath: string;
  /** Declaration (the generic origin) of a declared type, with what its parameters stand for. */
  readonly named: Named | null;
  readonly typeArgs: readonly TypeId[];
  readonly env: TypeEnv;
  elem: TypeId;
  key: TypeId;
  length: number;
  direction: 'both' | 'send' | 'receive';
  fields: readonly RuntimeField[];
  params: readonly TypeId[];
  results: readonly TypeId[];
  variadic: boolean;
  interfaceMethods: readonly InterfaceMethod[];
  /** False while the underlying type of a recursive declaration is still being entered. */
  complete: boolean;
}

/** Package path as Go's symbol names have it: `main` for every main package. */
export function symbolPath(pkg: Package | null): string {
  if (pkg === null) return '';
  return pkg.name === 'main' ? 'main' : pkg.path;
}

const untypedDefaults: Partial<Record<BasicKind, Kind>> = {
  untypedBool: 'bool',
  untypedInt: 'int',
  untypedRune: 'int32',
  untypedFloat: 'float64',
  untypedComplex: 'complex128',
  untypedString: 'string',
  untypedNil: 'unsafePointer',
};

export class TypeTable {
  readonly entries: TypeEntry[] = [];
  private readonly localTypes: LocalTypes;
  private readonly byKey = new Map<string, TypeId>();
  private readonly namedIds = new Map<Named, number>();
  private readonly closedTypes = new Map<Type, TypeId>();
  private depth = 0;
  private readonly incomplete: { readonly entry: TypeEntry; readonly source: TypeId }[] = [];

  constructor(localTypes: LocalTypes) {
    this.localTypes = localTypes;
  }

  entry(id: TypeId): TypeEntry {
    const entry = this.entries[id];
    assert(entry !== undefined, `type ${id} exists`);
    return entry;
  }

  kind(id: TypeId): Kind {
    return this.entry(id).kind;
  }

  /** Is it a struct or array: a value that is copied when kept? */
  isAggregate(id: TypeId): boolean {
    const kind = this.kind(id);
    return kind === 'struct' || kind === 'array';
  }

  /** The entry of a checked type; `env` says what its type parameters stand for. */
  idOf(type: Type, env: TypeEnv): TypeId {
    const cache = env === emptyEnv ? this.closedTypes : env.cache;
    const known = cache.get(type);
    if (known !== undefined) return known;
    this.depth += 1;
    const id = this.enter(type, env);
    this.depth -= 1;
    if (this.depth === 0 && this.incomplete.length > 0) this.completeAll();
    cache.set(type, id);
    return id;
  }

  basic(kind: BasicKind): TypeId {
    return this.idOf(Typ[kind], emptyEnv);
  }

  pointerTo(elem: TypeId): TypeId {
    const entry = this.entry(elem);
    return this.intern(`*${elem}`, () => ({
      kind: 'pointer',
      string: `*${entry.string}`,
      linkString: `*${entry.linkString}`,
      elem,
    }));
  }

  sliceOf(elem: TypeId): TypeId {
    const entry = this.entry(elem);
    return this.intern(`[]${elem}`, () => ({
      kind: 'slice',
      string: `[]${entry.string}`,
      linkString: `[]${entry.linkString}`,
      elem,
    }));
  }

  funcOf(params: readonly TypeId[], results: readonly TypeId[], variadic: boolean): TypeId {
    return this.intern(`func${variadic ? '...' : ''}(${params})(${results})`, () => ({
      kind: 'func',
      string: `func${this.signatureString(params, results, variadic, (e) => e.string)}`,
      linkString: `func${this.signatureString(params, results, variadic, (e) => e.linkString)}`,
      params,
      results,
      variadic,
    }));
  }

  emptyInterface(): TypeId {
    return this.intern('interface{}', () => ({
      kind: 'interface',
      string: 'interface {}',
      linkString: 'interface {}',
    }));
  }

  /** The func type of a signature, without receiver. */
  signature(signature: Signature, env: TypeEnv): TypeId {
    const params = signature.params.vars.map((v) => this.idOf(v.type, env));
    const results = signature.results.vars.map((v) => this.idOf(v.type, env));
    return this.funcOf(params, results, signature.variadic);
  }

  private enter(type: Type, env: TypeEnv): TypeId {
    switch (type.kind) {
      case 'Basic':
        return this.enterBasic(type);
      case 'Alias':
        return this.idOf(unalias(type), env);
      case 'TypeParam': {
        const id = env.args.get(type);
        assert(id !== undefined, `type parameter ${type.obj.name} is bound`);
        return id;
      }
      case 'Named':
        return this.enterNamed(type, env);
      case 'Pointer':
        return this.pointerTo(this.idOf(type.elem, env));
      case 'Slice':
        return this.sliceOf(this.idOf(type.elem, env));
      case 'Array': {
        const elem = this.idOf(type.elem, env);
        const entry = this.entry(elem);
        return this.intern(`[${type.length}]${elem}`, () => ({
          kind: 'array',
          string: `[${type.length}]${entry.string}`,
          linkString: `[${type.length}]${entry.linkString}`,
          elem,
          length: type.length,
        }));
      }
      case 'Map': {
        const key = this.idOf(type.key, env);
        const elem = this.idOf(type.elem, env);
        const [k, e] = [this.entry(key), this.entry(elem)];
        return this.intern(`map[${key}]${elem}`, () => ({
          kind: 'map',
          string: `map[${k.string}]${e.string}`,
          linkString: `map[${k.linkString}]${e.linkString}`,
          key,
          elem,
        }));
      }
      case 'Chan': {
        const elem = this.idOf(type.elem, env);
        const entry = this.entry(elem);
        return this.intern(`chan ${type.dir} ${elem}`, () => ({
          kind: 'chan',
          string: chanString(type.dir, entry.string),
          linkString: chanString(type.dir, entry.linkString),
          elem,
          direction: type.dir,
        }));
      }
      case 'Signature':
        return this.signature(type, env);
      case 'Struct':
        return this.enterStruct(type, env);
      case 'Interface':
        return this.enterInterface(type, env);
      case 'Tuple':
      case 'Union':
        throw new Error(`Broken invariant: a ${type.kind} is no type of a value`);
      default:
        return assertNever(type);
    }
  }

  private enterBasic(type: Basic): TypeId {
    assert(type.basic !== 'invalid', 'lowered types are valid');
    const kind = untypedDefaults[type.basic] ?? (type.basic as Kind);
    const string = kind === 'unsafePointer' ? 'unsafe.Pointer' : kind;
    return this.intern(kind, () => ({ kind, string, linkString: string, name: kind }));
  }

  private enterNamed(type: Named, env: TypeEnv): TypeId {
    const origin = type.orig;
    const typeArgs = type.typeArgs.map((arg) => this.idOf(arg, env));
    const { obj } = origin;
    // A type declared inside a generic function is another type in each instance of it.
    const local = obj.pkg !== null && obj.parent !== obj.pkg.scope;
    const localArgs = local ? env.localArgs : [];
    const allArgs = [...localArgs, ...typeArgs];
    const key = `named ${this.numberOf(origin)} [${allArgs}]`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;

    const name = `${obj.name}${this.typeArgString(localArgs, typeArgs)}`;
    const number = this.localTypes.numberOf(obj);
    const prefix = obj.pkg === null ? '' : `${obj.pkg.name}.`;
    const linkPrefix = obj.pkg === null ? '' : `${symbolPath(obj.pkg)}.`;
    const outer = localArgs.length === 0 ? emptyEnv : env;
    const bound = envOf(origin.typeParams, typeArgs, outer);
    // A local type in its own declaration has the arguments of the function around it, no more.
    const declared = bound === outer ? outer : { ...bound, localArgs };
    const id = this.intern(key, () => ({
      kind: 'struct',
      string: prefix + name,
      linkString: `${linkPrefix}${name}${number === 0 ? '' : `·${number}`}`,
      name,
      packagePath: symbolPath(obj.pkg),
      named: origin,
      typeArgs,
      env: declared,
      complete: false,
    }));
    const rhs = origin.fromRHS ?? origin.underlying;
    assert(rhs !== null, `declared type ${obj.name} has an underlying type`);
    this.depth += 1;
    const source = this.idOf(rhs, declared);
    this.depth -= 1;
    const entry = this.entry(id);
    if (this.entry(source).complete) copyStructure(entry, this.entry(source));
    else this.incomplete.push({ entry, source });
    return id;
  }

  private numberOf(named: Named): number {
    const known = this.namedIds.get(named);
    if (known !== undefined) return known;
    this.namedIds.set(named, this.namedIds.size);
    return this.namedIds.size - 1;
  }

  // `type A struct{ b *B }; type B A`: B gets its structure when A has it.
  private completeAll(): void {
    while (this.incomplete.length > 0) {
      const index = this.incomplete.findIndex(({ source }) => this.entry(source).complete);
      const [found] = this.incomplete.splice(index, 1);
      assert(index >= 0 && found !== undefined, 'declared types have a structure');
      copyStructure(found.entry, this.entry(found.source));
    }
  }

  private enterStruct(type: Struct, env: TypeEnv): TypeId {
    const fields = type.fields.map((field, i): RuntimeField => {
      const exported = isExported(field.name);
      return {
        name: field.name,
        type: this.idOf(field.type, env),
        embedded: field.embedded,
        exported,
        packagePath: exported ? '' : symbolPath(field.pkg),
        tag: type.tags[i] ?? '',
      };
    });
    const key = fields.map(
      (f) => `${f.packagePath}.${f.name} ${f.embedded} ${f.type} ${JSON.stringify(f.tag)}`,
    );
    return this.intern(`struct{${key.join(';')}}`, () => ({
      kind: 'struct',
      string: this.structString(fields, ({ name, embedded, type }) => {
        return `${embedded ? '' : `${name} `}${this.entry(type).string}`;
      }),
      linkString: this.structString(fields, (field) => this.linkField(field)),
      fields,
    }));
  }

  private enterInterface(type: Interface, env: TypeEnv): TypeId {
    const methods = typeSetOf(type)
      .methods.map((method): InterfaceMethod => {
        assert(method.type.kind === 'Signature', 'methods have signatures');
        return {
          name: method.name,
          packagePath: isExported(method.name) ? '' : symbolPath(method.pkg),
          type: this.signature(method.type, env),
        };
      })
      .sort(compareMethods);
    const key = methods.map((m) => `${m.packagePath}.${m.name} ${m.type}`);
    return this.intern(`interface{${key.join(';')}}`, () => ({
      kind: 'interface',
      string: this.interfaceString(methods, (entry) => entry.string),
      linkString: this.interfaceString(methods, (entry) => entry.linkString),
      interfaceMethods: methods,
    }));
  }

  private intern(
    key: string,
    parts: () => Partial<TypeEntry> & Pick<TypeEntry, 'kind' | 'string' | 'linkString'>,
  ): TypeId {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const id = this.entries.length;
    this.byKey.set(key, id);
    this.entries.push({ ...emptyEntry, ...parts(), id });
    return id;
  }

  /** Those of the function around a local type stand before a semicolon. */
  private typeArgString(localArgs: readonly TypeId[], typeArgs: readonly TypeId[]): string {
    const lists = [localArgs, typeArgs].filter((list) => list.length > 0);
    if (lists.length === 0) return '';
    const shown = lists.map((list) => list.map((id) => this.entry(id).linkString).join(','));
    return `[${shown.join(';')}]`;
  }

  private signatureString(
    params: readonly TypeId[],
    results: readonly TypeId[],
    variadic: boolean,
    show: (entry: TypeEntry) => string,
  ): string {
    const shown = params.map((id, i) => {
      if (!variadic || i < params.length - 1) return show(this.entry(id));
      return `...${show(this.entry(this.entry(id).elem))}`;
    });
    const outcome = results.map((id) => show(this.entry(id))).join(', ');
    const suffix =
      results.length === 0 ? '' : results.length === 1 ? ` ${outcome}` : ` (${outcome})`;
    return `(${shown.join(', ')})${suffix}`;
  }

  private structString(
    fields: readonly RuntimeField[],
    show: (field: RuntimeField) => string,
  ): string {
    if (fields.length === 0) return 'struct {}';
    const shown = fields.map((field) => {
      const tag = field.tag === '' ? '' : ` ${JSON.stringify(decodeUtf8(field.tag))}`;
      return show(field) + tag;
    });
    return `struct { ${shown.join('; ')} }`;
  }

  // An embedded field shows its name only if the type does not tell it (types/fmt.go fldconv).
  private linkField({ name, embedded, type, packagePath }: RuntimeField): string {
    const entry = this.entry(type);
    const named = entry.kind === 'pointer' && entry.named === null ? this.entry(entry.elem) : entry;
    const isTold = named.linkString === `${named.packagePath}.${name}`;
    if (embedded && isTold) return entry.linkString;
    const shown = packagePath === '' ? name : `${packagePath}.${name}`;
    return `${shown}${embedded ? ' =' : ''} ${entry.linkString}`;
  }

  private interfaceString(
    methods: readonly InterfaceMethod[],
    show: (entry: TypeEntry) => string,
  ): string {
    if (methods.length === 0) return 'interface {}';
    const shown = methods.map((method) => {
      const { params, results, variadic } = this.entry(method.type);
      const name = method.packagePath === '' ? method.name : `${method.packagePath}.${method.name}`;
      return name + this.signatureString(params, results, variadic, show);
    });
    return `interface { ${shown.join('; ')} }`;
  }
}

/** An environment that binds `params` to `args`, on top of `outer`. */
export function envOf(
  params: readonly TypeParam[],
  args: readonly TypeId[],
  outer: TypeEnv,
): TypeEnv {
  if (params.length === 0) return outer;
  const bound = new Map(outer.args);
  params.forEach((param, i) => {
    const arg = args[i];
    assert(arg !== undefined, 'there is an argument for each type parameter');
    bound.set(param, arg);
  });
  return { localArgs: [...outer.localArgs, ...args], args: bound, cache: new Map() };
}

/** Methods sort by name; unexported ones of different packages by path. */
export function compareMethods(
  a: { readonly name: string; readonly packagePath: string },
  b: { readonly name: string; readonly packagePath: string },
): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.packagePath < b.packagePath ? -1 : a.packagePath > b.packagePath ? 1 : 0;
}

const emptyEntry: Omit<TypeEntry, 'id' | 'kind' | 'string' | 'linkString'> = {
  name: '',
  packagePath: '',
  named: null,
  typeArgs: [],
  env: emptyEnv,
  elem: -1,
  key: -1,
  length: 0,
  direction: 'both',
  fields: [],
  params: [],
  results: [],
  variadic: false,
  interfaceMethods: [],
  complete: true,
};

function copyStructure(target: TypeEntry, source: TypeEntry): void {
  target.kind = source.kind;
  target.elem = source.elem;
  target.key = source.key;
  target.length = source.length;
  target.direction = source.direction;
  target.fields = source.fields;
  target.params = source.params;
  target.results = source.results;
  target.variadic = source.variadic;
  target.interfaceMethods = source.interfaceMethods;
  target.complete = true;
}

function chanString(direction: 'both' | 'send' | 'receive', elem: string): string {
  if (direction === 'send') return `chan<- ${elem}`;
  if (direction === 'receive') return `<-chan ${elem}`;
  return elem.startsWith('<-chan') ? `chan (${elem})` : `chan ${elem}`;
}
