// `interleave test` as people call it: the go command's lines for each package, and the search for a
// schedule under which tests fail.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterEach, expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';
import { testCommand } from './test-command.ts';

const lostUpdate = `package shop

import (
	"sync"
	"testing"
)

func TestCount(t *testing.T) {
	n := 0
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			v := n
			for range 3 {
			}
			n = v + 1
		})
	}
	wg.Wait()
	if n != 2 {
		t.Errorf("n = %d", n)
	}
}
`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-test-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What the command prints on standard output, its folder shown as DIR, and its exit code. */
async function run(
  folder: string,
  ...words: readonly string[]
): Promise<{ readonly output: string; readonly exitCode: number }> {
  const pieces: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = (piece: string | Uint8Array): boolean => {
    pieces.push(Buffer.from(piece).toString('utf8'));
    return true;
  };
  try {
    const command = parseCommand(['test', ...words]);
    if (command.kind !== 'test') throw new Error('not a test command');
    const exitCode = await testCommand(command);
    return { output: pieces.join('').replaceAll(folder, 'DIR'), exitCode };
  } finally {
    process.stdout.write = write;
  }
}

test('every package below a folder gets its line', async () => {
  const folder = folderOf({
    'go.mod': 'module shop\n\ngo 1.27\n',
    'shop_test.go': lostUpdate,
    'price/price.go': 'package price\n',
    'cart/cart_test.go':
      'package cart\n\nimport "testing"\n\nfunc TestCart(t *testing.T) { t.Fail() }\n',
  });
  expect(await run(folder, `${folder}/...`)).toEqual({
    output:
      'ok  \tshop\t0.000s\n--- FAIL: TestCart (0.00s)\nFAIL\nFAIL\tshop/cart\t0.000s\n' +
      '?   \tshop/price\t[no test files]\nFAIL\n',
    exitCode: 1,
  });
});

test('what vet and the compiler say goes to standard error, also of packages without tests', async () => {
  const folder = folderOf({
    'go.mod': 'module shop\n\ngo 1.27\n',
    'a/a.go': 'package a\n\nimport "fmt"\n\nfunc F() { fmt.Printf("%d", "x") }\n',
    'b/b.go': 'package b\n\nvar x int = ""\n',
  });
  expect(await run(folder, `${folder}/...`)).toEqual({
    output: 'FAIL\tshop/a [build failed]\nFAIL\tshop/b [build failed]\nFAIL\n',
    exitCode: 1,
  });
});

test('-list names what there is, and -args hands words to the tests', async () => {
  const args =
    'package shop\n\nimport (\n\t"flag"\n\t"testing"\n)\n\nfunc TestArgs(t *testing.T) { t.Log(flag.Args()) }\n\nfunc BenchmarkArgs(b *testing.B) {}\n';
  const folder = folderOf({ 'go.mod': 'module shop\n\ngo 1.27\n', 'shop_test.go': args });
  const listed = await run(folder, '-list', 'Bench', folder);
  expect(listed.output).toBe('BenchmarkArgs\nok  \tshop\t0.000s\n');
  const { output } = await run(folder, '-v', folder, '-args', 'a', '-b');
  expect(output).toContain('shop_test.go:8: [a -b]\n');
});

test('a schedule is found under which an update is lost, and can be repeated', async () => {
  const folder = folderOf({ 'go.mod': 'module shop\n\ngo 1.27\n', 'shop_test.go': lostUpdate });
  const { output, exitCode } = await run(folder, '--seeds', '100', folder);
  expect(exitCode).toBe(1);
  const seed = /fails under schedule (\d+); to repeat it: interleave test --seed/.exec(output)?.[1];
  expect(seed).toBeDefined();
  const again = await run(folder, '--seed', String(seed), folder);
  expect(output.startsWith(again.output.replace(/FAIL\n$/, ''))).toBe(true);
  expect(again.output).toContain('n = 1');
});

test('tests that no schedule breaks pass once for all', async () => {
  const safe = lostUpdate.replace('v := n', 'mu.Lock(); defer mu.Unlock(); v := n');
  const text = safe.replace('n := 0', 'n := 0\n\tvar mu sync.Mutex');
  const folder = folderOf({ 'go.mod': 'module shop\n\ngo 1.27\n', 'shop_test.go': text });
  expect(await run(folder, '--seeds', '20', folder)).toEqual({
    output: 'ok  \tshop\t0.000s [20 schedules]\n',
    exitCode: 0,
  });
});

test('--race makes the test fail that has the race', async () => {
  const folder = folderOf({ 'go.mod': 'module shop\n\ngo 1.27\n', 'shop_test.go': lostUpdate });
  const { output, exitCode } = await run(folder, '--race', folder);
  expect(exitCode).toBe(1);
  expect(output).toMatch(
    /WARNING: DATA RACE[\s\S]*--- FAIL: TestCount \(0\.00s\)\n {4}testing\.go:\d+: race detected during execution of test\n/,
  );
});

test('--json is one object for scripts', async () => {
  const folder = folderOf({ 'go.mod': 'module shop\n\ngo 1.27\n', 'shop_test.go': lostUpdate });
  const { output } = await run(folder, '--json', '-v', folder);
  expect(JSON.parse(output)).toMatchObject({
    package: 'shop',
    verdict: 'exit',
    exitCode: 0,
    output: '=== RUN   TestCount\n--- PASS: TestCount (0.00s)\nPASS\n',
  });
});

test('tests find the files of the whole module, from the folder of their package', async () => {
  const text = `package pkg

import (
	"os"
	"testing"
)

func TestFiles(t *testing.T) {
	for _, name := range []string{"own.txt", "../other/file.txt", "../go.mod"} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat("../../other"); err == nil {
		t.Error("there is something above the module")
	}
}
`;
  const folder = folderOf({
    'go.mod': 'module shop\n\ngo 1.27\n',
    'other/file.txt': 'text\n',
    'pkg/own.txt': 'text\n',
    'pkg/pkg_test.go': text,
  });
  const { output, exitCode } = await run(folder, join(folder, 'pkg'));
  expect(output).toMatch(/^ok {2}\tshop\/pkg\t0\.000s\n$/);
  expect(exitCode).toBe(0);
});
