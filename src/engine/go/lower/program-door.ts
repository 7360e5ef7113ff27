// What the lowering of one function asks of its program: every number in its statements comes
// through here, and everything that it makes reachable. So a list of what was asked is all that
// another program needs to have the same function (recording-door.ts, acts.ts).

import type { ProgramLowering } from './program-lowering.ts';
import type { TypeTable } from './type-table.ts';

export type TypeDoor = Pick<
  TypeTable,
  'entry' | 'kind' | 'isAggregate' | 'idOf' | 'basic' | 'pointerTo' | 'sliceOf' | 'emptyInterface'
>;

export interface ProgramDoor
  extends Pick<
    ProgramLowering,
    | 'options'
    | 'packages'
    | 'methods'
    | 'earlyPanics'
    | 'hoists'
    | 'newFunc'
    | 'setFunc'
    | 'declarationOf'
    | 'nativeOrNull'
    | 'isPure'
    | 'nameOf'
    | 'declared'
    | 'nativeFunction'
    | 'boundMethod'
    | 'methodExpression'
    | 'methodType'
    | 'functionType'
    | 'useDynamically'
    | 'callMethod'
    | 'global'
    | 'newSite'
  > {
  readonly types: TypeDoor;
}
