// Labels, break, continue, goto and fallthrough of one function body (spec: Labeled statements and
// the branch statements). Literals inside have their own labels and are checked on their own.
// As in gc this happens while parsing and does not keep the type checker from running.
// Words, positions and rules are those of cmd/compile/internal/syntax/branches.go.

import type { BlockStmt, BranchStmt, Ident, LabeledStmt, Stmt } from './ast.ts';
import type { Pos } from './pos.ts';
import { exprListString } from './print-expr.ts';

/** Receives an error; `atPosition` makes the text "message file:line:column". */
export interface BranchErrorHandler {
  error(pos: Pos, message: string): void;
  place(pos: Pos): string;
}

interface Block {
  readonly parent: Block | null;
  readonly start: Pos;
  /** The label of the statement that this block belongs to. */
  readonly labeled: LabeledStmt | null;
}

interface Label {
  readonly block: Block;
  readonly statement: LabeledStmt;
  used: boolean;
}

/** What unlabeled branches refer to. */
interface Targets {
  readonly breaks: 'loop' | 'switch' | 'type switch' | 'select' | null;
  readonly continues: boolean;
  /** The index of the clause whose statement list this is, and the number of clauses. */
  readonly clause: { readonly index: number; readonly count: number } | null;
}

interface Goto {
  readonly label: Ident;
}

/** Reports every misuse of labels and branches in a function body. */
export function checkBranches(body: BlockStmt, handler: BranchErrorHandler): void {
  new BranchChecker(handler).check(body);
}

class BranchChecker {
  private readonly handler: BranchErrorHandler;
  private readonly labels = new Map<string, Label>();

  constructor(handler: BranchErrorHandler) {
    this.handler = handler;
  }

  check(body: BlockStmt): void {
    const outside: Targets = { breaks: null, continues: false, clause: null };
    for (const { label } of this.block(null, outside, null, body.pos, body.list)) {
      const target = this.labels.get(label.name);
      if (target === undefined) {
        this.handler.error(label.pos, `label ${label.name} not defined`);
        continue;
      }
      target.used = true;
      const place = this.handler.place(target.block.start);
      this.handler.error(label.pos, `goto ${label.name} jumps into block starting at ${place}`);
    }
    for (const { statement, used } of this.labels.values()) {
      const { label } = statement;
      if (!used) this.handler.error(label.pos, `label ${label.name} defined and not used`);
    }
  }

  /** Checks a statement list and returns its gotos without a label so far. */
  private block(
    parent: Block | null,
    targets: Targets,
    labeled: LabeledStmt | null,
    start: Pos,
    statements: readonly Stmt[],
  ): Goto[] {
    const block: Block = { parent, start, labeled };
    const list = new StatementList(this, block, targets);
    const trimmed = withoutTrailingEmpty(statements);
    trimmed.forEach((statement, i) => {
      list.statement(statement, null, i === trimmed.length - 1);
    });
    return list.forwardGotos;
  }

  innerBlock(
    parent: Block,
    targets: Targets,
    labeled: LabeledStmt | null,
    start: Pos,
    statements: readonly Stmt[],
  ): Goto[] {
    return this.block(parent, targets, labeled, start, statements);
  }

  error(pos: Pos, message: string): void {
    this.handler.error(pos, message);
  }

  place(pos: Pos): string {
    return this.handler.place(pos);
  }

  declare(block: Block, statement: LabeledStmt): Label {
    const { name, pos } = statement.label;
    const other = this.labels.get(name);
    if (other !== undefined) {
      const place = this.place(other.statement.label.pos);
      this.error(pos, `label ${name} already defined at ${place}`);
      return other;
    }
    const label: Label = { block, statement, used: false };
    this.labels.set(name, label);
    return label;
  }

  /** Whether the label is declared in `block` or around it, so that a backward goto reaches it. */
  isReachable(block: Block, name: string): boolean {
    const label = this.labels.get(name);
    if (label === undefined) return false;
    label.used = true;
    for (let b: Block | null = block; b !== null; b = b.parent) {
      if (label.block === b) return true;
    }
    return false;
  }

  /** The enclosing statement of that label; "invalid" if it labels something else, null if none. */
  enclosing(block: Block, name: string): Stmt | 'invalid' | null {
    const label = this.labels.get(name);
    if (label === undefined) return null;
    label.used = true;
    for (let b: Block | null = block; b !== null; b = b.parent) {
      if (b.labeled === label.statement) return label.statement.stmt;
    }
    return 'invalid';
  }
}

/** The state of one statement list: its pending gotos, and the last variable declared in it. */
class StatementList {
  forwardGotos: Goto[] = [];
  private readonly checker: BranchChecker;
  private readonly block: Block;
  private readonly targets: Targets;
  private gotosBeforeVariable: readonly Goto[] = [];
  private variable: { readonly pos: Pos; readonly name: string } | null = null;

  constructor(checker: BranchChecker, block: Block, targets: Targets) {
    this.checker = checker;
    this.block = block;
    this.targets = targets;
  }

