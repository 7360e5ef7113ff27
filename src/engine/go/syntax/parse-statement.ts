// Statements (spec: Statements). The three clauses in the header of if, for and switch are told
// apart only by what follows them, so `header` parses all forms and its callers take what fits.

import type {
  AssignToken,
  BadStmt,
  BlockStmt,
  CaseClause,
  CommClause,
  Expr,
  GenDecl,
  Ident,
  IfStmt,
  RangeStmt,
  Stmt,
  TypeAssertExpr,
} from './ast.ts';
import { ExpressionParser, unparen } from './parse-expression.ts';
import { noPos } from './pos.ts';
import type { Pos } from './pos.ts';
import { exprString, stmtString } from './print-expr.ts';

/** `key, value := range x`, before its body is known. */
interface RangeClause {
  readonly kind: 'RangeClause';
  readonly lhs: readonly Expr[];
  readonly tokPos: Pos;
  readonly tok: '=' | ':=' | null;
  readonly rangePos: Pos;
  readonly x: Expr;
}

/** `bind := x.(type)` in a switch header. */
interface TypeSwitchGuard {
  readonly kind: 'TypeSwitchGuard';
  readonly bind: Ident;
  readonly defPos: Pos;
  readonly guard: TypeAssertExpr;
}

type HeaderKeyword = 'if' | 'for' | 'switch';

interface Header {
  readonly init: Stmt | null;
  readonly cond: Expr | TypeSwitchGuard | null;
  readonly post: Stmt | null;
  readonly range: RangeClause | null;
}

export abstract class StatementParser extends ExpressionParser {
  protected abstract declaration(tok: GenDecl['tok']): GenDecl;

  protected override functionBody(): BlockStmt {
    this.functionDepth += 1;
    const { errorCount } = this;
    const body = this.block('');
    this.functionDepth -= 1;
    if (this.errorCount === errorCount) this.checkBranches(body);
    return body;
  }

  /** Reports misplaced labels and branches of a function body without syntax errors. */
  protected abstract checkBranches(body: BlockStmt): void;

  /** A block; `context` names what it follows when the brace may be missing. */
  protected override block(context: string): BlockStmt {
    const pos = this.pos();
    if (!this.got('{')) {
      this.syntaxError(`expected { after ${context}`);
      this.advance('IDENT', '}');
      const rbrace = this.pos();
      if (this.got('}')) {
        return { kind: 'BlockStmt', pos, end: this.previousEnd, list: [], rbrace };
      }
    }
    const list = this.statementList();
    return this.closeBlock(pos, list);
  }

  private closeBlock<S extends Stmt>(pos: Pos, list: readonly S[]): BlockStmt<S> {
    const rbrace = this.pos();
    this.want('}');
    return { kind: 'BlockStmt', pos, end: this.previousEnd, list, rbrace };
  }

  private statementList(): readonly Stmt[] {
    const list: Stmt[] = [];
    while (!this.is('EOF') && !this.is('}') && !this.is('case') && !this.is('default')) {
      const statement = this.statementOrNull();
      if (statement === null) break;
      list.push(statement);
      if (this.got(';') || this.is('}')) continue;
      this.syntaxError('at end of statement');
      this.advance(';', '}', 'case', 'default');
      this.got(';');
    }
    return list;
  }

  private statementOrNull(): Stmt | null {
    if (!this.enter()) return null;
    const statement = this.unguardedStatementOrNull();
    this.leave();
    return statement;
  }

