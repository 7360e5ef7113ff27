// Names that people give things in source, for the picture: what a goroutine runs.

import type { Expr, File, Stmt } from '../syntax/ast.ts';
import { lineAt, offsetIn, type Pos, sharedBase } from '../syntax/pos.ts';
import type { FuncLowering } from './func-lowering.ts';
import { unparen } from './hoists.ts';

const maxNameLength = 24;

/**
 * The name of the goroutine that runs `fun`, started by the statement at `pos`: the comment behind
 * that line's code, else the function's name, of a literal around one call of the program's own that
 * call's (what it defers before does not count).
 */
export function goroutineNameOf(f: FuncLowering, fun: Expr, pos: Pos): string {
  const comment = f.file === null ? '' : trailingComment(f.file, pos);
  return comment !== '' ? comment : functionNameOf(f, fun);
}

function functionNameOf(f: FuncLowering, x: Expr): string {
  const fun = unparen(x);
  switch (fun.kind) {
    case 'Ident':
      return fun.name;
    case 'SelectorExpr':
      return fun.sel.name;
    case 'IndexExpr':
      return functionNameOf(f, fun.x);
    case 'CallExpr':
      return functionNameOf(f, fun.fun);
    case 'FuncLit': {
      const only = onlyStatement(fun.body.list);
      if (only?.kind === 'ExprStmt' && only.x.kind === 'CallExpr') {
        const called = unparen(only.x.fun);
        if (isOwnFunction(f, called) && !f.info.builtinCalls.has(only.x)) {
          return functionNameOf(f, called);
        }
      }
      const suffix = f.facts.functions.get(fun)?.suffix ?? '';
      const name = f.name + suffix;
      return name.slice(name.indexOf('.func') + 1);
    }
    default:
      return '';
  }
}

/** Named after `fmt.Println`, nobody would know what a goroutine is for. */
function isOwnFunction(f: FuncLowering, called: Expr): boolean {
  switch (called.kind) {
    case 'Ident':
      return (f.info.uses.get(called)?.pos ?? 0) < sharedBase;
    case 'SelectorExpr':
      return isOwnFunction(f, called.sel);
    case 'IndexExpr':
      return isOwnFunction(f, called.x);
    default:
      return called.kind !== 'FuncLit';
  }
}

/** What a function does, if it is one statement after those that see to its end. */
function onlyStatement(list: readonly Stmt[]): Stmt | undefined {
  const first = list.findIndex(({ kind }) => kind !== 'DeferStmt');
  return first === list.length - 1 ? list[first] : undefined;
}

/** The text of a `// name` comment at the end of the line of `pos`, if it is short enough. */
function trailingComment(file: File, pos: Pos): string {
  const { source } = file;
  const line = lineAt(source, offsetIn(source, pos));
  const start = source.lineStarts[line - 1] ?? 0;
  const end = source.lineStarts[line] ?? source.text.length + 1;
  const comment = file.comments.find((c) => {
    const offset = offsetIn(source, c.pos);
    return c.pos > pos && offset >= start && offset < end;
  });
  if (comment === undefined || !comment.text.startsWith('//')) return '';
  const text = comment.text.slice(2).trim();
  return text.length <= maxNameLength ? text : '';
}
