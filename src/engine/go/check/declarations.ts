// Declarations of constants, variables, types and functions, at package level and in functions,
// and cycles among them (types2 decl.go, resolver.go's base types).

import type { Expr, FuncDecl, GenDecl, Ident, TypeSpec, ValueSpec } from '../syntax/ast.ts';
import { noPos, type Pos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ, unknownType } from '../types/basic.ts';
import { makeInt, unknownValue, type Value } from '../types/constant.ts';
import { addMethod, methodsOf, newNamed } from '../types/named.ts';
import { isAliasName, newConst, newTypeName, newVar } from '../types/object.ts';
import { Operand } from '../types/operand.ts';
import { isConstType, isGeneric, isTypeParam } from '../types/predicates.ts';
import { Alias } from '../types/type.ts';
import type { Const, Func, Named, Obj, Signature, Type, TypeName, Var } from '../types/type.ts';
import { asNamedOrNull, isInvalid, unalias, under } from '../types/under.ts';
import { checkValidType } from '../types/valid-type.ts';
import type { Declaration, Target } from './checker.ts';
import { Signatures } from './signatures.ts';

export abstract class Declarations extends Signatures {
  /** Objects whose declaration is being checked, outermost first. */
  private readonly objectPathIndex = new Map<Obj, number>();
  protected readonly methodsOfBase = new Map<TypeName, Func[]>();

  abstract targetOf(type: Type, description: string): Target | null;
  abstract initConst(lhs: Const, x: Operand): void;
  abstract initVar(lhs: Var, x: Operand, context: string): void;
  abstract initVars(lhs: readonly Var[], rhs: readonly Expr[], returnPos: Pos | null): void;
  abstract funcBody(
    declaration: Declaration | null,
    signature: Signature,
    body: NonNullable<FuncDecl['body']>,
    iota: Value | null,
  ): void;

  // ---- Objects on demand, and cycles ----

  objDecl(obj: Obj): void {
    if (this.objectPathIndex.has(obj)) {
      this.declareInCycle(obj);
      return;
    }
    if (obj.type !== unknownType) return;
    const declaration = this.declarations.get(obj);
    if (declaration === undefined) return;
    this.push(obj);
    const env = this.packageEnvironment(declaration.fileScope, declaration.version);
    this.inEnvironment(env, () => this.declareObject(obj, declaration));
    this.pop();
  }

  private declareInCycle(obj: Obj): void {
    if (obj.kind === 'Const' || obj.kind === 'Var') {
      if (!this.validCycle(obj) || obj.type === unknownType) obj.type = Typ.invalid;
    } else if (obj.kind === 'TypeName') {
      if (!this.validCycle(obj)) obj.type = Typ.invalid;
    } else if (obj.kind === 'Func') this.validCycle(obj);
  }

  private declareObject(obj: Obj, declaration: Declaration): void {
    switch (obj.kind) {
      case 'Const':
        this.env.declaration = declaration;
        this.constDecl(obj, declaration.type, declaration.init, declaration.inherited);
        break;
      case 'Var':
        this.env.declaration = declaration;
        this.varDecl(obj, declaration.lhs, declaration.type, declaration.init);
        break;
      case 'TypeName':
        if (declaration.typeSpec !== null) this.typeDecl(obj, declaration.typeSpec);
        this.collectMethods(obj);
        break;
      case 'Func':
        if (declaration.func !== null) this.funcDecl(obj, declaration, declaration.func);
        break;
      default:
        break;
    }
  }

  protected push(obj: Obj): void {
    this.objectPathIndex.set(obj, this.objectPath.length);
    this.objectPath.push(obj);
  }

  protected pop(): void {
    const obj = this.objectPath.pop();
    if (obj !== undefined) this.objectPathIndex.delete(obj);
  }

  private validCycle(obj: Obj): boolean {
    const cycle = this.objectPath.slice(this.objectPathIndex.get(obj) ?? 0);
    let values = 0;
    let definitions = 0;
    for (const each of cycle) {
      if (each.kind === 'Const' || each.kind === 'Var') values++;
      else if (each.kind === 'TypeName') {
        if (this.inTypeParamList && isGeneric(each.type)) return true;
        if (!this.isAliasDeclaration(each)) definitions++;
      }
    }
    // Values that depend on themselves are reported with the order of initialisation.
    if (values === cycle.length) return true;
    if (values === 0 && definitions > 0) return true;
    this.cycleError(cycle);
    return false;
  }

  private isAliasDeclaration(obj: TypeName): boolean {
    const spec = this.declarations.get(obj)?.typeSpec;
    if (spec !== undefined && spec !== null) return spec.assign !== noPos;
    return isAliasName(obj);
  }

