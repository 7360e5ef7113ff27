// The command line as a person calls it: the built file in a process of its own. The build goes
// into a folder of the test's, so that it is that of the sources as they are.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitArchive } from '../../scripts/archive.mjs';

const root = join(import.meta.dirname, '../..');
// Within the project, where the formatter's package is found.
let folder = '';
let bundle = '';

beforeAll(() => {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(root, 'node_modules/.cache/command-line-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const words = ['build', '--ssr', 'src/cli/main.ts', '--outDir', join(folder, 'built')];
  execFileSync(process.execPath, [vite, ...words, '--logLevel', 'error'], { cwd: root });
  bundle = join(folder, 'built/main.js');
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

function begin(words: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, [bundle, ...words], { cwd });
}

function call(words: readonly string[], input = '', cwd = folder): Promise<Ended> {
  const child = begin(words, cwd);
  child.stdin?.end(input);
  return ending(child);
}

function ending(child: ChildProcess): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  child.stdout?.on('data', (piece) => {
    texts.stdout += String(piece);
  });
  child.stderr?.on('data', (piece) => {
    texts.stderr += String(piece);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...texts, code })));
}

/** Writes the files of an archive below a new folder, and returns it. */
function unpack(name: string, archive: string): string {
  const at = join(folder, name);
  for (const { name: file, text } of splitArchive(archive)) {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  }
  return at;
}

