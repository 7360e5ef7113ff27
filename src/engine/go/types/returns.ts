// Terminating statements (spec, "Terminating statements"; types2 return.go): whether the end of a
// function body can be reached. Purely syntactic but for calls of the builtin panic, which the
// statement checker collects while it checks the body.

import type { CallExpr, CommClause, Stmt } from '../syntax/ast.ts';

/** The calls known to be calls of the predeclared panic. */
export type PanicCalls = ReadonlySet<CallExpr>;

/** Whether `stmt` is terminating; `label` is the label in front of it, or "". */
export function isTerminating(panics: PanicCalls, stmt: Stmt, label: string): boolean {
  switch (stmt.kind) {
    case 'BadStmt':
    case 'DeclStmt':
    case 'EmptyStmt':
    case 'SendStmt':
    case 'IncDecStmt':
    case 'AssignStmt':
    case 'GoStmt':
    case 'DeferStmt':
    case 'RangeStmt':
    case 'CaseClause':
    case 'CommClause':
      return false;
    case 'LabeledStmt':
      return isTerminating(panics, stmt.stmt, stmt.label.name);
    case 'ExprStmt': {
      // Calling the predeclared panic ends a function; no other call does.
      let x = stmt.x;
      while (x.kind === 'ParenExpr') x = x.x;
      return x.kind === 'CallExpr' && panics.has(x);
    }
    case 'ReturnStmt':
      return true;
    case 'BranchStmt':
      return stmt.tok === 'goto' || stmt.tok === 'fallthrough';
    case 'BlockStmt':
      return isTerminatingList(panics, stmt.list);
    case 'IfStmt':
      return (
        stmt.else !== null &&
        isTerminating(panics, stmt.body, '') &&
        isTerminating(panics, stmt.else, '')
      );
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
      return isTerminatingSwitch(panics, stmt.body.list, label);
    case 'SelectStmt':
      return stmt.body.list.every(
        (clause) =>
          isTerminatingList(panics, clause.body) && !hasBreakList(clause.body, label, true),
      );
    case 'ForStmt':
      return stmt.cond === null && !hasBreak(stmt.body, label, true);
  }
}

/** Whether the list ends in a terminating statement; trailing empty statements do not count. */
export function isTerminatingList(panics: PanicCalls, list: readonly Stmt[]): boolean {
  for (let i = list.length - 1; i >= 0; i--) {
    const stmt = list[i];
    if (stmt !== undefined && stmt.kind !== 'EmptyStmt') return isTerminating(panics, stmt, '');
  }
  return false;
}

interface SwitchClause {
  readonly list: readonly unknown[] | null;
  readonly body: readonly Stmt[];
}

function isTerminatingSwitch(
  panics: PanicCalls,
  clauses: readonly SwitchClause[],
  label: string,
): boolean {
  let hasDefault = false;
  for (const clause of clauses) {
    if (clause.list === null) hasDefault = true;
    if (!isTerminatingList(panics, clause.body) || hasBreakList(clause.body, label, true)) {
      return false;
    }
  }
  return hasDefault;
}

/**
 * Whether `stmt` contains a break that leaves the statement labelled `label`, or, if `implicit`, an
 * unlabelled break that leaves the innermost enclosing breakable statement.
 */
export function hasBreak(stmt: Stmt, label: string, implicit: boolean): boolean {
  switch (stmt.kind) {
    case 'BadStmt':
    case 'DeclStmt':
    case 'EmptyStmt':
    case 'ExprStmt':
    case 'SendStmt':
    case 'IncDecStmt':
    case 'AssignStmt':
    case 'GoStmt':
    case 'DeferStmt':
    case 'ReturnStmt':
      return false;
    case 'LabeledStmt':
      return hasBreak(stmt.stmt, label, implicit);
    case 'BranchStmt':
      if (stmt.tok !== 'break') return false;
      return stmt.label === null ? implicit : stmt.label.name === label;
    case 'BlockStmt':
      return hasBreakList(stmt.list, label, implicit);
    case 'IfStmt':
      return (
        hasBreak(stmt.body, label, implicit) ||
        (stmt.else !== null && hasBreak(stmt.else, label, implicit))
      );
    case 'CaseClause':
    case 'CommClause':
      return hasBreakList(stmt.body, label, implicit);
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
    case 'SelectStmt':
      return label !== '' && hasBreakClauses(stmt.body.list, label);
    case 'ForStmt':
    case 'RangeStmt':
      return label !== '' && hasBreak(stmt.body, label, false);
  }
}

function hasBreakList(list: readonly Stmt[], label: string, implicit: boolean): boolean {
  return list.some((stmt) => hasBreak(stmt, label, implicit));
}

function hasBreakClauses(clauses: readonly (SwitchClause | CommClause)[], label: string): boolean {
  return clauses.some((clause) => hasBreakList(clause.body, label, false));
}
