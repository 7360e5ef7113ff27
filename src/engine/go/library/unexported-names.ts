// Names that Go's packages keep for themselves, as far as the compiler sees them when it imports a
// package: what it says of `math.sqrt` and of `mutex.state` differs from what it says of other
// misspelt names. Obtained from the compiler's own export data.

/** A field or method that is not exported, of a type that is. */
export interface KeptMember {
  readonly name: string;
  readonly kind: 'field' | 'method' | 'pointer method';
}

// After a path and a colon the package's own names; after a point and a type's name its members,
// methods with (), and with * if the receiver is a pointer. Of names that differ in case alone, only
// that which the compiler finds first.
const names = `
bufio:
.Reader *fill() *readErr() *collectFragments() *writeBuf() buf rd r w err lastByte lastRuneSize
.Scanner *advance() *setErr() r maxTokenSize token buf start end empties scanCalled done
.Writer err buf n wr
bytes: asciiSpace errUnreadByte genSplit indexFunc lastIndexFunc readOp splitSeq
.Buffer *empty() *tryGrowByReslice() *grow() *readSlice() buf off lastRead
.Reader s i prevRune
cmp: isNaN
container/list:
.Element list
.List *lazyInit() *insert() *insertValue() *remove() *move() root
container/ring:
.Ring *init()
context: backgroundCtx contextName emptyCtx todoCtx value withoutCancelCtx
crypto/md5: digest
crypto/sha1: digest
crypto/sha3: sumSHAKE128 sumSHAKE256
.SHA3 *init() s
.SHAKE *init() s
encoding/base32: decodedLen decoder encoder newlineFilteringReader
.Encoding *decode() decodeMap padChar
encoding/base64: decodedLen decoder encoder newlineFilteringReader
.Encoding *decodeQuantum() decodeMap padChar
encoding/binary: bigEndian littleEndian nativeEndian
encoding/csv: position
.Reader *readLine() *readRecord() r numLine offset rawBuffer recordBuffer fieldIndexes
fieldPositions lastRecord
.Writer *fieldNeedsQuotes() w
encoding/hex: decoder dumper encoder
encoding/json: checkValid
.Decoder dec opts err hadPeeked hadEOF
.Encoder w opts err indentBuf indentPrefix indentValue
.MarshalerError sourceFunc
.SyntaxError msg
errors: asType errorString joinError
flag: boolFuncValue boolValue durationValue errParse float64Value funcValue int64Value intValue
newBoolValue newDurationValue newFloat64Value newInt64Value newIntValue newStringValue
newUint64Value newUintValue stringValue uint64Value uintValue
.FlagSet *defaultUsage() *sprintf() *failf() *usage() *parseOne() actual formal undef
fmt: errorf stringReader
hash/adler32: digest update
hash/crc32: digest ieeeInitOnce update
hash/crc64: digest update
hash/fnv: sum128 sum128a sum32 sum32a sum64 sum64a
hash/maphash: comparableHash randUint64 runtime_rand writeComparable
.Hash *initSeed() *flush() state buf n
.Seed s
html: htmlEscaper
io: copyBuffer errOffset errWhence multiReader multiWriter nopCloser nopCloserWriterTo onceError
pipe teeReader
.OffsetWriter w base off
.PipeReader pipe
.PipeWriter r
.SectionReader r base off limit n
io/fs: dirInfo globWithLimit
iter: coro coroswitch goexitPanicValue newcoro
log: std
.Logger outMu out flag isDiscard
log/slog: commonHandler defaultLogger groupptr handleState handlerWriter kind kindStrings
logLoggerLevel stringptr timeLocation timeTime
.Attr isEmpty()
.JSONHandler commonHandler
.Level *parse()
.LevelVar val
.Logger *clone()
.MultiHandler multi
.Record front nFront back
.Source *group() *isEmpty()
.TextHandler commonHandler
.Value str() float() isEmptyGroup() append() num
maps: clone
math: acos acosh archCeil archExp archFloor archHypot archLog archMax archMin archTrunc asin asinh
atan atan2 atanh cbrt cos cosh erf erfc exp2 expm1 frexp ldexp log10 log1p log2 mod pow
pow10negtab32 pow10postab32 pow10tab remainder sin sinh sqrt tan tanh
math/big: divisor form low64 nat natOne stack stackInner stackPool
.ErrNaN msg
.Float *setExpAndRound() *validate() *validate0() *round() *setBits64() *uadd() *usub() *umul()
*uquo() *ucmp() *ord() *scan() *pow5() *fmtB() *fmtX() *fmtP() *sqrtInverse() form mant exp
.Int *setFromScanner() *expSlow() *lehmerGCD() *modSqrt3Mod4Prime() *modSqrt5Mod8Prime()
*modSqrtTonelliShanks() *scan() *scaleDenom()
.Rat *norm() *marshal() a b
math/bits: deBruijn32tab deBruijn64tab overflowError
math/rand: newSource rngSource
.Rand src s64 readVal readPos
.Zipf *h() *hinv() r imax v q s oneminusQ oneminusQinv hxm hx0minusHxm
math/rand/v2: errUnmarshalPCG globalRand intType
.ChaCha8 state readBuf readLen
.PCG *next() hi lo
.Rand *uint32n() src
.Zipf *h() *hinv() r imax v q s oneminusQ oneminusQinv hxm hx0minusHxm
os: dirBufPool dirFS dirInfo executable file fileStat findProcess fixLongPath hostname
ignoringEINTR joinPath newFileFromNewFile newRawConn processHandle processStatus rawConn
readdirMode readlink removeAll rename root rootChmod rootChown rootChtimes rootFS rootLchown
rootLink rootReadlink rootRemove rootRemoveAll rootRename rootSymlink sameFile syscallMode
sysfdType tempDir timeout underlyingErrorIs
.File *wrapErr() *pread() *pwrite() *checkValid() *lstatat() *lstatatNolog() *spliceToFile()
*copyFileRange() file
.Process *handleTransientAcquire() *handleTransientRelease() *pidStatus() *doRelease() *pidWait()
*pidSignal() *pidfdWait() *pidfdSendSignal() *blockUntilWaitable() state sigMu handle cleanup
.ProcessState status rusage
.Root *logOpen() *logStat() root
os/signal: cancel disableSignal ignoreSignal signal_disable signal_ignore
path/filepath: globWithLimit join splitList
reflect: aNameOff aTextOff aTypeOff bytesType dummy elem escapes flag makeMethodValue
overflowFloat32 packEfaceData packIfaceValueIntoEmptyIface resolveNameOff resolveTextOff
resolveTypeOff rtype runtimeSelect select0 toRType toType uncommonType unpackEface valueInterface
valueMethodName
.MapIter m hiter
.Type common() uncommon()
.Value typ() pointer() panicNotBool() bytesSlow() runes() capNonSlice() lenNonSlice() setRunes()
stringNonString() typeSlow() abiType() abiTypeSlow() extendSlice() assignTo() typ_ ptr flag
regexp: bitState compile entry input inputBytes inputReader inputString inputs job lazyFlag machine
onePassInst onePassProg queue thread
.Regexp *tryBacktrack() *backtrack() *doOnePass() *doMatch() *find() *get() *put() *replaceAll()
*pad() *matches() *all() *allString() *allIndex() *allStringIndex() *allSubmatch()
*allStringSubmatch() *allSubmatchIndex() *allStringSubmatchIndex() *_All() *_AllString()
*_AllIndex() *_AllStringIndex() *_AllSubmatch() *_AllStringSubmatch() *_AllSubmatchIndex()
*_AllStringSubmatchIndex() expr prog onepass maxBitStateLen prefix prefixBytes prefixRune prefixEnd
mpool matchcap prefixComplete cond minInputLen
regexp/syntax: dumpInst dumpProg instOpNames parse
.Inst *op()
.Prog *skipNop()
runtime: _defer _func _panic _type acquirem add addCleanup addb addrRange addrRanges alignDown
alignUp allglen allm allp ancestorInfo arenaHint arenaIdx arenaIndex assertLockHeld
assertWorldStoppedOrLockHeld atomicHeadTailIndex atomicMSpanPointer atomicOffAddr
atomicScavChunkData atomicSpanSetSpinePointer atomicstorep atomicwb badTimer bitvector bool2int
breakpoint buildVersion callCleanup callers cgoCallers checkTimeouts checkmarksMap chunkIdx
cleanupBlock cleanupBlockHeader cleanupFn cleanupQueue coro debug defaultGOROOT divRoundUp dlogPerM
dounlockOSThread eface efaceOf findObject firstmoduledata fixalloc funcInfo functab funcval g gList
gQueue gTraceState gcBgMarkWorkerNode gcBits gcCleanups gcMarkWorkerMode gcUsesSpanInlineMarkBits
gcWork gclink gclinkptr gcount getLockRank getg gobuf gogetenv gomaxprocs goroutineProfileState
goroutineProfileStateHolder goschedImpl gosched_m gsignalStack guintptr hchan headTailIndex
heapArena heapBitsInSpan heldLockInfo immortalWeakHandleMap inUserArenaChunk initTask
isGoPointerWithoutSpan isIdleInSynctest isWaitingForSuspendG lfnode lfstack limiterEvent
limiterEventStamp limiterEventType linearAlloc listHeadManual listNodeManual lock lock2 lockInit
lockNames lockRank lockRankStruct lockWithRank m mLockProfile mOS mSpanList mSpanState
mSpanStateBox mTraceState mWaitList mWeakPointer makeLimiterEventStamp makeSpanClass markBits
maxCleanupGs maybeTraceableChan maybeTraceablePtr mcache mcall mcentral metricFloat64Histogram
metricKind metricValue mheap mheap_ minOffAddr mlink moduledata modulehash mspan muintptr mutex
mutexprofilerate nameOff nanotime nanotime1 ncgocall newMarkBits noescape notInHeap note
numCPUStartup objptr offAddr p pTraceState pageAlloc pageBits pageCache pallocBits pallocData
pallocSum pcHeader pcvalueCache pcvalueCacheEnt persistentAlloc pinState pinner pinnerBits
profAtomic profBuf profBufReadMode profIndex ptabEntry ptrtype puintptr releasem scavChunkData
scavChunkFlags scavengeIndex sched schedt setCleanupContext sigset sizeClassScanStats spanAllocType
spanClass spanInlineMarkBits spanInlineMarkBitsFromBase spanOf spanQueue spanSPMC spanScanOwnership
spanSet spanSetBlock spanSetBlockHeader spanSetBlockHeader2 spanSetSpinePointer special
specialfinalizer srcFunc stack stackfreelist stwReason stwReasonStrings sudog synctestBubble
sysMemStat sysmontick systemstack textsect throw throwType timeHistogram timer timerWhen timers
trace traceAcquire traceAcquireEnabled traceAdvance traceAllocFreeEnabled traceArg traceBlockReason
traceBuf traceBufHeader traceBufQueue traceEnabled traceEventWriter traceGoStopReason traceLocker
traceMap traceMapNode traceNextGen traceRegionAlloc traceRegionAllocBlock
traceRegionAllocBlockHeader traceRelease traceSchedResourceState traceStack traceStackTable
traceStringTable traceTime traceTypeTable traceWriter typeOff typePointers unlock unlock2
unlockWithRank unpackScavChunkData waitReason waitReasonStrings waitq wakeableSleep wbBuf
wbBufFlush winlibcall workbuf workbufhdr writeBarrier writeUserArenaHeapBits xRegPerG xRegPerP
xRegState xRegs zerobase
.Cleanup id ptr
.Frame startLine funcInfo
.Frames callers nextPC frames frameStore
.Func *raw() *funcInfo() *startLine() opaque
.Pinner pinner
.TypeAssertionError _interface concrete asserted missingMethod
runtime/debug: freeOSMemory setGCPercent setMaxStack setMaxThreads setMemoryLimit setPanicOnFault
runtime/pprof: writeHeap writeHeapInternal
.LabelSet list
.Profile mu m write
runtime/trace: eventTime frequency noopRegion rawGeneration recorder runtime_traceAdvance timestamp
traceMultiplexer tracing userRegion userTaskEnd
.FlightRecorder err header active ringMu ring freq targetSize targetPeriod writing wantSize wantDur
.Region id regionType
.Task id
slices: breakPatternsCmpFunc breakPatternsOrdered choosePivotCmpFunc choosePivotOrdered
heapSortCmpFunc heapSortOrdered insertionSortCmpFunc insertionSortOrdered isNaN
medianAdjacentCmpFunc medianAdjacentOrdered medianCmpFunc medianOrdered nextPowerOfTwo
order2CmpFunc order2Ordered overlaps partialInsertionSortCmpFunc partialInsertionSortOrdered
partitionCmpFunc partitionEqualCmpFunc partitionEqualOrdered partitionOrdered pdqsortCmpFunc
pdqsortOrdered reverseRangeCmpFunc reverseRangeOrdered rotateCmpFunc rotateLeft rotateRight
siftDownCmpFunc siftDownOrdered sortedHint stableCmpFunc startIdx swapRangeCmpFunc symMergeCmpFunc
xorshift
sort: isNaN reverse
strconv: appendQuotedRuneWith appendQuotedWith quoteRuneWith quoteWith unquote
strings: asciiSpace genSplit indexFunc lastIndexFunc replacer splitSeq
.Builder *copyCheck() *grow() addr buf
.Reader s i prevRune
.Replacer *buildOnce() *build() once r oldnew
structs: hostLayout
sync: copyChecker eface noCopy notifyList poolChain poolChainElt poolDequeue poolLocal
poolLocalInternal rlocker runtime_SemacquireRWMutexR
.Cond noCopy notify checker
.Map m
.Mutex mu
.Once *doSlow() done m
.Pool *getSlow() *pin() *pinSlow() noCopy local localSize victim victimSize
.RWMutex *rUnlockSlow() w writerSem readerSem readerCount readerWait
.WaitGroup noCopy state sema
sync/atomic: align64 b32 efaceWords firstStoreInProgress noCopy
.Bool v
.Int32 v
.Int64 v
.Pointer v
.Uint32 v
.Uint64 v
.Uintptr v
.Value v
syscall: _C_long _Socklen cmsgAlignOf fcntl fcntl64Syscall forkExec fstatat futimesat getsockopt
gettimeofday linkat mapper mmapper openat pread prlimit1 ptrace ptracePeek ptracePoke ptracePtr
pwrite rawSyscallNoError read readlinkat reboot sendfile setTimespec setTimeval setsockopt socket
symlinkat unlinkat utimensat utimes write
.Cmsghdr *data()
.NetlinkRouteRequest *toWireFormat()
.Sockaddr sockaddr()
.SockaddrInet4 *sockaddr() raw
.SockaddrInet6 *sockaddr() raw
.SockaddrLinklayer *sockaddr() raw
.SockaddrNetlink *sockaddr() raw
.SockaddrUnix *sockaddr() raw
testing: benchState chatty chattyFlag chattyPrinter common corpusEntry cover durationOrCountFlag
filterMatch fuzzMode fuzzResult fuzzState highPrecisionTime matcher outputWriter panicHandling
runBenchmarks runExamples short testBinary testDeps testState timeout
.B *runN() *run1() *run() *doBench() *launch() *stopOrScaleBLoop() *loopSlowPath() *add()
*trimOutput() common importPath bstate previousN previousDuration benchFunc benchTime bytes
missingBytes timerOn showAllocResult result parallelism startAllocs startBytes netAllocs netBytes
extra
.BenchmarkResult mbPerSec()
.F *report() common fstate tstate inFuzzFn corpus result fuzzCalled
.InternalExample *processRunResult()
.M *before() *after() *writeProfiles() *startAlarm() *stopAlarm() deps tests benchmarks fuzzTargets
examples timer afterOnce numRun exitCode
.PB globalN grain cache bN
.T *checkParallel() *report() common denyParallel tstate
.TB private()
testing/fstest: fsOnly mapFileInfo noSub
.MapFS resolveSymlinks()
testing/iotest: dataErrReader errReader halfReader oneByteReader readLogger timeoutReader
truncateWriter writeLogger
testing/quick: defaultMaxCount sizedValue
.Config *getRand() *getMaxCount()
text/tabwriter: cell
.Writer *addLine() *reset() *dump() *write0() *writeN() *writePadding() *writeLines() *format()
*append() *updateWidth() *startEscape() *endEscape() *terminateCell() *handlePanic()
*flushNoDefers() output minwidth tabwidth padding padbytes flags buf pos cell endChar lines widths
text/template: common missingKeyAction option parseFS parseFiles parseGlob readFileOS
.Template *setOption() *init() *copy() *associate() common leftDelim rightDelim
time: absCentury absCyear absDays absJanFeb absLeap absMonth absSeconds absYday fmtInt longDayNames
longMonthNames parseStrictRFC3339 stopTimer unixTime utcLoc zone zoneTrans
.Duration format()
.Location *get() *lookup() *lookupFirstZone() *firstZoneUsed() *lookupName() name zone tx extend
cacheStart cacheEnd cacheZone
.Ticker initTicker
.Time appendFormatRFC3339() appendStrictRFC3339() *nsec() *sec() *unixSec() *addSec() *setLoc()
*stripMono() *setMono() *mono() absSec() locabs() appendTo() wall ext loc
.Timer initTimer
unicode: d isExcludingLatin properties to
unicode/utf16: decode
unicode/utf8: acceptRange acceptRanges appendRuneNonASCII decodeRuneInStringSlow decodeRuneSlow
encodeRuneNonASCII first
unique: canonMap clone cloneSeq entry indirect makeCloneSeq newCanonMap newEntryNode
newIndirectNode node runtime_rand uniqueMap uniqueMaps zero
uuid:
.UUID *setVersion() *setVariant()
`;