  protected cycleError(cycle: readonly Obj[]): void {
    let start = 0;
    for (const [i, obj] of cycle.entries()) if (obj.pos < (cycle[start]?.pos ?? 0)) start = i;
    let obj = cycle[start];
    if (obj === undefined) return;
    const isType = obj.kind === 'TypeName';
    if (isType && obj.type.kind === 'Alias') obj.type.fromRHS = Typ.invalid;
    const name = (each: Obj): string => this.nameInCycle(each);
    if (cycle.length === 1) {
      const message = isType
        ? `invalid recursive type: ${name(obj)} refers to itself`
        : `invalid cycle in declaration: ${name(obj)} refers to itself`;
      this.error(obj, 'InvalidDeclCycle', message);
      return;
    }
    const complaints = [
      {
        pos: obj.pos,
        message: isType
          ? `invalid recursive type ${name(obj)}`
          : `invalid cycle in declaration of ${name(obj)}`,
      },
    ];
    for (let i = 0; i < cycle.length; i++) {
      const next = cycle[(start + i + 1) % cycle.length];
      if (next === undefined || obj === undefined) break;
      complaints.push({ pos: obj.pos, message: `${name(obj)} refers to ${name(next)}` });
      obj = next;
    }
    this.report('InvalidDeclCycle', complaints);
  }

  private nameInCycle(obj: Obj): string {
    const named = asNamedOrNull(obj.type);
    return named !== null && named.expander !== null ? this.typeString(named) : obj.name;
  }

  // ---- Constants and variables ----

  protected constDecl(obj: Const, type: Expr | null, init: Expr | null, inherited: boolean): void {
    const outer = { iota: this.env.iota, inheritedPos: this.env.inheritedPos };
    this.env.iota = obj.value;
    this.env.inheritedPos = noPos;
    obj.value = unknownValue;
    let isWrong = false;
    if (type !== null) {
      const t = this.typ(type);
      if (isConstType(t)) obj.type = t;
      else {
        if (!isInvalid(under(t))) {
          this.error(type, 'InvalidConstType', `invalid constant type ${this.typeString(t)}`);
        }
        obj.type = Typ.invalid;
        isWrong = true;
      }
    }
    if (!isWrong) {
      const x = new Operand();
      if (init !== null) {
        // Errors in a repeated expression are reported at the constant that repeats it.
        if (inherited) this.env.inheritedPos = obj.pos;
        this.expr(null, x, init);
      }
      this.initConst(obj, x);
    }
    Object.assign(this.env, outer);
  }

  protected varDecl(obj: Var, lhs: readonly Var[] | null, type: Expr | null, init: Expr | null): void {
    if (type !== null) obj.type = this.varType(type);
    if (init === null) {
      if (type === null) obj.type = Typ.invalid;
      return;
    }
    if (lhs === null || lhs.length === 1) {
      const x = new Operand();
      this.expr(this.targetOf(obj.type, obj.name), x, init);
      this.initVar(obj, x, 'variable declaration');
      return;
    }
    if (type !== null) for (const each of lhs) each.type = obj.type;
    this.initVars(lhs, [init], null);
  }

  // ---- Types ----

  protected typeDecl(obj: TypeName, spec: TypeSpec): void {
    this.later(() => {
      const named = asNamedOrNull(obj.type);
      if (named !== null) checkValidType(named, (cycle) => this.cycleError(cycle.map((n) => n.obj)));
    });
    if (spec.typeParams !== null) {
      const what = spec.assign !== noPos ? 'generic type alias' : 'type parameter';
      const version = spec.assign !== noPos ? 'go1.23' : 'go1.18';
      this.verifyVersion(spec.typeParams.pos, version, what);
    }
    if (spec.assign !== noPos) {
      this.aliasDecl(obj, spec);
      return;
    }
    const named = newNamed(obj, null);
    if (spec.typeParams !== null) {
      this.openScope(spec, 'type parameters');
      this.collectInto(named, spec);
    }
    const rhs = this.declaredType(spec.type, obj);
    named.fromRHS = rhs;
    if (isTypeParam(rhs)) {
      this.error(spec.type, 'MisplacedTypeParam', 'cannot use a type parameter as RHS in type declaration');
      named.fromRHS = Typ.invalid;
    }
    if (spec.typeParams !== null) this.closeScope();
  }

  /** Type parameters are known to the type before their constraints are checked: they may use it. */
  private collectInto(type: Named | Alias, spec: TypeSpec): void {
    if (spec.typeParams === null) return;
    type.typeParams = this.collectTypeParams(spec.typeParams, (params) => {
      type.typeParams = params;
    });
  }

  private aliasDecl(obj: TypeName, spec: TypeSpec): void {
    const alias = new Alias(obj, null, null, []);
    obj.type = alias;
    if (spec.typeParams !== null) {
      this.openScope(spec, 'type parameters');
      this.collectInto(alias, spec);
    }
    const rhs = this.declaredType(spec.type, obj);
    alias.fromRHS = rhs;
    if (rhs.kind === 'TypeParam' && alias.typeParams.includes(rhs)) {
      this.error(spec.type, 'MisplacedTypeParam', 'cannot use type parameter declared in alias declaration as RHS');
      alias.fromRHS = Typ.invalid;
    }
    alias.actual = null;
    unalias(alias);
    if (spec.typeParams !== null) this.closeScope();
  }

  // ---- Methods and functions ----

