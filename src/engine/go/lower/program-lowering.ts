// The program under construction: which functions, types, globals and sites there are, and what
// is still to be lowered. Invariants: a function is lowered when something reachable names it, once
// for each list of type arguments; a method is reachable through interfaces only when a value of
// its type is put into an interface and something calls a method of its name; ids are given in
// order of first use, so that equal sources have equal programs.

import { assert } from '../../base/assert.ts';
import type { FuncId, GlobalId, SiteId, TypeId } from '../ir/ids.ts';
import type { Func, Global, Site } from '../ir/program.ts';
import type { Expr as AstExpr, File, FuncDecl } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import type { Initializer } from '../types/info.ts';
import { signatureOf } from '../types/object.ts';
import type { Func as FuncObject, Var } from '../types/type.ts';
import { LocalTypes } from './local-types.ts';
import { type MethodEntry, MethodSets } from './method-set.ts';
import { functionName, nativeName } from './names.ts';
import type { LowerOptions, LowerPackage } from './options.ts';
import { emptyEnv, envOf, symbolPath, type TypeEnv, TypeTable } from './type-table.ts';

/** Where a function is declared. */
export interface Declaration {
  readonly func: FuncObject;
  readonly decl: FuncDecl;
  readonly file: File;
  readonly pkg: LowerPackage;
}

/** What lowers the bodies; given from above, as the rules need this registry themselves. */
export interface BodyRules {
  declared(program: ProgramLowering, id: FuncId, declaration: Declaration, env: TypeEnv): Func;
  adapter(program: ProgramLowering, id: FuncId, adapter: Adapter): Func;
  nativeFunction(
    program: ProgramLowering,
    id: FuncId,
    func: FuncObject,
    typeArgs: readonly TypeId[],
  ): Func;
  /** The function that gives variables of the library their first values. */
  initializer(
    program: ProgramLowering,
    id: FuncId,
    pkg: LowerPackage,
    initializer: Initializer,
  ): Func;
}

/** A function that calls a method found from some type. */
export interface Adapter {
  readonly type: TypeId;
  readonly method: MethodEntry;
  readonly typeArgs: readonly TypeId[];
  /** Behind a method value: the receiver, as the method takes it, is captured. */
  readonly isBound: boolean;
}

interface DynamicMethod {
  readonly type: TypeId;
  readonly method: MethodEntry;
  func: FuncId | null;
}

export class ProgramLowering {
  readonly types: TypeTable;
  readonly methods: MethodSets;
  readonly options: LowerOptions;
  readonly packages: readonly LowerPackage[];
  readonly sites: Site[] = [{ id: 0, pos: noPos, func: 0, operand: '' }];
  readonly globals: Global[] = [];
  /** Package variables that reachable code names. */
  readonly usedGlobals = new Map<Var, GlobalId>();
  /** Early operations that need an instruction of their own (panic-order.ts). */
  readonly earlyPanics = new Set<AstExpr>();
  /** Memo of `hoists` by node. */
  readonly hoists = new Map<AstExpr, boolean>();
  private readonly rules: BodyRules;
  private readonly declarations = new Map<FuncObject, Declaration>();
  private readonly funcs: (Func | null)[] = [];
  private readonly funcIds = new Map<string, FuncId>();
  private readonly numbers = new Map<FuncObject, number>();
  private readonly names = new Map<FuncObject, string>();
  private readonly work: (() => void)[] = [];
  private readonly dynamic = new Map<TypeId, DynamicMethod[]>();
  private readonly dynamicByName = new Map<string, DynamicMethod[]>();
  private readonly calledMethods = new Set<string>();
  /** Package reflect is there: values are looked into, and others made, by their types. */
  private readonly reflects: boolean;
  /** Any exported method may be called by its name (reflect.Value.Method). */
  private keepsMethods = false;
  /** Functions are made of any type (reflect.MakeFunc, method values of reflection). */
  makesFunctions = false;

  constructor(packages: readonly LowerPackage[], options: LowerOptions, rules: BodyRules) {
    this.types = new TypeTable(new LocalTypes(packages));
    this.methods = new MethodSets(this.types);
    this.options = options;
    this.packages = packages;
    this.rules = rules;
    for (const pkg of packages) {
      for (const file of pkg.files) {
        for (const decl of file.decls) {
          if (decl.kind !== 'FuncDecl') continue;
          const func = pkg.info.defs.get(decl.name);
          if (func?.kind === 'Func') this.declarations.set(func, { func, decl, file, pkg });
        }
      }
    }
    for (const name of options.nativeMethods) this.callMethod(name);
    this.reflects = packages.some(({ pkg }) => pkg.path === 'reflect');
  }

  // ---- Functions ----

