// Expressions (spec: Expressions): operators by precedence, operands, and what follows an operand.
// A `{` after an operand starts a composite literal only where no block can start
// (expressionLevel) and only if the operand can be a type.

import type {
  BlockStmt,
  CompositeLit,
  Expr,
  FuncType,
  IndexExpr,
  ParenExpr,
  UnaryOperator,
} from './ast.ts';
import { noPos } from './pos.ts';
import type { Pos } from './pos.ts';
import { exprString } from './print-expr.ts';
import { TypeParser } from './parse-type.ts';
import { precedence } from './token.ts';
import { nestingCost } from './token-parser.ts';
import type { BinaryOperator, ChanType } from './ast.ts';

export abstract class ExpressionParser extends TypeParser {
  protected abstract block(context: string): BlockStmt;

  protected override expression(): Expr {
    return this.binaryExpression(null, 0);
  }

  protected expressionList(): readonly Expr[] {
    const list = [this.expression()];
    while (this.got(',')) list.push(this.expression());
    return list;
  }

  /** An expression whose operators bind tighter than `above`; `first` was parsed already. */
  protected binaryExpression(first: Expr | null, above: number): Expr {
    let x = first ?? this.unaryExpression();
    for (;;) {
      const op = this.kind();
      const tightness = precedence(op);
      if (tightness <= above) return x;
      const opPos = this.pos();
      this.next();
      const y = this.binaryExpression(null, tightness);
      x = {
        kind: 'BinaryExpr',
        pos: x.pos,
        end: y.end,
        x,
        // Only binary operators have a precedence.
        op: op as BinaryOperator,
        opPos,
        y,
      };
    }
  }

  private unaryExpression(): Expr {
    if (!this.enter(nestingCost.expression)) return this.badExpr();
    const x = this.unaryOrPrimary();
    this.leave(nestingCost.expression);
    return x;
  }

  private unaryOrPrimary(): Expr {
    const pos = this.pos();
    const op = this.kind();
    switch (op) {
      case '*':
        this.next();
        return this.star(pos, this.unaryExpression());
      case '+':
      case '-':
      case '!':
      case '^':
      case '~':
      case '&': {
        this.next();
        const x = this.unaryExpression();
        return this.unary(pos, op, op === '&' ? unparen(x) : x);
      }
      case '<-': {
        this.next();
        const x = this.unaryExpression();
        // "<-chan int(c)" is a receive, "<-chan int" a type: only the parsed operand tells.
        return x.kind === 'ChanType' ? this.receiveOnly(pos, x) : this.unary(pos, '<-', x);
      }
      default:
        return this.primaryExpression(null);
    }
  }

  private unary(pos: Pos, op: UnaryOperator, x: Expr): Expr {
    return { kind: 'UnaryExpr', pos, end: this.previousEnd, op, x };
  }

  // The arrow belongs to the channel type: <-(chan T) is <-chan T, and <-(chan<- T) is
  // <-chan (<-T), which needs T to be a channel type in turn.
  private receiveOnly(arrow: Pos, channel: ChanType): ChanType {
    const { end, value } = channel;
    if (channel.dir === 'both') {
      return { kind: 'ChanType', pos: arrow, end, dir: 'receive', arrow, value };
    }
    if (channel.dir === 'receive') {
      this.syntaxError('unexpected <-, expected chan');
      return channel;
    }
    if (value.kind === 'ChanType') {
      const inner = this.receiveOnly(channel.arrow, value);
      return { kind: 'ChanType', pos: arrow, end, dir: 'receive', arrow, value: inner };
    }
    this.syntaxError(`unexpected ${exprString(value)}, expected chan`);
    return { kind: 'ChanType', pos: arrow, end, dir: 'receive', arrow, value };
  }

  private operand(): Expr {
    const pos = this.pos();
    switch (this.kind()) {
      case 'IDENT':
        return this.name();
      case '(':
        return this.parenthesized(pos);
      case 'func': {
        this.next();
        const type = this.functionType(pos, 'function type');
        return this.is('{') ? this.functionLiteral(pos, type) : type;
      }
      case '[':
      case 'chan':
      case 'map':
      case 'struct':
      case 'interface':
        return this.type();
      default: {
        const literal = this.literalOrNull();
        if (literal !== null) return literal;
        const bad = this.badExpr();
        this.syntaxError('expected expression');
        this.advance(')', ']', '}');
        return bad;
      }
    }
  }

  private parenthesized(pos: Pos): ParenExpr {
    this.next();
    this.expressionLevel += 1;
    const x = this.expression();
    this.expressionLevel -= 1;
    const rparen = this.pos();
    this.want(')');
    return { kind: 'ParenExpr', pos, end: this.previousEnd, x, rparen };
  }

  private functionLiteral(pos: Pos, type: FuncType): Expr {
    this.expressionLevel += 1;
    const body = this.functionBody();
    this.expressionLevel -= 1;
    return { kind: 'FuncLit', pos, end: this.previousEnd, type, body };
  }

  /** An operand and its selectors, indices, calls and literal values. */
  protected primaryExpression(operand: Expr | null): Expr {
    let x = operand ?? this.operand();
    for (;;) {
      switch (this.kind()) {
        case '.':
          x = this.selectorOrAssertion(x);
          break;
        case '[':
          x = this.indexOrSlice(x);
          break;
        case '(':
          x = this.call(x);
          break;
        case '{': {
          const type = unparen(x);
          if (!this.startsLiteral(type)) return x;
          if (type !== x) this.syntaxError('cannot parenthesize type in composite literal');
          x = this.compositeLiteral(x);
          break;
        }
        default:
          return x;
      }
    }
  }

