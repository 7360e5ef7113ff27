// What a conformance run needs of the engine, as one module to build.

export { compile, start } from '../../src/engine/engine.ts';
export { checkSources } from '../../src/engine/go/compile.ts';
