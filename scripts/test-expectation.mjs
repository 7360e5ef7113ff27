// The recorded output of `go test` for the archives of src/testdata/tests (`<name>.out` beside
// `<name>.txtar`), in the normal form in which it is compared. Invariants: normalising twice changes
// nothing; pure, no Node modules.
//
// An archive's comment says in a line `go test FLAGS` how it is run. What differs from run to run
// is made equal: durations, goroutine ids but main's, addresses, what benchmarks measure; stacks
// keep only the frames of the package's own files.

/** @param {string} archive the text of an archive @returns {string[]} the flags of its command */
export function testFlags(archive) {
  const line = /^go test\b(.*)$/m.exec(archive)?.[1] ?? '';
  return line.split(' ').filter((word) => word !== '');
}

/** @param {string} output @param {number} exit @returns {string} the content of a record */
export function printTestRecord(output, exit) {
  return `${normaliseTestOutput(output)}-- exit --\n${exit}\n`;
}

/** @param {string} output what `go test` wrote @returns {string} */
export function normaliseTestOutput(output) {
  return withoutLibraryFrames(output)
    .replace(/\(\d+\.\d\ds\)/g, '(0.00s)')
    .replace(/^(ok {2}|FAIL)(\t\S+\t)\d+\.\d+s/gm, '$1$20.000s')
    .replace(/^cpu: .*\n/gm, '')
    .replace(/^(Benchmark\S*) *\t *\d+\t.*$/gm, benchmarkLine)
    .replace(/\bgoroutine (?!1\b)\d+\b/g, 'goroutine N')
    .replace(/^(\[signal SIG\w+: [^\]]* addr=)0x[0-9a-f]+ pc=0x[0-9a-f]+\]$/gm, '$10x0 pc=0x0]')
    .replace(/\b0x[0-9a-f]{6,}\b/g, '0xADDR')
    .replace(/^( +)(?:testing|test|benchmark|fuzz)\.go:\d+: /gm, '$1testing.go:N: ')
    .replace(/\b_testmain\.go:\d+/g, '_testmain.go:N')
    .replace(synctestCreators, 'created by testing/synctest in')
    .replace(/^\/tmp\/[^/\s]+\/(\S+\.go:\d+:\d+: )/gm, '$1')
    .replace(/ is not in std \(.*\)$/gm, ' is not in std');
}

/** The library's own goroutines that a bubble begins with. */
const synctestCreators =
  /created by (?:testing\/synctest\.\w+|internal\/synctest\.Run|testing\.runInBubble) in/g;

/** @param {string} line @param {string} name */
function benchmarkLine(line, name) {
  const units = line.match(/[^\s\d.][^\t]*$|(?<=\d )[^\t]+(?=\t)/g) ?? [];
  return `${name} N ${units.map((unit) => `N ${unit.trim()}`).join(' ')}`;
}

/** @param {string} output */
function withoutLibraryFrames(output) {
  const lines = output.split('\n');
  /** @type {string[]} */
  const kept = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const place = /^\t(\S+\.(?:go|s)):(\d+)(?: \+0x[0-9a-f]+)?$/.exec(lines[at + 1] ?? '');
    if (place === null) {
      kept.push(line);
      continue;
    }
    at++;
    const [, file = '', number = ''] = place;
    const isOwn = !/\/src\/(testing|runtime|internal|sync|time|context|os|reflect)\//.test(file);
    if (!isOwn && !line.startsWith('created by ')) continue;
    kept.push(line.replace(/\([^()]*(\([^()]*\)[^()]*)*\)$/, '(...)'));
    if (isOwn) kept.push(`\t${file.replace(/^.*\//, '')}:${number}`);
  }
  return kept.join('\n');
}
