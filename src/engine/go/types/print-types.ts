// What the checker found out about a file, as text: each declared name with its object, each
// outermost expression with its type, in source order and indented by nesting.

import type { Expr, File, Ident, Node } from '../syntax/ast.ts';
import type { FileSet } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { forEachChild } from '../syntax/walk.ts';
import { constantString } from './constant-format.ts';
import type { Info, TypeAndValue } from './info.ts';
import { objectString } from './object-string.ts';
import { operandModeNames } from './operand.ts';
import { isUntyped } from './predicates.ts';
import { formatType, plainFormat, relativeTo, type TypeFormat } from './type-string.ts';
import type { Package } from './type.ts';

/** One line per name and outermost expression: `line:column  text`. Ends with a newline. */
export function printTypes(fset: FileSet, pkg: Package, file: File, info: Info): string {
  const printer = new TypesPrinter(fset, pkg, info);
  printer.visit(file, 0);
  return printer.lines.map((line) => `${line}\n`).join('');
}

class TypesPrinter {
  readonly lines: string[] = [];
  private readonly fset: FileSet;
  private readonly info: Info;
  private readonly format: TypeFormat;

  constructor(fset: FileSet, pkg: Package, info: Info) {
    this.fset = fset;
    this.info = info;
    this.format = { ...plainFormat, qualifier: relativeTo(pkg) };
  }

  visit(node: Node, depth: number): void {
    if (node.kind === 'Ident') return this.identifier(node, depth);
    const inner = node.kind === 'BlockStmt' ? depth + 1 : depth;
    const known = isExpression(node, this.info);
    if (known === null) return forEachChild(node, (child) => this.visit(child, inner));
    this.expression(known.expr, known.found, depth);
    // What stands inside an expression is shown only where statements or names begin anew.
    forEachChild(node, (child) => this.visitInside(child, depth));
  }

  private visitInside(node: Node, depth: number): void {
    if (node.kind === 'BlockStmt') return this.visit(node, depth);
    if (node.kind === 'Ident') return this.identifier(node, depth + 1);
    forEachChild(node, (child) => this.visitInside(child, depth));
  }

  private identifier(name: Ident, depth: number): void {
    const object = this.info.defs.get(name) ?? null;
    if (object !== null) this.line(name, depth, objectString(object, this.format));
  }

  private expression(expr: Expr, found: TypeAndValue, depth: number): void {
    if (found.mode === 'typexpr') return;
    const text = exprString(expr);
    const type = formatType(found.type, this.format);
    const value = found.value === null ? '' : ` ${constantString(found.value)}`;
    const what = isUntyped(found.type)
      ? `${type} ${operandModeNames[found.mode]}${value}`
      : `${operandModeNames[found.mode]}${value} of type ${type}`;
    const description = found.mode === 'novalue' ? operandModeNames.novalue : what;
    this.line(expr, depth, `${text}: ${description}`);
  }

  private line(node: Node, depth: number, text: string): void {
    const { line, column } = this.fset.position(node.pos);
    this.lines.push(`${`${line}:${column}`.padEnd(8)}${'  '.repeat(depth)}${text}`);
  }
}

function isExpression(node: Node, info: Info): { expr: Expr; found: TypeAndValue } | null {
  const expr = node as Expr;
  const found = info.types.get(expr);
  return found === undefined ? null : { expr, found };
}
