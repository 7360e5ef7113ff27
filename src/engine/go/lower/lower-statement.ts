// Statements: one rule per kind of node; loops over values, switches and select have files of
// their own.

import { assert, assertNever } from '../../base/assert.ts';
import type {
  BlockStmt,
  BranchStmt,
  ForStmt,
  GenDecl,
  IfStmt,
  LabeledStmt,
  SendStmt,
  Stmt,
} from '../syntax/ast.ts';
import type { FuncLowering } from './func-lowering.ts';
import { hoists, unparen } from './hoists.ts';
import { declareVars, discard, lowerAssign, lowerIncDec } from './lower-assign.ts';
import { lowerBuiltinStatement } from './lower-builtin.ts';
import { lowerDefer, lowerGo } from './lower-go-defer.ts';
import { lowerRange } from './lower-range.ts';
import { jumpOut, lowerReturnFromBody } from './lower-range-func.ts';
import { lowerReturn } from './lower-return.ts';
import { markPanicOrder } from './panic-order.ts';
import { lowerSelect } from './lower-select.ts';
import { lowerSwitch, lowerTypeSwitch } from './lower-switch.ts';

export function lowerStatement(f: FuncLowering, stmt: Stmt): void {
  f.withTemps(() => {
    f.pos = stmt.pos;
    markPanicOrder(f, stmt);
    lowerKind(f, stmt);
  });
}

export function lowerList(f: FuncLowering, list: readonly Stmt[]): void {
  for (const stmt of list) lowerStatement(f, stmt);
}

export function lowerBlock(f: FuncLowering, block: BlockStmt): void {
  lowerList(f, block.list);
}

function lowerKind(f: FuncLowering, stmt: Stmt): void {
  switch (stmt.kind) {
    case 'EmptyStmt':
      return;
    case 'DeclStmt':
      return lowerDecl(f, stmt.decl);
    case 'LabeledStmt':
      return lowerLabeled(f, stmt);
    case 'ExprStmt': {
      const call = unparen(stmt.x);
      const builtin = call.kind === 'CallExpr' ? f.info.builtinCalls.get(call) : undefined;
      if (call.kind === 'CallExpr' && builtin !== undefined) {
        return lowerBuiltinStatement(f, call, builtin);
      }
      return discard(f, stmt.x);
    }
    case 'SendStmt':
      return lowerSend(f, stmt);
    case 'IncDecStmt':
      return lowerIncDec(f, stmt);
    case 'AssignStmt':
      return lowerAssign(f, stmt);
    case 'GoStmt':
      return lowerGo(f, stmt);
    case 'DeferStmt':
      return lowerDefer(f, stmt);
    case 'ReturnStmt':
      return f.rangeBody === null ? lowerReturn(f, stmt) : lowerReturnFromBody(f, stmt);
    case 'BranchStmt':
      return lowerBranch(f, stmt);
    case 'BlockStmt':
      return lowerBlock(f, stmt);
    case 'IfStmt':
      return lowerIf(f, stmt);
    case 'SwitchStmt':
      return lowerSwitch(f, stmt);
    case 'TypeSwitchStmt':
      return lowerTypeSwitch(f, stmt);
    case 'SelectStmt':
      return lowerSelect(f, stmt);
    case 'ForStmt':
      return lowerFor(f, stmt);
    case 'RangeStmt':
      return lowerRange(f, stmt);
    case 'BadStmt':
    case 'CaseClause':
    case 'CommClause':
      throw new Error(`Broken invariant: ${stmt.kind} is lowered with its statement`);
    default:
      return assertNever(stmt);
  }
}

function lowerDecl(f: FuncLowering, decl: GenDecl): void {
  if (decl.tok !== 'var') return;
  for (const spec of decl.specs) {
    if (spec.kind !== 'ValueSpec') continue;
    f.pos = spec.pos;
    declareVars(f, spec.names, spec.values);
  }
}

function lowerLabeled(f: FuncLowering, stmt: LabeledStmt): void {
  const { name } = stmt.label;
  f.code.bindGoto(f.gotoLabel(name));
  f.pendingLabel = name;
  f.rules.statement(f, stmt.stmt);
  f.pendingLabel = '';
}

function lowerSend(f: FuncLowering, stmt: SendStmt): void {
  const channel = f.rules.expr(f, stmt.chan, hoists(f, stmt.value));
  const { elem } = f.types.entry(f.typeOf(stmt.chan));
  const value = f.rules.value(f, stmt.value, elem, false);
  const { pos } = stmt;
  f.emit({ kind: 'send', channel, value, site: f.site(f.sourceText(stmt.chan), {}, pos), pos });
}

function lowerBranch(f: FuncLowering, stmt: BranchStmt): void {
  const name = stmt.label?.name ?? '';
  switch (stmt.tok) {
    case 'goto':
      return jumpOut(f, 'goto', name);
    case 'break':
    case 'continue':
      return jumpOut(f, stmt.tok, name);
    case 'fallthrough': {
      const next = f.fallthroughLabel;
      assert(next !== null, 'fallthrough stands in a switch clause');
      return f.jump(next);
    }
    default:
      return assertNever(stmt.tok);
  }
}

function lowerIf(f: FuncLowering, stmt: IfStmt): void {
  if (stmt.init !== null) f.rules.statement(f, stmt.init);
  f.pos = stmt.cond.pos;
  const [then, end] = [f.code.newLabel(), f.code.newLabel()];
  const otherwise = stmt.else === null ? end : f.code.newLabel();
  f.rules.condition(f, stmt.cond, then, otherwise);
  f.code.bind(then);
  f.rules.block(f, stmt.body);
  if (stmt.else !== null) {
    f.pos = stmt.body.rbrace;
    f.jump(end);
    f.code.bind(otherwise);
    f.rules.statement(f, stmt.else);
  }
  f.code.bind(end);
}

function lowerFor(f: FuncLowering, stmt: ForStmt): void {
  const name = f.takeLabel();
  if (stmt.init !== null) f.rules.statement(f, stmt.init);
  const head = f.code.here();
  const [body, post, end] = [f.code.newLabel(), f.code.newLabel(), f.code.newLabel()];
  if (stmt.cond !== null) {
    const { cond } = stmt;
    f.pos = cond.pos;
    f.withTemps(() => f.rules.condition(f, cond, body, end));
  }
  f.code.bind(body);
  f.targets.push({ name, breakLabel: end, continueLabel: post });
  f.rules.block(f, stmt.body);
  f.targets.pop();
  f.code.bind(post);
  renewLoopVariables(f, stmt);
  if (stmt.post !== null) f.rules.statement(f, stmt.post);
  f.pos = stmt.pos;
  f.jump(head);
  f.code.bind(end);
}

/** Each iteration has its own variables (Go 1.22): copies of the last ones, if someone shares them. */
function renewLoopVariables(f: FuncLowering, stmt: ForStmt): void {
  if (stmt.init?.kind !== 'AssignStmt' || stmt.init.tok !== ':=' || !f.isPerIteration(stmt)) return;
  for (const x of stmt.init.lhs) {
    const variable = x.kind === 'Ident' ? f.info.defs.get(x) : undefined;
    if (variable?.kind !== 'Var' || variable.name === '_') continue;
    if (f.storageOf(variable) === 'register') continue;
    f.pos = stmt.post?.pos ?? stmt.pos;
    f.initialise(variable, f.kept(f.readVariable(variable), f.typeOfVariable(variable)));
  }
}
