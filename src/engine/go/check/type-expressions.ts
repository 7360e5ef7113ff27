// Names, and expressions that denote types (types2 typexpr.go, struct.go, interface.go, union.go).

import type {
  BasicLit,
  Expr,
  FieldList,
  Ident,
  InterfaceType,
  SelectorExpr,
  StructType,
} from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { gcPos, startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ, unknownType } from '../types/basic.ts';
import { invalidOperation } from './checker.ts';
import { stringFromLiteralOrNull } from '../types/constant-literal.ts';
import { toInt } from '../types/constant-operations.ts';
import { isRepresentable } from '../types/constant-representable.ts';
import { identical } from '../types/identical.ts';
import { verifyTypeArguments } from '../types/implements.ts';
import { newField, newFunc, newVar, objectKind } from '../types/object.ts';
import { Operand } from '../types/operand.ts';
import { OperandConversion } from './operand-conversion.ts';
import { deref, isGeneric, isInteger, isInterface, isTypeParam, isUntyped } from '../types/predicates.ts';
import { termsOverlap } from '../types/term-list.ts';
import { isComparable, isMethodSet, typeSetOf } from '../types/type-set.ts';
import type {
  Alias,
  Func,
  Interface,
  Named,
  Obj,
  Signature,
  Type,
  TypeName,
  UnionTerm,
  Var,
  Writable,
} from '../types/type.ts';
import { comparableType, universeIota } from '../types/universe.ts';
import { isInvalid, unalias, under } from '../types/under.ts';
import type { FuncType } from '../syntax/ast.ts';
import type { Target } from './checker.ts';

const maxUnionTerms = 100;

export abstract class TypeExpressions extends OperandConversion {
  abstract expr(target: Target | null, x: Operand, e: Expr): void;
  abstract selector(x: Operand, e: SelectorExpr, wantType: boolean): void;
  abstract objDecl(obj: Obj): void;
  abstract funcType(node: FuncType): Signature;
  abstract use(...list: readonly Expr[]): boolean;

  exprText(e: Expr): string {
    return exprString(e);
  }

  // ---- Names ----

  ident(x: Operand, e: Ident, wantType: boolean): void {
    x.invalidate();
    x.expr = e;
    const found = this.lookupScope(e.name);
    if (found === null) {
      if (e.name === '_') this.error(e, 'InvalidBlank', 'cannot use _ as value or type');
      else if (e.name !== '') this.error(e, 'UndeclaredName', `undefined: ${e.name}`);
      return;
    }
    const { obj, scope } = found;
    this.recordUse(e, obj);
    const isType = obj.kind === 'TypeName';
    if (!isType && wantType) {
      this.error(e, 'NotAType', `${obj.name} (${objectKind(obj)}) is not a type`);
      if (obj.kind === 'Var' && obj.pkg === this.pkg) this.usedVars.add(obj);
      return;
    }
    if (obj.type === unknownType || (isType && wantType && obj.pkg === this.pkg)) this.objDecl(obj);
    const dot = this.dotImports.get(scope)?.get(obj.name);
    if (dot !== undefined) this.usedPkgNames.add(dot);
    this.useObject(x, e, obj);
  }

  private useObject(x: Operand, e: Ident, obj: Obj): void {
    const { type } = obj;
    switch (obj.kind) {
      case 'PkgName':
        this.error(e, 'InvalidPkgUse', `use of package ${obj.name} not in selector`);
        return;
      case 'Const':
        this.addDeclarationDependency(obj);
        if (isInvalid(type)) return;
        if (obj === universeIota) {
          if (this.env.iota === null) {
            this.error(e, 'InvalidIota', 'cannot use iota outside constant declaration');
            return;
          }
          x.value = this.env.iota;
        } else x.value = obj.value;
        x.mode = 'constant';
        break;
      case 'TypeName':
        x.mode = 'typexpr';
        break;
      case 'Var':
        if (obj.pkg === this.pkg) this.usedVars.add(obj);
        this.addDeclarationDependency(obj);
        if (isInvalid(type)) return;
        x.mode = 'variable';
        break;
      case 'Func':
        this.addDeclarationDependency(obj);
        x.mode = 'value';
        break;
      case 'Builtin':
        x.builtin = obj.id;
        x.mode = 'builtin';
        break;
      case 'Nil':
        x.mode = 'nilvalue';
        break;
      case 'Label':
        return;
    }
    x.type = type;
  }

