// Generic traversal of the syntax tree in source order. The one place that knows every node's
// children; new node kinds fail to compile here until their children are listed.

import { assertNever } from '../../base/assert.ts';
import type { Node } from './ast.ts';

/** Calls `visit` on each direct child of `node`, in source order. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const one = (child: Node | null): void => {
    if (child !== null) visit(child);
  };
  const all = (children: readonly Node[]): void => {
    for (const child of children) visit(child);
  };
  switch (node.kind) {
    case 'BadExpr':
    case 'BadStmt':
    case 'BadDecl':
    case 'Ident':
    case 'BasicLit':
    case 'EmptyStmt':
      return;
    case 'Ellipsis':
      return one(node.elt);
    case 'FuncLit':
      visit(node.type);
      return visit(node.body);
    case 'CompositeLit':
      one(node.type);
      return all(node.elts);
    case 'ParenExpr':
    case 'StarExpr':
    case 'UnaryExpr':
    case 'ExprStmt':
    case 'IncDecStmt':
      return visit(node.x);
    case 'SelectorExpr':
      visit(node.x);
      return visit(node.sel);
    case 'IndexExpr':
      visit(node.x);
      return all(node.indices);
    case 'SliceExpr':
      visit(node.x);
      one(node.low);
      one(node.high);
      return one(node.max);
    case 'TypeAssertExpr':
      visit(node.x);
      return one(node.type);
    case 'CallExpr':
      visit(node.fun);
      return all(node.args);
    case 'BinaryExpr':
      visit(node.x);
      return visit(node.y);
    case 'KeyValueExpr':
    case 'MapType':
      visit(node.key);
      return visit(node.value);
    case 'ArrayType':
      one(node.len);
      return visit(node.elt);
    case 'StructType':
      return visit(node.fields);
    case 'FuncType':
      one(node.typeParams);
      visit(node.params);
      return one(node.results);
    case 'InterfaceType':
      return visit(node.methods);
    case 'ChanType':
      return visit(node.value);
    case 'Field':
      all(node.names);
      // A parameter of an anonymous list may share its name node with its type on bad input.
      visit(node.type);
      return one(node.tag);
    case 'FieldList':
      return all(node.list);
    case 'DeclStmt':
      return visit(node.decl);
    case 'LabeledStmt':
      visit(node.label);
      return visit(node.stmt);
    case 'SendStmt':
      visit(node.chan);
      return visit(node.value);
    case 'AssignStmt':
      all(node.lhs);
      return all(node.rhs);
    case 'GoStmt':
    case 'DeferStmt':
      return visit(node.call);
    case 'ReturnStmt':
      return all(node.results);
    case 'BranchStmt':
      return one(node.label);
    case 'BlockStmt':
      return all(node.list);
    case 'IfStmt':
      one(node.init);
      visit(node.cond);
      visit(node.body);
      return one(node.else);
    case 'CaseClause':
      if (node.list !== null) all(node.list);
      return all(node.body);
    case 'SwitchStmt':
      one(node.init);
      one(node.tag);
      return visit(node.body);
    case 'TypeSwitchStmt':
      one(node.init);
      one(node.bind);
      visit(node.guard);
      return visit(node.body);
    case 'CommClause':
      one(node.comm);
      return all(node.body);
    case 'SelectStmt':
      return visit(node.body);
    case 'ForStmt':
      one(node.init);
      one(node.cond);
      one(node.post);
      return visit(node.body);
    case 'RangeStmt':
      one(node.key);
      one(node.value);
      all(node.extra);
      visit(node.x);
      return visit(node.body);
    case 'ImportSpec':
      one(node.name);
      return visit(node.path);
    case 'ValueSpec':
      all(node.names);
      one(node.type);
      return all(node.values);
    case 'TypeSpec':
      visit(node.name);
      one(node.typeParams);
      return visit(node.type);
    case 'GenDecl':
      return all(node.specs);
    case 'FuncDecl':
      one(node.recv);
      visit(node.name);
      visit(node.type);
      return one(node.body);
    case 'File':
      visit(node.name);
      return all(node.decls);
    default:
      return assertNever(node);
  }
}

/**
 * Visits `node` and its descendants, parents first. `enter` returns false to skip the children.
 */
export function inspect(node: Node, enter: (node: Node) => boolean): void {
  if (enter(node)) forEachChild(node, (child) => inspect(child, enter));
}

/** Visits `node` and its descendants, parents before children and a second time after them. */
export function walk(node: Node, enter: (node: Node) => void, leave: (node: Node) => void): void {
  enter(node);
  forEachChild(node, (child) => walk(child, enter, leave));
  leave(node);
}
