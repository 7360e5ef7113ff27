// The invariants of a program, checked after every lowering in tests: throws on the first broken
// one, naming function and instruction.

import type { Expr, Place } from './expression.ts';
import type { LocalId, TypeId } from './ids.ts';
import type { Instruction } from './instruction.ts';
import { namesOf } from './print-expression.ts';
import { printInstruction } from './print-ir.ts';
import type { Func, Program, Storage } from './program.ts';
import { exprOperands, fallsThrough, partsOf, placeOperands } from './walk-ir.ts';

/** Throws an error about our own bug unless the program keeps the rules of the IR. */
export function verify(program: Program): void {
  program.types.forEach((type, id) => {
    if (type.id !== id) fail(`type ${type.string} has id ${type.id} at ${id}`);
  });
  program.funcs.forEach((func, id) => {
    if (func.id !== id) fail(`function ${func.name} has id ${func.id} at ${id}`);
    new FuncVerifier(program, func).run();
  });
  program.sites.forEach((site, id) => {
    if (site.id !== id) fail(`site ${site.id} is at ${id}`);
    if (program.funcs[site.func] === undefined) fail(`site ${id} is in no function`);
  });
  for (const global of program.globals) {
    if (program.types[global.type] === undefined) fail(`global ${global.name} has no type`);
  }
  if (program.funcs[program.entry] === undefined) fail('the entry is no function');
}

function fail(message: string): never {
  throw new Error(`Broken invariant: ${message}`);
}

class FuncVerifier {
  private readonly program: Program;
  private readonly func: Func;
  private index = 0;
  private readonly written = new Set<LocalId>();

  constructor(program: Program, func: Func) {
    this.program = program;
    this.func = func;
  }

  run(): void {
    const { func } = this;
    if (func.code.length === 0) fail(`function ${func.name} has no code`);
    for (let i = 0; i < func.paramCount; i++) this.written.add(i);
    for (const type of func.resultTypes) this.checkType(type);
    for (const local of func.locals) this.checkType(local.type);
    for (const local of func.results) this.storage(local);
    for (const instruction of func.code) {
      const { writes, places } = partsOf(instruction);
      for (const local of writes) this.written.add(local);
      for (const place of places) if (place.kind === 'local') this.written.add(place.local);
    }
    func.code.forEach((instruction, i) => {
      this.index = i;
      this.checkInstruction(instruction);
    });
  }

  private complain(message: string): never {
    const instruction = this.func.code[this.index];
    const names = namesOf(this.program, this.func);
    const text = instruction === undefined ? '' : printInstruction(names, instruction);
    return fail(`${this.func.name} ${this.index}: ${text}: ${message}`);
  }

  private checkInstruction(instruction: Instruction): void {
    const { func, program } = this;
    const { exprs, places, writes, reads, targets } = partsOf(instruction);
    for (const target of targets) this.checkTarget(target);
    if (instruction.next !== undefined) this.checkTarget(instruction.next);
    else if (fallsThrough(instruction)) this.checkTarget(this.index + 1);
    if (instruction.next !== undefined && !fallsThrough(instruction)) {
      this.complain('nothing follows it, but it has a next');
    }
    if (instruction.pos !== 0 && program.fileSet.fileOrNull(instruction.pos) === null) {
      this.complain('its position is in no file');
    }
    if ('site' in instruction && program.sites[instruction.site] === undefined) {
      this.complain(`site ${instruction.site} does not exist`);
    }
    if ('type' in instruction) this.checkType(instruction.type);
    if ('mapType' in instruction) this.checkType(instruction.mapType);
    for (const local of writes) this.storage(local);
    for (const local of reads) this.checkRead(local);
    for (const place of places) this.checkPlace(place);
    for (const x of exprs) this.checkExpr(x);
    if (instruction.kind === 'newCell') this.expectStorage(instruction.local, 'cell');
    if (instruction.kind === 'return') this.checkReturn(instruction.values);
    if ('callee' in instruction && instruction.callee.kind === 'static') {
      const callee = program.funcs[instruction.callee.func];
      if (callee === undefined) this.complain(`function ${instruction.callee.func} does not exist`);
      this.checkCall(callee, instruction.args.length, instruction);
    }
    if (instruction.kind === 'return' && func.hasDefer && instruction.values !== null) {
      this.complain('a function with defers returns through its result variables');
    }
  }

  private checkCall(callee: Func, args: number, instruction: Instruction): void {
    const expected = callee.paramCount - callee.captureCount;
    if (callee.captureCount > 0) this.complain('a static call has no captures');
    if (args !== expected) this.complain(`${callee.name} takes ${expected} arguments, not ${args}`);
    if (instruction.kind !== 'call' || instruction.results.length === 0) return;
    if (instruction.results.length !== callee.resultTypes.length) {
      this.complain(`${callee.name} has ${callee.resultTypes.length} results`);
    }
  }

  private checkReturn(values: readonly Expr[] | null): void {
    const { resultTypes, results } = this.func;
    if (values !== null && values.length !== resultTypes.length) {
      this.complain(`the function has ${resultTypes.length} results`);
    }
    if (values === null && results.length !== resultTypes.length) {
      this.complain('its results have no variables');
    }
  }

  private checkTarget(target: number): void {
    if (!Number.isInteger(target) || target < 0 || target >= this.func.code.length) {
      this.complain(`${target} is no instruction`);
    }
  }

  private checkType(type: TypeId): void {
    if (this.program.types[type] === undefined) this.complain(`type ${type} does not exist`);
  }

  private storage(local: LocalId): Storage {
    const found = this.func.locals[local];
    if (found === undefined) return this.complain(`local ${local} does not exist`);
    return found.storage;
  }

  private expectStorage(local: LocalId, storage: Storage): void {
    if (this.storage(local) !== storage)
      this.complain(`local ${local} is not kept in a ${storage}`);
  }

  private checkRead(local: LocalId): void {
    this.storage(local);
    if (!this.written.has(local)) this.complain(`local ${local} never gets a value`);
  }

  private checkPlace(place: Place): void {
    if (place.kind === 'local' && this.storage(place.local) === 'cell') {
      this.complain(`local ${place.local} is a cell`);
    }
    if (place.kind === 'cell') {
      this.expectStorage(place.local, 'cell');
      this.checkRead(place.local);
    }
    if (place.kind === 'global' && this.program.globals[place.global] === undefined) {
      this.complain(`global ${place.global} does not exist`);
    }
    if (place.kind === 'field') {
      const struct = this.program.types[place.struct];
      if (struct?.kind !== 'struct' || struct.fields[place.field] === undefined) {
        this.complain(`type ${place.struct} has no field ${place.field}`);
      }
    }
    for (const x of placeOperands(place)) this.checkExpr(x);
  }

  private checkExpr(x: Expr): void {
    if ('type' in x) this.checkType(x.type);
    if (x.kind === 'load' || x.kind === 'addressOf') {
      if (x.place.kind === 'local') this.checkRead(x.place.local);
      this.checkPlace(x.place);
      if (x.place.kind === 'mapElement') this.complain('a map element is read by mapGet');
      return;
    }
    if (x.kind === 'register') this.checkRead(x.local);
    if (x.kind === 'closure') {
      const func = this.program.funcs[x.func];
      if (func === undefined) this.complain(`function ${x.func} does not exist`);
      if (func.captureCount !== x.captures.length) {
        this.complain(`${func.name} captures ${func.captureCount} variables`);
      }
    }
    for (const operand of exprOperands(x)) this.checkExpr(operand);
  }
}
