// JS text of the statements after which the fast flavour looks up: calls, whatever makes an event,
// and returns. Invariants: R.budget is told before and asked after; what only the exact flavour does
// is left to it by a bail; R.at is the user's statement that an event is to be placed at.

import type { Instruction } from '../../go/ir/instruction.ts';
import type { SiteId } from '../../go/ir/ids.ts';
import type { IsPure } from '../emit-instruction.ts';
import {
  deferredText,
  interfaceCallee,
  newFrameText,
  resultValues,
  selectText,
  storeReceived,
  storeResults,
} from '../emit-instruction.ts';
import type { Scope } from '../scope.ts';
import { emitList } from '../scope.ts';
import { Suspension } from './suspension.ts';

/** What the statements need of their region. */
export interface StopContext {
  readonly scope: Scope;
  readonly isPure: IsPure;
  /** Whether the function may have a frame while it runs. */
  readonly mayHaveFrame: boolean;
  /** Makes the frame if there is none yet. */
  makeFrame(): string;
  /** Leaves the function, done, with its result. */
  leave(value: string): string;
  bail(pc: number, refund: number): string;
  transfer(to: number): string;
  callee(func: number): string;
  /** Puts what a statement has assigned into the frame, if that is not left to the stop. */
  kept(instruction: Instruction): string;
}

type Of<Kind extends Instruction['kind']> = Extract<Instruction, { readonly kind: Kind }>;

/** The statement at `pc`, and how control goes on. */
export function emitStop(context: StopContext, pc: number, x: Instruction): string {
  const { scope } = context;
  const { unit } = scope;
  const next = (): string => context.transfer(x.next ?? pc + 1);
  const told = (site: SiteId): string => `p=${pc};R.budget=b;${at(scope, site)}`;
  switch (x.kind) {
    case 'call':
      return `${told(x.site)}${emitCall(context, x)}${next()}`;
    case 'callNative': {
      const t = unit.temporary();
      const call = `${t}=R.runNative(g,${unit.native(x.name)},[${emitList(scope, x.args)}]);`;
      const rest = `if(${t}===${unit.helper('suspended')}){${stop(Suspension.native)}}b=R.budget;`;
      return `${told(x.site)}${call}${rest}${storeResults(scope, x.results, t)}${next()}`;
    }
    case 'go': {
      const callee = newFrameText(scope, x);
      const start = `R.startFrom(${unit.number('func', scope.func.id)},${unit.number('site', x.site)},g,${callee});`;
      return `${told(x.site)}${start}b=R.budget;${next()}`;
    }
    case 'makeChan': {
      const capacity = x.capacity === null ? '0' : scope.emit(x.capacity);
      const made = `R.makeChannel(f,g,${unit.number('type', x.type)},${capacity})`;
      return `${told(x.site)}${scope.register(x.result)}=${made};${context.kept(x)}b=R.budget;${next()}`;
    }
    case 'close': {
      const close = `R.closeChannel(f,g,${scope.emit(x.channel)});`;
      return `${told(x.site)}${close}b=R.budget;${next()}`;
    }
    case 'send': {
      const send = `R.send(f,g,${scope.emit(x.channel)},${scope.emit(x.value)})`;
      return `${told(x.site)}if(!${send}){${stop(Suspension.stopped)}}b=R.budget;${next()}`;
    }
    case 'receive': {
      const receive = `R.receive(f,g,${scope.emit(x.channel)})`;
      const store = storeReceived(scope, x.value, x.ok);
      const head = `${told(x.site)}if(!${receive}){${stop(Suspension.stopped)}}`;
      return `${head}b=R.budget;${store}${next()}`;
    }
    case 'select':
      return `${told(x.site)}${emitSelect(context, x)}`;
    case 'defer':
    case 'frameToken':
    case 'recover':
      return `${emitFrameOperation(context, pc, x)}${next()}`;
    case 'return':
      return emitReturn(context, pc, x);
    case 'panic':
      return `p=${pc};${unit.helper('goPanic')}(${scope.emit(x.value)});`;
    default:
      throw new Error(`Broken invariant: ${x.kind} does not stop`);
  }
}

/** What completes the statement when the goroutine goes on; null: only the exact flavour can. */
export function emitResumption(context: StopContext, pc: number, x: Instruction): string | null {
  const { scope } = context;
  const next = (): string => context.transfer(x.next ?? pc + 1);
  switch (x.kind) {
    case 'call':
      return `${storeResults(scope, x.results, 'g.result')}${next()}`;
    case 'send':
      return `p=${pc};R.sent(g);${next()}`;
    case 'receive':
      return `${storeReceived(scope, x.value, x.ok)}${next()}`;
    case 'select':
      return `p=${pc};${selected(context, x)}`;
    default:
      return null;
  }
}

/** Library code stands for the statement of the user's that called it. */
function at(scope: Scope, site: SiteId): string {
  return scope.func.library ? 'R.at=s;' : `R.at=${site};`;
}

function stop(why: number): string {
  return `w=${why};break L;`;
}