  statement(statement: Stmt, labeled: LabeledStmt | null, isLast: boolean): void {
    const { breaks, continues } = this.targets;
    switch (statement.kind) {
      case 'DeclStmt':
        this.declaration(statement.decl);
        return;
      case 'LabeledStmt': {
        const blank = statement.label.name === '_';
        if (!blank) this.label(statement);
        this.statement(statement.stmt, blank ? labeled : statement, isLast);
        return;
      }
      case 'BranchStmt':
        if (statement.label === null) this.unlabeledBranch(statement, isLast);
        else this.labeledBranch(statement, statement.label);
        return;
      case 'AssignStmt':
        if (statement.tok === ':=') {
          this.declareVariable(statement.tokPos, exprListString(statement.lhs));
        }
        return;
      case 'BlockStmt':
        this.inner({ breaks, continues, clause: null }, labeled, statement.pos, statement.list);
        return;
      case 'IfStmt': {
        const targets: Targets = { breaks, continues, clause: null };
        this.inner(targets, labeled, statement.body.pos, statement.body.list);
        const { else: otherwise } = statement;
        if (otherwise !== null) this.inner(targets, labeled, otherwise.pos, [otherwise]);
        return;
      }
      case 'ForStmt':
      case 'RangeStmt': {
        const targets: Targets = { breaks: 'loop', continues: true, clause: null };
        this.inner(targets, labeled, statement.body.pos, statement.body.list);
        return;
      }
      case 'SwitchStmt':
      case 'TypeSwitchStmt':
      case 'SelectStmt':
        this.clauses(statement, labeled);
        return;
      default:
        return;
    }
  }

  private clauses(
    statement: Extract<Stmt, { kind: 'SwitchStmt' | 'TypeSwitchStmt' | 'SelectStmt' }>,
    labeled: LabeledStmt | null,
  ): void {
    const { continues } = this.targets;
    const { kind } = statement;
    const breaks =
      kind === 'SelectStmt' ? 'select' : kind === 'SwitchStmt' ? 'switch' : 'type switch';
    const count = statement.body.list.length;
    statement.body.list.forEach((clause, index) => {
      const targets: Targets = { breaks, continues, clause: { index, count } };
      this.inner(targets, labeled, clause.pos, clause.body);
    });
  }

  private inner(
    targets: Targets,
    labeled: LabeledStmt | null,
    start: Pos,
    list: readonly Stmt[],
  ): void {
    const unresolved = this.checker.innerBlock(this.block, targets, labeled, start, list);
    this.forwardGotos.push(...unresolved);
  }

  private declaration(decl: Extract<Stmt, { kind: 'DeclStmt' }>['decl']): void {
    const [spec] = decl.specs;
    if (decl.tok !== 'var' || spec?.kind !== 'ValueSpec') return;
    this.declareVariable(spec.pos, spec.names[0]?.name ?? '_');
  }

  private declareVariable(pos: Pos, name: string): void {
    this.variable = { pos, name };
    this.gotosBeforeVariable = this.forwardGotos.slice();
  }

  private label(statement: LabeledStmt): void {
    const { name } = statement.label;
    const label = this.checker.declare(this.block, statement);
    const stillForward: Goto[] = [];
    for (const forward of this.forwardGotos) {
      if (forward.label.name !== name) {
        stillForward.push(forward);
        continue;
      }
      label.used = true;
      const { variable } = this;
      if (variable !== null && this.gotosBeforeVariable.includes(forward)) {
        const place = this.checker.place(variable.pos);
        this.checker.error(
          forward.label.pos,
          `goto ${name} jumps over declaration of ${variable.name} at ${place}`,
        );
      }
    }
    this.forwardGotos = stillForward;
  }

  private unlabeledBranch(statement: BranchStmt, isLast: boolean): void {
    const { pos } = statement;
    if (statement.tok === 'break') {
      if (this.targets.breaks === null) {
        this.checker.error(pos, 'break is not in a loop, switch, or select');
      }
    } else if (statement.tok === 'continue') {
      if (!this.targets.continues) this.checker.error(pos, 'continue is not in a loop');
    } else if (statement.tok === 'fallthrough') {
      const message = this.fallthroughError(isLast);
      if (message !== null) this.checker.error(pos, message);
    }
  }

  private fallthroughError(isLast: boolean): string | null {
    const { breaks, clause } = this.targets;
    if (breaks === 'type switch') return 'cannot fallthrough in type switch';
    if (breaks !== 'switch' || clause === null || !isLast) {
      return 'fallthrough statement out of place';
    }
    return clause.index + 1 === clause.count ? 'cannot fallthrough final case in switch' : null;
  }

  private labeledBranch(statement: BranchStmt, label: Ident): void {
    const { name, pos } = label;
    if (statement.tok === 'goto') {
      if (!this.checker.isReachable(this.block, name)) this.forwardGotos.push({ label });
      return;
    }
    const target = this.checker.enclosing(this.block, name);
    if (target === null) {
      this.checker.error(pos, `${statement.tok} label not defined: ${name}`);
    } else if (target === 'invalid' || !accepts(statement.tok, target)) {
      this.checker.error(pos, `invalid ${statement.tok} label ${name}`);
    }
  }
}

function accepts(tok: BranchStmt['tok'], target: Stmt): boolean {
  switch (target.kind) {
    case 'ForStmt':
    case 'RangeStmt':
      return true;
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
    case 'SelectStmt':
      return tok === 'break';
    default:
      return false;
  }
}

// A fallthrough counts as last even if empty statements follow.
function withoutTrailingEmpty(statements: readonly Stmt[]): readonly Stmt[] {
  let count = statements.length;
  while (count > 0 && statements[count - 1]?.kind === 'EmptyStmt') count -= 1;
  return statements.slice(0, count);
}
