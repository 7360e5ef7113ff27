// Types, parameter lists, type parameter lists and type argument lists.
// The lists are ambiguous until their end ("a, b int" or "a, b"; "[P *C]" or "[P * C]"), so their
// parts are gathered first and told apart afterwards, as gc does.

import type {
  ArrayType,
  BasicLit,
  BlockStmt,
  Expr,
  Field,
  FieldList,
  FuncType,
  Ident,
  IndexExpr,
  InterfaceType,
  StructType,
} from './ast.ts';
import { noPos } from './pos.ts';
import type { Pos } from './pos.ts';
import { startPos } from './positions.ts';
import type { TokenKind } from './token.ts';
import { tokenName, TokenParser } from './token-parser.ts';

// What gc's parser calls operators: neither `*` nor `<-`, which have tokens of their own.
const plainOperators: readonly TokenKind[] = [
  ...(['+', '-', '/', '%', '&', '|', '^', '<<', '>>', '&^', '&&', '||'] as const),
  ...(['==', '!=', '<', '<=', '>', '>=', '!', '~'] as const),
];

/** A parameter as written: a name, a type, or both. */
interface Parameter {
  readonly pos: Pos;
  name: Ident | null;
  type: Expr | null;
}

/** What a list of parameters may hold: it is that of type parameters, receivers, and so on. */
export interface ParameterRules {
  /** Type parameters need names and may have type sets. */
  readonly requireNames: boolean;
  /** Whether the last may be `...T`. */
  readonly variadic: boolean;
}

export const typeParameterRules: ParameterRules = { requireNames: true, variadic: false };
export const plainRules: ParameterRules = { requireNames: false, variadic: false };
const parameterRules: ParameterRules = { requireNames: false, variadic: true };

/** A list of expressions that may be types, and whether it had a comma. */
export interface TypeList {
  readonly list: readonly Expr[];
  readonly comma: boolean;
}

export abstract class TypeParser extends TokenParser {
  protected abstract expression(): Expr;
  protected abstract functionBody(): BlockStmt;

  /** A type, or a complaint. */
  protected type(): Expr {
    const type = this.typeOrNull();
    if (type !== null) return type;
    const bad = this.badExpr();
    this.syntaxError('expected type');
    this.advance(',', ':', ';', ')', ']', '}');
    return bad;
  }

  protected typeOrNull(): Expr | null {
    if (!this.enter()) return this.badExpr();
    const type = this.typeLiteralOrNull();
    this.leave();
    return type;
  }

  private typeLiteralOrNull(): Expr | null {
    const pos = this.pos();
    switch (this.kind()) {
      case '*':
        this.next();
        return this.star(pos, this.type());
      case '<-': {
        const arrow = pos;
        this.next();
        this.want('chan');
        const value = this.channelElement();
        return { kind: 'ChanType', pos, end: this.previousEnd, dir: 'receive', arrow, value };
      }
      case 'func':
        this.next();
        return this.functionType(pos, 'function type');
      case '[':
        this.next();
        return this.got(']') ? this.sliceType(pos) : this.arrayType(pos, null);
      case 'chan': {
        this.next();
        const arrow = this.is('<-') ? this.pos() : noPos;
        const dir = this.got('<-') ? 'send' : 'both';
        const value = this.channelElement();
        return { kind: 'ChanType', pos, end: this.previousEnd, dir, arrow, value };
      }
      case 'map': {
        this.next();
        this.want('[');
        const key = this.type();
        this.want(']');
        const value = this.type();
        return { kind: 'MapType', pos, end: this.previousEnd, key, value };
      }
      case 'struct':
        return this.structType();
      case 'interface':
        return this.interfaceType();
      case 'IDENT':
        return this.qualifiedName(null);
      case '(': {
        // Parentheses around a type are not kept, as in gc, whose messages show types without.
        this.next();
        const type = this.type();
        this.want(')');
        return type;
      }
      default:
        return null;
    }
  }

  protected star(pos: Pos, x: Expr): Expr {
    return { kind: 'StarExpr', pos, end: x.end, x };
  }

  private channelElement(): Expr {
    const type = this.typeOrNull();
    if (type !== null) return type;
    const bad = this.badExpr();
    this.syntaxError('missing channel element type');
    return bad;
  }

