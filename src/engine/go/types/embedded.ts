// Variables with a `//go:embed` comment: what gc says of their types (staticdata/embed.go), and their
// values as initializers that come before all others, written as the literals that would make them.

import type { BasicLit, CallExpr, CompositeLit, Expr, ValueSpec } from '../syntax/ast.ts';
import type { Diagnostic } from '../syntax/diagnostic.ts';
import { Typ } from './basic.ts';
import { makeString } from './constant.ts';
import type { Info, Initializer } from './info.ts';
import type { Type, Var } from './type.ts';
import { relativeTo, typeString } from './type-string.ts';
import { asNamedOrNull, under } from './under.ts';

/** A file that a variable gets; its content as a byte string. */
export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: string;
}

/** A variable and its files, sorted by name. */
export interface EmbeddedVariable {
  readonly spec: ValueSpec;
  readonly files: readonly EmbeddedFile[];
}

/** Adds the initializers to a package without errors; what gc says of those that it cannot make. */
export function initializeEmbedded(
  info: Info,
  embedded: readonly EmbeddedVariable[],
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const initializers: Initializer[] = [];
  for (const { spec, files } of embedded) {
    const [name] = spec.names;
    const variable = name === undefined ? null : info.defs.get(name);
    if (name === undefined || variable?.kind !== 'Var') continue;
    const literals = new Literals(info, spec);
    const rhs = valueOrNull(literals, variable, files);
    if (rhs !== null) {
      initializers.push({ lhs: [variable], rhs });
      continue;
    }
    const type = typeString(variable.type, variable.pkg === null ? null : relativeTo(variable.pkg));
    const message =
      kindOf(variable.type) === 'other'
        ? `go:embed cannot apply to var of type ${type}`
        : `invalid go:embed: multiple files for type ${type}`;
    const { pos, end } = name;
    diagnostics.push({ code: 'embed', severity: 'error', pos, end, message });
  }
  info.initOrder.unshift(...initializers);
  return diagnostics;
}

function kindOf(type: Type): 'files' | 'string' | 'bytes' | 'other' {
  const obj = asNamedOrNull(type)?.obj;
  if (obj?.name === 'FS' && obj.pkg?.path === 'embed') return 'files';
  const plain = under(type);
  if (plain.kind === 'Basic') return plain.basic === 'string' ? 'string' : 'other';
  if (plain.kind !== 'Slice') return 'other';
  const elem = under(plain.elem);
  return elem.kind === 'Basic' && elem.basic === 'uint8' ? 'bytes' : 'other';
}

function valueOrNull(
  literals: Literals,
  { type }: Var,
  files: readonly EmbeddedFile[],
): Expr | null {
  const [only] = files;
  const kind = kindOf(type);
  if (kind === 'files') return literals.tree(type, files);
  if (kind === 'other' || only === undefined || files.length > 1) return null;
  return kind === 'string' ? literals.string(only.bytes, type) : literals.bytes(only.bytes, type);
}

/** Makes nodes that stand where the variable is declared, and enters their types. */
class Literals {
  private readonly info: Info;
  private readonly spec: ValueSpec;

  constructor(info: Info, spec: ValueSpec) {
    this.info = info;
    this.spec = spec;
  }

  string(bytes: string, type: Type): Expr {
    const { pos, end } = this.spec;
    const literal: BasicLit = {
      kind: 'BasicLit',
      token: 'STRING',
      value: '""',
      bad: false,
      pos,
      end,
    };
    this.info.types.set(literal, { mode: 'constant', type, value: makeString(bytes) });
    return literal;
  }

  /** `[]byte("…")`. */
  bytes(bytes: string, type: Type): Expr {
    const { pos, end } = this.spec;
    const fun: CompositeLit = this.composite(type, []);
    this.info.types.set(fun, { mode: 'typexpr', type, value: null });
    const args = [this.string(bytes, Typ.string)];
    const call: CallExpr = {
      ...{ kind: 'CallExpr', fun, lparen: pos, args, ellipsis: pos, rparen: end, pos, end },
    };
    this.info.types.set(call, { mode: 'value', type, value: null });
    return call;
  }

  /** `embed.FS{&[]file{{"dir/", ""}, {"dir/name", "…"}}}`. */
  tree(type: Type, files: readonly EmbeddedFile[]): Expr {
    const struct = under(type);
    const field = struct.kind === 'Struct' ? struct.fields[0]?.type : undefined;
    const pointer = field === undefined ? null : under(field);
    const list = pointer?.kind === 'Pointer' ? under(pointer.elem) : null;
    if (field === undefined || list?.kind !== 'Slice') {
      throw new Error('Broken invariant: embed.FS holds a pointer to its files');
    }
    const text = Typ.string;
    const entries = entriesOf(files).map(({ name, bytes }) =>
      this.composite(list.elem, [this.string(name, text), this.string(bytes, text)]),
    );
    return this.composite(type, [this.composite(field, entries)]);
  }

  private composite(type: Type, elts: readonly Expr[]): CompositeLit {
    const { pos, end } = this.spec;
    const literal: CompositeLit = {
      ...{ kind: 'CompositeLit', type: null, lbrace: pos, elts, rbrace: end, pos, end },
    };
    this.info.types.set(literal, { mode: 'value', type, value: null });
    return literal;
  }
}

/** The files and the directories they are in, sorted by directory and then by name. */
function entriesOf(files: readonly EmbeddedFile[]): readonly EmbeddedFile[] {
  const entries = new Map(files.map((file) => [file.name, file]));
  for (const { name } of files) {
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      const directory = name.slice(0, end + 1);
      entries.set(directory, { name: directory, bytes: '' });
    }
  }
  const keyOf = ({ name }: EmbeddedFile): readonly [string, string] => {
    const path = name.replace(/\/$/, '');
    const slash = path.lastIndexOf('/');
    return slash < 0 ? ['.', path] : [path.slice(0, slash), path.slice(slash + 1)];
  };
  return [...entries.values()].sort((a, b) => {
    const [[dirA, nameA], [dirB, nameB]] = [keyOf(a), keyOf(b)];
    return compare(dirA, dirB) || compare(nameA, nameB);
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