  // ---- Types ----

  typ(e: Expr): Type {
    return this.declaredType(e, null);
  }

  /** A type that a variable may have. */
  varType(e: Expr): Type {
    const type = this.declaredType(e, null);
    this.validVarType(e, type);
    return type;
  }

  validVarType(e: Expr, type: Type): void {
    if (isTypeParam(type)) return;
    this.later(() => {
      const underlying = under(type);
      if (underlying.kind !== 'Interface') return;
      const set = typeSetOf(underlying);
      if (isMethodSet(set)) return;
      const what = set.comparable ? 'interface is (or embeds) comparable' : 'interface contains type constraints';
      this.softError(
        startPos(e),
        'MisplacedConstraintIface',
        `cannot use type ${this.typeString(type)} outside a type constraint: ${what}`,
      );
    });
  }

  /** `def` is the name being declared with this type. */
  declaredType(e: Expr, def: TypeName | null): Type {
    let type = this.typeInternal(e, def);
    if (isGeneric(type)) {
      this.error(e, 'WrongTypeArgCount', `cannot use generic type ${this.typeString(type)} without instantiation`);
      type = Typ.invalid;
    }
    this.recordTypeAndValue(e, 'typexpr', type, null);
    return type;
  }

  genericType(e: Expr): { type: Type; cause: string } {
    let type = this.typeInternal(e, null);
    let cause = '';
    if (!isInvalid(type) && !isGeneric(type)) {
      cause = `${this.typeString(type)} is not a generic type`;
      type = Typ.invalid;
    }
    this.recordTypeAndValue(e, 'typexpr', type, null);
    return { type, cause };
  }

  private typeInternal(e: Expr, def: TypeName | null): Type {
    switch (e.kind) {
      case 'BadExpr':
        return Typ.invalid;
      case 'Ident':
      case 'SelectorExpr':
        return this.namedType(e);
      case 'IndexExpr':
        this.verifyVersion(startPos(e), 'go1.18', 'type instantiation');
        return this.instantiatedType(e.x, e.indices);
      case 'ParenExpr':
        return this.declaredType(e.x, def);
      case 'ArrayType':
        if (e.len === null) return { kind: 'Slice', elem: this.varType(e.elt) };
        return this.arrayType(e.len, e.elt, e);
      case 'Ellipsis':
        this.error(e, 'InvalidSyntaxTree', 'invalid use of ...');
        return Typ.invalid;
      case 'StructType':
        return this.structType(e);
      case 'StarExpr': {
        const elem = this.varType(e.x);
        return isInvalid(elem) && elem.kind === 'Basic' ? Typ.invalid : { kind: 'Pointer', elem };
      }
      case 'FuncType':
        return this.funcType(e);
      case 'InterfaceType':
        return this.interfaceType(e, def);
      case 'MapType':
        return this.mapType(e.key, e.value);
      case 'ChanType':
        return { kind: 'Chan', dir: e.dir, elem: this.varType(e.value) };
      default:
        this.error(e, 'NotAType', `${exprString(e)} is not a type`);
        this.use(e);
        return Typ.invalid;
    }
  }

  private namedType(e: Ident | SelectorExpr): Type {
    const x = new Operand();
    if (e.kind === 'Ident') this.ident(x, e, true);
    else this.selector(x, e, true);
    if (x.mode === 'typexpr') return x.type;
    if (x.mode === 'novalue') this.error(x, 'NotAType', `${this.operandString(x)} used as type`);
    else if (x.isValid) this.error(x, 'NotAType', `${this.operandString(x)} is not a type`);
    return Typ.invalid;
  }

