// Which types a package puts into variables of interface type: so that what is known of a method
// holds for the interface's method as well. By assignment, argument, result, literal, conversion
// and send; a type that merely could be assigned does not count.

import type { CallExpr, CompositeLit, Expr, FuncDecl, FuncLit, Node } from '../syntax/ast.ts';
import { forEachChild } from '../syntax/walk.ts';
import type { Signature, Type } from '../types/type.ts';
import { under } from '../types/under.ts';
import { type Pass, typeOrNull } from './pass.ts';

type Visit = (target: Type, value: Type) => void;

/** Calls `visit` with each interface type and a type that is assigned to it. */
export function forEachInterfaceAssignment(pass: Pass, visit: Visit): void {
  const walker = new Walker(pass, visit);
  for (const file of pass.files) walker.walk(file, null);
}

class Walker {
  private readonly pass: Pass;
  private readonly visit: Visit;

  constructor(pass: Pass, visit: Visit) {
    this.pass = pass;
    this.visit = visit;
  }

  /** `func` is the signature of the function that a return statement ends. */
  walk(node: Node, func: Signature | null): void {
    this.check(node, func);
    const inner =
      node.kind === 'FuncDecl' || node.kind === 'FuncLit' ? this.signatureOf(node) : func;
    forEachChild(node, (child) => this.walk(child, inner));
  }

  private signatureOf(node: FuncDecl | FuncLit): Signature | null {
    const type =
      node.kind === 'FuncDecl'
        ? this.pass.info.defs.get(node.name)?.type
        : typeOrNull(this.pass, node);
    return type?.kind === 'Signature' ? type : null;
  }

  private check(node: Node, func: Signature | null): void {
    switch (node.kind) {
      case 'AssignStmt':
        if (node.tok !== '=' || node.lhs.length !== node.rhs.length) return;
        for (const [i, x] of node.rhs.entries()) this.assign(this.typeOf(node.lhs[i]), x);
        return;
      case 'ValueSpec':
        if (node.type === null) return;
        for (const x of node.values) this.assign(this.typeOf(node.type), x);
        return;
      case 'SendStmt': {
        const channel = this.underOf(node.chan);
        if (channel?.kind === 'Chan') this.assign(channel.elem, node.value);
        return;
      }
      case 'ReturnStmt':
        if (func === null || func.results.vars.length !== node.results.length) return;
        for (const [i, x] of node.results.entries()) this.assign(func.results.vars[i]?.type, x);
        return;
      case 'CallExpr':
        return this.call(node);
      case 'CompositeLit':
        return this.literal(node);
      default:
        return;
    }
  }

  private call({ fun, args, ellipsis }: CallExpr): void {
    if (this.pass.info.types.get(fun)?.mode === 'typexpr') {
      const [x] = args;
      if (x !== undefined) this.assign(this.typeOf(fun), x);
      return;
    }
    const signature = this.underOf(fun);
    if (signature?.kind !== 'Signature') return;
    const { vars } = signature.params;
    const last = vars.at(-1)?.type;
    for (const [i, x] of args.entries()) {
      const isSpread = signature.variadic && i >= vars.length - 1 && ellipsis === 0;
      const type = isSpread && last?.kind === 'Slice' ? last.elem : vars[i]?.type;
      this.assign(type, x);
    }
  }

  private literal(node: CompositeLit): void {
    const type = this.underOf(node);
    for (const [i, element] of node.elts.entries()) {
      const value = element.kind === 'KeyValueExpr' ? element.value : element;
      if (type?.kind === 'Struct') {
        const key = element.kind === 'KeyValueExpr' ? element.key : null;
        const name = key?.kind === 'Ident' ? key.name : null;
        const field =
          name === null ? type.fields[i] : type.fields.find((each) => each.name === name);
        this.assign(field?.type, value);
      } else if (type?.kind === 'Slice' || type?.kind === 'Array' || type?.kind === 'Map') {
        this.assign(type.elem, value);
      }
    }
  }

  private typeOf(x: Expr | undefined): Type | undefined {
    return x === undefined ? undefined : (typeOrNull(this.pass, x) ?? undefined);
  }

  private underOf(x: Expr): Type | undefined {
    const type = this.typeOf(x);
    return type === undefined ? undefined : under(type);
  }

  private assign(target: Type | undefined, value: Expr): void {
    const type = this.typeOf(value);
    if (target === undefined || type === undefined) return;
    if (under(target).kind === 'Interface') this.visit(target, type);
  }
}
