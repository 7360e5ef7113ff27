// Checks the source while it is being typed, in a worker of its own, so that a program that runs
// does not keep the typist waiting.

import { expose } from 'comlink';
import { diagnose } from '../engine/diagnose.ts';
import { editorPlaces } from './editor-places.ts';
import type { CheckerService } from './protocol.ts';

const service: CheckerService = {
  check: (fileName, text) => {
    const place = editorPlaces(fileName, text);
    return diagnose([{ name: fileName, text }]).map(place);
  },
};

expose(service);
