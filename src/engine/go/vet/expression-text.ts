// Expressions as gofmt prints them, for messages: blanks around binary operators by precedence and
// depth (go/printer nodes.go). What spans lines or holds statements is shown as it is written.

import type { BinaryExpr, BinaryOperator, Expr, SliceExpr } from '../syntax/ast.ts';
import { exprString } from '../syntax/print-expr.ts';
import { lineAt, lineText, offsetIn } from '../syntax/pos.ts';
import type { Pass } from './pass.ts';

/** The expression in gofmt's form. */
export function expressionText(pass: Pass, x: Expr): string {
  return textOf(pass, x, 0, 1);
}

const highestPrecedence = 7;
const unaryPrecedence = 6;

function precedenceOf(op: BinaryOperator): number {
  switch (op) {
    case '||':
      return 1;
    case '&&':
      return 2;
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 3;
    case '+':
    case '-':
    case '|':
    case '^':
      return 4;
    default:
      return 5;
  }
}

// As written, but no further to the right than at the start of a line.
function sourceText(pass: Pass, x: Expr): string {
  const file = pass.fset.fileOrNull(x.pos);
  if (file === null) return exprString(x);
  const start = offsetIn(file, x.pos);
  const text = file.text.slice(start, offsetIn(file, x.end));
  const indentation = /^\t*/.exec(lineText(file, lineAt(file, start)))?.[0] ?? '';
  return text.replaceAll(`\n${indentation}`, '\n');
}

function textOf(pass: Pass, x: Expr, precedence: number, depth: number): string {
  const list = (items: readonly Expr[], atDepth: number): string =>
    items.map((item) => textOf(pass, item, 0, atDepth)).join(', ');
  switch (x.kind) {
    case 'BinaryExpr':
      return binaryText(pass, x, precedence, depth);
    case 'ParenExpr':
      if (x.x.kind === 'ParenExpr') return textOf(pass, x.x, 0, depth);
      return `(${textOf(pass, x.x, 0, Math.max(1, depth - 1))})`;
    case 'SelectorExpr':
      return `${textOf(pass, x.x, highestPrecedence, depth)}.${x.sel.name}`;
    case 'TypeAssertExpr': {
      const type = x.type === null ? 'type' : textOf(pass, x.type, 0, 1);
      return `${textOf(pass, x.x, highestPrecedence, depth)}.(${type})`;
    }
    case 'IndexExpr':
      return `${textOf(pass, x.x, highestPrecedence, 1)}[${list(x.indices, depth + 1)}]`;
    case 'SliceExpr':
      return sliceText(pass, x, depth);
    case 'CallExpr': {
      const inner = x.args.length > 1 ? depth + 1 : depth;
      const dots = x.ellipsis === 0 ? '' : '...';
      return `${textOf(pass, x.fun, highestPrecedence, inner)}(${list(x.args, inner)}${dots})`;
    }
    case 'StarExpr': {
      const text = `*${textOf(pass, x.x, unaryPrecedence, depth)}`;
      return precedence > unaryPrecedence ? `(${text})` : text;
    }
    case 'UnaryExpr': {
      const text = `${x.op}${textOf(pass, x.x, unaryPrecedence, depth)}`;
      return precedence > unaryPrecedence ? `(${text})` : text;
    }
    case 'KeyValueExpr':
      return `${textOf(pass, x.key, 0, 1)}: ${textOf(pass, x.value, 0, 1)}`;
    case 'CompositeLit': {
      const written = sourceText(pass, x);
      if (written.includes('\n')) return written;
      return `${x.type === null ? '' : textOf(pass, x.type, 0, 1)}{${list(x.elts, 1)}}`;
    }
    case 'FuncLit':
    case 'StructType':
    case 'InterfaceType':
      return sourceText(pass, x);
    default:
      return exprString(x);
  }
}

function binaryText(pass: Pass, x: BinaryExpr, outer: number, depth: number): string {
  const precedence = precedenceOf(x.op);
  if (precedence < outer) return `(${textOf(pass, x, 0, Math.max(1, depth - 1))})`;
  const blank = precedence < cutoff(x, depth) ? ' ' : '';
  const same = x.x.kind === 'BinaryExpr' && precedenceOf(x.x.op) === precedence;
  const left = textOf(pass, x.x, precedence, depth + (same ? 0 : 1));
  const right = textOf(pass, x.y, precedence + 1, depth + 1);
  return `${left}${blank}${x.op}${blank}${right}`;
}

interface Operators {
  has4: boolean;
  has5: boolean;
  maxProblem: number;
}

// Operators of lower precedence than this have blanks around them.
function cutoff(x: BinaryExpr, depth: number): number {
  const found: Operators = { has4: false, has5: false, maxProblem: 0 };
  collect(x, found);
  if (found.maxProblem > 0) return found.maxProblem + 1;
  if (found.has4 && found.has5) return depth === 1 ? 5 : 4;
  return depth === 1 ? 6 : 4;
}

function collect(x: BinaryExpr, found: Operators): void {
  const precedence = precedenceOf(x.op);
  if (precedence === 4) found.has4 = true;
  if (precedence === 5) found.has5 = true;
  if (x.x.kind === 'BinaryExpr' && precedenceOf(x.x.op) >= precedence) collect(x.x, found);
  const { y } = x;
  if (y.kind === 'BinaryExpr' && precedenceOf(y.op) > precedence) collect(y, found);
  if (y.kind === 'StarExpr' && x.op === '/') found.maxProblem = 5;
  if (y.kind !== 'UnaryExpr') return;
  // Without a blank the two operators would read as another one.
  const joined = x.op + y.op;
  if (joined === '&&' || joined === '&^') found.maxProblem = 5;
  if (joined === '++' || joined === '--') found.maxProblem = Math.max(found.maxProblem, 4);
}

function sliceText(pass: Pass, x: SliceExpr, depth: number): string {
  const indices = x.max === null ? [x.low, x.high] : [x.low, x.high, x.max];
  const present = indices.filter((index) => index !== null);
  const blanks =
    depth <= 1 && present.length > 1 && present.some((index) => index.kind === 'BinaryExpr');
  let text = '';
  for (const [i, index] of indices.entries()) {
    if (i > 0) {
      const before = blanks && indices[i - 1] !== null ? ' ' : '';
      text += `${before}:${blanks && index !== null ? ' ' : ''}`;
    }
    if (index !== null) text += textOf(pass, index, 0, depth + 1);
  }
  return `${textOf(pass, x.x, highestPrecedence, 1)}[${text}]`;
}
