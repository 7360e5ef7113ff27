// Initialisation (spec, "Program initialization") and the entry: for each package in order of
// dependency its variables and init functions, then main.main. Of library packages only those
// variables are initialised that reachable code names; so a package costs what is used of it.

import { assert } from '../../base/assert.ts';
import type { FuncId } from '../ir/ids.ts';
import type { Func } from '../ir/program.ts';
import type { Expr } from '../syntax/ast.ts';
import { noPos, type Pos } from '../syntax/pos.ts';
import type { Initializer } from '../types/info.ts';
import type { Func as FuncObject, Var } from '../types/type.ts';
import { FuncLowering, type Rules } from './func-lowering.ts';
import { finishBody } from './function-body.ts';
import { assignMany, discard, storeTo } from './lower-assign.ts';
import { isPerIterationLoop } from './loop-variables.ts';
import { functionName, symbolPrefix } from './names.ts';
import type { LowerPackage } from './options.ts';
import { markInitializer } from './panic-order.ts';
import type { ProgramDoor } from './program-door.ts';
import type { ProgramLowering } from './program-lowering.ts';
import { emptyEnv, symbolPath } from './type-table.ts';
import { analyseVariables } from './variables.ts';
import { makeStubs, newSyntheticFunc } from './wrappers.ts';

/** Lowers everything reachable; returns the function that runs the program. */
export function lowerEntry(program: ProgramLowering, rules: Rules): FuncId {
  const entry = program.newFunc();
  const main = program.packages[program.packages.length - 1];
  assert(main !== undefined, 'a program has a main package');
  const mainFunc = main.pkg.scope.lookup('main');
  const calls: FuncId[] = [];
  if (mainFunc?.kind === 'Func') calls.push(program.declared(mainFunc, [], []));
  reachRoots(program);

  const steps = program.packages.map((pkg) => packageInit(program, rules, pkg));
  // Lowering an initializer may reach variables whose initializers then are needed too.
  do program.drain();
  while (steps.some((step) => step.reach()));
  const inits = steps.flatMap((step) => step.finish());
  if (program.makesFunctions) makeStubs(program, rules);
  program.drain();

  const { f } = newSyntheticFunc(
    program,
    rules,
    { ...main, library: true },
    entry,
    'runtime.main',
    [],
  );
  for (const { func, pos } of [
    ...inits,
    ...calls.map((id) => ({ func: id, pos: mainFunc?.pos ?? noPos })),
  ]) {
    f.emit({
      kind: 'call',
      callee: { kind: 'static', func },
      args: [],
      results: [],
      site: 0,
      pos,
    });
  }
  f.emit({ kind: 'return', values: null, pos: noPos }, true);
  program.setFunc(f.finish({ pos: noPos, end: noPos, captureCount: 0, paramCount: 0 }));
  return entry;
}

function reachRoots(program: ProgramLowering): void {
  const namesByPath = new Map<string, Set<string>>();
  for (const root of program.options.roots) {
    const path = root.slice(0, root.lastIndexOf('.'));
    const names = namesByPath.get(path) ?? new Set();
    namesByPath.set(path, names.add(root.slice(path.length + 1)));
  }
  for (const { pkg } of program.packages) {
    const names = namesByPath.get(symbolPath(pkg));
    if (names === undefined) continue;
    for (const object of pkg.scope.objects()) {
      if (!names.has(object.name)) continue;
      pkg.demand?.(object);
      if (object.kind === 'Func') program.declared(object, [], []);
      if (object.kind !== 'TypeName') continue;
      const type = program.types.idOf(object.type, emptyEnv);
      program.useDynamically(type);
      program.useDynamically(program.types.pointerTo(type));
    }
  }
}

interface InitCall {
  readonly func: FuncId;
  readonly pos: Pos;
}

interface PackageInit {
  /** Lowers initializers that became reachable; says whether there were any. */
  reach(): boolean;
  /** The functions that initialise the package, in order. */
  finish(): readonly InitCall[];
}

function packageInit(program: ProgramLowering, rules: Rules, pkg: LowerPackage): PackageInit {
  const inits = initFunctions(program, pkg);
  const variables = pkg.library
    ? libraryVariables(program, pkg)
    : userVariables(program, rules, pkg);
  const calls = inits.map(
    ({ func, pos }): InitCall => ({ func: program.declared(func, [], []), pos }),
  );
  return { reach: variables.reach, finish: () => [...variables.finish(), ...calls] };
}

