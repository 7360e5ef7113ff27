// Type inference (spec, "Type inference"; types2 infer.go): finds the type arguments of a call or
// instantiation from function arguments, from constraints and from untyped constants, in this
// order.

import { noPos, type Pos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { hasAllMethods } from './missing-method.ts';
import { newTypeName } from './object.ts';
import type { Operand } from './operand.ts';
import { isParameterized, killCycles } from './parameterized.ts';
import { defaultType, isTyped, maxTypeOrNull } from './predicates.ts';
import {
  type InstanceMaker,
  makeSubstitution,
  substitute,
  type Substitution,
  substituteTuple,
} from './substitute.ts';
import type { Cause, TypeHost } from './type-host.ts';
import { newTypeParam, typeParamsString } from './type-param.ts';
import { commonUnderOrNull, everyTermOfParam } from './type-set.ts';
import { formatType } from './type-string.ts';
import type { Term, Tuple, Type, TypeParam } from './type.ts';
import { constraintInterface } from './under.ts';
import { assignMode, exactMode, inexactMode, Unifier } from './unify.ts';

/** What inference needs besides the types. */
export interface InferenceHost extends TypeHost {
  readonly context: InstanceMaker;
}

/** Reports why inference failed: at an argument, or at a position. */
export interface InferenceErrors {
  atOperand(operand: Operand, message: string): void;
  at(pos: Pos, message: string): void;
}

/** What is to be inferred, and from what. */
export interface InferenceProblem {
  /** Where the call or instantiation stands, for errors. */
  readonly pos: Pos;
  /** At least one parameter. */
  readonly typeParams: readonly TypeParam[];
  /** Type arguments given; missing or null ones are to be inferred. */
  readonly typeArgs: readonly (Type | null)[];
  /** As many parameters as arguments. */
  readonly params: Tuple;
  readonly args: readonly Operand[];
  /** The call is made up to infer a function value's arguments from its target; messages turn. */
  readonly reverse: boolean;
}

/** One type argument for each type parameter, or null after an error was reported. */
export function infer(
  host: InferenceHost,
  problem: InferenceProblem,
  errors: InferenceErrors,
): readonly Type[] | null {
  const { typeParams, typeArgs } = problem;
  const given = typeArgs.filter((arg) => arg !== null);
  if (given.length === typeParams.length) return given;
  // An invalid argument has been reported; what would be inferred without it is of no use.
  if (problem.args.some((arg) => !arg.isValid)) return null;
  return new Inference(host, problem, errors).run();
}

class Inference {
  private readonly host: InferenceHost;
  private readonly problem: InferenceProblem;
  private readonly errors: InferenceErrors;
  private readonly typeParams: readonly TypeParam[];
  private readonly typeArgs: readonly (Type | null)[];
  private readonly params: Tuple;
  private readonly unifier: Unifier;

  constructor(host: InferenceHost, problem: InferenceProblem, errors: InferenceErrors) {
    this.host = host;
    this.problem = problem;
    this.errors = errors;
    this.typeParams = problem.typeParams;
    this.typeArgs = problem.typeParams.map((_, i) => problem.typeArgs[i] ?? null);
    // Parameters whose type argument is given are checked by assignment, not by unification.
    const given = makeSubstitution(this.typeParams, this.typeArgs);
    this.params = substituteTuple(noPos, problem.params, given, host.context);
    const inferInterfaces = host.allowVersion('go1.21');
    this.unifier = new Unifier(this.typeParams, this.typeArgs, inferInterfaces);
  }

  run(): readonly Type[] | null {
    const untyped = this.fromTypedArguments();
    if (untyped === null) return null;
    if (!this.fromConstraints()) return null;
    if (!this.fromUntypedArguments(untyped)) return null;
    return this.simplified();
  }

  private text(type: Type): string {
    return formatType(type, this.host.format);
  }

  private substituted(type: Type, substitution: Substitution, pos: Pos = noPos): Type {
    return substitute(pos, type, substitution, this.host.context);
  }

  // Returns the indices of untyped arguments for parameters that are type parameters.
  private fromTypedArguments(): number[] | null {
    const untyped: number[] = [];
    for (const [i, arg] of this.problem.args.entries()) {
      const param = this.params.vars[i];
      if (param === undefined) continue;
      const generic =
        isParameterized(this.typeParams, param.type) || isParameterized(this.typeParams, arg.type);
      if (!generic) continue;
      if (isTyped(arg.type)) {
        if (!this.unifier.unify(param.type, arg.type, assignMode)) {
          this.reportMismatch(param.type, arg.type, arg);
          return null;
        }
      } else if (param.type.kind === 'TypeParam' && !arg.isNil) {
        // Default types are basic: an untyped constant can only be a lone type parameter's.
        untyped.push(i);
      }
    }
    return untyped;
  }

  private reportMismatch(param: Type, argType: Type, arg: Operand): void {
    const inferred = this.unifier.inferred(this.typeParams);
    const argText = arg.expr === null ? '' : exprString(arg.expr);
    const type = this.text(argType);
    if (inferred.every((each) => each === null)) {
      const names = typeParamsString(this.typeParams);
      this.errors.atOperand(
        arg,
        `type ${type} of ${argText} does not match ${this.text(param)} (cannot infer ${names})`,
      );
      return;
    }
    const substitution = makeSubstitution(this.typeParams, inferred);
    const actual = this.substituted(param, substitution);
    if (actual === param) {
      const message = `type ${type} of ${argText} does not match ${this.text(param)}`;
      this.errors.atOperand(arg, message);
      return;
    }
    const inferredText = `inferred type ${this.text(actual)} for ${this.text(param)}`;
    this.errors.atOperand(
      arg,
      this.problem.reverse
        ? `${inferredText} does not match type ${type} of ${argText}`
        : `type ${type} of ${argText} does not match ${inferredText}`,
    );
  }

  // Unifies parameters with their constraints as long as that finds anything.
  private fromConstraints(): boolean {
    for (;;) {
      const before = this.unifier.unknownCount;
      for (const param of this.typeParams) {
        if (!this.fromConstraint(param)) return false;
      }
      if (this.unifier.unknownCount === before) return true;
    }
  }

  private fromConstraint(param: TypeParam): boolean {
    const type = this.unifier.typeOrNull(param);
    const core = coreTerm(param);
    if (core !== null) {
      if (type !== null) {
        if (!this.unifier.unify(type, core.type, inexactMode)) {
          this.reportUnsatisfied(param, type, '');
          return false;
        }
      } else if (core.single && !core.tilde) this.unifier.set(param, core.type);
    }
    // A type that still mentions parameters does not show its final methods.
    if (type === null || isParameterized(this.typeParams, type)) return true;
    const cause: Cause = { text: '' };
    const constraint = constraintInterface(param);
    const unifies = (x: Type, y: Type): boolean => this.unifier.unify(x, y, exactMode);
    if (hasAllMethods(this.host, type, constraint, true, unifies, cause)) return true;
    this.reportUnsatisfied(param, type, ` ${cause.text}`);
    return false;
  }

  private reportUnsatisfied(param: TypeParam, type: Type, reason: string): void {
    const constraint = this.text(param.bound);
    this.errors.at(
      this.problem.pos,
      `${this.text(param)} (type ${this.text(type)}) does not satisfy ${constraint}${reason}`,
    );
  }

  // A parameter that only untyped constants were passed for gets the default of the widest kind.
  private fromUntypedArguments(untyped: readonly number[]): boolean {
    const widest = new Map<TypeParam, Type>();
    for (const index of untyped) {
      const param = this.params.vars[index]?.type;
      const arg = this.problem.args[index];
      if (param?.kind !== 'TypeParam' || arg === undefined) continue;
      if (this.unifier.typeOrNull(param) !== null) continue;
      const previous = widest.get(param) ?? arg.type;
      const max = maxTypeOrNull(previous, arg.type);
      if (max === null) {
        this.errors.atOperand(
          arg,
          `mismatched types ${this.text(previous)} and ${this.text(arg.type)}` +
            ` (cannot infer ${this.text(param)})`,
        );
        return false;
      }
      widest.set(param, max);
    }
    for (const [param, type] of widest) this.unifier.set(param, defaultType(type));
    return true;
  }

  // Replaces parameters in inferred types by what was inferred for them, until none is left.
  private simplified(): readonly Type[] | null {
    const inferred = this.unifier.inferred(this.typeParams);
    killCycles(this.typeParams, inferred);
    let dirty = inferred.flatMap((type, i) =>
      type !== null && this.typeArgs[i] === null ? [i] : [],
    );
    while (dirty.length > 0) {
      const substitution = makeSubstitution(this.typeParams, inferred);
      dirty = dirty.filter((i) => {
        const before = inferred[i];
        if (before === null || before === undefined) return false;
        const after = this.substituted(before, substitution);
        if (after === before) return false;
        inferred[i] = this.withoutSpentTypeParams(after);
        return true;
      });
    }
    const result: Type[] = [];
    for (const [i, type] of inferred.entries()) {
      if (type === null || isParameterized(this.typeParams, type)) {
        this.reportUninferred(i);
        return null;
      }
      result.push(type);
    }
    return result;
  }

  // A generic function passed as an argument is no longer generic once nothing in it is.
  private withoutSpentTypeParams(type: Type): Type {
    if (type.kind !== 'Signature' || type.typeParams.length === 0) return type;
    return isParameterized(this.typeParams, type) ? type : { ...type, typeParams: [] };
  }

  private reportUninferred(index: number): void {
    const obj = this.typeParams[index]?.obj;
    if (obj === undefined) return;
    const position = this.host.format.position?.(obj.pos) ?? '';
    this.errors.at(this.problem.pos, `cannot infer ${obj.name} (declared at ${position})`);
  }
}

interface CoreTerm {
  readonly tilde: boolean;
  readonly type: Type;
  /** The only specific type of the constraint. */
  readonly single: boolean;
}

// The one specific term of a constraint, or the underlying type that all its types share.
function coreTerm(param: TypeParam): CoreTerm | null {
  const terms: Term[] = [];
  everyTermOfParam(param, (term) => {
    if (term !== null) terms.push(term);
    return term !== null;
  });
  const [first] = terms;
  if (terms.length === 1 && first !== undefined && first.type !== null) {
    return { tilde: first.tilde, type: first.type, single: true };
  }
  const type = commonUnderOrNull(param);
  if (type === null) return null;
  return { tilde: terms.some((term) => term.tilde), type, single: false };
}

/**
 * New type parameters in place of `params`, and `type` with them. A recursive call must not mix up
 * the parameters that it solves for with those its arguments mention.
 */
export function renameTypeParams<T extends Type>(
  context: InstanceMaker,
  params: readonly TypeParam[],
  rename: (substitution: Substitution) => T,
): { readonly params: readonly TypeParam[]; readonly type: T } {
  const renamed = params.map((param) => {
    const { pos, pkg, name } = param.obj;
    const copy = newTypeParam(newTypeName(pos, pkg, name), param.bound);
    copy.index = param.index;
    return copy;
  });
  const substitution = makeSubstitution(params, renamed);
  for (const copy of renamed) copy.bound = substitute(noPos, copy.bound, substitution, context);
  return { params: renamed, type: rename(substitution) };
}
