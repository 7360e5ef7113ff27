// One small program through every stage, each printed: read this first. Two goroutines play one
// ball over an unbuffered channel; every arrow of ARCHITECTURE.md is one step below.

import { expect, test } from 'vitest';
import { compile, recordingOf, start } from './engine/engine.ts';
import { checkSources } from './engine/go/compile.ts';
import { printProgram } from './engine/go/ir/print-ir.ts';
import { parse } from './engine/go/syntax/parser.ts';
import { FileSet } from './engine/go/syntax/pos.ts';
import { printAst } from './engine/go/syntax/print-ast.ts';
import { scan } from './engine/go/syntax/scanner.ts';
import { printTypes } from './engine/go/types/print-types.ts';
import { foldTo } from './engine/trace/fold.ts';
import { printTrace } from './engine/trace/print-trace.ts';
import { printWorld } from './engine/trace/print-world.ts';
import { evaluate } from './testing/run-corpus.ts';

const source = `package main

func main() {
	ball := make(chan int)
	go func() { // player
		ball <- <-ball + 1
	}()
	ball <- 1
	println(<-ball)
}
`;

/** The program, compiled; it has no errors. */
function program() {
  const compiled = compile([{ name: 'main.go', text: source }]);
  if (!compiled.ok) throw new Error(compiled.text);
  return compiled.program;
}

/** The whole run under Go's own scheduling. */
function recording() {
  const run = start(program(), { scheduling: { kind: 'go', seed: 1 }, evaluate });
  run.machine.runTo(1_000_000);
  return recordingOf(run);
}

test('source text becomes tokens', () => {
  const file = new FileSet().addFile('main.go', source);
  const tokens = scan(file).slice(0, 16);
  expect(tokens.map((token) => token.text || token.kind).join(' ')).toMatchInlineSnapshot(
    `"package main newline func main ( ) { ball := make ( chan int ) newline"`,
  );
});

test('tokens become a tree', () => {
  const file = new FileSet().addFile('main.go', source);
  expect(printAst(parse(file).file, file)).toMatchInlineSnapshot(`
    "    1:1  File
        1:9    name: Ident main
        3:1    decls: FuncDecl
        3:6      name: Ident main
        3:1      type: FuncType
       3:10        params: FieldList
       3:13      body: BlockStmt
        4:2        list[0]: AssignStmt :=
        4:2          lhs: Ident ball
       4:10          rhs: CallExpr
       4:10            fun: Ident make
       4:15            args: ChanType both
       4:20              value: Ident int
        5:2        list[1]: GoStmt
        5:5          call: CallExpr
        5:5            fun: FuncLit
        5:5              type: FuncType
        5:9                params: FieldList
       5:12              body: BlockStmt
        6:3                list: SendStmt
        6:3                  chan: Ident ball
       6:11                  value: BinaryExpr +
       6:11                    x: UnaryExpr <-
       6:13                      x: Ident ball
       6:20                    y: BasicLit INT 1
        8:2        list[2]: SendStmt
        8:2          chan: Ident ball
       8:10          value: BasicLit INT 1
        9:2        list[3]: ExprStmt
        9:2          x: CallExpr
        9:2            fun: Ident println
       9:10            args: UnaryExpr <-
       9:12              x: Ident ball
       5:14    comments: Comment // player
    "
  `);
});

test('the tree is checked: every expression has a type', () => {
  const result = checkSources([{ name: 'main.go', text: source }]);
  const main = result.program?.packages.at(-1);
  const tree = main?.files[0];
  if (main === undefined || tree === undefined) throw new Error('it compiles');
  expect(printTypes(result.fset, main.pkg, tree, main.info)).toMatchInlineSnapshot(`
    "3:6     func main()
    4:2       var ball chan int
    4:10      make(chan int): value of type chan int
    5:5       func() {…}(): no value
    6:11        <-ball + 1: value of type int
    8:10      1: constant 1 of type int
    9:2       println(<-ball): no value
    "
  `);
});

test('the checked package becomes a list of statements', () => {
  expect(printProgram(program(), { library: false, source: true })).toMatchInlineSnapshot(`
    "func main.main()
          // 4: ball := make(chan int)
       0  ball = make(chan int)
          // 5: go func() { // player
       1  go (closure main.main.func1(ball))()
          // 8: ball <- 1
       2  send ball <- 1
          // 9: println(<-ball)
       3  t1, _ = receive <-ball
       4  native println([]interface {}{box int(t1)})
          // 10: }
       5  return

    func main.main.func1() captures (ball chan int)
          // 6: ball <- <-ball + 1
       0  t1, _ = receive <-ball
       1  send ball <- (t1 + 1)
          // 7: }()
       2  return
    "
  `);
});

test('the machine runs the statements and records events', () => {
  expect(printTrace(recording())).toMatchInlineSnapshot(`
    "step  goroutine  event      object   place      what
    1     1          makeChan   #1 ball  main.go:4
    2     1          go                  main.go:5  → 2
    3     1          blockSend  #1 ball  main.go:8  "1"
    4     2          receive    #1 ball  main.go:6  → 1 "1"
    5     2          blockSend  #1 ball  main.go:6  "2"
    6     1          receive    #1 ball  main.go:9  → 2 "2"
    7     1          print               main.go:9  stderr "2\\n"
    8     1          end                            "ok"
    "
  `);
});

test('events fold to the world at any step', () => {
  expect(printWorld(foldTo(recording(), 4))).toMatchInlineSnapshot(`
    "step 4 · 5 statements · 50 ns · running 2 · 0 bytes written
    goroutine 1 runnable · site 5
    goroutine 2 running · site 3 · started by 1 at event 1, site 2
    channel 1 [0/0]
    "
  `);
});