  /** `name`, `name.name`, each with optional type arguments; `first` was consumed already. */
  protected qualifiedName(first: Ident | null): Expr {
    let x: Expr = first ?? this.firstName();
    if (this.is('.')) {
      const dot = this.pos();
      this.next();
      const sel = this.name();
      x = { kind: 'SelectorExpr', pos: x.pos, end: this.previousEnd, x, dot, sel };
    }
    return this.is('[') ? this.typeInstance(x) : x;
  }

  private firstName(): Ident {
    if (this.is('IDENT')) return this.name();
    const blank = this.blankName(this.pos());
    this.syntaxError('expected name');
    this.advance('.', ';', '}');
    return blank;
  }

  private typeInstance(x: Expr): IndexExpr {
    const lbrack = this.pos();
    this.want('[');
    let indices: readonly Expr[];
    if (this.is(']')) {
      this.syntaxError('expected type argument list');
      indices = [this.badExpr()];
    } else indices = this.typeList(true).list;
    const rbrack = this.pos();
    this.want(']');
    return { kind: 'IndexExpr', pos: x.pos, end: this.previousEnd, x, lbrack, indices, rbrack };
  }

  /**
   * Types separated by commas, one at least. Unless `strict`, the first may be an expression: an
   * index or an array length.
   */
  protected typeList(strict: boolean): TypeList {
    this.expressionLevel += 1;
    const list = [strict ? this.type() : this.expression()];
    let comma = false;
    while (this.got(',')) {
      comma = true;
      const type = this.typeOrNull();
      if (type === null) break;
      list.push(type);
    }
    this.expressionLevel -= 1;
    return { list, comma };
  }

  /** `[` and `]` have been consumed; `pos` is that of `[`. */
  protected sliceType(pos: Pos): ArrayType {
    const elt = this.type();
    return { kind: 'ArrayType', pos, end: this.previousEnd, len: null, elt };
  }

  /** `[` has been consumed, and so has the length unless null; `pos` is that of `[`. */
  protected arrayType(pos: Pos, length: Expr | null): ArrayType {
    let len = length;
    if (len === null) {
      if (this.is('...')) {
        const dots = this.pos();
        this.next();
        len = { kind: 'Ellipsis', pos: dots, end: this.previousEnd, elt: null };
      } else {
        this.expressionLevel += 1;
        len = this.expression();
        this.expressionLevel -= 1;
      }
    }
    if (this.is(',')) {
      // Type parameter lists may end in a comma, array lengths not.
      this.syntaxError('unexpected comma; expected ]');
      this.next();
    }
    this.want(']');
    const elt = this.type();
    return { kind: 'ArrayType', pos, end: this.previousEnd, len, elt };
  }

  /**
   * What follows `name` at a `[`: the type of a field or parameter of that name (an ArrayType), or
   * type arguments that make the name a type (an IndexExpr).
   */
  private arrayOrTypeArguments(name: Ident): ArrayType | IndexExpr {
    const lbrack = this.pos();
    this.want('[');
    if (this.got(']')) return this.sliceType(lbrack);
    const { list, comma } = this.typeList(false);
    const rbrack = this.pos();
    this.want(']');
    const len = list[0];
    if (!comma && len !== undefined) {
      const elt = this.typeOrNull();
      if (elt !== null) {
        return { kind: 'ArrayType', pos: lbrack, end: this.previousEnd, len, elt };
      }
    }
    const indices = list;
    const end = this.previousEnd;
    return { kind: 'IndexExpr', pos: name.pos, end, x: name, lbrack, indices, rbrack };
  }

  private structType(): StructType {
    const pos = this.pos();
    this.want('struct');
    const opening = this.pos();
    this.want('{');
    const list: Field[] = [];
    const closing = this.list('struct type', ';', '}', () => {
      const field = this.fieldDeclarationOrNull();
      if (field !== null) list.push(field);
      return false;
    });
    return {
      kind: 'StructType',
      pos,
      end: this.previousEnd,
      fields: this.fieldList(opening, list, closing),
    };
  }

  private fieldList(opening: Pos, list: readonly Field[], closing: Pos): FieldList {
    return { kind: 'FieldList', pos: opening, end: this.previousEnd, opening, list, closing };
  }

