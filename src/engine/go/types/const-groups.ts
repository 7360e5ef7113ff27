// Constant groups (spec, "Constant declarations"): a specification without type and values repeats
// those of the one before it.

import type { Expr, GenDecl, Ident, ValueSpec } from '../syntax/ast.ts';
import { exprString } from '../syntax/print-expr.ts';
import { formatPosition } from '../syntax/diagnostic.ts';
import { gcPos } from '../syntax/positions.ts';
import type { Checker } from './checker.ts';

/** One line of a constant group with the type and values that count for it. */
export interface ConstSpec {
  readonly spec: ValueSpec;
  readonly type: Expr | null;
  readonly values: readonly Expr[];
  /** Type and values are those of an earlier line. */
  readonly inherited: boolean;
}

/** The lines of a constant declaration. */
export function constSpecs(decl: GenDecl): readonly ConstSpec[] {
  let last: ValueSpec | null = null;
  const specs: ConstSpec[] = [];
  for (const spec of decl.specs) {
    if (spec.kind !== 'ValueSpec') continue;
    const isOwn = spec.type !== null || spec.values.length > 0;
    const inherited: boolean = !isOwn && last !== null;
    if (isOwn || last === null) last = spec;
    specs.push({ spec, type: last.type, values: last.values, inherited });
  }
  return specs;
}

/** Reports a constant or variable specification with too few or too many values. */
export function checkArity(
  check: Checker,
  spec: ValueSpec,
  values: readonly Expr[],
  kind: 'const' | 'inherited const' | 'var',
): void {
  const names: readonly Ident[] = spec.names;
  const extra = values[names.length];
  const missing = names[values.length];
  if (extra !== undefined) {
    if (kind === 'inherited const') {
      const position = formatPosition(check.fset, gcPos(extra));
      check.error(spec.pos, 'WrongAssignCount', `extra init expr at ${position}`);
    } else check.error(extra, 'WrongAssignCount', `extra init expr ${exprString(extra)}`);
  } else if (missing !== undefined && (kind !== 'var' || values.length !== 1)) {
    // A single value may be a call with many results.
    check.error(missing, 'WrongAssignCount', `missing init expr for ${missing.name}`);
  }
}