  /** A function id whose body `lower` makes when its turn comes; once for each key. */
  request(key: string, lower: (id: FuncId) => Func): FuncId {
    const known = this.funcIds.get(key);
    if (known !== undefined) return known;
    const id = this.newFunc();
    this.funcIds.set(key, id);
    this.work.push(() => this.setFunc(lower(id)));
    return id;
  }

  /** An id for a function that the caller lowers at once. */
  newFunc(): FuncId {
    this.funcs.push(null);
    return this.funcs.length - 1;
  }

  setFunc(func: Func): void {
    assert(this.funcs[func.id] === null, 'a function is lowered once');
    this.funcs[func.id] = func;
  }

  /** Lowers all that is reachable so far. */
  drain(): void {
    // First come, first served: ids and lowering follow the order of first use.
    for (let i = 0; i < this.work.length; i++) this.work[i]?.();
    this.work.length = 0;
  }

  finishedFuncs(): readonly Func[] {
    return this.funcs.map((func) => {
      assert(func !== null, 'every requested function is lowered');
      return func;
    });
  }

  declarationOf(func: FuncObject): Declaration {
    const declaration = this.declarations.get(func.origin ?? func);
    assert(declaration !== undefined, `function ${func.name} is declared in a lowered package`);
    return declaration;
  }

  /** The native's name if a function has no body, else null. */
  nativeOrNull(func: FuncObject): string | null {
    if (this.declarationOf(func).decl.body !== null) return null;
    const name = nativeName(func.origin ?? func);
    if (this.reflects) this.noteReflection(name);
    return name;
  }

  /** Is it a native that can be an expression? */
  isPure(func: FuncObject): boolean {
    if (!this.declarations.has(func.origin ?? func)) return false;
    const name = this.nativeOrNull(func);
    if (name === null || signatureOf(func).results.vars.length !== 1) return false;
    return this.options.isPureNative(name);
  }

  /** A declared function or method for the type arguments of its receiver and its own. */
  declared(object: FuncObject, recvArgs: readonly TypeId[], typeArgs: readonly TypeId[]): FuncId {
    const func = object.origin ?? object;
    const key = `func ${this.numberOf(func)} [${recvArgs}] [${typeArgs}]`;
    return this.request(key, (id) => {
      const signature = signatureOf(func);
      const outer = envOf(signature.recvTypeParams, recvArgs, emptyEnv);
      const env = envOf(signature.typeParams, typeArgs, outer);
      return this.rules.declared(this, id, this.declarationOf(func), env);
    });
  }

  /** Lowers an initializer of the library; returns its function. */
  initializer(pkg: LowerPackage, initializer: Initializer): FuncId {
    const id = this.newFunc();
    this.setFunc(this.rules.initializer(this, id, pkg, initializer));
    return id;
  }

  /** gc numbers the init functions of a package. */
  nameFunction(func: FuncObject, name: string): void {
    this.names.set(func, name);
  }

  nameOf(func: FuncObject): string {
    return this.names.get(func) ?? functionName(func);
  }

  private numberOf(func: FuncObject): number {
    const known = this.numbers.get(func);
    if (known !== undefined) return known;
    this.numbers.set(func, this.numbers.size);
    return this.numbers.size - 1;
  }

  // ---- Methods through interfaces ----

  /** A value of this type is put into an interface. */
  useDynamically(type: TypeId): void {
    if (this.dynamic.has(type)) return;
    const methods: DynamicMethod[] = [];
    this.dynamic.set(type, methods);
    const entry = this.types.entry(type);
    if (entry.kind !== 'interface') {
      for (const method of this.methods.of(type)) {
        // A generic method satisfies no interface.
        if (method.func !== null && signatureOf(method.func).typeParams.length > 0) continue;
        const dynamic: DynamicMethod = { type, method, func: null };
        methods.push(dynamic);
        const sameName = this.dynamicByName.get(method.name);
        if (sameName === undefined) this.dynamicByName.set(method.name, [dynamic]);
        else sameName.push(dynamic);
        if (this.calledMethods.has(method.name)) this.reach(dynamic);
        if (this.keepsMethods) this.keep(dynamic);
      }
    }
    // Reflection reaches the parts of a value, as fmt does when it prints them.
    for (const part of [entry.elem, entry.key, ...entry.fields.map((field) => field.type)]) {
      if (part >= 0) this.useDynamically(part);
    }
    if (!this.reflects) return;
    for (const part of [...entry.params, ...entry.results]) this.useDynamically(part);
    // It also takes addresses; what a pointer to any other type has no methods for is made then.
    const mayHaveMethods = entry.named !== null || entry.kind === 'struct';
    if (mayHaveMethods && entry.kind !== 'interface' && entry.kind !== 'pointer') {
      this.useDynamically(this.types.pointerTo(type));
    }
  }

