// One function under construction: its locals, its statement list, and what names mean in it.
// Invariants: instructions carry the position of the statement or call they come from; temporaries
// are free again after the statement that made them; a temporary marked as owned holds a value of
// its own, which whoever reads it may keep without a copy.

import { assert } from '../../base/assert.ts';
import type { Expr, Place } from '../ir/expression.ts';
import type { FuncId, LocalId, SiteId, TypeId } from '../ir/ids.ts';
import type { Instruction } from '../ir/instruction.ts';
import type { Func, Local, Site, Storage } from '../ir/program.ts';
import type { Kind } from '../ir/runtime-type.ts';
import type { BlockStmt, Expr as AstExpr, File, ForStmt, RangeStmt, Stmt } from '../syntax/ast.ts';
import { noPos, type Pos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import type { Value } from '../types/constant.ts';
import type { Info } from '../types/info.ts';
import type { Var } from '../types/type.ts';
import { load, loadLocal, localPlace, register } from './build.ts';
import { CodeList, type Label } from './code-list.ts';
import type { LowerPackage } from './options.ts';
import type { ProgramDoor, TypeDoor } from './program-door.ts';
import type { TypeEnv } from './type-table.ts';
import { isPerIterationLoop } from './loop-variables.ts';
import type { FunctionFacts, FunctionNode, VariableFacts } from './variables.ts';

/** The rules that need each other; every file of rules reaches the others through this table. */
export interface Rules {
  /** The value of an expression, in its own type. `followed`: see hoists.ts. */
  expr(f: FuncLowering, x: AstExpr, followed: boolean): Expr;
  /** The same, converted to `target` as an assignment does. */
  exprTo(f: FuncLowering, x: AstExpr, target: TypeId, followed: boolean): Expr;
  /** The same, copied where needed so that it can be kept. */
  value(f: FuncLowering, x: AstExpr, target: TypeId, followed: boolean): Expr;
  place(f: FuncLowering, x: AstExpr, followed: boolean): Place;
  /** &x */
  address(f: FuncLowering, x: AstExpr, followed: boolean): Expr;
  /** Jumps to one of two labels. */
  condition(f: FuncLowering, x: AstExpr, then: Label, otherwise: Label): void;
  /** The results of a call, in temporaries of their types or the given locals. */
  call(f: FuncLowering, x: AstExpr, into: readonly (LocalId | null)[] | null): readonly Expr[];
  statement(f: FuncLowering, stmt: Stmt): void;
  block(f: FuncLowering, block: BlockStmt): void;
  list(f: FuncLowering, list: readonly Stmt[]): void;
}

/** Where break and continue lead inside a statement. */
export interface JumpTarget {
  /** The label in front of the statement, or ''. */
  readonly name: string;
  readonly breakLabel: Label;
  /** Null for switch and select. */
  readonly continueLabel: Label | null;
}

/** What leaves the body of a range-over-func loop other than by its own break and continue. */
export interface BodyExit {
  /** What the exit variable holds then. */
  readonly code: number;
  readonly kind: 'break' | 'continue' | 'goto' | 'return';
  readonly label: string;
}

/** The loop whose body this function is. */
export interface RangeBody {
  readonly stmt: RangeStmt;
  readonly parent: FuncLowering;
  readonly exits: BodyExit[];
  /** Goes on with the next iteration. */
  readonly continueLabel: Label;
  /** Leaves the loop. */
  readonly breakLabel: Label;
}

export interface FuncContext {
  readonly program: ProgramDoor;
  readonly rules: Rules;
  readonly pkg: LowerPackage;
  readonly file: File | null;
  readonly env: TypeEnv;
  readonly facts: VariableFacts;
}

export class FuncLowering implements FuncContext {
  readonly program: ProgramDoor;
  readonly rules: Rules;
  readonly pkg: LowerPackage;
  readonly file: File | null;
  readonly env: TypeEnv;
  readonly facts: VariableFacts;
  readonly id: FuncId;
  readonly name: string;
  readonly node: FunctionNode;
  readonly code = new CodeList();
  readonly targets: JumpTarget[] = [];
  /** Labels of goto statements and their targets, by name. */
  private readonly gotoLabels = new Map<string, Label>();
  rangeBody: RangeBody | null = null;
  /** Locals of the results; empty while `return` hands its values over directly. */
  resultLocals: readonly LocalId[] = [];
  ownResultTypes: readonly TypeId[] = [];
  hasDefer = false;
  /** The label in front of the statement that comes next, or ''. */
  pendingLabel = '';
  /** Where fallthrough leads in the clause being lowered. */
  fallthroughLabel: Label | null = null;
  /** What the value being lowered is assigned to, as source text: names channels. */
  targetText = '';
  pos: Pos = noPos;
  private readonly locals: Local[] = [];
  private readonly variables = new Map<Var, LocalId>();
  private readonly owned = new Set<LocalId>();
  private readonly freeTemps = new Map<TypeId, LocalId[]>();
  private tempsInUse: LocalId[] = [];

  constructor(context: FuncContext, id: FuncId, name: string, node: FunctionNode) {
    this.program = context.program;
    this.rules = context.rules;
    this.pkg = context.pkg;
    this.file = context.file;
    this.env = context.env;
    this.facts = context.facts;
    this.id = id;
    this.name = name;
    this.node = node;
  }

  get info(): Info {
    return this.pkg.info;
  }

  get types(): TypeDoor {
    return this.program.types;
  }

  /** What is known of this very function. */
  get functionFacts(): FunctionFacts {
    const facts = this.facts.functions.get(this.node);
    assert(facts !== undefined, 'every function was analysed');
    return facts;
  }

  /** The function that a range-over-func body is part of, or this function. */
  get home(): FuncLowering {
    return this.rangeBody === null ? this : this.rangeBody.parent.home;
  }

  /** The label in front of this statement; asked once, by statements that break can leave. */
  takeLabel(): string {
    const name = this.pendingLabel;
    this.pendingLabel = '';
    return name;
  }

  /** The place of a label of goto statements. */
  gotoLabel(name: string): Label {
    const known = this.gotoLabels.get(name);
    if (known !== undefined) return known;
    const label = this.code.newLabel();
    this.gotoLabels.set(name, label);
    return label;
  }

  /** Whether each iteration of a loop has its own variables, by the file's language version. */
  isPerIteration(loop: ForStmt | RangeStmt): boolean {
    return isPerIterationLoop(this.program.options.fileSet, this.info, loop);
  }

  // ---- Types ----

  typeOf(x: AstExpr): TypeId {
    const recorded = this.info.types.get(x);
    if (recorded === undefined && x.kind === 'Ident') {
      // What is only assigned to has no entry as an expression.
      const object = this.info.uses.get(x) ?? this.info.defs.get(x);
      if (object?.kind === 'Var') return this.typeOfVariable(object);
    }
    assert(recorded !== undefined, `${x.kind} has a type`);
    return this.types.idOf(recorded.type, this.env);
  }

  kindOf(x: AstExpr): Kind {
    return this.types.kind(this.typeOf(x));
  }

  /** Is it the predeclared nil? */
  isNilOperand(x: AstExpr): boolean {
    if (x.kind === 'ParenExpr') return this.isNilOperand(x.x);
    return x.kind === 'Ident' && this.info.uses.get(x)?.kind === 'Nil';
  }

  /** Is it a call with other than one result? */
  isTuple(x: AstExpr): boolean {
    return this.info.types.get(x)?.type.kind === 'Tuple';
  }

  /** The types of the results of a call. */
  resultTypes(x: AstExpr): readonly TypeId[] {
    const type = this.info.types.get(x)?.type;
    assert(type !== undefined, 'calls have a type');
    if (type.kind !== 'Tuple') return [this.typeOf(x)];
    return type.vars.map((variable) => this.types.idOf(variable.type, this.env));
  }

  /** The exact value of a constant expression, else null. */
  constantOrNull(x: AstExpr): Value | null {
    return this.info.types.get(x)?.value ?? null;
  }

  isAggregate(type: TypeId): boolean {
    return this.types.isAggregate(type);
  }

  // ---- Locals ----

  newLocal(local: Local): LocalId {
    this.locals.push(local);
    return this.locals.length - 1;
  }

  localType(local: LocalId): TypeId {
    const found = this.locals[local];
    assert(found !== undefined, 'locals belong to their function');
    return found.type;
  }

  /** A register that nobody sees, free again at the end of the statement. */
  newTemp(type: TypeId): LocalId {
    const reused = this.freeTemps.get(type)?.pop();
    const local = reused ?? this.newLocal({ name: '', type, storage: 'register', declared: null });
    this.owned.delete(local);
    this.tempsInUse.push(local);
    return local;
  }

  /** A temporary whose value is read once, by someone who may keep it. */
  newOwnedTemp(type: TypeId): LocalId {
    const local = this.newTemp(type);
    this.owned.add(local);
    return local;
  }

  isOwnedTemp(local: LocalId): boolean {
    return this.owned.has(local);
  }

  /** Runs `action` and then frees the temporaries it made. */
  withTemps<T>(action: () => T): T {
    const outer = this.tempsInUse;
    this.tempsInUse = [];
    const result = action();
    for (const local of this.tempsInUse) {
      const type = this.localType(local);
      const free = this.freeTemps.get(type);
      if (free === undefined) this.freeTemps.set(type, [local]);
      else free.push(local);
    }
    this.tempsInUse = outer;
    return result;
  }

  /** How a variable of this function or of one around it is kept. */
  storageOf(variable: Var): Storage {
    const { captured, assigned, addressed } = this.facts;
    const isShared = addressed.has(variable) || (captured.has(variable) && assigned.has(variable));
    if (!isShared) return 'register';
    return this.isAggregate(this.typeOfVariable(variable)) ? 'object' : 'cell';
  }

  typeOfVariable(variable: Var): TypeId {
    return this.types.idOf(variable.type, this.env);
  }

  /** Makes the local of a variable, visible to people from its declaration on. */
  declare(variable: Var): LocalId {
    const known = this.variables.get(variable);
    if (known !== undefined) return known;
    const isVisible = variable.name !== '' && variable.name !== '_';
    const local = this.newLocal({
      name: variable.name,
      type: this.typeOfVariable(variable),
      storage: this.storageOf(variable),
      declared: isVisible ? this.extentOf(variable) : null,
    });
    this.variables.set(variable, local);
    return local;
  }

  private extentOf(variable: Var): { readonly pos: Pos; readonly scopeEnd: Pos } {
    const scopeEnd = variable.parent?.end ?? noPos;
    return { pos: variable.pos, scopeEnd: scopeEnd === noPos ? this.endOfNode() : scopeEnd };
  }

  private endOfNode(): Pos {
    return this.node?.end ?? noPos;
  }

  /** Makes `local` what `variable` means here, for parameters and captures. */
  bindVariable(variable: Var, local: LocalId): void {
    this.variables.set(variable, local);
  }

  localOf(variable: Var): LocalId {
    const local = this.variables.get(variable);
    assert(local !== undefined, `variable ${variable.name} is declared in ${this.name}`);
    return local;
  }

  isGlobal(variable: Var): boolean {
    return variable.varKind === 'package';
  }

  placeOfVariable(variable: Var): Place {
    if (this.isGlobal(variable)) return { kind: 'global', global: this.program.global(variable) };
    const local = this.localOf(variable);
    switch (this.storageOf(variable)) {
      case 'register':
        return localPlace(local);
      case 'cell':
        return { kind: 'cell', local };
      case 'object':
        return { kind: 'deref', pointer: register(local), type: this.localType(local) };
    }
  }

  readVariable(variable: Var): Expr {
    const place = this.placeOfVariable(variable);
    const type = this.typeOfVariable(variable);
    // An object variable is its register's content; no pointer needs to be followed.
    if (place.kind === 'deref') return loadLocal(this.localOf(variable), type);
    return load(place, type);
  }

  /** What a function literal that uses the variable captures: its cell, its object or its value. */
  captureOf(variable: Var): Expr {
    const local = this.localOf(variable);
    return this.storageOf(variable) === 'register'
      ? loadLocal(local, this.localType(local))
      : register(local);
  }

  // ---- Values ----

  /** Whether the value is nobody else's, so that it can be kept as it is. */
  isFresh(x: Expr): boolean {
    switch (x.kind) {
      case 'load':
        return x.place.kind === 'local' && this.owned.has(x.place.local);
      case 'unbox':
      case 'typeAssert':
      case 'mapGet':
      case 'register':
        return false;
      default:
        return true;
    }
  }

  /** The value, copied if it is a struct or array that someone else may change. */
  kept(x: Expr, type: TypeId): Expr {
    return this.isAggregate(type) && !this.isFresh(x) ? { kind: 'copy', x, type } : x;
  }

  /** Evaluates now, into a temporary that is read once. */
  spill(x: Expr, type: TypeId): Expr {
    if (x.kind === 'const' || x.kind === 'zero') return x;
    const value = this.kept(x, type);
    const local = this.newOwnedTemp(type);
    this.assign(localPlace(local), value, type);
    return loadLocal(local, type);
  }

  /** Evaluates now, into a temporary that may be read often but must not be kept. */
  spillShared(x: Expr, type: TypeId): Expr {
    const local = this.newTemp(type);
    this.assign(localPlace(local), this.kept(x, type), type);
    return loadLocal(local, type);
  }

  // ---- Instructions ----

  emit(instruction: Instruction, ends = false): void {
    this.code.emit(instruction, ends);
  }

  assign(place: Place, value: Expr, type: TypeId): void {
    this.emit({ kind: 'assign', place, value, type, pos: this.pos });
  }

  branch(condition: Expr, then: Label, otherwise: Label): void {
    this.emit({ kind: 'branch', condition, then, else: otherwise, pos: this.pos }, true);
  }

  jump(label: Label): void {
    this.code.jump(label, this.pos);
  }

  /** Runs the declaration of a variable: a fresh variable with this (kept) value. */
  initialise(variable: Var, value: Expr): void {
    const local = this.declare(variable);
    if (this.storageOf(variable) === 'cell') {
      this.emit({ kind: 'newCell', local, value, pos: this.pos });
    } else this.assign(localPlace(local), value, this.localType(local));
  }

  /** Source text of an expression, for captions. */
  sourceText(x: AstExpr): string {
    return exprString(x);
  }

  site(operand: string, extra: Partial<Site> = {}, pos: Pos = this.pos): SiteId {
    return this.program.newSite({ pos, func: this.id, operand, ...extra });
  }

  /** The finished function. Control must not be at the end of its list. */
  finish(parts: {
    readonly pos: Pos;
    readonly end: Pos;
    readonly captureCount: number;
    readonly paramCount: number;
    readonly wrapper?: boolean;
  }): Func {
    const { pos, end, captureCount, paramCount, wrapper } = parts;
    return {
      id: this.id,
      name: this.name,
      library: this.pkg.library,
      ...(wrapper === true ? { wrapper } : {}),
      pos,
      end,
      locals: this.locals,
      captureCount,
      paramCount,
      results: this.resultLocals,
      resultTypes: this.ownResultTypes,
      hasDefer: this.hasDefer,
      code: this.code.finish(),
    };
  }
}
