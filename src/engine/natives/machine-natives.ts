// Natives of the packages that stand on the scheduler and the clock: sync, sync/atomic, time,
// runtime. The library's other natives are in library-natives.ts.

import { machineNatives, type Native, pureNatives } from '../machine/native.ts';
import { atomicNatives } from './atomic.ts';
import { coroutineNatives } from './coroutine.ts';
import { runtimeNatives } from './runtime.ts';
import { mutexNatives } from './sync-mutex.ts';
import { rwMutexNatives } from './sync-rw-mutex.ts';
import { syncNatives } from './sync.ts';
import { synctestNatives } from './synctest.ts';
import { testingNatives } from './testing.ts';
import { zoneNatives } from './time-zones.ts';
import { pureTimeNatives, timeNatives } from './time.ts';

/** Name and function of each. */
export const schedulingNatives: readonly (readonly [string, Native])[] = [
  ...machineNatives(mutexNatives),
  ...machineNatives(rwMutexNatives),
  ...machineNatives(syncNatives),
  ...machineNatives(atomicNatives),
  ...machineNatives(timeNatives),
  ...machineNatives(runtimeNatives),
  ...machineNatives(testingNatives),
  ...machineNatives(synctestNatives),
  ...machineNatives(coroutineNatives),
  ...pureNatives(pureTimeNatives),
  ...pureNatives(zoneNatives),
];
