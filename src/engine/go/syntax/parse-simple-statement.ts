// Simple statements, and what stands between the keyword and the brace of if, for and switch.
// The clauses there are told apart only by what follows them, so `header` parses all forms and
// its callers take what fits.

import type { AssignToken, Expr, Ident, Stmt, TypeAssertExpr } from './ast.ts';
import { ExpressionParser } from './parse-expression.ts';
import { noPos } from './pos.ts';
import type { Pos } from './pos.ts';
import { exprString, stmtString } from './print-expr.ts';

/** `key, value := range x`, before its body is known. */
export interface RangeClause {
  readonly kind: 'RangeClause';
  readonly lhs: readonly Expr[];
  readonly tokPos: Pos;
  readonly tok: '=' | ':=' | null;
  readonly rangePos: Pos;
  readonly x: Expr;
}

/** `bind := x.(type)` in a switch header. */
export interface TypeSwitchGuard {
  readonly kind: 'TypeSwitchGuard';
  readonly bind: Ident;
  readonly defPos: Pos;
  readonly guard: TypeAssertExpr;
}

type HeaderKeyword = 'if' | 'for' | 'switch';

export interface Header {
  readonly init: Stmt | null;
  readonly cond: Expr | TypeSwitchGuard | null;
  readonly post: Stmt | null;
  readonly range: RangeClause | null;
}

export abstract class SimpleStatementParser extends ExpressionParser {
  /** A statement without keyword; its first expressions may have been parsed already. */
  protected simpleStatement(first: readonly Expr[] | null): Stmt {
    const lhs = first ?? this.expressionList();
    const x = lhs[0] ?? this.badExpr();
    const { pos } = x;
    const tokPos = this.pos();
    const tok = this.kind();
    if (tok === '=' || tok === ':=') {
      this.next();
      return this.assignment(lhs, tokPos, tok, this.expressionList());
    }
    if (lhs.length > 1) {
      this.syntaxError('expected := or = or comma');
      this.advance(';', '}');
      return { kind: 'ExprStmt', pos, end: x.end, x };
    }
    if (isOperatorAssign(tok)) {
      this.next();
      return this.assignment(lhs, tokPos, tok, [this.expression()]);
    }
    if (tok === '++' || tok === '--') {
      this.next();
      return { kind: 'IncDecStmt', pos, end: this.previousEnd, x, tokPos, tok };
    }
    if (tok === '<-') {
      this.next();
      const value = this.expression();
      return { kind: 'SendStmt', pos, end: value.end, chan: x, arrow: tokPos, value };
    }
    return { kind: 'ExprStmt', pos, end: x.end, x };
  }

  private assignment(
    lhs: readonly Expr[],
    tokPos: Pos,
    tok: AssignToken,
    rhs: readonly Expr[],
  ): Stmt {
    const pos = lhs[0]?.pos ?? tokPos;
    return { kind: 'AssignStmt', pos, end: this.previousEnd, lhs, tokPos, tok, rhs };
  }

  /** A simple statement in a header, where a range clause or a type switch guard may stand. */
  private headerStatement(keyword: HeaderKeyword | null): Stmt | RangeClause | TypeSwitchGuard {
    if (keyword === 'for' && this.is('range')) return this.rangeClause([], noPos, null);
    const lhs = this.expressionList();
    if (!this.is('=') && !this.is(':=')) return this.simpleStatement(lhs);
    const tokPos = this.pos();
    const tok = this.is('=') ? '=' : ':=';
    if (keyword === null || keyword === 'if') return this.simpleStatement(lhs);
    this.next();
    if (keyword === 'for' && this.is('range')) return this.rangeClause(lhs, tokPos, tok);
    const rhs = this.expressionList();
    const [bind] = lhs;
    const [guard] = rhs;
    if (keyword === 'switch' && tok === ':=' && lhs.length === 1 && rhs.length === 1) {
      if (bind?.kind === 'Ident' && guard?.kind === 'TypeAssertExpr' && guard.type === null) {
        return { kind: 'TypeSwitchGuard', bind, defPos: tokPos, guard };
      }
    }
    return this.assignment(lhs, tokPos, tok, rhs);
  }

  private rangeClause(lhs: readonly Expr[], tokPos: Pos, tok: '=' | ':=' | null): RangeClause {
    const rangePos = this.pos();
    this.next();
    return { kind: 'RangeClause', lhs, tokPos, tok, rangePos, x: this.expression() };
  }

