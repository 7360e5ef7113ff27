// What is wrong with the user's Go, as data. Positions and words are gc's: syntax errors come from
// cmd/compile/internal/syntax, the others from types2. A message may have continuation lines,
// separated by "\n\t", exactly as gc prints them.
// Listing follows gc's base.FlushErrors: sorted by line, repeated lines removed, at most ten.

import type { FileSet, Pos } from './pos.ts'

export type Severity = 'error' | 'warning'

/** One complaint; `code` is "syntax", an error code of types2, or the name of a vet check. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly pos: Pos
  readonly end: Pos
  readonly message: string
}

/** How many errors gc prints before it gives up. */
export const maxPrintedErrors = 10

/** Diagnostics in the order of their positions, as gc would list them, without repetitions. */
export function sortedDiagnostics(
  fset: FileSet,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const sorted = diagnostics.slice().sort((a, b) => a.pos - b.pos)
  const seen = new Set<string>()
  return sorted.filter((diagnostic) => {
    const { file, line } = fset.position(diagnostic.pos)
    const key = `${file}:${line}: ${diagnostic.message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** gc's listing, one diagnostic a line (plus continuation lines), ended by a newline; "" if none. */
export function formatDiagnostics(fset: FileSet, diagnostics: readonly Diagnostic[]): string {
  const lines: string[] = []
  const sorted = sortedDiagnostics(fset, diagnostics)
  for (const diagnostic of sorted.slice(0, maxPrintedErrors)) {
    lines.push(formatDiagnostic(fset, diagnostic))
  }
  if (sorted.length > maxPrintedErrors) lines.push('too many errors')
  return lines.map((line) => `${line}\n`).join('')
}

/** One diagnostic as gc prints it: `./prog.go:7:2: declared and not used: x`. */
export function formatDiagnostic(fset: FileSet, diagnostic: Diagnostic): string {
  const { file, line, column } = fset.position(diagnostic.pos)
  const message = diagnostic.message
  if (line === 0) return message
  return `${displayName(file)}:${line}:${column}: ${message}`
}

// The go command prints files of the package being built relative to the directory, with "./".
function displayName(file: string): string {
  return file.includes('/') ? file : `./${file}`
}
