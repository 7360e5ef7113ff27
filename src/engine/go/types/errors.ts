// Reporting errors (types2 errors.go): where they are, in which order, and which are left out.
// Invariants: an error has a main place and may have continuation lines with places of their own;
// errors that only mention what was invalid already are not reported.

import type { Node } from '../syntax/ast.ts';
import { type Diagnostic, formatPosition } from '../syntax/diagnostic.ts';
import type { FileSet, Pos } from '../syntax/pos.ts';
import { noPos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import type { ErrorCode } from './error-codes.ts';
import { Operand } from './operand.ts';
import type { Obj } from './type.ts';

/** What an error may be reported at: a node or operand at its start, an object at its name. */
export type Place = Pos | Node | Operand | Obj;

/** The position of a place. */
export function placePos(place: Place): Pos {
  if (typeof place === 'number') return place;
  if (place instanceof Operand) return place.expr === null ? noPos : startPos(place.expr);
  return isNode(place) ? startPos(place) : place.pos;
}

function isNode(place: Node | Obj): place is Node {
  return 'end' in place;
}

/** One line of an error. */
export interface ErrorLine {
  readonly at: Place;
  readonly message: string;
}

/** Collects the errors of a package. */
export class ErrorReporter {
  readonly diagnostics: Diagnostic[] = [];
  private readonly fset: FileSet;
  private readonly errorPos: () => Pos;

  /** `errorPos` gives the place where errors are to be reported instead, or noPos. */
  constructor(fset: FileSet, errorPos: () => Pos) {
    this.fset = fset;
    this.errorPos = errorPos;
  }

  get hasErrors(): boolean {
    return this.diagnostics.length > 0;
  }

  error(at: Place, code: ErrorCode, message: string): void {
    this.report(code, [{ at, message }]);
  }

  /** Reports an error with continuation lines. */
  report(code: ErrorCode, lines: readonly ErrorLine[]): void {
    const [first, ...rest] = lines;
    if (first === undefined) return;
    if (this.hasErrors && isFollowOn(first.message)) return;
    let message = (code === 'InvalidSyntaxTree' ? 'invalid syntax tree: ' : '') + first.message;
    for (const line of rest) {
      const pos = placePos(line.at);
      message += `\n\t${pos === noPos ? '' : `${formatPosition(this.fset, pos)}: `}${line.message}`;
    }
    const instead = this.errorPos();
    const pos = instead === noPos ? placePos(first.at) : instead;
    this.diagnostics.push({ code, severity: 'error', pos, end: endOf(first.at, pos), message });
  }
}

// An error about something invalid follows from one that was reported.
function isFollowOn(message: string): boolean {
  return message.indexOf('invalid operand') > 0 || message.indexOf('invalid type') > 0;
}

function endOf(place: Place, pos: Pos): Pos {
  if (typeof place === 'number') return pos;
  if (place instanceof Operand) return place.expr === null ? pos : place.expr.end;
  return isNode(place) ? place.end : ((pos + place.name.length) as Pos);
}

/** The line that points at another declaration of the name, if it has a place. */
export function otherDeclaration(object: Obj): readonly ErrorLine[] {
  if (object.pos === noPos) return [];
  return [{ at: object, message: `other declaration of ${object.name}` }];
}

export const invalidArgument = 'invalid argument: ';
export const invalidOperation = 'invalid operation: ';