function emitCall(context: StopContext, x: Of<'call'>): string {
  const { scope } = context;
  const { unit } = scope;
  const { callee } = x;
  const args = x.args.length === 0 ? '' : `,${emitList(scope, x.args)}`;
  const byNumber = (func: string): string =>
    `(${unit.helper('fast')}[${func}]??${unit.helper('makeFast')}(${func}))`;
  let call: string;
  switch (callee.kind) {
    case 'static':
      call = `${context.callee(callee.func)}(R,g,d+1,null${args})`;
      break;
    case 'closure': {
      const t = unit.temporary();
      const closure = `${scope.emit(callee.closure)}??${unit.helper('nilDereference')}()`;
      call = `(${t}=${closure},${byNumber(`${t}.func`)}(R,g,d+1,${t}.captures${args}))`;
      break;
    }
    default: {
      const { prefix, func, receiver } = interfaceCallee(scope, callee);
      call = `(${prefix},${byNumber(func)}(R,g,d+1,null,${receiver}${args}))`;
    }
  }
  const t = unit.temporary();
  const result = x.results.length === 0 ? '' : `${t}=`;
  const check = `if((b=R.budget)<0){${stop(Suspension.callee)}}`;
  return `${result}${call};${check}${storeResults(scope, x.results, t)}`;
}

function emitSelect(context: StopContext, x: Of<'select'>): string {
  const { scope } = context;
  const select = `if(!${selectText(scope, x)}){${stop(Suspension.stopped)}}b=R.budget;`;
  return `${select}${selected(context, x)}`;
}

/** Goes on in the case that was taken. */
function selected(context: StopContext, x: Of<'select'>): string {
  const { scope } = context;
  const targets = x.cases.map((one, index) => {
    const store =
      one.direction === 'receive' ? storeReceived(scope, one.value, one.ok) : 'R.sent(g);';
    return `case ${index}:${store}${context.transfer(one.target)}`;
  });
  const { defaultTarget } = x;
  const otherwise = defaultTarget === null ? '' : `case -1:${context.transfer(defaultTarget)}`;
  return `switch(g.selected){${targets.join('')}${otherwise}}`;
}

/** What needs the frame itself, which is made if there is none yet. */
function emitFrameOperation(
  context: StopContext,
  pc: number,
  x: Of<'defer' | 'frameToken' | 'recover'>,
): string {
  const { scope } = context;
  switch (x.kind) {
    case 'recover':
      return `if(g.panic!==null){${context.bail(pc, 1)}}${scope.register(x.result)}=null;`;
    case 'frameToken':
      return `${context.makeFrame()}${scope.register(x.local)}=f;`;
    default: {
      const { frameToken } = x;
      const frame = frameToken === null ? 'f' : scope.register(frameToken);
      const made = frameToken === null ? context.makeFrame() : '';
      const call = deferredText(scope, x);
      const record = `new ${scope.unit.helper('Deferred')}(${call},${frame}.deferred,${scope.unit.number('site', x.site)})`;
      return `p=${pc};R.budget=b;${made}${frame}.deferred=${record};`;
    }
  }
}

function emitReturn(context: StopContext, pc: number, x: Of<'return'>): string {
  const { scope } = context;
  const values =
    x.values === null ? resultValues(scope) : x.values.map((value) => scope.emit(value));
  const value = values.length < 2 ? (values[0] ?? '') : `[${values.join(',')}]`;
  const deferred = scope.func.hasDefer ? emitDeferred(scope, pc) : '';
  const left = context.mayHaveFrame ? `if(f!==null)f.pc=${pc};` : '';
  return `${deferred}p=${pc};R.budget=b;${left}${context.leave(value)}`;
}

/** Makes the deferred calls of the frame; a library function called by one stands for its defer. */
function emitDeferred(scope: Scope, pc: number): string {
  const { unit } = scope;
  const call = unit.temporary();
  const at = scope.func.library ? 's' : `${call}.site`;
  const run = `(${unit.helper('fast')}[${call}.func]??${unit.helper('makeFast')}(${call}.func))`;
  const nil = `if(${call}.func<0)${unit.helper('nilDereference')}();`;
  const made = `R.at=${at};${run}(R,g,d+1,${call}.captures,...${call}.args);`;
  const check = `if((b=R.budget)<0){R.spilled.last.site=${call}.site;${stop(Suspension.callee)}}`;
  const next = `${call}=f.deferred;f.deferred=${call}.next;${nil}${made}${check}`;
  return `p=${pc};R.budget=b;if(f!==null)while(f.deferred!==null){${next}}`;
}

/** Makes the frame of a function that has been called by fast code. */
export function frameText({ func, unit }: Scope): string {
  const own = func.locals.slice(func.captureCount, func.paramCount);
  const args = ['null', 'k', ...own.map((_, i) => `r${func.captureCount + i}`)];
  return `if(f===null)f=new ${unit.helper('frames')}[${unit.number('func', func.id)}](${args.join(',')});`;
}
