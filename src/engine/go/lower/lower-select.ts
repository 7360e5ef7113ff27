// Select statements (spec, "Select statements"). As in gc's walk/select.go a select with one case
// and no default is the plain operation, so that it waits for the plain operation's reason.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { LocalId, TypeId } from '../ir/ids.ts';
import type { SelectCase } from '../ir/instruction.ts';
import type { CommClause, Expr as AstExpr, SelectStmt, UnaryExpr } from '../syntax/ast.ts';
import { loadLocal } from './build.ts';
import type { Label } from './code-list.ts';
import type { FuncLowering } from './func-lowering.ts';
import { anyHoists, hoists, unparen } from './hoists.ts';
import { destinationOf, registerOf, storeAll } from './lower-assign.ts';
import { convertImplicit } from './lower-conversion.ts';
import { emitReceive } from './lower-operator.ts';

/** A case before the choice: its operands, and what it does with a received value. */
interface Communication {
  readonly clause: CommClause;
  readonly channel: Expr;
  readonly receive: UnaryExpr | null;
  readonly sent: Expr | null;
  /** Registers of value and ok. */
  readonly value: LocalId | null;
  readonly ok: LocalId | null;
  /** Stores what was received where it is wanted. */
  readonly start: () => void;
}

export function lowerSelect(f: FuncLowering, stmt: SelectStmt): void {
  const name = f.takeLabel();
  const clauses = stmt.body.list;
  const cases: Communication[] = [];
  clauses.forEach((clause, i) => {
    if (clause.comm === null) return;
    const later = clauses.slice(i + 1).some((other) => communicationHoists(f, other));
    cases.push(communicationOf(f, clause, later));
  });
  const byDefault = clauses.find((clause) => clause.comm === null) ?? null;
  const end = f.code.newLabel();
  f.pos = stmt.pos;
  f.targets.push({ name, breakLabel: end, continueLabel: null });
  const [only] = cases;
  if (cases.length === 1 && only !== undefined && byDefault === null) {
    emitPlain(f, only);
    lowerClause(f, only.clause, only.start, end);
  } else emitSelect(f, stmt, cases, byDefault, end);
  f.targets.pop();
  f.code.bind(end);
}

function emitSelect(
  f: FuncLowering,
  stmt: SelectStmt,
  cases: readonly Communication[],
  byDefault: CommClause | null,
  end: Label,
): void {
  const labels = cases.map(() => f.code.newLabel());
  const defaultLabel = byDefault === null ? null : f.code.newLabel();
  // In the order of the instruction's cases; default comes last.
  const caseTexts = [...cases.map((c) => c.clause), ...(byDefault === null ? [] : [byDefault])].map(
    (clause) => caseText(f, clause),
  );
  f.emit(
    {
      kind: 'select',
      cases: cases.map((c, i) => selectCase(c, labels[i] ?? end)),
      defaultTarget: defaultLabel,
      site: f.site('', { caseTexts }, stmt.pos),
      pos: stmt.pos,
    },
    true,
  );
  cases.forEach((c, i) => {
    f.code.bind(labels[i] ?? end);
    lowerClause(f, c.clause, c.start, end);
  });
  if (byDefault !== null && defaultLabel !== null) {
    f.code.bind(defaultLabel);
    lowerClause(f, byDefault, () => {}, end);
  }
}

function selectCase(c: Communication, target: Label): SelectCase {
  const { channel, sent, value, ok } = c;
  if (sent !== null) return { direction: 'send', channel, value: sent, target };
  return { direction: 'receive', channel, value, ok, target };
}

function emitPlain(f: FuncLowering, c: Communication): void {
  const { comm } = c.clause;
  if (c.receive !== null) {
    emitReceive(f, c.receive, c.channel, c.value, c.ok);
    return;
  }
  assert(comm?.kind === 'SendStmt' && c.sent !== null, 'a case sends or receives');
  const { pos } = comm;
  const site = f.site(f.sourceText(comm.chan), {}, pos);
  f.emit({ kind: 'send', channel: c.channel, value: c.sent, site, pos });
}

function lowerClause(f: FuncLowering, clause: CommClause, start: () => void, end: Label): void {
  f.pos = clause.comm?.pos ?? clause.pos;
  start();
  f.rules.list(f, clause.body);
  f.jump(end);
}