  private field(pos: Pos, names: readonly Ident[], type: Expr, tag: BasicLit | null): Field {
    return { kind: 'Field', pos, end: (tag ?? type).end, names, type, tag };
  }

  private fieldDeclarationOrNull(): Field | null {
    const pos = this.pos();
    switch (this.kind()) {
      case 'IDENT': {
        const name = this.name();
        if (this.is('.') || this.isLiteral() || this.is(';') || this.is('}')) {
          const embedded = this.qualifiedName(name);
          return this.field(pos, [], embedded, this.literalOrNull());
        }
        const names = this.nameList(name);
        if (names.length > 1 || !this.is('[')) {
          const type = this.type();
          return this.field(pos, names, type, this.literalOrNull());
        }
        const type = this.arrayOrTypeArguments(name);
        const tag = this.literalOrNull();
        return this.field(pos, type.kind === 'IndexExpr' ? [] : names, type, tag);
      }
      case '*':
        this.next();
        return this.embeddedField(pos, pos);
      case '(':
        return this.embeddedField(pos, null);
      default:
        this.syntaxError('expected field name or embedded type');
        this.advance(';', '}');
        return null;
    }
  }

  // `*T` after the star, or with a complaint `*(T)`, `(T)`, `(*T)`.
  private embeddedField(pos: Pos, star: Pos | null): Field {
    let starPos = star;
    let parenthesized = false;
    if (this.is('(')) {
      this.syntaxError('cannot parenthesize embedded type');
      this.next();
      parenthesized = true;
      if (starPos === null && this.is('*')) {
        starPos = this.pos();
        this.next();
      }
    }
    const name = this.qualifiedName(null);
    if (parenthesized) this.got(')');
    const type = starPos === null ? name : this.star(starPos, name);
    return this.field(pos, [], type, this.literalOrNull());
  }

  private interfaceType(): InterfaceType {
    const pos = this.pos();
    this.want('interface');
    const opening = this.pos();
    this.want('{');
    const list: Field[] = [];
    const closing = this.list('interface type', ';', '}', () => {
      list.push(this.interfaceElement());
      return false;
    });
    const methods = this.fieldList(opening, list, closing);
    return { kind: 'InterfaceType', pos, end: this.previousEnd, methods };
  }

  private interfaceElement(): Field {
    const pos = this.pos();
    const method = this.is('IDENT') ? this.methodOrType() : null;
    if (method !== null && method.names.length > 0) return method;
    return this.field(pos, [], this.embeddedElement(method?.type ?? null), null);
  }

  // A method, or a name that starts an embedded element.
  private methodOrType(): Field {
    const pos = this.pos();
    const name = this.name();
    if (this.is('(')) return this.interfaceMethod(name);
    if (!this.is('[')) return this.field(pos, [], this.qualifiedName(name), null);
    const lbrack = this.pos();
    this.next();
    if (this.is(']')) return this.methodWithEmptyBrackets(name);
    // Type arguments look like parameters without names: parse those, then look.
    const parameters = this.parameters(lbrack, null, null, ']', plainRules);
    const first = parameters.list[0];
    if (first === undefined) {
      return this.is('(') ? this.interfaceMethod(name) : this.field(pos, [], name, null);
    }
    if (first.names.length > 0) {
      const method = this.interfaceMethod(name);
      this.errorAt(lbrack, 'interface method must have no type parameters');
      return method;
    }
    const indices = parameters.list.map((parameter) => parameter.type);
    const rbrack = parameters.closing;
    const end = parameters.end;
    const type: IndexExpr = { kind: 'IndexExpr', pos, end, x: name, lbrack, indices, rbrack };
    return this.field(pos, [], type, null);
  }

  private methodWithEmptyBrackets(name: Ident): Field {
    const rbrack = this.pos();
    this.next();
    if (this.is('(')) {
      this.errorAt(rbrack, 'empty type parameter list');
      return this.interfaceMethod(name);
    }
    this.errorAt(rbrack, 'empty type argument list');
    return this.field(name.pos, [], name, null);
  }