  private noteReflection(native: string): void {
    if (native === 'reflect.stubFor' || native === 'reflect.boundMethod') {
      this.makesFunctions = true;
    }
    if (native !== 'reflect.methodFunction' || this.keepsMethods) return;
    this.keepsMethods = true;
    for (const methods of [...this.dynamic.values()]) {
      for (const dynamic of methods) this.keep(dynamic);
    }
  }

  private keep(dynamic: DynamicMethod): void {
    const { method } = dynamic;
    if (method.packagePath !== '') return;
    this.reach(dynamic);
    this.useDynamically(this.methodType(method, []));
  }

  /** Something calls a method of this name through an interface. */
  callMethod(name: string): void {
    if (this.calledMethods.has(name)) return;
    this.calledMethods.add(name);
    for (const dynamic of this.dynamicByName.get(name) ?? []) this.reach(dynamic);
  }

  /** The methods of a type that is used dynamically; func -1 if nothing can call it. */
  dynamicMethods(type: TypeId): readonly { readonly method: MethodEntry; readonly func: FuncId }[] {
    const methods = this.dynamic.get(type) ?? [];
    return methods.map(({ method, func }) => ({ method, func: func ?? -1 }));
  }

  private reach(dynamic: DynamicMethod): void {
    dynamic.func ??= this.methodFunction(dynamic.type, dynamic.method);
  }

  /** The function that takes a value of `type` and then the arguments of its method. */
  methodFunction(type: TypeId, method: MethodEntry): FuncId {
    const { func } = method;
    const isPointer = this.types.kind(type) === 'pointer';
    if (func !== null && method.path.length === 0 && this.nativeOrNull(func) === null) {
      if (method.pointerReceiver === isPointer || method.owner === type) {
        return this.declared(func, this.types.entry(method.owner).typeArgs, []);
      }
    }
    return this.adapter('method', { type, method, typeArgs: [], isBound: false });
  }

  /** The function that a method expression T.M stands for. */
  methodExpression(type: TypeId, method: MethodEntry, typeArgs: readonly TypeId[]): FuncId {
    if (typeArgs.length === 0) return this.methodFunction(type, method);
    return this.adapter('expression', { type, method, typeArgs, isBound: false });
  }

  /** The function behind a method value: captures the receiver as the method takes it. */
  boundMethod(method: MethodEntry, type: TypeId, typeArgs: readonly TypeId[]): FuncId {
    return this.adapter('bound', {
      type,
      method: { ...method, path: [] },
      typeArgs,
      isBound: true,
    });
  }

  private adapter(what: string, adapter: Adapter): FuncId {
    const { type, method, typeArgs } = adapter;
    const key = `${what} ${type} ${method.packagePath}.${method.name} [${typeArgs}]`;
    return this.request(key, (id) => this.rules.adapter(this, id, adapter));
  }

  /** A Go function that calls a native. */
  nativeFunction(object: FuncObject, typeArgs: readonly TypeId[]): FuncId {
    const func = object.origin ?? object;
    const key = `native ${nativeName(func)} [${typeArgs}]`;
    return this.request(key, (id) => this.rules.nativeFunction(this, id, func, typeArgs));
  }

  /** The func type of a method, without receiver. */
  methodType(method: MethodEntry, typeArgs: readonly TypeId[]): TypeId {
    const owner = this.types.entry(method.owner);
    if (method.func === null) {
      const found = owner.interfaceMethods.find(
        (m) => m.name === method.name && m.packagePath === method.packagePath,
      );
      assert(found !== undefined, `interface ${owner.string} has the method ${method.name}`);
      return found.type;
    }
    return this.functionType(method.func, owner.typeArgs, typeArgs);
  }

  /** The func type of a declared function or method, without receiver. */
  functionType(
    object: FuncObject,
    recvArgs: readonly TypeId[],
    typeArgs: readonly TypeId[],
  ): TypeId {
    const signature = signatureOf(object.origin ?? object);
    const outer = envOf(signature.recvTypeParams, recvArgs, emptyEnv);
    return this.types.signature(signature, envOf(signature.typeParams, typeArgs, outer));
  }

  // ---- Globals and sites ----

  global(variable: Var): GlobalId {
    const known = this.usedGlobals.get(variable);
    if (known !== undefined) return known;
    const id = this.globals.length;
    this.usedGlobals.set(variable, id);
    const type = this.types.idOf(variable.type, emptyEnv);
    const packagePath = symbolPath(variable.pkg);
    this.globals.push({ id, name: variable.name, type, packagePath });
    return id;
  }

  newSite({ pos, func, operand, ...extra }: Omit<Site, 'id'>): SiteId {
    const id = this.sites.length;
    this.sites.push({ id, pos, func, operand, ...extra });
    return id;
  }
}
