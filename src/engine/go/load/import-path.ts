// Import paths that no package can have, in the go command's words (golang.org/x/mod/module,
// CheckImportPath). What the parser of headers refuses does not get here.

/** What is wrong with a path; null if there may be such a package. */
export function pathProblemOrNull(path: string): string | null {
  if (path.startsWith('/')) return `"${path}" is not a package path; see 'go help packages'`;
  const problem = malformation(path);
  return problem === null ? null : `malformed import path "${path}": ${problem}`;
}

function malformation(path: string): string | null {
  if (path.startsWith('-')) return 'leading dash';
  if (path.includes('//')) return 'double slash';
  if (path.endsWith('/')) return 'trailing slash';
  for (const element of path.split('/')) {
    const problem = elementProblem(element);
    if (problem !== null) return problem;
  }
  return null;
}

/** Names of devices, whatever comes after a dot. */
const windowsDevice = /^(?:con|com[1-9]|nul|prn|aux|lpt[1-9])$/i;

function elementProblem(element: string): string | null {
  if (/^\.+$/.test(element)) return `invalid path element "${element}"`;
  if (element.endsWith('.')) return 'trailing dot in path element';
  const [illegal] = /[^-.\w~+]/u.exec(element) ?? [];
  if (illegal !== undefined) return `invalid char '${illegal}'`;
  const [short = ''] = element.split('.');
  if (windowsDevice.test(short)) {
    return `"${short}" disallowed as path element component on Windows`;
  }
  return /~\d+$/.test(short) ? 'trailing tilde and digits in path element' : null;
}