  private interfaceMethod(name: Ident): Field {
    // Interfaces in the parameters of their methods take twice the stack of other types.
    if (!this.enter()) return this.field(name.pos, [], name, null);
    const type = this.functionType(this.pos(), 'interface method');
    this.leave();
    return this.field(name.pos, [name], type, null);
  }

  /** Terms joined by `|`; `first` was parsed already unless null. */
  private embeddedElement(first: Expr | null): Expr {
    let x = first ?? this.embeddedTerm();
    while (this.is('|')) {
      const opPos = this.pos();
      this.next();
      const y = this.embeddedTerm();
      x = { kind: 'BinaryExpr', pos: x.pos, end: y.end, x, op: '|', opPos, y };
    }
    return x;
  }

  private embeddedTerm(): Expr {
    if (this.is('~')) {
      const pos = this.pos();
      this.next();
      const x = this.type();
      return { kind: 'UnaryExpr', pos, end: x.end, op: '~', x };
    }
    const type = this.typeOrNull();
    if (type !== null) return type;
    const bad = this.badExpr();
    this.syntaxError('expected ~ term or type');
    this.advance(...plainOperators, ';', ')', ']', '}');
    return bad;
  }

  /**
   * `[typeParams](params) results`. With a context (what it is) type parameters are an error.
   * `pos` is where the node starts.
   */
  protected functionType(pos: Pos, context: string): FuncType {
    const lbrack = this.pos();
    let typeParams: FieldList | null = null;
    if (this.got('[')) {
      if (context !== '') this.syntaxErrorAt(lbrack, `${context} must have no type parameters`);
      if (this.is(']')) {
        this.syntaxError('empty type parameter list');
        this.next();
      } else typeParams = this.parameters(lbrack, null, null, ']', typeParameterRules);
    }
    const lparen = this.pos();
    this.want('(');
    const params = this.parameters(lparen, null, null, ')', parameterRules);
    const results = this.results();
    return { kind: 'FuncType', pos, end: this.previousEnd, typeParams, params, results };
  }

  private results(): FieldList | null {
    const pos = this.pos();
    if (this.got('(')) return this.parameters(pos, null, null, ')', plainRules);
    const type = this.typeOrNull();
    if (type === null) return null;
    const list = [this.field(pos, [], type, null)];
    return { kind: 'FieldList', pos, end: type.end, opening: noPos, list, closing: noPos };
  }

  /**
   * Parameters up to `close`; `opening` has been consumed, and so have the first name and type
   * unless null.
   */
  protected parameters(
    opening: Pos,
    firstName: Ident | null,
    firstType: Expr | null,
    close: ')' | ']',
    rules: ParameterRules,
  ): FieldList {
    const list: Parameter[] = [];
    let name = firstName;
    let type = firstType;
    if (name !== null && type !== null && this.is(close)) {
      const closing = this.pos();
      this.next();
      return this.fieldList(opening, [this.field(name.pos, [name], type, null)], closing);
    }
    const closing = this.list('parameter list', ',', close, () => {
      const parameter =
        name !== null && type !== null
          ? { pos: name.pos, name, type }
          : this.parameterOrNull(name, close);
      name = null;
      type = null;
      if (parameter !== null) list.push(parameter);
      return false;
    });
    const end = this.previousEnd;
    const fields = this.distributeTypes(list, closing, rules);
    return { kind: 'FieldList', pos: opening, end, opening, list: fields, closing };
  }

  private parameterOrNull(first: Ident | null, close: ')' | ']'): Parameter | null {
    const typeSetsAllowed = close === ']';
    const pos = first?.pos ?? this.pos();
    if (first === null && typeSetsAllowed && this.is('~')) {
      return { pos, name: null, type: this.embeddedElement(null) };
    }
    let name = first;
    if (name === null && this.is('IDENT')) name = this.name();
    if (name !== null) {
      const started = this.parameterTypeFromName(name, typeSetsAllowed);
      if (started !== null) return { pos, ...started };
    }
    if (this.is('...')) return { pos, name, type: this.variadicType() };
    if (typeSetsAllowed && this.is('~')) return { pos, name, type: this.embeddedElement(null) };
    let type = this.typeOrNull();
    if (typeSetsAllowed && this.is('|') && type !== null) type = this.embeddedElement(type);
    if (name !== null || type !== null) return { pos, name, type };
    this.syntaxError(`expected ${tokenName(close)}`);
    this.advance(',', close);
    return null;
  }

