// What a conformance run needs of the engine, as one module to build.

export { compile, start } from '../../src/engine/engine.ts';
export { checkSources } from '../../src/engine/go/compile.ts';
export { compileTests, testArguments } from '../../src/engine/go-test.ts';
export { libraryPackages } from '../../src/engine/go/library/library.ts';
export { isBuilt } from '../../src/engine/go/load/build-constraints.ts';
export { prune } from './prune.ts';
export { checkTypes } from './check-types.ts';
