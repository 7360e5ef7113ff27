// The functions of the library, each lowered once for all programs of a process: what a program
// needs that another one had is linked, not lowered again.
// Invariants: a program is the same whatever was lowered before; a function is kept with what
// declares it, and of a generic one the newest instances; none that has to do with a user's type.

import type { TypeId } from '../ir/ids.ts';
import { linked, linkOriginal } from '../ir/linked-func.ts';
import type { Func } from '../ir/program.ts';
import type { Node } from '../syntax/ast.ts';
import { sharedBase } from '../syntax/pos.ts';
import { type Given, partsOf, performAll } from './acts.ts';
import type { ProgramDoor } from './program-door.ts';
import type { ProgramLowering } from './program-lowering.ts';
import { type LoweredOnce, RecordingDoor } from './recording-door.ts';

/** Instances of one declaration. */
const maxInstances = 32;

type Lower = (door: ProgramDoor) => Func;

export class LoweredLibrary {
  /** Null for what cannot be linked. */
  private readonly known = new WeakMap<Node, Map<string, LoweredOnce | null>>();

  /**
   * The function that `lower` makes for what is given. `node` and `role` say which one it is: all
   * else must follow from them and from the given types.
   */
  lowered(program: ProgramLowering, node: Node, role: string, given: Given, lower: Lower): Func {
    const isShared = node.pos >= sharedBase && given.types.every((id) => isOfLibrary(program, id));
    if (!isShared) return lower(program);
    const instances = this.known.get(node) ?? new Map<string, LoweredOnce | null>();
    this.known.set(node, instances);
    const key = [role, ...given.types.map((id) => program.types.entry(id).linkString)].join(' ');
    const known = instances.get(key);
    if (known === null) return lower(program);
    if (known !== undefined) return link(known, program, given);
    const recorder = new RecordingDoor(program, given);
    const func = lower(recorder);
    const once = recorder.finishOrNull(func);
    keep(instances, key, once);
    if (once === null) return func;
    for (const each of [func, ...once.children.map((child) => child.func)]) {
      linkOriginal(each, once.links);
    }
    return func;
  }
}

function keep(instances: Map<string, LoweredOnce | null>, key: string, once: LoweredOnce | null) {
  instances.set(key, once);
  const [oldest] = instances.keys();
  if (instances.size > maxInstances && oldest !== undefined) instances.delete(oldest);
}

function link(once: LoweredOnce, program: ProgramLowering, given: Given): Func {
  const links = performAll(once.acts, program, given);
  for (const { symbol, func } of once.children) {
    program.setFunc(linked(func, once.links, links, links.func[symbol] ?? -1));
  }
  return linked(once.func, once.links, links, given.id);
}

/** Whether the type has the same meaning in every program: its name says all. */
function isOfLibrary(program: ProgramLowering, type: TypeId): boolean {
  const entry = program.types.entry(type);
  const isKnown = (part: TypeId): boolean => part < 0 || isOfLibrary(program, part);
  if (entry.named === null) return partsOf(entry).every(isKnown);
  const { pkg, pos, parent } = entry.named.obj;
  return (
    (pkg === null || (pos >= sharedBase && parent === pkg.scope)) && entry.typeArgs.every(isKnown)
  );
}