  private arrayType(len: Expr, elt: Expr, e: Expr): Type {
    let length = -1;
    if (len.kind === 'Ellipsis') {
      this.error(e, 'BadDotDotDotSyntax', 'invalid use of [...] array (outside a composite literal)');
    } else length = this.arrayLength(len);
    const elem = this.varType(elt);
    return length < 0 ? Typ.invalid : { kind: 'Array', length, elem };
  }

  arrayLength(e: Expr): number {
    if (e.kind === 'Ident') {
      const obj = this.lookup(e.name);
      if (obj === null) {
        this.error(e, 'InvalidArrayLen', `undefined array length ${e.name} or missing type constraint`);
        return -1;
      }
      if (obj.kind !== 'Const') {
        this.error(e, 'InvalidArrayLen', `invalid array length ${e.name}`);
        return -1;
      }
    }
    const x = new Operand();
    this.expr(null, x, e);
    if (x.mode !== 'constant') {
      if (x.isValid) {
        this.error(x, 'InvalidArrayLen', `array length ${this.operandString(x)} must be constant`);
      }
      return -1;
    }
    if (isUntyped(x.type) || isInteger(x.type)) {
      const value = toInt(x.value);
      if (value.kind === 'int' && value.value >= 0n && isRepresentable(value, Typ.int)) {
        return Number(value.value);
      }
    }
    const message = isInteger(x.type)
      ? `invalid array length ${this.operandString(x)}`
      : `array length ${this.operandString(x)} must be integer`;
    this.error(x, 'InvalidArrayLen', message);
    return -1;
  }

  private mapType(keyExpr: Expr, elemExpr: Expr): Type {
    const key = this.varType(keyExpr);
    const elem = this.varType(elemExpr);
    this.later(() => {
      if (isInvalid(key) || isComparable(key)) return;
      const why = isTypeParam(key) ? ' (missing comparable constraint)' : '';
      this.error(keyExpr, 'IncomparableMapKey', `invalid map key type ${this.typeString(key)}${why}`);
    });
    return { kind: 'Map', key, elem };
  }

  // ---- Instances ----

  private instantiatedType(x: Expr, indices: readonly Expr[]): Type {
    const { type, cause } = this.genericType(x);
    if (cause !== '') {
      const list = indices.map(exprString).join(', ');
      this.error(x, 'NotAGenericType', `${invalidOperation}${exprString(x)}[${list}] (${cause})`);
    }
    if (type.kind !== 'Named' && type.kind !== 'Alias') return Typ.invalid;
    const args = this.typeList(indices);
    if (args === null) return Typ.invalid;
    const generic: Named | Alias = type;
    const { typeParams } = generic;
    if (!this.validTypeArgCount(startPos(x), generic.obj.name, typeParams.length, args.length)) {
      return Typ.invalid;
    }
    const instance = this.context.instantiate(gcPos(x), generic, args);
    this.later(() => {
      this.recordInstance(x, args, instance);
      const wrong = verifyTypeArguments(this, gcPos(x), typeParams, args, this.context);
      if (wrong !== null) {
        const at = indices[wrong.index];
        this.softError(at === undefined ? gcPos(x) : startPos(at), 'InvalidTypeArg', wrong.cause);
        return;
      }
      this.mono.recordInstance(gcPos(x), typeParams, args, indices.map(startPos));
    });
    return instance;
  }

  /** Type arguments; null if any is invalid. */
  typeList(list: readonly Expr[]): Type[] | null {
    const types = list.map((e) => this.varType(e));
    return types.some((type) => isInvalid(type)) ? null : types;
  }

  protected validTypeArgCount(pos: Pos, name: string, want: number, got: number): boolean {
    if (got === want) return true;
    const qualifier = got < want ? 'not enough' : 'too many';
    this.error(
      pos,
      'WrongTypeArgCount',
      `${qualifier} type arguments for type ${name}: have ${got}, want ${want}`,
    );
    return false;
  }

  // ---- Structs ----

