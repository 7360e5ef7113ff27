// The control-flow graphs of a package's functions, and which of them never return: panic, os.Exit
// and what always calls them.

import type { CallExpr, FuncDecl, FuncLit } from '../syntax/ast.ts';
import type { Func } from '../types/type.ts';
import { staticCalleeOrNull } from './calls.ts';
import { controlFlow, type ControlFlow } from './control-flow.ts';
import type { Pass } from './pass.ts';
import { funcName } from '../types/object-string.ts';
import { plainFormat } from '../types/type-string.ts';

/** Functions of the library that never return, by full name. */
const libraryNoReturn = new Set([
  ...['os.Exit', 'runtime.Goexit', 'syscall.Exit', 'log.Fatal', 'log.Fatalf', 'log.Fatalln'],
  ...['log.Panic', 'log.Panicf', 'log.Panicln'],
  ...['Fatal', 'Fatalf', 'Fatalln', 'Panic', 'Panicf', 'Panicln'].map(
    (name) => `(*log.Logger).${name}`,
  ),
  ...['FailNow', 'Fatal', 'Fatalf', 'SkipNow', 'Skip', 'Skipf'].map(
    (name) => `(*testing.common).${name}`,
  ),
]);

interface Declared {
  readonly decl: FuncDecl;
  started: boolean;
  flow: ControlFlow | null;
}

/** The graphs of one package, made when asked for. */
export class ControlFlows {
  private readonly pass: Pass;
  private readonly declared = new Map<Func, Declared>();

  constructor(pass: Pass) {
    this.pass = pass;
    for (const file of pass.files) {
      for (const decl of file.decls) {
        if (decl.kind !== 'FuncDecl') continue;
        const object = pass.info.defs.get(decl.name);
        if (object?.kind === 'Func') {
          this.declared.set(object, { decl, started: false, flow: null });
        }
      }
    }
    for (const [func, entry] of this.declared) this.build(func, entry);
  }

  /** The graph of a declared function with a body. */
  ofDecl(decl: FuncDecl): ControlFlow | null {
    const object = this.pass.info.defs.get(decl.name);
    return object?.kind === 'Func' ? (this.declared.get(object)?.flow ?? null) : null;
  }

  ofLit(literal: FuncLit): ControlFlow {
    return controlFlow(literal.body, (call) => this.mayReturn(call));
  }

  // Cycles of calls are cut where they are met again.
  private build(func: Func, entry: Declared): void {
    if (entry.started) return;
    entry.started = true;
    const { body } = entry.decl;
    if (body === null) return;
    entry.flow = controlFlow(body, (call) => this.mayReturn(call));
    if (entry.flow.neverReturns) this.pass.facts.noReturn.add(func);
  }

  private mayReturn(call: CallExpr): boolean {
    if (this.pass.info.builtinCalls.get(call) === 'panic') return false;
    const callee = staticCalleeOrNull(this.pass, call);
    if (callee === null) return true;
    const own = this.declared.get(callee);
    if (own !== undefined) this.build(callee, own);
    return (
      !this.pass.facts.noReturn.has(callee) && !libraryNoReturn.has(funcName(callee, plainFormat))
    );
  }
}