  private unguardedStatementOrNull(): Stmt | null {
    const pos = this.pos();
    const kind = this.kind();
    switch (kind) {
      case 'IDENT': {
        const list = this.expressionList();
        const [first] = list;
        if (list.length === 1 && first?.kind === 'Ident' && this.is(':')) {
          return this.labeledStatementOrNull(first);
        }
        return this.simpleStatement(list);
      }
      case 'var':
      case 'const':
      case 'type': {
        const decl = this.declaration(kind);
        return { kind: 'DeclStmt', pos, end: this.previousEnd, decl };
      }
      case '{':
        return this.block('');
      case 'for':
        return this.forStatement();
      case 'switch':
        return this.switchStatement();
      case 'select':
        return this.selectStatement();
      case 'if':
        return this.ifStatement();
      case 'fallthrough':
        this.next();
        return { kind: 'BranchStmt', pos, end: this.previousEnd, tok: kind, label: null };
      case 'break':
      case 'continue': {
        this.next();
        const label = this.is('IDENT') ? this.name() : null;
        return { kind: 'BranchStmt', pos, end: this.previousEnd, tok: kind, label };
      }
      case 'goto': {
        this.next();
        const label = this.name();
        return { kind: 'BranchStmt', pos, end: this.previousEnd, tok: kind, label };
      }
      case 'go':
      case 'defer':
        return this.callStatement(kind);
      case 'return': {
        this.next();
        const results = this.is(';') || this.is('}') ? [] : this.expressionList();
        return { kind: 'ReturnStmt', pos, end: this.previousEnd, results };
      }
      case ';':
        return { kind: 'EmptyStmt', pos, end: this.tokenEnd(), implicit: false };
      default:
        return this.startsExpression() ? this.simpleStatement(null) : null;
    }
  }

  private tokenEnd(): Pos {
    return (this.file.base + this.scanner.end) as Pos;
  }

  // Any operand or unary operator; `~` is none here.
  private startsExpression(): boolean {
    switch (this.kind()) {
      case '+':
      case '-':
      case '*':
      case '&':
      case '^':
      case '!':
      case '<-':
      case 'func':
      case '(':
      case '[':
      case 'struct':
      case 'map':
      case 'chan':
      case 'interface':
        return true;
      default:
        return this.isLiteral();
    }
  }

  private callStatement(keyword: 'go' | 'defer'): Stmt {
    const pos = this.pos();
    this.next();
    let call = this.primaryExpression(null);
    const inner = unparen(call);
    if (inner !== call) {
      this.errorAt(call.pos, `expression in ${keyword} must not be parenthesized`);
      call = inner;
    }
    const kind = keyword === 'go' ? 'GoStmt' : 'DeferStmt';
    return { kind, pos, end: this.previousEnd, call };
  }

  private labeledStatementOrNull(label: Ident): Stmt | null {
    const colon = this.pos();
    this.want(':');
    if (this.is('}')) {
      const pos = this.pos();
      const stmt: Stmt = { kind: 'EmptyStmt', pos, end: pos, implicit: true };
      return { kind: 'LabeledStmt', pos: label.pos, end: pos, label, colon, stmt };
    }
    const stmt = this.statementOrNull();
    if (stmt !== null) {
      return { kind: 'LabeledStmt', pos: label.pos, end: stmt.end, label, colon, stmt };
    }
    this.syntaxErrorAt(colon, 'missing statement after label');
    return null;
  }