  private structType(e: StructType): Type {
    const fields: Var[] = [];
    const tags: string[] = [];
    const seen = new Map<string, Var>();
    const add = (id: Ident, type: Type, embedded: boolean, tag: string): void => {
      const field = newField(id.pos, this.pkg, id.name, type, embedded);
      const other = seen.get(id.name);
      if (id.name !== '_' && other !== undefined) {
        this.report('DuplicateDecl', [
          { pos: id.pos, message: `${id.name} redeclared` },
          { pos: other.pos, message: `other declaration of ${id.name}` },
        ]);
        return;
      }
      seen.set(id.name, field);
      fields.push(field);
      tags.push(tag);
      this.recordDef(id, field);
    };
    for (const f of e.fields.list) {
      const type = this.varType(f.type);
      const tag = this.tag(f.tag);
      for (const name of f.names) add(name, type, false, tag);
      if (f.names.length > 0) continue;
      const id = embeddedFieldIdent(f.type);
      if (id === null) {
        this.error(f.type, 'InvalidSyntaxTree', `invalid embedded field type ${exprString(f.type)}`);
        continue;
      }
      add(id, type, true, tag);
      this.checkEmbedded(startPos(f.type), type);
    }
    return { kind: 'Struct', fields, tags: tags.some((tag) => tag !== '') ? tags : [] };
  }

  private checkEmbedded(pos: Pos, type: Type): void {
    this.later(() => {
      const [base, isPointer] = deref(type);
      const underlying = under(base);
      if (underlying.kind === 'Basic' && underlying.basic === 'unsafePointer') {
        this.error(pos, 'InvalidPtrEmbed', 'embedded field type cannot be unsafe.Pointer');
      } else if (underlying.kind === 'Pointer') {
        this.error(pos, 'InvalidPtrEmbed', 'embedded field type cannot be a pointer');
      } else if (underlying.kind === 'Interface') {
        if (isTypeParam(base)) {
          this.error(pos, 'MisplacedTypeParam', 'embedded field type cannot be a (pointer to a) type parameter');
        } else if (isPointer) {
          this.error(pos, 'InvalidPtrEmbed', 'embedded field type cannot be a pointer to an interface');
        }
      }
    });
  }

  private tag(literal: BasicLit | null): string {
    if (literal === null || literal.bad) return '';
    return stringFromLiteralOrNull(literal.value) ?? '';
  }

  // ---- Interfaces ----

  private interfaceType(e: InterfaceType, def: TypeName | null): Interface {
    const methods: Func[] = [];
    const embeddeds: Type[] = [];
    const embedPos: Pos[] = [];
    const type: Writable<Interface> = {
      kind: 'Interface',
      methods,
      embeddeds,
      embedPos,
      implicit: false,
      complete: false,
      reporter: this,
      typeSet: null,
    };
    for (const f of e.methods.list) {
      const name = f.names[0];
      if (name === undefined) {
        embeddeds.push(this.union(f.type));
        embedPos.push(startPos(f.type));
        continue;
      }
      if (name.name === '_') {
        this.error(name, 'BlankIfaceMethod', 'methods must have a unique non-blank name');
        continue;
      }
      const signature = this.typ(f.type);
      if (signature.kind !== 'Signature') continue;
      const recvType = def !== null && def.type.kind === 'Named' ? def.type : type;
      const recv = newVar('receiver', name.pos, this.pkg, '', recvType);
      const method = newFunc(name.pos, this.pkg, name.name, { ...signature, recv });
      this.recordDef(name, method);
      methods.push(method);
    }
    type.complete = true;
    this.later(() => void typeSetOf(type));
    return type;
  }

  /** The constraint of a type parameter; `~T` and unions stand for an implicit interface. */
  bound(e: Expr): Type {
    const isUnion = (e.kind === 'UnaryExpr' && e.op === '~') || (e.kind === 'BinaryExpr' && e.op === '|');
    if (!isUnion) return this.typ(e);
    const list: FieldList = {
      kind: 'FieldList',
      pos: e.pos,
      end: e.end,
      opening: e.pos,
      closing: e.end,
      list: [{ kind: 'Field', pos: e.pos, end: e.end, names: [], type: e, tag: null }],
    };
    const node: InterfaceType = { kind: 'InterfaceType', pos: e.pos, end: e.end, methods: list };
    const type = this.interfaceType(node, null);
    (type as Writable<Interface>).implicit = true;
    this.recordTypeAndValue(e, 'typexpr', type, null);
    return type;
  }

