// JS text of a function in the fast flavour: JS functions whose registers are locals. Calls are JS
// calls; frames come into being only when the goroutine stops, panics or needs the exact flavour:
// then every active function puts its registers into a frame and returns.
//
// Two texts, for the JS engine optimises what it knows: the call, run(R, g, d, k, …arguments), d how
// many JS calls are active, k the captures; and the re-entry, reenter(R, g, f), which goes on from a
// frame that stands at a label or in a statement that is to be completed. A suspended function has
// made R.budget negative.
//
// Invariants: R.budget is what the exact flavour would have whenever the machine can look at it: at
// calls, at everything that makes an event, at every return; p is the statement being executed
// wherever something can be thrown.

import type { LocalId } from '../../go/ir/ids.ts';
import type { Func, Program } from '../../go/ir/program.ts';
import { type IsPure, needsOwnZero } from '../emit-instruction.ts';
import { isFloat, sharedZeroText } from '../representation.ts';
import type { Scope } from '../scope.ts';
import { zeroText } from '../scope.ts';
import type { UnitText } from '../unit.ts';
import { Unit } from '../unit.ts';
import type { BlockEmitter } from './emit-block.ts';
import { createFastScope } from './emit-halves.ts';
import { emitParts } from './emit-parts.ts';
import { RegionEmitter } from './emit-region.ts';
import { frameText } from './emit-stop.ts';
import { StructureEmitter } from './emit-structure.ts';
import { regionsOf } from './regions.ts';
import { settledRegisters } from './settled.ts';
import { structureOf } from './structure.ts';
import { maxDepth, Suspension } from './suspension.ts';

/** Larger functions are emitted in parts: JS engines would never optimise them as a whole. */
const maxStatements = 400;

/** Whether a function is emitted in parts (emit-parts.ts). */
export function isLarge(func: Func): boolean {
  return func.code.length > maxStatements;
}

/** A unit that evaluates to `run`; null for functions that are large, or tangled. */
export function emitCall(program: Program, func: Func, isPure: IsPure): UnitText | null {
  const structure = isLarge(func) ? null : structureOf(func);
  if (structure === null) return null;
  const unit = new Unit(program, func);
  const scope = createFastScope(unit, func, (local) => `r${local}`, true);
  const emitter = new StructureEmitter(scope, regionsOf(func, isPure), isPure, structure);
  const body = emitter.emit();
  const own = func.locals.flatMap((_, index) => {
    const halves = scope.halves?.has(index) === true ? [`h${index}=0`, `l${index}=0`] : [];
    if (index < func.captureCount) return [`r${index}=k[${index}]`, ...halves];
    if (index < func.paramCount) return halves;
    return halves.length > 0 ? halves : [`r${index}=${zeroOf(scope, index)}`];
  });
  const text = `${head(emitter)}${spillText(scope, null)}
function F(${['R', 'g', 'd', 'k', ...parameters(func)].join(',')}){
let ${['f=null', 'b=R.budget', 'p=0', 'w=0', 'x=null', ...own].join(',')};${emitter.temporaries}${site(func)}${splitText(scope, func.paramCount)}
if(d>${maxDepth})w=${Suspension.deep};else if(b<${emitter.cost})w=${Suspension.bail};else L:try{${body}
}catch(e){w=${Suspension.thrown};x=e;}
${spillCall(scope, null)}
}
return F;`;
  return unit.finish(text);
}

/**
 * A unit that evaluates to `{reenter, costs, resumptions}`: costs[pc] is how much budget is needed to
 * go on at pc, 0 where that is not possible; resumptions[pc] ≥ 0 where a stopped goroutine may go on.
 */
