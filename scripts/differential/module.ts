// What a differential run needs, as one module to build: the generator and the engine.

export { compile, outputOf, start } from '../../src/engine/engine.ts';
export { generate } from './generate.ts';
export { Random } from './random.ts';