describe('interleave', () => {
  it('runs a program from standard input, and exits as it does', async () => {
    const text = 'package main\n\nimport "os"\n\nfunc main() { print("bye"); os.Exit(7) }\n';
    expect(await call(['run', '-'], text)).toEqual({ stdout: '', stderr: 'bye', code: 7 });
  });

  it('runs an archive, and gives the program its own standard input', async () => {
    const archive = `-- go.mod --\nmodule m\n\ngo 1.27\n-- a.go --\npackage main\n\nimport (\n\t"fmt"\n\n\t"m/b"\n)\n\nfunc main() { var s string; fmt.Scan(&s); fmt.Println(b.Double(s)) }\n-- b/b.go --\npackage b\n\nfunc Double(s string) string { return s + s }\n`;
    writeFileSync(join(folder, 'prog.txtar'), archive);
    const ended = { stdout: 'xyxy\n', stderr: '', code: 0 };
    expect(await call(['run', 'prog.txtar'], 'xy')).toEqual(ended);
    expect(await call(['run', '--stdin', 'xy', 'prog.txtar'])).toEqual(ended);
    expect(await call(['run', '-'], archive)).toEqual({ stdout: '\n', stderr: '', code: 0 });
  });

  it('shows programs the files of their folder or archive, and writes to none', async () => {
    const text =
      'package main\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\tb, err := os.ReadFile("in/a.txt")\n\tfmt.Print(string(b), err, "\\n")\n\tos.WriteFile("in/a.txt", nil, 0o644)\n}\n';
    const archive = `-- m.go --\n${text}-- in/a.txt --\none é\n`;
    const at = unpack('files', archive);
    const ended = { stdout: 'one é\n<nil>\n', stderr: '', code: 0 };
    expect(await call(['run', 'm.go'], '', at)).toEqual(ended);
    expect(await call(['run', '-'], archive)).toEqual(ended);
    expect(readFileSync(join(at, 'in/a.txt'), 'utf8')).toBe('one é\n');
  });

  it('runs a folder of a module from anywhere in it', async () => {
    const at = unpack(
      'module',
      `-- go.mod --\nmodule m\n\ngo 1.27\n-- cmd/x/x.go --\npackage main\n\nimport "m/lib"\n\nfunc main() { println(lib.Name); y := 1 }\n-- lib/lib.go --\npackage lib\n\nconst Name = "lib"\n`,
    );
    const wanted = (file: string) => ({
      stdout: '',
      stderr: `# m/cmd/x\n${file}:5:34: declared and not used: y\n`,
      code: 1,
    });
    expect(await call(['run', './cmd/x'], '', at)).toEqual(wanted('cmd/x/x.go'));
    expect(await call(['run', '.'], '', join(at, 'cmd/x'))).toEqual(wanted('./x.go'));
    expect(await call(['run', 'x.go'], '', join(at, 'cmd/x'))).toMatchObject({
      stderr: '# command-line-arguments\n./x.go:5:34: declared and not used: y\n',
    });
  });

  it('finds modules in folders, by replace and by go.work', async () => {
    const at = unpack(
      'modules',
      [
        '-- app/go.mod --\nmodule x.y/app\n\ngo 1.27\n\nrequire x.y/dep v1.0.0\n',
        '\nreplace x.y/dep => ../dep\n',
        '-- app/app.go --\npackage main\n\nimport "x.y/dep/sub"\n\nfunc main() { sub.Say() }\n',
        '-- dep/go.mod --\nmodule x.y/dep\n\ngo 1.21\n',
        '-- dep/sub/sub.go --\npackage sub\n\nfunc Say() {\n\tvar f func()\n',
        '\tfor i := 0; i < 3; i++ {\n\t\tif i == 0 {\n\t\t\tf = func() { print(i) }\n',
        '\t\t}\n\t}\n\tf()\n}\n',
      ].join(''),
    );
    // One variable for all rounds: the module's own language version holds.
    const wanted = { stdout: '', stderr: '3', code: 0 };
    expect(await call(['run', './app'], '', at)).toEqual(wanted);
    writeFileSync(join(at, 'app/go.mod'), 'module x.y/app\n\ngo 1.27\n');
    expect(await call(['run', '.'], '', join(at, 'app'))).toMatchObject({ code: 1 });
    writeFileSync(join(at, 'go.work'), 'go 1.27\n\nuse (\n\t./app\n\t./dep\n)\n');
    expect(await call(['run', '.'], '', join(at, 'app'))).toEqual(wanted);
    writeFileSync(join(at, 'go.work'), 'go 1.27\n\nuse ./dep\n');
    const { stderr } = await call(['run', '.'], '', join(at, 'app'));
    expect(stderr).toMatch(/^current directory is contained in a module that is not one of /);
  });

  it('vets every package below a folder, each with its findings', async () => {
    const at = unpack(
      'vetted',
      '-- go.mod --\nmodule m\n\ngo 1.27\n-- a/a.go --\npackage a\n\nfunc F(x int) { x = x }\n-- b/b.go --\npackage b\n\nvar x = y\n-- c/c.go --\npackage c\n',
    );
    expect(await call(['vet', './...'], '', at)).toEqual({
      stdout: '',
      stderr: 'a/a.go:3:17: self-assignment of x\n# m/b\n# [m/b]\nvet: b/b.go:3:9: undefined: y\n',
      code: 1,
    });
  });

  it('names files by the shorter way from here', async () => {
    const at = unpack('far/away', '-- a.go --\npackage main\n\nfunc main() { x }\n');
    const path = join(at, 'a.go');
    const listing = (name: string) => `# command-line-arguments\n${name}:3:15: undefined: x\n`;
    expect((await call(['run', path], '', at)).stderr).toBe(listing('./a.go'));
    expect((await call(['run', path])).stderr).toBe(listing('far/away/a.go'));
    // From so far below, the way up is longer than the whole path.
    const below = join(folder, 'd/'.repeat(100));
    mkdirSync(below, { recursive: true });
    expect((await call(['run', path], '', below)).stderr).toBe(listing(path));
  });

  it('refuses bytes that are no UTF-8, and does not format them away', async () => {
    const path = join(folder, 'latin.go');
    const text = 'package main\n\nfunc main() {\n\tprintln("caf\xe9 \xfc", x)\n}\n';
    const latin = Buffer.from(text, 'latin1');
    writeFileSync(path, latin);
    expect(await call(['run', 'latin.go'])).toEqual({
      stdout: '',
      stderr:
        '# command-line-arguments\n./latin.go:4:14: invalid UTF-8 encoding\n./latin.go:4:20: undefined: x\n',
      code: 1,
    });
    expect(await call(['fmt', 'latin.go'])).toEqual({
      stdout: '',
      stderr: 'latin.go:4:14: illegal UTF-8 encoding\nlatin.go:4:16: illegal UTF-8 encoding\n',
      code: 2,
    });
    expect(readFileSync(path)).toEqual(latin);
  });

  it('runs packages by their import path, and only programs', async () => {
    const at = unpack(
      'named',
      '-- go.mod --\nmodule example.com/m\n\ngo 1.27\n-- cmd/a/a.go --\npackage main\n\nfunc main() { print(1) }\n-- b/b.go --\npackage b\n\nvar x = y\n-- c/c_windows.go --\npackage c\n\nvar x = y\n-- b/b_test.go --\npackage b\n',
    );
    const run = async (...words: readonly string[]) => (await call(words, '', at)).stderr;
    expect(await run('run', 'example.com/m/cmd/a')).toBe('1');
    expect(await run('run', './b')).toBe('package example.com/m/b is not a main package\n');
    expect(await run('run', 'b/b_test.go')).toBe('go: cannot run *_test.go files (b/b_test.go)\n');
    // c has no file for this system, so that the pattern does not mean it.
    expect(await run('vet', './...')).toBe(
      '# example.com/m/b\n# [example.com/m/b]\nvet: b/b.go:3:9: undefined: y\n',
    );
  });

  it('vets no tests that the go command cannot run', async () => {
    const test = 'package m\n\nimport "testing"\n\nfunc TestA(t testing.T) {}\n';
    const at = unpack('untestable', `-- go.mod --\nmodule m\n\ngo 1.27\n-- a_test.go --\n${test}`);
    expect(await call(['vet', '.'], '', at)).toEqual({
      stdout: '',
      stderr: 'a_test.go:5:1: wrong signature for TestA, must be: func TestA(t *testing.T)\n',
      code: 1,
    });
  });

  it('vets nothing that the go command cannot load', async () => {
    const text = 'package main\n\nimport "fooo/bar"\n\nfunc main() { bar.F() }\n';
    const at = unpack('unloaded', `-- a.go --\n${text}`);
    expect(await call(['vet', 'a.go'], '', at)).toEqual({
      stdout: '',
      stderr: 'a.go:3:8: package fooo/bar is not in std\n',
      code: 1,
    });
  });

  it('sends signals in virtual time', async () => {
    const text =
      'package main\n\nimport (\n\t"os"\n\t"os/signal"\n\t"time"\n)\n\nfunc main() {\n\tc := make(chan os.Signal, 1)\n\tsignal.Notify(c, os.Interrupt)\n\tstart := time.Now()\n\tprintln((<-c).String(), time.Since(start).Round(time.Millisecond).String())\n\tselect {}\n}\n';
    const words = ['run', '--signal', 'INT@1500ms', '--signal', 'SIGTERM@3s', '-'];
    expect(await call(words, text)).toEqual({ stdout: '', stderr: 'interrupt 1.5s\n', code: 143 });
    expect(await call(['run', '--signal', 'HUB@1s', '-'], text)).toMatchObject({
      stderr: expect.stringMatching(
        /^interleave: --signal takes NAME@TIME like INT@2s, not "HUB@1s"/,
      ),
      code: 2,
    });
  });

  it('says what is wrong with the words it is called with', async () => {
    expect(await call(['run', '--sed', '1', 'x.go'])).toEqual({
      stdout: '',
      stderr: 'interleave: unknown option --sed; did you mean --seed?\n',
      code: 2,
    });
    expect(await call(['test', '-cover'])).toMatchObject({
      stderr: 'interleave: -cover is not supported: coverage is not measured here\n',
      code: 2,
    });
    expect(await call(['run', 'none.go'])).toMatchObject({
      stderr: 'stat none.go: no such file or directory\n',
      code: 1,
    });
  });

  it('lets output out while the program runs, and stops at Ctrl-C', async () => {
    const text =
      'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("started"); for { } }\n';
    writeFileSync(join(folder, 'endless.go'), text);
    const words = ['run', '--trace', '--max-statements', '900000000000', 'endless.go'];
    const child = begin(words, folder);
    const ended = ending(child);
    // The program never ends, so this proves that the output came before.
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.kill('SIGINT');
    const { stdout, stderr, code } = await ended;
    expect(stdout).toMatch(/^started\n[\s\S]* print /);
    expect([stderr, code]).toEqual(['interleave: interrupted\n', 130]);
  });

  it('formats files, shows differences, and names what gofmt cannot read', async () => {
    const ugly = 'package main\nfunc main(){}\n';
    const at = unpack('ugly', `-- a.go --\n${ugly}-- bad.go --\npackage main\nfunc (\n`);
    expect(await call(['fmt', '-'], ugly)).toMatchObject({
      stdout: 'package main\n\nfunc main() {}\n',
    });
    expect(await call(['fmt', '-d', 'a.go'], '', at)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('+func main() {}\n'),
    });
    const { stdout, stderr, code } = await call(['fmt'], '', at);
    expect([stdout, code]).toEqual(['a.go\n', 2]);
    expect(stderr).toMatch(/^bad\.go:\d+:\d+: expected/);
    expect(readFileSync(join(at, 'a.go'), 'utf8')).toBe('package main\n\nfunc main() {}\n');
  });

  it('has help for every command', async () => {
    for (const command of ['run', 'test', 'vet', 'fmt', 'show']) {
      const { stdout, code } = await call([command, '--help']);
      expect([stdout.split('\n')[0], code]).toEqual([
        expect.stringContaining(`interleave ${command}: `),
        0,
      ]);
    }
  });
});
