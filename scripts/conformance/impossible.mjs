// Tests of Go's library that cannot pass in a simulator, by reason and package. A test that is
// listed and passes counts as a failure, so the lists stay true. Tests that skip themselves, and
// those that do not compile here, need no line.

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} names separated by spaces */
export const impossible = {
  'counts what the real allocator or collector does': {
    bufio: 'TestReadStringAllocs',
    io: 'TestMultiReaderFreesExhaustedReaders TestMultiWriter_WriteStringSingleAlloc',
    reflect: 'TestCallReturnsEmpty TestChanAlloc TestTypeAssertAllocs',
    runtime: `ExampleAddCleanup TestFinalizerInterfaceBig TestStringConcatenationAllocs
      TestCleanupUnreachablePointer TestCleanupUnreachableClosure TestStackGrowth TestMemStats
      TestPinnerPinKeepsAliveAndReleases`,
    'runtime/debug': 'TestFreeOSMemory',
    strings: 'TestBuilderAllocs TestBuilderGrow',
    sync: 'TestIssue40999',
    testing: 'TestAllocsPerRun',
    time: 'TestTimerGC',
  },
  'names files and functions of the real library': {
    'log/slog': 'TestRecordSource',
    runtime: 'TestCallersDeferNilFuncPanicWithLoop TestStackWrapperStackPanic',
  },
  'reads the settings of GODEBUG': {
    runtime: 'TestTracebackGoroutineLabels',
  },
  'looks at files of a real system': {
    os: 'TestChdirAndGetwd TestReaddirnamesOneAtATime',
  },
  'functions and promoted methods of types that no text of the program has': {
    reflect: `TestFuncOf TestStructOfEmbeddedIfaceMethodCall TestStructOfTooManyFields
      TestStructOfWithInterface`,
  },
  'slices of 2^63 elements': {
    slices: 'TestConcat_too_large TestRepeat',
  },
  'sizes of types near 2^64': {
    reflect: 'TestStructOfTooLarge',
  },
  'the binary trace that Go’s own runtime writes': {
    'os/signal': 'TestSignalTrace',
    'runtime/trace': 'TestTraceStartStop TestTraceAndFlightRecorder',
  },
  'profiles are not taken': {
    'runtime/pprof': `TestBlockMutexProfileInlineExpansion TestEmptyCallStack
      TestMutexBlockFullAggregation TestProfileRecordNullPadding TestWriteToErr`,
  },
  'a signalling NaN has no bits of its own in JavaScript': {
    reflect: 'TestConvertNaNs TestSignalingNaNArgument TestSignalingNaNReturn',
  },
  'writes to memory that the real one may not write to': {
    reflect: 'TestTypeFieldReadOnly',
  },
  'limits the tables of Go’s own compiled patterns': {
    regexp: 'TestBadCompile',
  },
};
