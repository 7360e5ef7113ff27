// Struct types (spec, "Struct types"; types2 struct.go).

import type { BasicLit, Expr, Ident, StructType } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import type { Pos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { stringFromLiteralOrNull } from './constant-literal.ts';
import { otherDeclaration } from './errors.ts';
import { newField, objectId } from './object.ts';
import { deref, isTypeParam } from './predicates.ts';
import { recordDef } from './recording.ts';
import type { Obj, Struct, Type, Var } from './type.ts';
import { isInvalid, under } from './under.ts';
import { varType } from './var-type.ts';

/** The type that a struct type literal denotes. */
export function structType(check: Checker, e: StructType): Struct {
  const fields: Var[] = [];
  const tags: string[] = [];
  const names = new Map<string, Obj>();
  const add = (ident: Ident, type: Type, tag: string, embedded: boolean): void => {
    const field = newField(ident.pos, check.pkg, ident.name, type, embedded);
    if (ident.name !== '_' && !declareInSet(check, names, ident.pos, field)) return;
    fields.push(field);
    tags.push(tag);
    recordDef(check, ident, field);
  };
  for (const field of e.fields.list) {
    const type = varType(check, field.type);
    const tag = tagOf(check, field.tag);
    if (field.names.length > 0) {
      for (const name of field.names) add(name, type, tag, false);
      continue;
    }
    const name = embeddedFieldIdent(field.type);
    if (name === null) {
      const pos = startPos(field.type);
      const text = exprString(field.type);
      check.error(pos, 'InvalidSyntaxTree', `invalid embedded field type ${text}`);
      const blank: Ident = { kind: 'Ident', pos, end: pos, name: '_' };
      add(blank, Typ.invalid, '', true);
      continue;
    }
    add(name, type, tag, true);
    check.later(() => checkEmbedded(check, startPos(field.type), type));
  }
  return { kind: 'Struct', fields, tags: tags.some((tag) => tag !== '') ? tags : [] };
}

function checkEmbedded(check: Checker, pos: Pos, embedded: Type): void {
  const [type, isPointer] = deref(embedded);
  const underlying = under(type);
  const fail = (message: string): void => check.error(pos, 'InvalidPtrEmbed', message);
  switch (underlying.kind) {
    case 'Basic':
      if (!isInvalid(type) && underlying.basic === 'unsafePointer') {
        fail('embedded field type cannot be unsafe.Pointer');
      }
      return;
    case 'Pointer':
      return fail('embedded field type cannot be a pointer');
    case 'Interface':
      if (isTypeParam(type)) {
        const message = 'embedded field type cannot be a (pointer to a) type parameter';
        check.error(pos, 'MisplacedTypeParam', message);
      } else if (isPointer) fail('embedded field type cannot be a pointer to an interface');
      return;
    default:
      return;
  }
}

/** The name of an embedded field of type T, *T, p.T or T[A]; null if it is none of these. */
export function embeddedFieldIdent(e: Expr): Ident | null {
  switch (e.kind) {
    case 'Ident':
      return e;
    case 'StarExpr':
      return e.x.kind === 'StarExpr' ? null : embeddedFieldIdent(e.x);
    case 'SelectorExpr':
      return e.sel;
    case 'IndexExpr':
      return embeddedFieldIdent(e.x);
    default:
      return null;
  }
}

function declareInSet(check: Checker, names: Map<string, Obj>, pos: Pos, object: Obj): boolean {
  const id = objectId(object);
  const other = names.get(id);
  if (other === undefined) {
    names.set(id, object);
    return true;
  }
  check.errors.report('DuplicateDecl', [
    { at: pos === noPos ? object : pos, message: `${object.name} redeclared` },
    ...otherDeclaration(other),
  ]);
  return false;
}

function tagOf(check: Checker, tag: BasicLit | null): string {
  if (tag === null || tag.bad) return '';
  const bytes = tag.token === 'STRING' ? stringFromLiteralOrNull(tag.value) : null;
  if (bytes === null) {
    check.error(tag, 'InvalidSyntaxTree', `incorrect tag syntax: ${JSON.stringify(tag.value)}`);
  }
  return bytes ?? '';
}
