// Checks the source while it is being typed, in a worker of its own, so that a program that runs
// does not keep the typist waiting.

import { expose } from 'comlink';
import { diagnose } from '../engine/engine.ts';
import type { CheckerService } from './protocol.ts';

const service: CheckerService = {
  check: (fileName, text) => diagnose([{ name: fileName, text }]),
};

expose(service);