/** All operands are evaluated in source order, before anything is chosen. */
function communicationOf(f: FuncLowering, clause: CommClause, later: boolean): Communication {
  const { comm } = clause;
  assert(comm !== null, 'default has no communication');
  f.pos = comm.pos;
  if (comm.kind === 'SendStmt') {
    const { elem } = f.types.entry(f.typeOf(comm.chan));
    const channel = operand(f, comm.chan, f.typeOf(comm.chan), later || hoists(f, comm.value));
    const sent = operand(f, comm.value, elem, later);
    return { clause, channel, receive: null, sent, value: null, ok: null, start: () => {} };
  }
  const receive = receiveOf(comm);
  const channelType = f.typeOf(receive.x);
  const channel = operand(f, receive.x, channelType, later);
  if (comm.kind !== 'AssignStmt') {
    return { clause, channel, receive, sent: null, value: null, ok: null, start: () => {} };
  }
  const types = [f.types.entry(channelType).elem, f.types.basic('bool')];
  return {
    clause,
    channel,
    receive,
    sent: null,
    ...received(f, comm.lhs, comm.tok === ':=', types),
  };
}

function operand(f: FuncLowering, x: AstExpr, type: TypeId, later: boolean): Expr {
  const value = f.rules.value(f, x, type, later);
  return later ? f.spill(value, type) : value;
}

/** Where a received value and ok go: straight into plain variables, else stored after the choice. */
function received(
  f: FuncLowering,
  lhs: readonly AstExpr[],
  define: boolean,
  types: readonly TypeId[],
): { value: LocalId | null; ok: LocalId | null; start: () => void } {
  const isBlank = (x: AstExpr): boolean => x.kind === 'Ident' && x.name === '_';
  // Left sides with operands are evaluated only when their case was chosen.
  const direct = lhs.map((x, i) => {
    if (unparen(x).kind !== 'Ident' || isBlank(x)) return null;
    const destination = destinationOf(f, x, define, false);
    const matches = destination.kind !== 'blank' && destination.type === types[i];
    return matches ? registerOf(f, destination) : null;
  });
  const locals = lhs.map((x, i) => {
    if (isBlank(x)) return null;
    return direct[i] ?? f.newOwnedTemp(types[i] ?? -1);
  });
  const start = (): void => {
    const rest = lhs.flatMap((x, i) => (isBlank(x) || (direct[i] ?? null) !== null ? [] : [i]));
    if (rest.length === 0) return;
    const destinations = rest.map((i) => destinationOf(f, lhs[i] as AstExpr, define, false));
    const values = rest.map((i, n) => {
      const type = types[i] ?? -1;
      const to = destinations[n];
      const value = loadLocal(locals[i] ?? -1, type);
      return to === undefined || to.kind === 'blank'
        ? value
        : convertImplicit(f, value, type, to.type);
    });
    storeAll(f, destinations, values, []);
  };
  return { value: locals[0] ?? null, ok: locals[1] ?? null, start };
}

function receiveOf(comm: CommClause['comm']): UnaryExpr {
  const x =
    comm?.kind === 'ExprStmt' ? comm.x : comm?.kind === 'AssignStmt' ? comm.rhs[0] : undefined;
  const receive = x === undefined ? undefined : unparen(x);
  assert(receive?.kind === 'UnaryExpr' && receive.op === '<-', 'a case sends or receives');
  return receive;
}

function communicationHoists(f: FuncLowering, clause: CommClause): boolean {
  const { comm } = clause;
  if (comm === null) return false;
  if (comm.kind === 'SendStmt') return anyHoists(f, [comm.chan, comm.value]);
  return hoists(f, receiveOf(comm).x);
}

/** `<-results`, `jobs <- j`, `v, ok := <-c`, `default`. */
function caseText(f: FuncLowering, clause: CommClause): string {
  const { comm } = clause;
  if (comm === null) return 'default';
  switch (comm.kind) {
    case 'SendStmt':
      return `${f.sourceText(comm.chan)} <- ${f.sourceText(comm.value)}`;
    case 'AssignStmt': {
      const left = comm.lhs.map((x) => f.sourceText(x)).join(', ');
      return `${left} ${comm.tok} ${f.sourceText(receiveOf(comm))}`;
    }
    default:
      return f.sourceText(receiveOf(comm));
  }
}