  collectMethods(obj: TypeName): void {
    const methods = this.methodsOfBase.get(obj);
    if (methods === undefined) return;
    this.methodsOfBase.delete(obj);
    const base = asNamedOrNull(obj.type);
    if (base !== null) this.later(() => this.checkFieldUniqueness(base));
    const seen = new Map<string, Func>();
    for (const method of base === null ? [] : methodsOf(base)) seen.set(method.name, method);
    for (const method of methods) {
      const other = seen.get(method.name);
      if (other !== undefined) {
        this.error(
          method.pos,
          'DuplicateMethod',
          `method ${obj.name}.${method.name} already declared at ${this.place(other.pos)}`,
        );
        continue;
      }
      seen.set(method.name, method);
      if (base !== null) addMethod(base, method);
    }
  }

  private checkFieldUniqueness(base: Named): void {
    const struct = under(base);
    if (struct.kind !== 'Struct') return;
    const methods = new Map(methodsOf(base).map((method) => [method.name, method]));
    for (const field of struct.fields) {
      const method = methods.get(field.name);
      if (method === undefined || field.name === '_') continue;
      this.report('DuplicateFieldAndMethod', [
        { pos: method.pos, message: `field and method with the same name ${field.name}` },
        { pos: field.pos, message: `other declaration of ${field.name}` },
      ]);
    }
  }

  private funcDecl(obj: Func, declaration: Declaration, decl: FuncDecl): void {
    const signature = this.signature(decl.type, decl);
    obj.type = signature;
    if (decl.type.typeParams !== null && decl.body === null) {
      this.softError(decl, 'BadDecl', 'generic function is missing function body');
    }
    const { body } = decl;
    if (body === null) return;
    this.info.functions.push(decl);
    this.later(() => this.funcBody(declaration, signature, body, null));
  }

  // ---- Declaration statements ----

  declStmt(decl: GenDecl): void {
    if (decl.tok === 'const') this.constGroup(decl);
    for (const spec of decl.specs) {
      if (spec.kind === 'TypeSpec') {
        const obj = newTypeName(spec.name.pos, this.pkg, spec.name.name);
        this.declare(this.env.scope, spec.name, obj, spec.name.pos);
        this.push(obj);
        this.typeDecl(obj, spec);
        this.pop();
      } else if (spec.kind === 'ValueSpec' && decl.tok === 'var') this.varSpec(spec);
    }
  }

  private constGroup(decl: GenDecl): void {
    for (const { spec, type, values, inherited } of constSpecs(decl)) {
      const top = this.delayed.length;
      const lhs = spec.names.map((name, i) => {
        const obj = newConst(name.pos, this.pkg, name.name, unknownType, makeInt(spec.iota));
        this.constDecl(obj, type, values[i] ?? null, inherited);
        return obj;
      });
      this.arity(spec.pos, spec.names, values, true, inherited);
      this.processDelayed(top);
      for (const [i, name] of spec.names.entries()) {
        const obj = lhs[i];
        if (obj !== undefined) this.declare(this.env.scope, name, obj, spec.end);
      }
    }
  }

  private varSpec(spec: ValueSpec): void {
    const top = this.delayed.length;
    const lhs = spec.names.map((name) => newVar('local', name.pos, this.pkg, name.name));
    const { values } = spec;
    for (const [i, obj] of lhs.entries()) {
      if (values.length === 1 && lhs.length > 1) {
        this.varDecl(obj, lhs, spec.type, values[0] ?? null);
        break;
      }
      this.varDecl(obj, null, spec.type, values[i] ?? null);
    }
    if (spec.type === null || values.length > 0) {
      this.arity(spec.pos, spec.names, values, false, false);
    }
    this.processDelayed(top);
    for (const [i, name] of spec.names.entries()) {
      const obj = lhs[i];
      if (obj !== undefined) this.declare(this.env.scope, name, obj, spec.end);
    }
  }

  protected arity(
    pos: Pos,
    names: readonly Ident[],
    inits: readonly Expr[],
    isConst: boolean,
    inherited: boolean,
  ): void {
    const extra = inits[names.length];
    if (extra !== undefined) {
      if (inherited) this.error(pos, 'WrongAssignCount', `extra init expr at ${this.place(startPos(extra))}`);
      else this.error(extra, 'WrongAssignCount', `extra init expr ${exprString(extra)}`);
      return;
    }
    const missing = names[inits.length];
    if (missing !== undefined && (isConst || inits.length !== 1)) {
      this.error(missing, 'WrongAssignCount', `missing init expr for ${missing.name}`);
    }
  }
}

/** The specs of a const group with the expressions that each has or repeats. */
export function* constSpecs(decl: GenDecl): Generator<{
  spec: ValueSpec;
  type: Expr | null;
  values: readonly Expr[];
  inherited: boolean;
}> {
  let last: ValueSpec | null = null;
  for (const spec of decl.specs) {
    if (spec.kind !== 'ValueSpec') continue;
    const own = spec.type !== null || spec.values.length > 0;
    const inherited = !own && last !== null;
    if (own) last = spec;
    yield { spec, type: last?.type ?? null, values: last?.values ?? [], inherited };
  }
}
