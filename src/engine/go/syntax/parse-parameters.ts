// Signatures and parameter lists (spec: Function types, Type parameter declarations).
// The lists are ambiguous until their end ("a, b int" or "a, b"), so their parts are gathered first
// and told apart afterwards, as gc does.

import type {
  ArrayType,
  BasicLit,
  Expr,
  Field,
  FieldList,
  FuncType,
  Ident,
  IndexExpr,
} from './ast.ts';
import { noPos } from './pos.ts';
import type { Pos } from './pos.ts';
import { startPos } from './positions.ts';
import { tokenName, TokenParser } from './token-parser.ts';

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

export abstract class ParameterParser extends TokenParser {
  protected abstract typeOrNull(): Expr | null;
  protected abstract qualifiedName(first: Ident | null): Expr;
  protected abstract arrayOrTypeArguments(name: Ident): ArrayType | IndexExpr;
  protected abstract embeddedElement(first: Expr | null): Expr;

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

  protected fieldList(opening: Pos, list: readonly Field[], closing: Pos): FieldList {
    return { kind: 'FieldList', pos: opening, end: this.previousEnd, opening, list, closing };
  }

  protected field(pos: Pos, names: readonly Ident[], type: Expr, tag: BasicLit | null): Field {
    return { kind: 'Field', pos, end: (tag ?? type).end, names, type, tag };
  }
}
