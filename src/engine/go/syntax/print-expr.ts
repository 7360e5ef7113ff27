// Expressions and simple statements as Go's error messages show them: on one line, normalised
// spaces, bodies of function and composite literals shortened to "…". The form is that of
// cmd/compile/internal/syntax.String, which types2 uses as its ExprString.

import { assertNever } from '../../base/assert.ts';
import type { Expr, Field, FieldList, FuncType, Stmt } from './ast.ts';

/** The expression as messages show it, such as `f(x, T{…})`. */
export function exprString(x: Expr): string {
  switch (x.kind) {
    case 'BadExpr':
      return '<bad expr>';
    case 'Ident':
      return x.name;
    case 'BasicLit':
      return x.value;
    case 'Ellipsis':
      return `...${x.elt === null ? '' : exprString(x.elt)}`;
    case 'FuncLit':
      return `${exprString(x.type)} {${x.body.list.length > 0 ? '…' : ''}}`;
    case 'CompositeLit':
      return `${x.type === null ? '' : exprString(x.type)}{${x.elts.length > 0 ? '…' : ''}}`;
    case 'ParenExpr':
      return `(${exprString(x.x)})`;
    case 'SelectorExpr':
      return `${exprString(x.x)}.${x.sel.name}`;
    case 'IndexExpr':
      return `${exprString(x.x)}[${exprListString(x.indices)}]`;
    case 'SliceExpr': {
      const [low, high, max] = [x.low, x.high, x.max].map((i) => (i === null ? '' : exprString(i)));
      return `${exprString(x.x)}[${low}:${high}${x.max === null ? '' : `:${max}`}]`;
    }
    case 'TypeAssertExpr':
      return `${exprString(x.x)}.(${x.type === null ? 'type' : exprString(x.type)})`;
    case 'CallExpr':
      return `${exprString(x.fun)}(${exprListString(x.args)}${x.ellipsis === 0 ? '' : '...'})`;
    case 'StarExpr':
      return `*${exprString(x.x)}`;
    case 'UnaryExpr':
      return `${x.op}${exprString(x.x)}`;
    case 'BinaryExpr':
      return `${exprString(x.x)} ${x.op} ${exprString(x.y)}`;
    case 'KeyValueExpr':
      return `${exprString(x.key)}: ${exprString(x.value)}`;
    case 'ArrayType':
      return `[${x.len === null ? '' : exprString(x.len)}]${exprString(x.elt)}`;
    case 'StructType':
      return `struct{${x.fields.list.map(structFieldString).join('; ')}}`;
    case 'FuncType':
      return `func${signatureString(x)}`;
    case 'InterfaceType':
      return `interface{${x.methods.list.map(interfaceElementString).join('; ')}}`;
    case 'MapType':
      return `map[${exprString(x.key)}]${exprString(x.value)}`;
    case 'ChanType': {
      const keyword = { both: 'chan', send: 'chan<-', receive: '<-chan' }[x.dir];
      const value = exprString(x.value);
      // "chan (<-chan T)" would otherwise read as "(chan<-) chan T".
      const ambiguous =
        x.dir === 'both' && x.value.kind === 'ChanType' && x.value.dir === 'receive';
      return ambiguous ? `${keyword} (${value})` : `${keyword} ${value}`;
    }
    default:
      return assertNever(x);
  }
}

/** Expressions separated by commas. */
export function exprListString(list: readonly Expr[]): string {
  return list.map(exprString).join(', ');
}

/** A statement as messages show it; only simple statements occur there, others show a keyword. */
export function stmtString(statement: Stmt): string {
  switch (statement.kind) {
    case 'ExprStmt':
      return exprString(statement.x);
    case 'SendStmt':
      return `${exprString(statement.chan)} <- ${exprString(statement.value)}`;
    case 'IncDecStmt':
      return `${exprString(statement.x)}${statement.tok}`;
    case 'AssignStmt': {
      const { lhs, tok, rhs } = statement;
      return `${exprListString(lhs)} ${tok} ${exprListString(rhs)}`;
    }
    case 'GoStmt':
      return `go ${exprString(statement.call)}`;
    case 'DeferStmt':
      return `defer ${exprString(statement.call)}`;
    case 'ReturnStmt':
      return `return ${exprListString(statement.results)}`.trimEnd();
    case 'BranchStmt':
      return `${statement.tok} ${statement.label?.name ?? ''}`.trimEnd();
    default:
      return `${statement.kind.replace(/Stmt$/, '').toLowerCase()} …`;
  }
}

/** Parameters and results without the word `func`. */
export function signatureString(type: FuncType): string {
  const params = `(${parametersString(type.params)})`;
  if (type.results === null) return params;
  const [first] = type.results.list;
  if (first === undefined) return `${params} ()`;
  const single = type.results.list.length === 1 && first.names.length === 0;
  return `${params} ${single ? exprString(first.type) : `(${parametersString(type.results)})`}`;
}

function parametersString(parameters: FieldList): string {
  return parameters.list.map(namesAndType).join(', ');
}

function namesAndType(field: Field): string {
  const type = exprString(field.type);
  if (field.names.length === 0) return type;
  return `${field.names.map((name) => name.name).join(', ')} ${type}`;
}

function structFieldString(field: Field): string {
  return field.tag === null ? namesAndType(field) : `${namesAndType(field)} ${field.tag.value}`;
}

function interfaceElementString(element: Field): string {
  const [name] = element.names;
  if (name === undefined || element.type.kind !== 'FuncType') return exprString(element.type);
  return name.name + signatureString(element.type);
}
