// The control-flow graph of a function body, as the analyzers of `go vet` build it: blocks of
// statements and expressions, joined where control may go. Calls that never return end a block.
// Invariant: every statement and condition of the body is in exactly one block, reachable or not.

import { assertNever } from '../../base/assert.ts';
import type {
  BlockStmt,
  BranchStmt,
  CallExpr,
  CaseClause,
  Expr,
  ForStmt,
  Ident,
  Node,
  RangeStmt,
  SelectStmt,
  Stmt,
  SwitchStmt,
  TypeSwitchStmt,
} from '../syntax/ast.ts';
import { addToPos } from '../syntax/pos.ts';
import type { Range } from './pass.ts';

/** What is executed without a branch. `returns` is where control leaves the function at its end. */
export interface Block {
  readonly nodes: Node[];
  readonly successors: Block[];
  returns: Range | null;
  /** It returns, or a deferred function may recover in it. */
  mayReturn: boolean;
}

/** The graph; blocks in order of making, the first is the entry. */
export interface ControlFlow {
  readonly blocks: readonly Block[];
  /** No end of the function can be reached. */
  readonly neverReturns: boolean;
}

/** Builds the graph; `mayReturn` tells of a call that is a statement whether it may come back. */
export function controlFlow(body: BlockStmt, mayReturn: (call: CallExpr) => boolean): ControlFlow {
  const builder = new Builder(mayReturn);
  builder.statement(body);
  const { blocks } = builder;
  const live = reachable(blocks[0]);
  if (live.has(builder.current)) {
    builder.current.mayReturn = true;
    // A return statement that is not written, in place of the brace.
    const pos = addToPos(body.end, -1);
    builder.current.returns = { pos, end: addToPos(pos, 'return'.length) };
  }
  return { blocks, neverReturns: ![...live].some((block) => block.mayReturn) };
}

function reachable(entry: Block | undefined): Set<Block> {
  const live = new Set<Block>();
  const pending = entry === undefined ? [] : [entry];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (live.has(block)) continue;
    live.add(block);
    pending.push(...block.successors);
  }
  return live;
}

// Where branch statements without a label go.
interface Targets {
  readonly outer: Targets | null;
  readonly onBreak: Block;
  readonly onContinue: Block | null;
  readonly onFallthrough: Block | null;
}

interface Label {
  readonly start: Block;
  onBreak: Block | null;
  onContinue: Block | null;
}

class Builder {
  readonly blocks: Block[] = [];
  current: Block;
  private targets: Targets | null = null;
  private readonly labels = new Map<string, Label>();
  private readonly callMayReturn: (call: CallExpr) => boolean;

  constructor(callMayReturn: (call: CallExpr) => boolean) {
    this.callMayReturn = callMayReturn;
    this.current = this.newBlock();
  }

  statement(node: Stmt, label: Label | null = null): void {
    switch (node.kind) {
      case 'BadStmt':
      case 'SendStmt':
      case 'IncDecStmt':
      case 'GoStmt':
      case 'EmptyStmt':
      case 'AssignStmt':
        return this.add(node);
      case 'DeferStmt':
        this.current.mayReturn = true;
        return this.add(node);
      case 'ExprStmt':
        this.add(node);
        if (node.x.kind === 'CallExpr' && !this.callMayReturn(node.x)) this.startUnreachable();
        return;
      case 'DeclStmt':
        for (const spec of node.decl.tok === 'var' ? node.decl.specs : []) this.add(spec);
        return;
      case 'LabeledStmt': {
        const target = this.label(node.label);
        this.goTo(target.start);
        this.current = target.start;
        return this.statement(node.stmt, target);
      }
      case 'ReturnStmt':
        this.add(node);
        this.current.mayReturn = true;
        this.current.returns = node;
        return this.startUnreachable();
      case 'BranchStmt':
        return this.branch(node);
      case 'BlockStmt':
        return this.list(node.list);
      case 'IfStmt':
        return this.ifStatement(node);
      case 'SwitchStmt':
        return this.switchStatement(node, label);
      case 'TypeSwitchStmt':
        return this.typeSwitch(node, label);
      case 'SelectStmt':
        return this.select(node, label);
      case 'ForStmt':
        return this.forStatement(node, label);
      case 'RangeStmt':
        return this.range(node, label);
      case 'CaseClause':
      case 'CommClause':
        throw new Error('Broken invariant: a clause is part of its switch');
      default:
        return assertNever(node);
    }
  }

  private list(statements: readonly Stmt[]): void {
    for (const each of statements) this.statement(each);
  }

  private branch(node: BranchStmt): void {
    this.goTo(this.branchTarget(node) ?? this.newBlock());
    this.startUnreachable();
  }

  private branchTarget({ tok, label }: BranchStmt): Block | null {
    if (label !== null) {
      const target = this.label(label);
      if (tok === 'goto') return target.start;
      return tok === 'break' ? target.onBreak : target.onContinue;
    }
    for (let t = this.targets; t !== null; t = t.outer) {
      const target =
        tok === 'break' ? t.onBreak : tok === 'continue' ? t.onContinue : t.onFallthrough;
      if (target !== null) return target;
    }
    return null;
  }

  private ifStatement(node: Extract<Stmt, { kind: 'IfStmt' }>): void {
    if (node.init !== null) this.statement(node.init);
    const then = this.newBlock();
    const done = this.newBlock();
    const otherwise = node.else === null ? done : this.newBlock();
    this.add(node.cond);
    this.goTo(then, otherwise);
    this.current = then;
    this.statement(node.body);
    this.goTo(done);
    if (node.else !== null) {
      this.current = otherwise;
      this.statement(node.else);
      this.goTo(done);
    }
    this.current = done;
  }

