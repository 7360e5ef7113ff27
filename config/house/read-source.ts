// Reads a TypeScript file into the few facts that the house rules speak about: its imports, the
// names it mentions, its comments, its header. Uses the parser that Vite ships, because
// TypeScript 7 has no programming interface.

import { parseSync } from 'vite';

/** A module specifier and the line it stands on. */
interface ImportFact {
  readonly specifier: string;
  readonly line: number;
}

/** A mention worth a rule: a free name, a member or a construct, as the rules spell it. */
interface MentionFact {
  readonly what: string;
  readonly line: number;
}

/** A function with a body, and how much of it is its longest switch. */
interface FunctionFact {
  readonly line: number;
  readonly lineCount: number;
  readonly switchLineCount: number;
}

/** What the rules know about one file. */
export interface SourceFacts {
  readonly path: string;
  readonly lineCount: number;
  /** Whether a comment stands before the first statement. */
  readonly hasHeader: boolean;
  readonly imports: readonly ImportFact[];
  readonly mentions: readonly MentionFact[];
  readonly functions: readonly FunctionFact[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
}

/** Facts of one file. Throws when the text does not parse: the type check would fail as well. */
export function readSource(path: string, text: string): SourceFacts {
  const parsed = parseSync(path, text);
  const problem = parsed.errors[0];
  if (problem !== undefined) throw new Error(`${path}: ${problem.message}`);
  const lineOf = lineFinder(text);
  const imports: ImportFact[] = [];
  const mentions: MentionFact[] = [];
  const functions: FunctionFact[] = [];
  const lineCountOf = (node: Node): number => lineOf(node.end) - lineOf(node.start) + 1;
  walk(parsed.program as unknown as Node, null, '', (node, parent, role) => {
    const line = lineOf(node.start);
    const specifier = importedSpecifier(node);
    if (specifier !== null) imports.push({ specifier, line });
    for (const what of mentionsOf(node, parent, role)) mentions.push({ what, line });
    if (functionTypes.has(node.type) && isNode(node.body)) {
      const switches = switchesIn(node.body).map(lineCountOf);
      const switchLineCount = Math.max(0, ...switches);
      functions.push({ line, lineCount: lineCountOf(node), switchLineCount });
    }
  });
  const firstStatement = (parsed.program.body[0] as Node | undefined)?.start ?? text.length;
  const comments = parsed.comments.map(({ value, start }) => ({
    text: value.trim(),
    line: lineOf(start),
    start,
  }));
  return {
    path,
    lineCount: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    hasHeader: comments.some((c) => c.start < firstStatement && c.line === 1 && c.text !== ''),
    imports,
    mentions,
    functions,
    comments,
  };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function walk(
  node: Node,
  parent: Node | null,
  role: string,
  visit: (node: Node, parent: Node | null, role: string) => void,
): void {
  visit(node, parent, role);
  for (const [field, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, node, field, visit);
    }
  }
}

const functionTypes: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
]);

function switchesIn(body: Node): readonly Node[] {
  const switches: Node[] = [];
  walk(body, null, '', (node) => {
    if (node.type === 'SwitchStatement') switches.push(node);
  });
  return switches;
}

/** The specifier of a static, dynamic, type-level or worker import, or null. */
function importedSpecifier(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return isNode(node.source) && typeof node.source.value === 'string'
        ? node.source.value
        : null;
    default:
      return null;
  }
}

const notReferences: Readonly<Record<string, readonly string[]>> = {
  MemberExpression: ['property'],
  Property: ['key'],
  PropertyDefinition: ['key'],
  MethodDefinition: ['key'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key'],
  TSQualifiedName: ['right'],
  ImportSpecifier: ['imported'],
  ExportSpecifier: ['exported'],
};

function mentionsOf(node: Node, parent: Node | null, role: string): readonly string[] {
  switch (node.type) {
    case 'Identifier': {
      const isName = parent !== null && (notReferences[parent.type] ?? []).includes(role);
      return isName && parent.computed !== true ? [] : [String(node.name)];
    }
    case 'MemberExpression': {
      const property = isNode(node.property) ? node.property.name : undefined;
      if (node.computed === true || typeof property !== 'string') return [];
      const owner = ownerName(node.object);
      return owner === null ? [`.${property}`] : [`.${property}`, `${owner}.${property}`];
    }
    case 'AwaitExpression':
      return ['await'];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return node.async === true ? ['async'] : [];
    case 'TSAnyKeyword':
      return ['any'];
    case 'TSNonNullExpression':
      return ['!'];
    case 'TSEnumDeclaration':
      return ['enum'];
    default:
      return [];
  }
}

/** `Math` of `Math.random`, `import.meta` of `import.meta.glob`, null of anything longer. */
function ownerName(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'MetaProperty') return 'import.meta';
  return node.type === 'Identifier' ? String(node.name) : null;
}

/** Maps an offset to its line, counted from 1. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