  // When the token after `name` shows that the name is (the start of) a type, or a `[` follows.
  private parameterTypeFromName(
    name: Ident,
    typeSetsAllowed: boolean,
  ): { name: Ident | null; type: Expr } | null {
    let type: Expr;
    let own: Ident | null = null;
    if (this.is('[')) {
      type = this.arrayOrTypeArguments(name);
      if (type.kind === 'ArrayType') own = name;
    } else if (this.is('.')) type = this.qualifiedName(name);
    else if (typeSetsAllowed && this.is('|')) type = name;
    else return null;
    if (typeSetsAllowed && this.is('|')) type = this.embeddedElement(type);
    return { name: own, type };
  }

  private variadicType(): Expr {
    const pos = this.pos();
    this.next();
    const elt = this.typeOrNull();
    if (elt === null) {
      const bad = this.badExpr();
      this.syntaxError('... is missing type');
      return bad;
    }
    return { kind: 'Ellipsis', pos, end: this.previousEnd, elt };
  }

  // Decides between "all are types" and "all are names", and gives each name the type to its right.
  private distributeTypes(
    list: readonly Parameter[],
    closing: Pos,
    rules: ParameterRules,
  ): readonly Field[] {
    const { requireNames } = rules;
    const named = list.filter((each) => each.name !== null && each.type !== null).length;
    if (named === 0 && !requireNames) {
      for (const parameter of list) {
        parameter.type = parameter.name ?? parameter.type;
        parameter.name = null;
      }
    } else if (named !== list.length) {
      const typed = list.filter((each) => each.type !== null).length;
      this.completeParameters(list, named, typed, closing, requireNames);
    }
    this.checkEllipses(list, rules.variadic);
    return this.groupParameters(list);
  }

  private completeParameters(
    list: readonly Parameter[],
    named: number,
    typed: number,
    closing: Pos,
    requireNames: boolean,
  ): void {
    let errorPos: Pos = noPos;
    let type: Expr | null = null;
    for (let i = list.length - 1; i >= 0; i--) {
      const parameter = list[i];
      if (parameter === undefined) continue;
      if (parameter.type !== null) {
        type = parameter.type;
        if (parameter.name === null) {
          errorPos = startPos(type);
          parameter.name = this.blankName(errorPos);
        }
      } else if (type !== null) parameter.type = type;
      else {
        errorPos = parameter.pos;
        parameter.type = this.badExpr(errorPos);
      }
    }
    if (errorPos === noPos) return;
    // Without types to the right, what is missing is at the end of the list.
    const atEnd = named === typed;
    let message: string;
    if (!requireNames) message = atEnd ? 'missing parameter type' : 'missing parameter name';
    else if (atEnd) message = 'missing type constraint';
    else {
      message = 'missing type parameter name';
      if (list.length === 1) message += ' or invalid array length';
    }
    this.syntaxErrorAt(atEnd ? closing : errorPos, message);
  }

  // Reports the first misplaced "...", and takes the others for plain types too.
  private checkEllipses(list: readonly Parameter[], variadic: boolean): void {
    let reported = false;
    list.forEach((parameter, i) => {
      const { type } = parameter;
      if (type?.kind !== 'Ellipsis' || (variadic && i === list.length - 1)) return;
      if (!reported) {
        const message = variadic ? 'can only use ... with final parameter' : 'invalid use of ...';
        this.errorAt(type.pos, message);
      }
      reported = true;
      parameter.type = type.elt;
    });
  }

  // "a, b int" is one field, as in go/ast: names that took their type from the right join it.
  private groupParameters(list: readonly Parameter[]): readonly Field[] {
    const fields: Field[] = [];
    let names: Ident[] = [];
    list.forEach((parameter, i) => {
      if (parameter.name !== null) names.push(parameter.name);
      const type = parameter.type ?? this.badExpr(parameter.pos);
      const following = list[i + 1];
      if (parameter.name !== null && following?.name != null && following.type === type) return;
      fields.push(this.field(names[0]?.pos ?? type.pos, names, type, null));
      names = [];
    });
    return fields;
  }
}