export function emitReentry(program: Program, func: Func, isPure: IsPure): UnitText {
  if (isLarge(func)) return emitParts(program, func, isPure);
  const unit = new Unit(program, func);
  const scope = createFastScope(unit, func, (local) => `r${local}`, true);
  const settled = settledIn(scope, func);
  const emitter = new RegionEmitter(scope, regionsOf(func, isPure), isPure, settled);
  const body = emitter.emit();
  const costs = func.code.map((_, pc) => emitter.costAt(pc));
  const resumptions = func.code.map((_, pc) => emitter.resumptionOf(pc));
  const entries = func.code.map((_, pc) => emitter.caseOf(pc));
  const registers = func.locals.map(({ storage, type }, index) => {
    // Said so, a number is known to be one.
    const isNumber = storage === 'register' && isFloat(unit.type(type).kind);
    const halves = scope.halves?.has(index) === true ? `,h${index}=0,l${index}=0` : '';
    return `r${index}=${isNumber ? '+' : ''}f.r${index}${halves}`;
  });
  const text = `${head(emitter)}const E=[${entries.join(',')}],S=[${resumptions.join(',')}];
${spillText(scope, settled)}
function F(R,g,f){
let ${['d=0', 'k=null', 'b=R.budget', 'pc=0', 'p=0', 'w=0', 'x=null', ...registers].join(',')};${emitter.temporaries}${site(func)}${splitText(scope, func.locals.length)}
if(g.resuming){g.resuming=false;pc=S[f.pc];}else pc=E[f.pc];
try{${body}
}catch(e){w=${Suspension.thrown};x=e;}
return ${spillCall(scope, settled)}
}
return {reenter:F,costs:[${costs.join(',')}],resumptions:S};`;
  return unit.finish(text);
}

/** The functions that are called, and what each statement gives back when it throws. */
function head({ callees, refunds }: BlockEmitter): string {
  const called = callees.map((_, index) => `F${index}=null`);
  const declared = called.length === 0 ? '' : `let ${called.join(',')};\n`;
  return `${declared}const Q=[${refunds.join(',')}];\n`;
}

function parameters(func: Func): readonly string[] {
  const own = func.locals.slice(func.captureCount, func.paramCount);
  return own.map((_, i) => `r${func.captureCount + i}`);
}

/** What library code stands for does not change while the function runs. */
function site(func: Func): string {
  return func.library ? 'const s=R.at;' : '';
}

/** Registers that are kept in halves get theirs of what is in the first `count`. */
function splitText({ func, halves }: Scope, count: number): string {
  const stores = func.locals.map((_, index) => {
    return index < count && halves?.has(index) === true ? `${halves.put(index, `r${index}`)};` : '';
  });
  return stores.join('');
}

/** The register as a frame has it at first. */
function zeroOf(scope: Scope, index: number): string {
  const local = scope.func.locals[index];
  if (local === undefined || local.storage !== 'register') return 'null';
  const shared = sharedZeroText(scope.unit.type(local.type).kind);
  const isEmpty = shared === null && !needsOwnZero(scope, index);
  return isEmpty ? 'null' : zeroText(scope.unit, local.type);
}

/** Not those in halves, which are in one piece in the frame only. */
function settledIn({ halves }: Scope, func: Func): ReadonlySet<LocalId> {
  const settled = [...settledRegisters(func)];
  return new Set(settled.filter((local) => halves?.has(local) !== true));
}

/**
 * Puts the registers into the frame and tells the machine. A call's frame is made if there is none
 * yet; a re-entry has one, in which the settled registers are already.
 */
function spillText(scope: Scope, settled: ReadonlySet<LocalId> | null): string {
  const registers = spilled(scope, settled).map((local) => `r${local}`);
  const stores = registers.map((name) => `f.${name}=${name};`).join('');
  const told = `if(w===${Suspension.thrown}){if(Q[p]>=0)R.budget=b+Q[p];}`;
  const rest = `else if(w===${Suspension.bail}||w===${Suspension.deep})R.budget=b;`;
  const frame = settled === null ? frameText(scope) : '';
  const stopped = settled === null ? 'R.stopped(f)' : `return ${scope.unit.helper('stopped')}`;
  return `function X(${['R', 'g', 'f', 'k', 'b', 'p', 'w', 'x', ...registers].join(',')}){
${told}${rest}${frame}f.pc=p;${stores}
if(w===${Suspension.stopped})${stopped};else R.spill(f,w,x,g);}`;
}

/** A function of its own: the call would be optimised again and again for what it seldom does. */
function spillCall(scope: Scope, settled: ReadonlySet<LocalId> | null): string {
  const registers = spilled(scope, settled).map((local) => scope.register(local));
  return `X(${['R', 'g', 'f', 'k', 'b', 'p', 'w', 'x', ...registers].join(',')});`;
}

function spilled({ func }: Scope, settled: ReadonlySet<LocalId> | null): readonly LocalId[] {
  return [...func.locals.keys()].filter((local) => settled?.has(local) !== true);
}
