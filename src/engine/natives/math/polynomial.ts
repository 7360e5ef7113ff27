// Polynomials by Horner's rule. Invariant: one rounding after each multiplication and addition, in
// that order, so that results agree bit for bit with any other machine.

/** c[0] + x*(c[1] + x*(c[2] + …)) */
export function ascending(x: number, coefficients: readonly number[]): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + (coefficients[i] ?? 0);
  return value;
}

/** ((c[0]*x + c[1])*x + c[2])*x + … */
export function descending(x: number, coefficients: readonly number[]): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}
