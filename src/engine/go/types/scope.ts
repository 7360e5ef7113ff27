// Lexical scopes (spec, "Declarations and scope"; types2 scope.go): a tree of tables from names to
// what they declare. Generic in the object so that it stands below `type.ts`.
// Invariants: an object belongs to the first scope it was inserted in; children are in source
// order; names are looked up in insertion-independent fashion, listed in sorted order.

import { noPos, type Pos } from '../syntax/pos.ts';

/** What a scope needs to know of an object. */
export interface Declared {
  readonly name: string;
  /** The scope the object was first inserted in, null before. */
  parent: unknown;
  /** From here on the object can be seen in a function; noPos is everywhere. */
  readonly scopePos: Pos;
}

/** One lexical block. Use `Scope` of `type.ts`, which fixes the kind of object. */
export class ScopeOf<O extends Declared> {
  readonly parent: ScopeOf<O> | null;
  readonly children: ScopeOf<O>[] = [];
  /** The extent [pos, end) of the block in the source; noPos for universe and package. A function's
      is widened to its body when that is known. */
  pos: Pos;
  end: Pos;
  /** For people: "function", "if", "package main". */
  readonly comment: string;
  /** Set if this is the outermost scope of a function. */
  isFunc = false;
  private readonly elements = new Map<string, O>();

  constructor(parent: ScopeOf<O> | null, pos: Pos, end: Pos, comment: string) {
    this.parent = parent;
    this.pos = pos;
    this.end = end;
    this.comment = comment;
    // The universe has far too many children to remember, and they would keep programs alive.
    if (parent !== null && parent.parent !== null) parent.children.push(this);
  }

  get size(): number {
    return this.elements.size;
  }

  /** All names, sorted by UTF-16 code unit. */
  names(): string[] {
    return [...this.elements.keys()].sort();
  }

  /** All objects in order of insertion. */
  objects(): IterableIterator<O> {
    return this.elements.values();
  }

  /** The object declared in this very scope, or null. */
  lookup(name: string): O | null {
    return this.elements.get(name) ?? null;
  }

  /**
   * The object that `name` means here: in this scope or the innermost one around that has it. With
   * a valid `pos` only objects declared at or before it count.
   */
  lookupParent(name: string, pos: Pos = noPos): O | null {
    for (let scope: ScopeOf<O> | null = this; scope !== null; scope = scope.parent) {
      const object = scope.elements.get(name);
      if (object !== undefined && (pos === noPos || object.scopePos <= pos)) return object;
    }
    return null;
  }

  /**
   * Declares `object` and returns null; if the name is taken, changes nothing and returns the
   * object that has it. The blank name may be inserted by nobody: callers skip it.
   */
  insert(object: O): O | null {
    const other = this.elements.get(object.name);
    if (other !== undefined) return other;
    this.elements.set(object.name, object);
    object.parent ??= this;
    return null;
  }

  /** Takes the entry for `name` away again, for imports that turn out to be shadowed. */
  remove(name: string): void {
    this.elements.delete(name);
  }

  /** Whether `pos` lies in the extent of the block. */
  contains(pos: Pos): boolean {
    return this.pos <= pos && pos < this.end;
  }

  /** The innermost scope that contains `pos`, or null. */
  innermost(pos: Pos): ScopeOf<O> | null {
    if (this.pos !== noPos && !this.contains(pos)) return null;
    for (const child of this.children) {
      const inner = child.innermost(pos);
      if (inner !== null) return inner;
    }
    return this.pos === noPos ? null : this;
  }
}
