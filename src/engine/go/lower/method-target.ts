// What a call of a method calls: a function, a native or, dynamically, whatever an interface holds.

import type { Expr } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { Callee } from '../ir/instruction.ts';
import type { Func as FuncObject } from '../types/type.ts';
import { load } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { addressOfPlace, fieldPath } from './lower-place.ts';
import type { MethodEntry } from './method-set.ts';
import type { ProgramDoor } from './program-door.ts';

/** A resolved callee; `leading` are the arguments before the written ones. */
export type CallTarget =
  | { readonly kind: 'go'; readonly callee: Callee; readonly leading: readonly Expr[] }
  | {
      readonly kind: 'native';
      readonly name: string;
      readonly isPure: boolean;
      readonly leading: readonly Expr[];
    };

/** A declared function or method with a known receiver. */
export function functionTarget(
  program: ProgramDoor,
  func: FuncObject,
  recvArgs: readonly TypeId[],
  typeArgs: readonly TypeId[],
  leading: readonly Expr[],
): CallTarget {
  const name = program.nativeOrNull(func);
  if (name !== null) return { kind: 'native', name, isPure: program.isPure(func), leading };
  const id = program.declared(func, recvArgs, typeArgs);
  return { kind: 'go', callee: { kind: 'static', func: id }, leading };
}

/** A method on a receiver in the form that the method takes, or in an interface. */
export function methodTarget(
  program: ProgramDoor,
  method: MethodEntry,
  receiver: Expr,
  typeArgs: readonly TypeId[],
): CallTarget {
  if (method.func === null) {
    program.callMethod(method.name);
    const { name, packagePath } = method;
    const callee: Callee = { kind: 'interface', x: receiver, method: name, packagePath };
    return { kind: 'go', callee, leading: [] };
  }
  const recvArgs = program.types.entry(method.owner).typeArgs;
  return functionTarget(program, method.func, recvArgs, typeArgs, [receiver]);
}

/** The receiver of a method that is reached through embedded fields of `base`. */
export function promotedReceiver(
  f: FuncLowering,
  base: Expr,
  baseType: TypeId,
  method: MethodEntry,
): Expr {
  const { place, type } = fieldPath(f, base, baseType, method.path);
  const holdsPointer = f.types.kind(type) === 'pointer' && type !== method.owner;
  if (method.pointerReceiver) {
    return holdsPointer ? load(place, type) : addressOfPlace(place, type);
  }
  const value = load(place, type);
  if (!holdsPointer) return value;
  return load({ kind: 'deref', pointer: value, type: method.owner }, method.owner);
}