interface KeptNames {
  readonly own: Set<string>;
  /** By type, then by the name in lower case. */
  readonly members: Map<string, Map<string, KeptMember>>;
}

let table: ReadonlyMap<string, KeptNames> | null = null;

function keptNames(): ReadonlyMap<string, KeptNames> {
  table ??= readNames();
  return table;
}

function readNames(): ReadonlyMap<string, KeptNames> {
  const all = new Map<string, KeptNames>();
  let current: KeptNames = { own: new Set(), members: new Map() };
  let members: Map<string, KeptMember> | null = null;
  for (const word of names.trim().split(/\s+/)) {
    if (word.endsWith(':')) {
      current = { own: new Set(), members: new Map() };
      members = null;
      all.set(word.slice(0, -1), current);
    } else if (word.startsWith('.')) {
      members = new Map();
      current.members.set(word.slice(1), members);
    } else if (members === null) {
      current.own.add(word);
    } else {
      const name = word.replace(/^\*|\(\)$/g, '');
      const method = word.startsWith('*') ? 'pointer method' : 'method';
      members.set(name.toLowerCase(), { name, kind: word.endsWith(')') ? method : 'field' });
    }
  }
  return all;
}

/** Whether Go's package has a name for itself. */
export function keepsName(path: string, name: string): boolean {
  return keptNames().get(path)?.own.has(name) === true;
}

const none: ReadonlyMap<string, KeptMember> = new Map();

/** What a type of Go's package has for itself, by the name in lower case. */
export function keptMembers(path: string, type: string): ReadonlyMap<string, KeptMember> {
  return keptNames().get(path)?.members.get(type) ?? none;
}
