// The universe: what is declared in every program (types2 universe.go), and package unsafe.
// Invariant: shared by all programs and never changed after this module is loaded.

import { noPos } from '../syntax/pos.ts';
import { byteType, runeType, Typ } from './basic.ts';
import { makeBool, makeInt } from './constant.ts';
import { newNamed } from './named.ts';
import { newBuiltin, newConst, newFunc, newNil, newTypeName, newVar } from './object.ts';
import { newPackage } from './package.ts';
import { ScopeOf } from './scope.ts';
import { allTerms } from './term-list.ts';
import {
  Alias,
  type Basic,
  type BuiltinId,
  type Interface,
  type Named,
  type Obj,
  type Package,
  type Scope,
  type Signature,
  type TypeName,
} from './type.ts';
import { emptyInterface, newInterface } from './under.ts';

/** The outermost scope. */
export const universe: Scope = new ScopeOf<Obj>(null, noPos, noPos, 'universe');

/** Package unsafe, which exists to be refused by name. */
export const unsafePackage: Package = newPackage(universe, 'unsafe', 'unsafe');

/** Whether a call of a built-in function may stand as a statement or must be used. */
export type BuiltinUse = 'expression' | 'statement';

export interface BuiltinSignature {
  readonly name: string;
  /** The least number of arguments. */
  readonly arguments: number;
  readonly variadic: boolean;
  readonly use: BuiltinUse;
}

function builtin(
  name: string,
  count: number,
  variadic: boolean,
  use: BuiltinUse,
): BuiltinSignature {
  return { name, arguments: count, variadic, use };
}

/** The built-in functions. */
export const builtins: { readonly [Id in BuiltinId]: BuiltinSignature } = {
  append: builtin('append', 1, true, 'expression'),
  cap: builtin('cap', 1, false, 'expression'),
  clear: builtin('clear', 1, false, 'statement'),
  close: builtin('close', 1, false, 'statement'),
  complex: builtin('complex', 2, false, 'expression'),
  copy: builtin('copy', 2, false, 'statement'),
  delete: builtin('delete', 2, false, 'statement'),
  imag: builtin('imag', 1, false, 'expression'),
  len: builtin('len', 1, false, 'expression'),
  make: builtin('make', 1, true, 'expression'),
  max: builtin('max', 1, true, 'expression'),
  min: builtin('min', 1, true, 'expression'),
  new: builtin('new', 1, false, 'expression'),
  panic: builtin('panic', 1, false, 'statement'),
  print: builtin('print', 0, true, 'statement'),
  println: builtin('println', 0, true, 'statement'),
  real: builtin('real', 1, false, 'expression'),
  recover: builtin('recover', 0, false, 'statement'),
  'unsafe.Add': builtin('Add', 2, false, 'expression'),
  'unsafe.Alignof': builtin('Alignof', 1, false, 'expression'),
  'unsafe.Offsetof': builtin('Offsetof', 1, false, 'expression'),
  'unsafe.Sizeof': builtin('Sizeof', 1, false, 'expression'),
  'unsafe.Slice': builtin('Slice', 2, false, 'expression'),
  'unsafe.SliceData': builtin('SliceData', 1, false, 'expression'),
  'unsafe.String': builtin('String', 2, false, 'expression'),
  'unsafe.StringData': builtin('StringData', 1, false, 'expression'),
  assert: builtin('assert', 1, false, 'statement'),
};

function define<O extends Obj>(scope: Scope, object: O): O {
  scope.insert(object);
  return object;
}

function defineBasicTypes(): void {
  const predeclared: readonly Basic[] = [...Object.values(Typ), byteType, runeType];
  for (const type of predeclared) {
    if (type === Typ.unsafePointer) {
      define(unsafePackage.scope, newTypeName(noPos, unsafePackage, 'Pointer', type));
    } else if (!type.name.includes(' ')) {
      define(universe, newTypeName(noPos, null, type.name, type));
    }
  }
}

function defineError(): Named {
  const name = define(universe, newTypeName(noPos, null, 'error'));
  const named = newNamed(name, null);
  const signature: Signature = {
    kind: 'Signature',
    typeParams: [],
    recvTypeParams: [],
    recv: newVar('receiver', noPos, null, '', named),
    params: { kind: 'Tuple', vars: [] },
    results: { kind: 'Tuple', vars: [newVar('result', noPos, null, '', Typ.string)] },
    variadic: false,
    scope: null,
  };
  named.fromRHS = newInterface([newFunc(noPos, null, 'Error', signature)], []);
  return named;
}

function defineAny(): TypeName {
  const name = define(universe, newTypeName(noPos, null, 'any'));
  name.type = new Alias(name, emptyInterface, null, []);
  return name;
}

/** The interface under `comparable`. */
export const comparableInterface: Interface = {
  ...newInterface([], []),
  typeSet: { methods: [], terms: allTerms, comparable: true },
};

function defineComparable(): Named {
  return newNamed(define(universe, newTypeName(noPos, null, 'comparable')), comparableInterface);
}

defineBasicTypes();
define(universe, newConst(noPos, null, 'true', Typ.untypedBool, makeBool(true)));
define(universe, newConst(noPos, null, 'false', Typ.untypedBool, makeBool(false)));
define(universe, newNil());
for (const id of Object.keys(builtins) as BuiltinId[]) {
  // Only tests of the checker know assert.
  if (id === 'assert') continue;
  if (id.startsWith('unsafe.')) {
    define(unsafePackage.scope, newBuiltin(id, unsafePackage, builtins[id].name));
  } else define(universe, newBuiltin(id, null, id));
}

/** The predeclared objects and types that the checker treats specially. */
export const universeIota: Obj = define(
  universe,
  newConst(noPos, null, 'iota', Typ.untypedInt, makeInt(0n)),
);
export const errorType: Named = defineError();
export const anyName: TypeName = defineAny();
export const comparableType: Named = defineComparable();
