// Struct and interface types: fields, methods, embedded types and unions of them.
// A name in brackets is ambiguous here, too: "a [n]int" is a field, "A[n]" an embedded type.

import type { Expr, Field, Ident, IndexExpr, InterfaceType, StructType } from './ast.ts';
import { ParameterParser, plainRules } from './parse-parameters.ts';
import type { Pos } from './pos.ts';
import type { TokenKind } from './token.ts';

// What gc's parser calls operators: neither `*` nor `<-`, which have tokens of their own.
const plainOperators: readonly TokenKind[] = [
  ...(['+', '-', '/', '%', '&', '|', '^', '<<', '>>', '&^', '&&', '||'] as const),
  ...(['==', '!=', '<', '<=', '>', '>=', '!', '~'] as const),
];

export abstract class MemberParser extends ParameterParser {
  protected abstract type(): Expr;
  protected abstract star(pos: Pos, x: Expr): Expr;

  protected structType(): StructType {
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

  protected interfaceType(): InterfaceType {
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
    const type = this.functionType(this.pos(), 'interface method');
    return this.field(name.pos, [name], type, null);
  }

  /** Terms joined by `|`; `first` was parsed already unless null. */
  protected override embeddedElement(first: Expr | null): Expr {
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
}
