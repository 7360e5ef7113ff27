// JS text of a function that is too large for one JS function that an engine would optimise: its
// regions in several, whose registers are those of the frame. Invariants: a part returns the case at
// which another part goes on, -1 when the function is done (its result is then in y), or -2 when it
// is suspended; R.budget is told before a part is left.

import type { Func, Program } from '../../go/ir/program.ts';
import type { IsPure } from '../emit-instruction.ts';
import type { Scope } from '../scope.ts';
import type { UnitText } from '../unit.ts';
import { Unit } from '../unit.ts';
import { createFastScope } from './emit-halves.ts';
import { RegionEmitter } from './emit-region.ts';
import type { Regions } from './regions.ts';
import { regionsOf } from './regions.ts';
import { maxDepth, Suspension } from './suspension.ts';

/** Statements of a part, and so of a region, at most. */
const partSize = 120;

/** As emitReentry's, with the call: a unit that evaluates to `{run, reenter, costs, resumptions}`. */
export function emitParts(program: Program, func: Func, isPure: IsPure): UnitText {
  const unit = new Unit(program, func);
  const scope = createFastScope(unit, func, (local) => `f.r${local}`, false);
  const emitter = new PartsEmitter(scope, regionsOf(func, isPure, partSize), isPure);
  const parts = emitter.emitAll();
  const costs = func.code.map((_, pc) => emitter.costAt(pc));
  const resumptions = func.code.map((_, pc) => emitter.resumptionOf(pc));
  const entries = func.code.map((_, pc) => emitter.caseOf(pc));
  const called = emitter.callees.map((_, index) => `,F${index}=null`).join('');
  const own = func.locals.slice(func.captureCount, func.paramCount).map((_, i) => `,r${i}`);
  const frame = `new ${unit.helper('frames')}[${unit.number('func', func.id)}](null,k${own.join('')})`;
  const text = `let y${called};
const Q=[${emitter.refunds.join(',')}],E=[${entries.join(',')}],S=[${resumptions.join(',')}];
${parts.join('\n')}
const C=[${emitter.partOfCase.map((part) => `P${part}`).join(',')}];
function G(R,g,f,d,n){
const s=R.at;
do n=C[n](R,g,f,d,n,s);while(n>=0);
if(n===-1){const v=y;y=undefined;return v;}
}
function F(R,g,f){
if(!g.resuming)return G(R,g,f,0,E[f.pc]);
g.resuming=false;return G(R,g,f,0,S[f.pc]);
}
function H(R,g,d,k${own.join('')}){
const f=${frame};
if(d>${maxDepth})R.spill(f,${Suspension.deep},null,g);else return G(R,g,f,d,0);
}
return {run:H,reenter:F,costs:[${costs.join(',')}],resumptions:S};`;
  return unit.finish(text);
}

class PartsEmitter extends RegionEmitter {
  /** Number of the part that each case is in. */
  readonly partOfCase: number[] = [];

  constructor(scope: Scope, regions: Regions, isPure: IsPure) {
    super(scope, regions, isPure);
    let part = 0;
    let size = 0;
    for (const { nodes } of regions.list) {
      if (size > 0 && size + nodes.length > partSize) {
        part++;
        size = 0;
      }
      size += nodes.length;
      this.partOfCase.push(part);
    }
  }

  /** The parts as JS functions P0, P1, … */
  emitAll(): readonly string[] {
    const count = (this.partOfCase.at(-1) ?? -1) + 1;
    return Array.from({ length: count }, (_, part) => this.emitPart(part));
  }

  private part = 0;

  private emitPart(part: number): string {
    this.part = part;
    this.temporaries = '';
    const cases = this.regions.list.flatMap((region, index) =>
      this.partOfCase[index] === part ? [this.emitRegion(region, index)] : [],
    );
    const first = this.resumptions.length;
    this.emitResumptions((label) => this.partOfCase[this.caseOf(label)] === part);
    this.resumptions.slice(first).forEach(({ text }, index) => {
      this.partOfCase.push(part);
      cases.push(`case ${this.regions.list.length + first + index}:{${text}}`);
    });
    const told = `if(w===${Suspension.thrown}){if(Q[p]>=0)R.budget=b+Q[p];}`;
    const bail = `else if(w===${Suspension.bail})R.budget=b;`;
    return `function P${part}(R,g,f,d,pc,s){
let b=R.budget,p=0,w=0,x=null;${this.temporaries}
try{L:for(;;)switch(pc){
${cases.join('\n')}}
}catch(e){w=${Suspension.thrown};x=e;}
${told}${bail}f.pc=p;R.spill(f,w,x,g);return -2;}`;
  }

  override leave(value: string): string {
    return `y=${value === '' ? 'undefined' : value};return -1;`;
  }

  protected override jump(target: number): string {
    if (this.partOfCase[target] === this.part) return super.jump(target);
    return `R.budget=b;return ${target};`;
  }

  protected override follows(target: number): boolean {
    return this.partOfCase[target] === this.part;
  }
}
