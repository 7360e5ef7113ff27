// JS text of a function in the exact flavour: its frame class and its instructions' closures.
// A frame has the fields of machine/frame.ts and the registers r0, r1, …

import type { Func, Program } from '../go/ir/program.ts';
import { createScope } from './emit-expression.ts';
import { entryText, isTracked } from './emit-memory.ts';
import type { IsPure } from './emit-instruction.ts';
import { emitFinish, emitInstruction, needsOwnZero } from './emit-instruction.ts';
import { emitLocate } from './emit-locate.ts';
import { sharedZeroText } from './representation.ts';
import type { Scope } from './scope.ts';
import { zeroText } from './scope.ts';
import type { UnitText } from './unit.ts';
import { Unit } from './unit.ts';

/**
 * A unit that evaluates to `{Frame, fill, hash, code, resume, locate}`: code[pc] and resume[pc] are the
 * closures of the instruction at pc; code[length] returns from a function whose panic was recovered;
 * locate[pc] is there for instructions of several lines (emit-locate.ts). With `tracksMemory` the
 * code tells a detector of data races what it accesses (emit-memory.ts).
 */
export function emitFunction(
  program: Program,
  func: Func,
  isPure: IsPure,
  tracksMemory = false,
): UnitText {
  const unit = new Unit(program, func, tracksMemory && isTracked(program, func));
  const scope = createScope(unit, func, (local) => `f.r${local}`);
  const code: string[] = [];
  const resume: string[] = [];
  func.code.forEach((instruction, index) => {
    const text = emitInstruction(scope, instruction, index, isPure);
    const temporaries = unit.takeTemporaries();
    const entry = tracksMemory && index === 0 ? entryText(unit, func) : '';
    code.push(closureText(temporaries, `${entry}${text.code}`));
    resume.push(text.resume === null ? 'null' : closureText(temporaries, text.resume));
  });
  const finish = closureText('', emitFinish(scope));
  code.push(finish);
  resume.push(func.hasDefer ? finish : 'null');
  const frame = frameText(scope);
  const locate = func.library ? '' : locateText(scope);
  return unit.finish(
    `${frame}\nreturn {Frame,fill,hash,code:[\n${code.join(',\n')}],resume:[\n${resume.join(',\n')}],locate:{${locate}}};`,
  );
}

/** Entries of `locate`; the library's lines are not the real ones, and so are nobody's concern. */
function locateText(scope: Scope): string {
  const { unit, func } = scope;
  const entries = func.code.map((instruction, index) => {
    const body = emitLocate(scope, instruction);
    const temporaries = unit.takeTemporaries();
    return body === null ? '' : `${index}:(R,f,g,at)=>{${temporaries}${body}},\n`;
  });
  return entries.join('');
}

function closureText(temporaries: string, body: string): string {
  return `(R,f,g)=>{${temporaries}${body}}`;
}

/** `new Frame(caller, captures, …arguments)`; captures is null when there are none. */
function frameText(scope: Scope): string {
  const { func } = scope;
  const parameters: string[] = [];
  const fields = func.locals.map((local, index) => {
    if (index < func.captureCount) return `this.r${index}=k[${index}];`;
    if (index < func.paramCount) {
      parameters.push(`,p${index}`);
      return `this.r${index}=p${index};`;
    }
    const shared = sharedZeroText(scope.unit.type(local.type).kind);
    const isEmpty =
      local.storage !== 'register' || (shared === null && !needsOwnZero(scope, index));
    return `this.r${index}=${isEmpty ? 'null' : zeroText(scope.unit, local.type)};`;
  });
  const head = 'this.pc=0;this.caller=c;this.depth=c===null?1:c.depth+1;this.deferred=null;';
  const links = 'this.role=0;this.site=0;this.panic=null;this.native=null;';
  const frame = `function Frame(c,k${parameters.join('')}){${head}${links}${fields.join('')}}`;
  const names = ['caller', 'deferred', 'panic', 'native', ...func.locals.map((_, i) => `r${i}`)];
  const copies = names.map((name) => `this.${name}=c.copy(s.${name});`).join('');
  const fill = `function fill(s,c){this.pc=s.pc;this.depth=s.depth;this.role=s.role;this.site=s.site;${copies}}`;
  const hashes = names.map((name) => `h.value(this.${name});`).join('');
  const hash = `function hash(h){h.number(${scope.unit.number('func', func.id)});h.number(this.pc);h.number(this.role);${hashes}}`;
  return `${frame}\n${fill}\n${hash}`;
}