  /** A statement without keyword; its first expressions may have been parsed already. */
  private simpleStatement(first: readonly Expr[] | null): Stmt {
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
  private header(keyword: HeaderKeyword): Header {
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
    let cond: Expr | TypeSwitchGuard | null = null;
    let post: Stmt | null = null;
    if (!this.is(';')) {
      if (this.is('{')) {
        this.syntaxError('expected for loop condition');
        return { init, cond, post, range: null };
      }
      cond = this.condition(this.simpleStatement(null));
    }
    this.want(';');
    if (!this.is('{')) {
      post = this.simpleStatement(null);
      if (post.kind === 'AssignStmt' && post.tok === ':=') {
        this.syntaxErrorAt(post.tokPos, 'cannot declare in post statement of for loop');
      }
    }
    return { init, cond, post, range: null };
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

  private forStatement(): Stmt {
    const pos = this.pos();
    const { init, cond, post, range } = this.header('for');
    const body = this.block('for clause');
    const end = this.previousEnd;
    if (range !== null) return this.rangeStatement(pos, range, body);
    return { kind: 'ForStmt', pos, end, init, cond: valueOf(cond), post, body };
  }

  private rangeStatement(pos: Pos, clause: RangeClause, body: BlockStmt): RangeStmt {
    const [key, value, ...extra] = clause.lhs;
    const { tokPos, tok, rangePos, x } = clause;
    return {
      kind: 'RangeStmt',
      pos,
      end: this.previousEnd,
      key: key ?? null,
      value: value ?? null,
      extra,
      tokPos,
      tok,
      rangePos,
      x,
      body,
    };
  }

  private ifStatement(): IfStmt {
    const pos = this.pos();
    const header = this.header('if');
    const cond = valueOf(header.cond) ?? this.badExpr();
    const { init } = header;
    const body = this.block('if clause');
    let otherwise: IfStmt | BlockStmt | null = null;
    if (this.got('else')) {
      if (this.is('if') && this.enter()) {
        otherwise = this.ifStatement();
        this.leave();
      } else if (this.is('{')) otherwise = this.block('');
      else {
        this.syntaxError('else must be followed by if or statement block');
        this.advance('IDENT', '}');
      }
    }
    return { kind: 'IfStmt', pos, end: this.previousEnd, init, cond, body, else: otherwise };
  }

  private switchStatement(): Stmt {
    const pos = this.pos();
    const { init, cond } = this.header('switch');
    const body = this.clauses('switch', () => this.caseClause());
    const end = this.previousEnd;
    if (cond?.kind === 'TypeSwitchGuard') {
      const { bind, defPos, guard } = cond;
      return { kind: 'TypeSwitchStmt', pos, end, init, bind, defPos, guard, body };
    }
    if (cond?.kind === 'TypeAssertExpr' && cond.type === null) {
      const guard = cond;
      return { kind: 'TypeSwitchStmt', pos, end, init, bind: null, defPos: noPos, guard, body };
    }
    return { kind: 'SwitchStmt', pos, end, init, tag: cond, body };
  }

  private selectStatement(): Stmt {
    const pos = this.pos();
    this.want('select');
    const body = this.clauses('select', () => this.commClause());
    return { kind: 'SelectStmt', pos, end: this.previousEnd, body };
  }

  private clauses<C extends CaseClause | CommClause>(
    keyword: string,
    clause: () => C,
  ): BlockStmt<C> {
    const pos = this.pos();
    if (!this.got('{')) {
      this.syntaxError(`missing { after ${keyword} clause`);
      this.advance('case', 'default', '}');
    }
    const list: C[] = [];
    while (!this.is('EOF') && !this.is('}')) list.push(clause());
    return this.closeBlock(pos, list);
  }

  private caseClause(): CaseClause {
    const pos = this.pos();
    let list: readonly Expr[] | null = null;
    if (this.got('case')) list = this.expressionList();
    else this.wantDefault();
    const colon = this.pos();
    this.want(':');
    const body = this.statementList();
    return { kind: 'CaseClause', pos, end: this.previousEnd, list, colon, body };
  }

  private commClause(): CommClause {
    const pos = this.pos();
    let comm: Stmt | null = null;
    if (this.got('case')) comm = this.simpleStatement(null);
    else this.wantDefault();
    const colon = this.pos();
    this.want(':');
    const body = this.statementList();
    return { kind: 'CommClause', pos, end: this.previousEnd, comm, colon, body };
  }

  private wantDefault(): void {
    if (this.got('default')) return;
    this.syntaxError('expected case or default or }');
    this.advance(':', 'case', 'default', '}');
  }

  protected badStmt(pos: Pos): BadStmt {
    return { kind: 'BadStmt', pos, end: this.previousEnd };
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

// A guard where a value must stand keeps its assertion, which the checker then reports.
function valueOf(cond: Expr | TypeSwitchGuard | null): Expr | null {
  return cond?.kind === 'TypeSwitchGuard' ? cond.guard : cond;
}

function operatorPos(clause: Stmt): Pos {
  return clause.kind === 'AssignStmt' || clause.kind === 'IncDecStmt' ? clause.tokPos : clause.pos;
}

// Binary expressions in parentheses, so that the "=" between the sides stands out.
function emphasize(list: readonly Expr[]): string {
  const text = list.map(exprString).join(', ');
  return list.length === 1 && list[0]?.kind === 'BinaryExpr' ? `(${text})` : text;
}
