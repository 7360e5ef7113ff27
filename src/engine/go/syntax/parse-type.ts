// Types and type arguments (spec: Types). Parentheses around a type are dropped, as in gc.

import type { ArrayType, BlockStmt, Expr, Ident, IndexExpr } from './ast.ts';
import { MemberParser } from './parse-members.ts';
import { noPos } from './pos.ts';
import type { Pos } from './pos.ts';
import { nestingCost } from './token-parser.ts';

/** A list of expressions that may be types, and whether it had a comma. */
export interface TypeList {
  readonly list: readonly Expr[];
  readonly comma: boolean;
}

export abstract class TypeParser extends MemberParser {
  protected abstract expression(): Expr;
  protected abstract functionBody(): BlockStmt;

  /** A type, or a complaint. */
  protected override type(): Expr {
    const type = this.typeOrNull();
    if (type !== null) return type;
    const bad = this.badExpr();
    this.syntaxError('expected type');
    this.advance(',', ':', ';', ')', ']', '}');
    return bad;
  }

  protected override typeOrNull(): Expr | null {
    const cost = this.costOfType();
    if (!this.enter(cost)) return this.badExpr();
    const type = this.typeLiteralOrNull();
    this.leave(cost);
    return type;
  }

  private costOfType(): number {
    switch (this.kind()) {
      case 'struct':
      case 'interface':
      case 'func':
        return nestingCost.memberType;
      case 'IDENT':
        return nestingCost.namedType;
      default:
        return nestingCost.simpleType;
    }
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

  protected override star(pos: Pos, x: Expr): Expr {
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
  protected override qualifiedName(first: Ident | null): Expr {
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
  protected override arrayOrTypeArguments(name: Ident): ArrayType | IndexExpr {
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
}