  /** What stands between the keyword and the `{` of if, for and switch. */
  protected header(keyword: HeaderKeyword): Header {
    this.want(keyword);
    if (this.is('{')) {
      if (keyword !== 'if') return { init: null, cond: null, post: null, range: null };
      this.syntaxError('missing condition in if statement');
      return { init: null, cond: this.badExpr(), post: null, range: null };
    }
    const outer = this.expressionLevel;
    this.expressionLevel = -1;
    const header = this.headerClauses(keyword);
    this.expressionLevel = outer;
    return header;
  }

  private headerClauses(keyword: HeaderKeyword): Header {
    let init: Stmt | TypeSwitchGuard | null = null;
    if (!this.is(';')) {
      if (this.got('var')) {
        this.syntaxError(`var declaration not allowed in ${keyword} initializer`);
      }
      const first = this.headerStatement(keyword);
      if (first.kind === 'RangeClause') {
        return { init: null, cond: null, post: null, range: first };
      }
      init = first;
    }
    if (this.is('{')) {
      return { init: null, cond: this.condition(init), post: null, range: null };
    }
    let semicolon: { readonly pos: Pos; readonly text: string } | null = null;
    if (this.is(';')) {
      semicolon = { pos: this.pos(), text: this.scanner.text };
      this.next();
    } else {
      this.want('{');
      if (!this.is('{')) this.advance('{', '}');
    }
    const initStatement = init === null ? null : this.asStatement(init);
    if (keyword === 'for') return this.forClauses(initStatement);
    let cond: Expr | TypeSwitchGuard | null = null;
    if (!this.is('{')) {
      const second = this.headerStatement(keyword);
      cond = second.kind === 'RangeClause' ? second.x : this.condition(second);
    } else if (keyword === 'if' && semicolon !== null) {
      cond = this.missingCondition(semicolon.pos, semicolon.text);
    }
    return { init: initStatement, cond, post: null, range: null };
  }

  private missingCondition(pos: Pos, semicolon: string): Expr {
    const message =
      semicolon === 'semicolon'
        ? 'missing condition in if statement'
        : `unexpected ${semicolon}, expected { after if clause`;
    this.syntaxErrorAt(pos, message);
    return this.badExpr(pos);
  }

  private forClauses(init: Stmt | null): Header {
    let second: Stmt | null = null;
    let post: Stmt | null = null;
    if (!this.is(';')) {
      if (this.is('{')) {
        this.syntaxError('expected for loop condition');
        return { init, cond: null, post, range: null };
      }
      second = this.simpleStatement(null);
    }
    this.want(';');
    if (!this.is('{')) {
      post = this.simpleStatement(null);
      if (post.kind === 'AssignStmt' && post.tok === ':=') {
        this.syntaxErrorAt(post.tokPos, 'cannot declare in post statement of for loop');
      }
    }
    // Whether the condition is one is looked at last, as in gc: of two errors on a line the first
    // that is found counts.
    return { init, cond: this.condition(second), post, range: null };
  }

  // A guard is only a guard in the last clause; before that it is an assignment like any other.
  private asStatement(clause: Stmt | TypeSwitchGuard): Stmt {
    if (clause.kind !== 'TypeSwitchGuard') return clause;
    return this.assignment([clause.bind], clause.defPos, ':=', [clause.guard]);
  }

  // The expression of a clause; "=" for "==" is common enough to be shown as the assignment it is.
  private condition(clause: Stmt | TypeSwitchGuard | null): Expr | TypeSwitchGuard | null {
    if (clause === null || clause.kind === 'TypeSwitchGuard') return clause;
    if (clause.kind === 'ExprStmt') return clause.x;
    let text = stmtString(clause);
    if (clause.kind === 'AssignStmt' && clause.tok === '=') {
      text = `assignment ${emphasize(clause.lhs)} = ${emphasize(clause.rhs)}`;
    }
    const pos = clause.kind === 'SendStmt' ? clause.arrow : operatorPos(clause);
    this.syntaxErrorAt(pos, `cannot use ${text} as value`);
    return null;
  }
}

function isOperatorAssign(tok: string): tok is Exclude<AssignToken, '=' | ':='> {
  switch (tok) {
    case '+=':
    case '-=':
    case '*=':
    case '/=':
    case '%=':
    case '&=':
    case '|=':
    case '^=':
    case '<<=':
    case '>>=':
    case '&^=':
      return true;
    default:
      return false;
  }
}

function operatorPos(clause: Stmt): Pos {
  return clause.kind === 'AssignStmt' || clause.kind === 'IncDecStmt' ? clause.tokPos : clause.pos;
}

// Binary expressions in parentheses, so that the "=" between the sides stands out.
function emphasize(list: readonly Expr[]): string {
  const text = list.map(exprString).join(', ');
  return list.length === 1 && list[0]?.kind === 'BinaryExpr' ? `(${text})` : text;
}
