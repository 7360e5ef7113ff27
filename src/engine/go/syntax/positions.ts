// Where gc says a node is. cmd/compile's own syntax tree gives a node one position, often that of
// its operator or bracket, and errors are reported there or at StartPos, which corrects most but
// not all kinds to their first character. These functions give those positions for our nodes.

import type { Expr, Node } from './ast.ts';
import type { Pos } from './pos.ts';

/** The position of gc's node, its `Pos()`: operators, dots and opening brackets count. */
export function gcPos(node: Node): Pos {
  switch (node.kind) {
    case 'BinaryExpr':
      return node.opPos;
    case 'CallExpr':
      return node.lparen;
    case 'IndexExpr':
    case 'SliceExpr':
      return node.lbrack;
    case 'SelectorExpr':
    case 'TypeAssertExpr':
      return node.dot;
    case 'KeyValueExpr':
      return node.colon;
    case 'CompositeLit':
      return node.lbrace;
    case 'AssignStmt':
    case 'IncDecStmt':
      return node.tokPos;
    case 'SendStmt':
      return node.arrow;
    case 'ExprStmt':
      return gcPos(node.x);
    case 'LabeledStmt':
      return node.colon;
    case 'FuncType':
      return node.typeParams?.opening ?? node.params.opening;
    case 'FuncDecl':
      return node.recv?.opening ?? node.name.pos;
    default:
      return node.pos;
  }
}

/** gc's StartPos: the first character of most nodes, which types2 reports errors at. */
export function startPos(node: Node): Pos {
  switch (node.kind) {
    // Slice expressions, labeled and expression statements keep their own position there.
    case 'SliceExpr':
    case 'LabeledStmt':
    case 'ExprStmt':
    case 'FuncType':
    case 'FuncDecl':
      return gcPos(node);
    case 'CompositeLit':
      return node.type === null ? node.lbrace : startPos(node.type);
    case 'KeyValueExpr':
      return startPos(node.key);
    case 'SelectorExpr':
    case 'IndexExpr':
    case 'TypeAssertExpr':
    case 'BinaryExpr':
      return startPos(node.x);
    case 'CallExpr':
      return startPos(node.fun);
    case 'SendStmt':
      return startPos(node.chan);
    case 'IncDecStmt':
      return startPos(node.x);
    case 'AssignStmt':
      return startOfList(node.lhs, node.pos);
    default:
      return node.pos;
  }
}

function startOfList(list: readonly Expr[], otherwise: Pos): Pos {
  const [first] = list;
  return first === undefined ? otherwise : startPos(first);
}