/** The init functions of a package, in source order. */
function initFunctions(
  program: ProgramLowering,
  pkg: LowerPackage,
): readonly { readonly func: FuncObject; readonly pos: Pos }[] {
  const found: { func: FuncObject; pos: Pos }[] = [];
  for (const file of pkg.files) {
    for (const decl of file.decls) {
      if (decl.kind !== 'FuncDecl' || decl.name.name !== 'init' || decl.recv !== null) continue;
      const func = pkg.info.defs.get(decl.name);
      if (func?.kind !== 'Func' || decl.body === null) continue;
      program.nameFunction(func, `${functionName(func)}.${found.length}`);
      found.push({ func, pos: decl.pos });
    }
  }
  return found;
}

/** All variables of a package of the user's, in one function. */
function userVariables(program: ProgramLowering, rules: Rules, pkg: LowerPackage): PackageInit {
  const { initOrder } = pkg.info;
  if (initOrder.length === 0) return { reach: () => false, finish: () => [] };
  const func = program.newFunc();
  program.setFunc(lowerInit(program, rules, pkg, func, initOrder));
  const pos = initOrder[0]?.rhs.pos ?? noPos;
  return { reach: () => false, finish: () => [{ func, pos }] };
}

/** The variables of a library package, each in a function of its own. */
function libraryVariables(program: ProgramLowering, pkg: LowerPackage): PackageInit {
  const done = new Map<Expr, InitCall>();
  const isNeeded = (variable: Var): boolean => program.usedGlobals.has(variable);
  let order: readonly Initializer[] = [];
  let size = 0;
  const reach = (): boolean => {
    const needed = [...program.usedGlobals.keys()].filter((variable) => variable.pkg === pkg.pkg);
    if (needed.length === size) return false;
    size = needed.length;
    order = pkg.initOrderAmong(needed);
    let found = false;
    for (const initializer of order) {
      if (done.has(initializer.rhs) || !initializer.lhs.some(isNeeded)) continue;
      found = true;
      const { rhs } = initializer;
      const id = program.initializer(pkg, initializer);
      done.set(rhs, { func: id, pos: rhs.pos });
    }
    if (found) program.drain();
    return found;
  };
  const finish = (): readonly InitCall[] =>
    order.flatMap((initializer) => {
      const call = done.get(initializer.rhs);
      return call === undefined ? [] : [call];
    });
  return { reach, finish };
}

/** The function that executes initializers, in order. */
export function lowerInit(
  program: ProgramDoor,
  rules: Rules,
  pkg: LowerPackage,
  id: FuncId,
  initializers: readonly Initializer[],
): Func {
  const { info } = pkg;
  const roots = initializers.map(({ rhs }) => rhs);
  const facts = analyseVariables(info, roots, (loop) =>
    isPerIterationLoop(program.options.fileSet, info, loop),
  );
  const first = initializers[0]?.rhs.pos ?? noPos;
  const file = pkg.files.find(({ pos, end }) => pos <= first && first < end) ?? null;
  const context = { program, rules, pkg, file, env: emptyEnv, facts };
  const f = new FuncLowering(context, id, `${symbolPrefix(pkg.pkg)}.init`, null);
  for (const initializer of initializers) lowerInitializer(f, initializer);
  finishBody(f, first);
  return f.finish({ pos: first, end: first, captureCount: 0, paramCount: 0 });
}

function lowerInitializer(f: FuncLowering, { lhs, rhs }: Initializer): void {
  f.withTemps(() => {
    f.pos = rhs.pos;
    markInitializer(f, rhs);
    const destinations = lhs.map((variable) => {
      if (variable.name === '_') return { kind: 'blank' as const };
      const place = f.placeOfVariable(variable);
      return { kind: 'place' as const, place, type: f.typeOfVariable(variable) };
    });
    const [only] = destinations;
    if (destinations.length > 1) assignMany(f, rhs, destinations);
    else if (only === undefined || only.kind === 'blank') discard(f, rhs);
    else {
      f.targetText = lhs[0]?.name ?? '';
      const value = f.rules.value(f, rhs, only.type, false);
      f.targetText = '';
      storeTo(f, only, value);
    }
  });
}
