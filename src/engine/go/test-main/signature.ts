// Which functions of test files are tests, by their names and signatures (cmd/go/internal/load,
// test.go: isTest, isTestFunc, checkTestFunc). Types are not known here, only how they are written.

import type { File, FuncDecl } from '../syntax/ast.ts';

/** The letter of a test's parameter: `t *testing.T`. */
export type Parameter = 'T' | 'B' | 'F' | 'M';

/** `TestX`, `Test` and `Test_x`, not `Testify`. */
export function isNamed(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false;
  return !/^\p{Ll}/u.test(name.slice(prefix.length));
}

/** Functions without a receiver, in order. */
export function functionsOf(file: File): readonly FuncDecl[] {
  return file.decls.filter(
    (decl): decl is FuncDecl => decl.kind === 'FuncDecl' && decl.recv === null,
  );
}

/** Whether the function takes one `*T` or `*something.T` and gives nothing back. */
export function takesOnly({ type }: FuncDecl, parameter: Parameter): boolean {
  const { list } = type.params;
  const [only] = list;
  if (list.length !== 1 || only === undefined || only.names.length > 1) return false;
  if ((type.results?.list.length ?? 0) > 0 || only.type.kind !== 'StarExpr') return false;
  const { x } = only.type;
  if (x.kind === 'Ident') return x.name === parameter;
  return x.kind === 'SelectorExpr' && x.sel.name === parameter;
}

/** What is wrong with a function that is named like a test; null if it is one. */
export function signatureProblem(func: FuncDecl, parameter: Parameter): string | null {
  const name = func.name.name;
  if ((func.type.typeParams?.list.length ?? 0) > 0) {
    return `wrong signature for ${name}, test functions cannot have type parameters`;
  }
  if (takesOnly(func, parameter)) return null;
  const wanted = `func ${name}(${parameter.toLowerCase()} *testing.${parameter})`;
  return `wrong signature for ${name}, must be: ${wanted}`;
}