  private switchStatement(node: SwitchStmt, label: Label | null): void {
    if (node.init !== null) this.statement(node.init);
    if (node.tag !== null) this.add(node.tag);
    const done = this.newBlock();
    if (label !== null) label.onBreak = done;
    const clauses = node.body.list;
    const bodies = clauses.map(() => this.newBlock());
    let last: { body: Block; clause: CaseClause; next: Block } | null = null;
    for (const [i, clause] of clauses.entries()) {
      const body = bodies[i] ?? done;
      const next = bodies[i + 1] ?? done;
      if (clause.list === null) {
        last = { body, clause, next };
        continue;
      }
      let other = this.current;
      for (const condition of clause.list) {
        other = this.newBlock();
        this.add(condition);
        this.goTo(body, other);
        this.current = other;
      }
      this.clauseBody(body, clause.body, done, next);
      this.current = other;
    }
    if (last !== null) {
      this.goTo(last.body);
      this.clauseBody(last.body, last.clause.body, done, last.next);
    } else {
      this.goTo(done);
    }
    this.current = done;
  }

  // The statements of a clause, from its block on, and then `done`.
  private clauseBody(
    body: Block,
    statements: readonly Stmt[],
    done: Block,
    next: Block | null,
  ): void {
    this.current = body;
    this.within({ onBreak: done, onContinue: null, onFallthrough: next }, () =>
      this.list(statements),
    );
    this.goTo(done);
  }

  private typeSwitch(node: TypeSwitchStmt, label: Label | null): void {
    if (node.init !== null) this.statement(node.init);
    this.add(node.guard);
    const done = this.newBlock();
    if (label !== null) label.onBreak = done;
    let otherwise: CaseClause | null = null;
    for (const clause of node.body.list) {
      if (clause.list === null) {
        otherwise = clause;
        continue;
      }
      const body = this.newBlock();
      let next = this.current;
      for (const _ of clause.list) {
        next = this.newBlock();
        this.goTo(body, next);
        this.current = next;
      }
      this.clauseBody(body, clause.body, done, null);
      this.current = next;
    }
    if (otherwise !== null) this.clauseBody(this.current, otherwise.body, done, null);
    else this.goTo(done);
    this.current = done;
  }

  private select(node: SelectStmt, label: Label | null): void {
    const clauses = node.body.list;
    for (const { comm } of clauses) if (comm !== null) this.statement(comm);
    const done = this.newBlock();
    if (label !== null) label.onBreak = done;
    let otherwise: readonly Stmt[] | null = null;
    for (const { comm, body: statements } of clauses) {
      if (comm === null) {
        otherwise = statements;
        continue;
      }
      const body = this.newBlock();
      const next = this.newBlock();
      this.goTo(body, next);
      const left: Expr | undefined = comm.kind === 'AssignStmt' ? comm.lhs[0] : undefined;
      if (left !== undefined) body.nodes.push(left);
      this.clauseBody(body, statements, done, null);
      this.current = next;
    }
    if (otherwise !== null) this.clauseBody(this.current, otherwise, done, null);
    this.current = done;
  }

  private forStatement(node: ForStmt, label: Label | null): void {
    if (node.init !== null) this.statement(node.init);
    const body = this.newBlock();
    const done = this.newBlock();
    const loop = node.cond === null ? body : this.newBlock();
    const onContinue = node.post === null ? loop : this.newBlock();
    if (label !== null) Object.assign(label, { onBreak: done, onContinue });
    this.goTo(loop);
    this.current = loop;
    if (node.cond !== null) {
      this.add(node.cond);
      this.goTo(body, done);
      this.current = body;
    }
    this.within({ onBreak: done, onContinue, onFallthrough: null }, () =>
      this.statement(node.body),
    );
    this.goTo(onContinue);
    if (node.post !== null) {
      this.current = onContinue;
      this.statement(node.post);
      this.goTo(loop);
    }
    this.current = done;
  }

  private range(node: RangeStmt, label: Label | null): void {
    this.add(node.x);
    if (node.key !== null) this.add(node.key);
    if (node.value !== null) this.add(node.value);
    const loop = this.newBlock();
    this.goTo(loop);
    this.current = loop;
    const body = this.newBlock();
    const done = this.newBlock();
    this.goTo(body, done);
    this.current = body;
    if (label !== null) Object.assign(label, { onBreak: done, onContinue: loop });
    this.within({ onBreak: done, onContinue: loop, onFallthrough: null }, () =>
      this.statement(node.body),
    );
    this.goTo(loop);
    this.current = done;
  }

  private within(targets: Omit<Targets, 'outer'>, build: () => void): void {
    const outer = this.targets;
    this.targets = { ...targets, outer };
    build();
    this.targets = outer;
  }

  private label({ name }: Ident): Label {
    const known = this.labels.get(name);
    if (known !== undefined) return known;
    const label: Label = { start: this.newBlock(), onBreak: null, onContinue: null };
    this.labels.set(name, label);
    return label;
  }

  private newBlock(): Block {
    const block: Block = { nodes: [], successors: [], returns: null, mayReturn: false };
    this.blocks.push(block);
    return block;
  }

  private startUnreachable(): void {
    this.current = this.newBlock();
  }

  private add(node: Node): void {
    this.current.nodes.push(node);
  }

  // The caller sets `current` before the next statement.
  private goTo(...targets: readonly Block[]): void {
    this.current.successors.push(...targets);
  }
}
