// The finished type table of a program: what the machine must know of each type.

import { assert } from '../../base/assert.ts';
import { encodeUtf8 } from '../../base/utf8.ts';
import type { TypeId } from '../ir/ids.ts';
import type { RuntimeMethod, RuntimeType } from '../ir/runtime-type.ts';
import type { ProgramLowering } from './program-lowering.ts';
import type { TypeEntry } from './type-table.ts';

/** All types, by id; methods of those types only that are put into interfaces. */
export function runtimeTypes(program: ProgramLowering): readonly RuntimeType[] {
  const { types } = program;
  const comparable = new Map<TypeId, boolean>();
  const result: RuntimeType[] = [];
  // Types of methods may be entered on the way.
  for (let id = 0; id < types.entries.length; id++) {
    const methods = program.dynamicMethods(id).map(({ method, func }): RuntimeMethod => {
      const { name, packagePath } = method;
      return { name, packagePath, func, type: program.methodType(method, []) };
    });
    result.push(finished(types.entry(id), isComparable(program, id, comparable), methods));
  }
  return result;
}

function isComparable(program: ProgramLowering, id: TypeId, memo: Map<TypeId, boolean>): boolean {
  const known = memo.get(id);
  if (known !== undefined) return known;
  const entry = program.types.entry(id);
  let result = !['slice', 'map', 'func'].includes(entry.kind);
  if (entry.kind === 'array') result = isComparable(program, entry.elem, memo);
  if (entry.kind === 'struct') {
    result = entry.fields.every((field) => isComparable(program, field.type, memo));
  }
  memo.set(id, result);
  return result;
}

function finished(
  entry: TypeEntry,
  comparable: boolean,
  methods: readonly RuntimeMethod[],
): RuntimeType {
  const { id, packagePath, kind } = entry;
  assert(entry.complete, `type ${entry.string} is complete`);
  // Programs see these as Go strings.
  const [string, name] = [encodeUtf8(entry.string), encodeUtf8(entry.name)];
  const base = { id, string, name, packagePath, comparable, methods };
  switch (kind) {
    case 'array':
      return { ...base, kind, elem: entry.elem, length: entry.length };
    case 'slice':
    case 'pointer':
      return { ...base, kind, elem: entry.elem };
    case 'struct':
      return {
        ...base,
        kind,
        fields: entry.fields.map((field) => ({ ...field, name: encodeUtf8(field.name) })),
      };
    case 'map':
      return { ...base, kind, key: entry.key, elem: entry.elem };
    case 'chan':
      return { ...base, kind, elem: entry.elem, direction: entry.direction };
    case 'func': {
      const { params, results, variadic } = entry;
      return { ...base, kind, params, results, variadic };
    }
    case 'interface':
      return { ...base, kind, interfaceMethods: entry.interfaceMethods };
    default:
      return { ...base, kind };
  }
}