  private union(e: Expr): Type {
    const exprs = flattenUnion(e);
    const first = exprs[0];
    if (first === undefined) return Typ.invalid;
    const terms: UnionTerm[] = [];
    for (const [i, x] of exprs.entries()) {
      const term = this.unionTerm(x);
      if (exprs.length === 1 && !term.tilde) return term.type;
      if (terms.length >= maxUnionTerms) {
        this.error(exprs[i] ?? e, 'InvalidUnion', `cannot handle more than ${maxUnionTerms} union terms (implementation limitation)`);
        return Typ.invalid;
      }
      terms.push(term);
    }
    const union: Type = { kind: 'Union', terms };
    this.recordTypeAndValue(e, 'typexpr', union, null);
    this.later(() => this.checkTerms(terms, exprs));
    return union;
  }

  private unionTerm(e: Expr): UnionTerm {
    const tilde = e.kind === 'UnaryExpr' && e.op === '~';
    const inner = e.kind === 'UnaryExpr' && tilde ? e.x : e;
    let type = this.typ(inner);
    if (isTypeParam(type)) {
      if (tilde) {
        this.error(inner, 'MisplacedTypeParam', `type in term ${exprString(e)} cannot be a type parameter`);
      } else this.error(inner, 'MisplacedTypeParam', 'term cannot be a type parameter');
      type = Typ.invalid;
    }
    return { tilde, type };
  }

  private checkTerms(terms: readonly UnionTerm[], exprs: readonly Expr[]): void {
    for (const [i, term] of terms.entries()) {
      const at = exprs[i];
      if (isInvalid(term.type) || at === undefined) continue;
      const text = (term.tilde ? '~' : '') + this.typeString(term.type);
      const underlying = under(term.type);
      if (term.tilde && underlying.kind === 'Interface') {
        this.error(at, 'InvalidUnion', `invalid use of ~ (${this.typeString(term.type)} is an interface)`);
        continue;
      }
      if (term.tilde && !identical(underlying, term.type)) {
        this.error(
          at,
          'InvalidUnion',
          `invalid use of ~ (underlying type of ${this.typeString(term.type)} is ${this.typeString(underlying)})`,
        );
        continue;
      }
      if (underlying.kind === 'Interface') {
        this.checkInterfaceTerm(at, term, underlying, text);
        continue;
      }
      const overlap = terms
        .slice(0, i)
        .find((other) => !isInvalid(other.type) && !isInterface(other.type) && termsOverlap(other, term, identical));
      if (overlap !== undefined) {
        const other = (overlap.tilde ? '~' : '') + this.typeString(overlap.type);
        this.softError(at, 'InvalidUnion', `overlapping terms ${text} and ${other}`);
      }
    }
  }

  private checkInterfaceTerm(at: Expr, term: UnionTerm, type: Interface, text: string): void {
    const set = typeSetOf(type);
    if (set.methods.length > 0) {
      this.error(at, 'InvalidUnion', `cannot use ${text} in union (${text} contains methods)`);
    } else if (unalias(term.type) === comparableType) {
      this.error(at, 'InvalidUnion', 'cannot use comparable in union');
    } else if (set.comparable) {
      this.error(at, 'InvalidUnion', `cannot use ${text} in union (${text} embeds comparable)`);
    }
  }
}

/** The name of an embedded field: that of its type. */
function embeddedFieldIdent(e: Expr): Ident | null {
  switch (e.kind) {
    case 'Ident':
      return e;
    case 'StarExpr':
      return e.x.kind === 'StarExpr' ? null : embeddedFieldIdent(e.x);
    case 'SelectorExpr':
      return e.sel;
    case 'IndexExpr':
    case 'ParenExpr':
      return embeddedFieldIdent(e.x);
    default:
      return null;
  }
}

function flattenUnion(e: Expr): Expr[] {
  if (e.kind === 'BinaryExpr' && e.op === '|') return [...flattenUnion(e.x), e.y];
  return [e];
}
