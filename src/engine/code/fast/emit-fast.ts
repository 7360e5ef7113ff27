// JS text of a function in the fast flavour: one JS function whose registers are its locals. Calls
// are JS calls; frames come into being only when the goroutine stops, panics or needs the exact
// flavour: then every active function puts its registers into a frame and returns.
//
// run(R, g, d, k, …arguments): d is how many JS calls are active, k the captures. With d < 0, k is a
// frame that stands at a label, to go on with, or in a statement that is to be completed. A suspended function has made R.budget negative.
//
// Invariants: R.budget is what the exact flavour would have whenever the machine can look at it: at
// calls, at everything that makes an event, at every return; p is the statement being executed
// wherever something can be thrown.

import type { Func, Program } from '../../go/ir/program.ts';
import { createScope } from '../emit-expression.ts';
import { type IsPure, needsOwnZero } from '../emit-instruction.ts';
import { sharedZeroText } from '../representation.ts';
import type { Scope } from '../scope.ts';
import { zeroText } from '../scope.ts';
import type { UnitText } from '../unit.ts';
import { Unit } from '../unit.ts';
import { regionsOf } from './regions.ts';
import { RegionEmitter } from './emit-region.ts';
import { frameText } from './emit-stop.ts';
import { maxDepth, Suspension } from './suspension.ts';

/** Larger functions stay in the exact flavour: JS engines would never optimise them. */
const maxStatements = 400;
/**
 * A unit that evaluates to `{run, costs, resumptions}`: costs[pc] is how much budget is needed to go
 * on at pc, 0 where that is not possible; resumptions[pc] ≥ 0 where a stopped goroutine may go on. Null for functions that are too large.
 */
export function emitFast(program: Program, func: Func, isPure: IsPure): UnitText | null {
  if (func.code.length > maxStatements) return null;
  const unit = new Unit(program);
  const scope = createScope(unit, func, (local) => `r${local}`);
  const emitter = new RegionEmitter(scope, regionsOf(func, isPure), isPure);
  const body = emitter.emit();
  const costs = func.code.map((_, pc) => emitter.costAt(pc));
  const resumptions = func.code.map((_, pc) => emitter.resumptionOf(pc));
  const entries = func.code.map((_, pc) => emitter.caseOf(pc));
  const callees = emitter.callees.map((callee) => `F${callee}=null`);
  const head = callees.length === 0 ? '' : `let ${callees.join(',')};\n`;
  const text = `${head}const Q=[${emitter.refunds.join(',')}],E=[${entries.join(',')}],S=[${resumptions.join(',')}];
${keep(func)}
function F(${parameters(func).join(',')}){
${locals(scope)}${emitter.temporaries}${func.library ? 'const s=R.at;' : ''}
${entry(scope)}
if(d>${maxDepth}){R.budget=b;w=${Suspension.deep};}else try{${body}
}catch(e){w=${Suspension.thrown};x=e;if(Q[p]>=0)R.budget=b+Q[p];}
${exit(scope)}
}
return {run:F,costs:[${costs.join(',')}],resumptions:S};`;
  return unit.finish(text);
}

function parameters(func: Func): readonly string[] {
  const own = func.locals.slice(func.captureCount, func.paramCount);
  return ['R', 'g', 'd', 'k', ...own.map((_, i) => `r${func.captureCount + i}`)];
}

/** The registers as a frame has them at first. */
function locals(scope: Scope): string {
  const { func } = scope;
  const own = func.locals.flatMap((local, index) => {
    if (index < func.captureCount) return [`r${index}=null`];
    if (index < func.paramCount) return [];
    const shared = sharedZeroText(scope.unit.type(local.type).kind);
    const isEmpty =
      local.storage !== 'register' || (shared === null && !needsOwnZero(scope, index));
    return [`r${index}=${isEmpty ? 'null' : zeroText(scope.unit, local.type)}`];
  });
  return `let ${['f=null', 'b=R.budget', 'pc=0', 'p=0', 'w=0', 'x=null', ...own].join(',')};`;
}

function entry({ func }: Scope): string {
  const restored = func.locals.map((_, index) => `r${index}=f.r${index};`).join('');
  const captured = Array.from({ length: func.captureCount }, (_, i) => `r${i}=k[${i}];`).join('');
  const otherwise = captured === '' ? '' : `else{${captured}}`;
  return `if(d<0){d=0;f=k;if(g.resuming){g.resuming=false;pc=S[f.pc];}else pc=E[f.pc];${restored}}${otherwise}`;
}

/** A function of its own: F would be optimised again and again for what it seldom does. */
function keep({ locals }: Func): string {
  const names = locals.map((_, index) => `r${index}`);
  const stores = names.map((name) => `f.${name}=${name};`).join('');
  return `function X(${['f', 'p', ...names].join(',')}){f.pc=p;${stores}}`;
}

/** Puts the registers into the frame, which is made if there is none yet. */
function exit(scope: Scope): string {
  const registers = scope.func.locals.map((_, index) => `r${index}`);
  return `${frameText(scope)}
X(${['f', 'p', ...registers].join(',')});
R.spill(f,w,x,g);`;
}
