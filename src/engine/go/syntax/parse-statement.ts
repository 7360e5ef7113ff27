// Statements (spec: Statements), blocks and function bodies.

import type {
  BlockStmt,
  CaseClause,
  CommClause,
  Expr,
  GenDecl,
  Ident,
  IfStmt,
  RangeStmt,
  Stmt,
} from './ast.ts';
import { unparen } from './parse-expression.ts';
import type { RangeClause, TypeSwitchGuard } from './parse-simple-statement.ts';
import { SimpleStatementParser } from './parse-simple-statement.ts';
import { noPos } from './pos.ts';
import type { Pos } from './pos.ts';
import { nestingCost } from './token-parser.ts';

export abstract class StatementParser extends SimpleStatementParser {
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
    if (!this.enter(nestingCost.statement))
      return { kind: 'BadStmt', pos: this.pos(), end: this.pos() };
    const statement = this.unguardedStatementOrNull();
    this.leave(nestingCost.statement);
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
      if (this.is('if') && this.enter(nestingCost.statement)) {
        otherwise = this.ifStatement();
        this.leave(nestingCost.statement);
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
}

// A guard where a value must stand keeps its assertion, which the checker then reports.
function valueOf(cond: Expr | TypeSwitchGuard | null): Expr | null {
  return cond?.kind === 'TypeSwitchGuard' ? cond.guard : cond;
}
