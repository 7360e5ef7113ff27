// Statements that control cannot reach: after return, panic, break, an endless loop. Syntactic, as
// in `go vet`: conditions are not evaluated.

import { assertNever } from '../../base/assert.ts';
import type { CallExpr, Node, Stmt } from '../syntax/ast.ts';
import { type Analyzer, forEachNode, type Pass } from './pass.ts';

export const unreachable: Analyzer = {
  name: 'unreachable',
  run(pass) {
    forEachNode(pass, ['FuncDecl', 'FuncLit'], ({ body }) => {
      if (body === null) return;
      const search = new DeadCode(pass);
      search.findLabels(body);
      search.findDead(body);
    });
  },
};

class DeadCode {
  private readonly pass: Pass;
  private readonly broken = new Set<Stmt>();
  private readonly gotoLabels = new Set<string>();
  private readonly labels = new Map<string, Stmt>();
  private breakTarget: Stmt | null = null;
  private reachable = true;

  constructor(pass: Pass) {
    this.pass = pass;
  }

  /** Which statements are left by break, and which labels goto uses. */
  findLabels(statement: Stmt): void {
    switch (statement.kind) {
      case 'BlockStmt':
        return this.findLabelsIn(statement.list);
      case 'BranchStmt':
        return this.noteBranch(statement);
      case 'IfStmt':
        this.findLabels(statement.body);
        if (statement.else !== null) this.findLabels(statement.else);
        return;
      case 'LabeledStmt':
        this.labels.set(statement.label.name, statement.stmt);
        return this.findLabels(statement.stmt);
      case 'ForStmt':
      case 'RangeStmt':
      case 'SelectStmt':
      case 'SwitchStmt':
      case 'TypeSwitchStmt': {
        const outer = this.breakTarget;
        this.breakTarget = statement;
        this.findLabels(statement.body);
        this.breakTarget = outer;
        return;
      }
      case 'CommClause':
      case 'CaseClause':
        return this.findLabelsIn(statement.body);
      default:
        return;
    }
  }

  private findLabelsIn(list: readonly Stmt[]): void {
    for (const each of list) this.findLabels(each);
  }

  private noteBranch({ tok, label }: Extract<Node, { kind: 'BranchStmt' }>): void {
    if (tok === 'goto' && label !== null) this.gotoLabels.add(label.name);
    if (tok !== 'break') return;
    const target = label === null ? this.breakTarget : this.labels.get(label.name);
    if (target != null) this.broken.add(target);
  }

  /** Reports what is dead; afterwards `reachable` tells of the statement that follows. */
  findDead(statement: Stmt): void {
    const { kind } = statement;
    if (kind === 'LabeledStmt' && this.gotoLabels.has(statement.label.name)) this.reachable = true;
    if (!this.reachable && kind !== 'EmptyStmt') {
      this.pass.report(statement, 'unreachable code');
      // One report for all that follows.
      this.reachable = true;
    }
    this.follow(statement);
  }

  private follow(statement: Stmt): void {
    switch (statement.kind) {
      case 'AssignStmt':
      case 'BadStmt':
      case 'DeclStmt':
      case 'DeferStmt':
      case 'EmptyStmt':
      case 'GoStmt':
      case 'IncDecStmt':
      case 'SendStmt':
        return;
      case 'BlockStmt':
        return this.findDeadIn(statement.list);
      case 'BranchStmt':
      case 'ReturnStmt':
        this.reachable = false;
        return;
      case 'ExprStmt':
        if (statement.x.kind === 'CallExpr' && this.isPanic(statement.x)) this.reachable = false;
        return;
      case 'ForStmt':
        this.findDead(statement.body);
        this.reachable = statement.cond !== null || this.broken.has(statement);
        return;
      case 'IfStmt':
        this.findDead(statement.body);
        return this.afterThen(statement.else);
      case 'LabeledStmt':
        return this.findDead(statement.stmt);
      case 'RangeStmt':
        this.findDead(statement.body);
        this.reachable = true;
        return;
      case 'SelectStmt':
      case 'SwitchStmt':
      case 'TypeSwitchStmt':
        return this.clauses(statement);
      case 'CaseClause':
      case 'CommClause':
        return this.findDeadIn(statement.body);
      default:
        return assertNever(statement);
    }
  }

  private findDeadIn(list: readonly Stmt[]): void {
    for (const each of list) this.findDead(each);
  }

  private afterThen(otherwise: Stmt | null): void {
    const afterThen = this.reachable;
    this.reachable = true;
    if (otherwise === null) return;
    this.findDead(otherwise);
    this.reachable ||= afterThen;
  }

  private clauses(
    statement: Extract<Stmt, { kind: 'SelectStmt' | 'SwitchStmt' | 'TypeSwitchStmt' }>,
  ): void {
    // A select without default waits; a switch without one may do nothing.
    let mayDoNothing = statement.kind !== 'SelectStmt';
    let anyReachable = false;
    for (const clause of statement.body.list) {
      if (clause.kind === 'CaseClause' && clause.list === null) mayDoNothing = false;
      this.reachable = true;
      this.findDeadIn(clause.body);
      anyReachable ||= this.reachable;
    }
    this.reachable = anyReachable || this.broken.has(statement) || mayDoNothing;
  }

  private isPanic(call: CallExpr): boolean {
    return call.fun.kind === 'Ident' && this.pass.info.builtinCalls.get(call) === 'panic';
  }
}