  private selectorOrAssertion(x: Expr): Expr {
    const dot = this.pos();
    this.next();
    if (this.is('IDENT')) {
      const sel = this.name();
      return { kind: 'SelectorExpr', pos: x.pos, end: sel.end, x, dot, sel };
    }
    if (!this.is('(')) {
      this.syntaxError('expected name or (');
      this.advance(';', ')');
      return x;
    }
    const lparen = this.pos();
    this.next();
    const type = this.got('type') ? null : this.type();
    const rparen = this.pos();
    this.want(')');
    const end = this.previousEnd;
    return { kind: 'TypeAssertExpr', pos: x.pos, end, x, dot, lparen, type, rparen };
  }

  private indexOrSlice(x: Expr): Expr {
    const lbrack = this.pos();
    this.next();
    let low: Expr | null = null;
    if (this.is(']')) {
      this.syntaxError('expected operand');
      return this.index(x, lbrack, [this.badExpr()]);
    }
    if (!this.is(':')) {
      const { list, comma } = this.typeList(false);
      if (comma || this.is(']')) return this.index(x, lbrack, list);
      low = list[0] ?? null;
    }
    if (!this.got(':')) {
      this.syntaxError('expected comma, : or ]');
      this.advance(',', ':', ']');
    }
    return this.slice(x, lbrack, low);
  }

  private index(x: Expr, lbrack: Pos, indices: readonly Expr[]): IndexExpr {
    const rbrack = this.pos();
    this.want(']');
    return { kind: 'IndexExpr', pos: x.pos, end: this.previousEnd, x, lbrack, indices, rbrack };
  }

  private slice(x: Expr, lbrack: Pos, low: Expr | null): Expr {
    this.expressionLevel += 1;
    let high: Expr | null = null;
    let max: Expr | null = null;
    if (!this.is(':') && !this.is(']')) high = this.expression();
    const slice3 = this.is(':');
    if (slice3) {
      if (high === null) {
        this.errorAt(this.pos(), 'middle index required in 3-index slice');
        high = this.badExpr();
      }
      this.next();
      if (this.is(']')) {
        this.errorAt(this.pos(), 'final index required in 3-index slice');
        max = this.badExpr();
      } else max = this.expression();
    }
    this.expressionLevel -= 1;
    const rbrack = this.pos();
    this.want(']');
    const { pos } = x;
    const end = this.previousEnd;
    return { kind: 'SliceExpr', pos, end, x, lbrack, low, high, max, slice3, rbrack };
  }

  private call(fun: Expr): Expr {
    const lparen = this.pos();
    this.next();
    this.expressionLevel += 1;
    const args: Expr[] = [];
    let ellipsis: Pos = noPos;
    const rparen = this.list('argument list', ',', ')', () => {
      args.push(this.expression());
      if (!this.is('...')) return false;
      ellipsis = this.pos();
      this.next();
      return true;
    });
    this.expressionLevel -= 1;
    const { pos } = fun;
    const end = this.previousEnd;
    return { kind: 'CallExpr', pos, end, fun, lparen, args, ellipsis, rparen };
  }

  private startsLiteral(type: Expr): boolean {
    switch (type.kind) {
      case 'Ident':
      case 'SelectorExpr':
        return this.expressionLevel >= 0;
      case 'IndexExpr':
        return this.expressionLevel >= 0 && !isValue(type);
      case 'ArrayType':
      case 'StructType':
      case 'MapType':
        return true;
      default:
        return false;
    }
  }

  private compositeLiteral(type: Expr | null): CompositeLit {
    const lbrace = this.pos();
    const elts: Expr[] = [];
    this.expressionLevel += 1;
    this.want('{');
    const rbrace = this.list('composite literal', ',', '}', () => {
      elts.push(this.literalElement());
      return false;
    });
    this.expressionLevel -= 1;
    const pos = type?.pos ?? lbrace;
    return { kind: 'CompositeLit', pos, end: this.previousEnd, type, lbrace, elts, rbrace };
  }

  private literalElement(): Expr {
    const key = this.literalValue();
    if (!this.is(':')) return key;
    const colon = this.pos();
    this.next();
    const value = this.literalValue();
    return { kind: 'KeyValueExpr', pos: key.pos, end: value.end, key, colon, value };
  }

  private literalValue(): Expr {
    if (!this.is('{')) return this.expression();
    if (!this.enter(nestingCost.expression)) return this.badExpr();
    const literal = this.compositeLiteral(null);
    this.leave(nestingCost.expression);
    return literal;
  }
}

/** The expression without the parentheses around it. */
export function unparen(x: Expr): Expr {
  let inner = x;
  while (inner.kind === 'ParenExpr') inner = inner.x;
  return inner;
}

/** Whether by its syntax alone the expression is a value and no type. */
function isValue(x: Expr): boolean {
  switch (x.kind) {
    case 'BasicLit':
    case 'CompositeLit':
    case 'FuncLit':
    case 'SliceExpr':
    case 'TypeAssertExpr':
    case 'CallExpr':
    case 'UnaryExpr':
    case 'BinaryExpr':
      return true;
    case 'ParenExpr':
      return isValue(x.x);
    case 'IndexExpr':
      return isValue(x.x) || x.indices.some(isValue);
    default:
      return false;
  }
}
