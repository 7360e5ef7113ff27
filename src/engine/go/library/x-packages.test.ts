// The packages of golang.org/x that are built in. The records of real Go cannot hold them, as its
// distribution does not: what is expected here follows from their documentation.

import { expect, test } from 'vitest';
import { evaluate } from '../../../cli/evaluate.ts';
import { compile, outputOf, start } from '../../engine.ts';

/** Output of the statements in main of a program that imports `imports`. */
function run(imports: readonly string[], body: string): string {
  const lines = imports.map((path) => `import "${path}"`).join('\n');
  const text = `package main\n${lines}\nfunc main() {\n${body}\n}\n`;
  const compiled = compile([{ name: 'prog.go', text }]);
  if (!compiled.ok) return compiled.text;
  const started = start(compiled.program, { scheduling: { kind: 'go', seed: 1 }, evaluate });
  while (started.machine.verdict === null) started.machine.run(1_000_000);
  return outputOf(started, 1) + outputOf(started, 2);
}

test('errgroup returns the first error and cancels the others', () => {
  const imports = ['context', 'errors', 'fmt', 'time', 'golang.org/x/sync/errgroup'];
  const output = run(
    imports,
    `g, ctx := errgroup.WithContext(context.Background())
     for i := range 4 {
       g.Go(func() error {
         select {
         case <-time.After(time.Duration(i+1) * time.Second):
           if i == 1 { return errors.New("one failed") }
           return nil
         case <-ctx.Done():
           fmt.Println("cancelled")
           return ctx.Err()
         }
       })
     }
     fmt.Println(g.Wait(), ctx.Err(), context.Cause(ctx))`,
  );
  expect(output).toBe('cancelled\ncancelled\none failed context canceled one failed\n');
});

test('an errgroup with a limit refuses one more', () => {
  const output = run(
    ['fmt', 'golang.org/x/sync/errgroup'],
    `var g errgroup.Group
     g.SetLimit(1)
     stop := make(chan bool)
     g.Go(func() error { <-stop; return nil })
     fmt.Println(g.TryGo(func() error { return nil }))
     close(stop)
     fmt.Println(g.Wait(), g.TryGo(func() error { return nil }), g.Wait())`,
  );
  expect(output).toBe('false\n<nil> true <nil>\n');
});

test('a weighted semaphore lets nobody overtake a large request', () => {
  const output = run(
    ['context', 'fmt', 'time', 'golang.org/x/sync/semaphore'],
    `s := semaphore.NewWeighted(3)
     ctx := context.Background()
     fmt.Println(s.TryAcquire(2))
     done := make(chan int)
     for _, n := range []int64{3, 1} {
       go func() { s.Acquire(ctx, n); fmt.Println("got", n); s.Release(n); done <- 1 }()
       time.Sleep(time.Second)
     }
     fmt.Println(s.TryAcquire(1))
     s.Release(2)
     <-done
     <-done
     short, cancel := context.WithTimeout(ctx, time.Second)
     defer cancel()
     fmt.Println(s.Acquire(short, 4))`,
  );
  expect(output).toBe('true\nfalse\ngot 3\ngot 1\ncontext deadline exceeded\n');
});

test('singleflight makes one call for all who ask meanwhile', () => {
  const output = run(
    ['fmt', 'sync', 'time', 'golang.org/x/sync/singleflight'],
    `var g singleflight.Group
     var wg sync.WaitGroup
     calls := 0
     for range 5 {
       wg.Go(func() {
         g.Do("key", func() (any, error) { calls++; time.Sleep(time.Second); return 42, nil })
       })
     }
     wg.Wait()
     fmt.Println(calls)
     r := <-g.DoChan("key", func() (any, error) { return "new", nil })
     fmt.Println(r.Val, r.Err, r.Shared)`,
  );
  expect(output).toBe('1\nnew <nil> false\n');
});

test('a rate limiter spreads events after the burst', () => {
  const output = run(
    ['context', 'fmt', 'time', 'golang.org/x/time/rate'],
    `lim := rate.NewLimiter(rate.Every(time.Second), 2)
     begin := time.Now()
     for range 4 {
       lim.Wait(context.Background())
       fmt.Print(time.Since(begin).Round(time.Second), " ")
     }
     fmt.Println(lim.Allow(), lim.WaitN(context.Background(), 3))`,
  );
  expect(output).toBe("0s 0s 1s 2s false rate: Wait(n=3) exceeds limiter's burst 2\n");
});

test('singleflight panics in all callers, and says where the function did', () => {
  const output = run(
    ['errors', 'fmt', 'strings', 'sync', 'time', 'golang.org/x/sync/singleflight'],
    `var g singleflight.Group
     var wg sync.WaitGroup
     boom := errors.New("boom")
     for range 2 {
       wg.Go(func() {
         defer func() {
           err := recover().(error)
           words, stack, _ := strings.Cut(err.Error(), "\\n\\n")
           fmt.Println(words, errors.Is(err, boom), strings.Contains(stack, "main.main.func"))
         }()
         g.Do("key", func() (any, error) { time.Sleep(time.Second); panic(boom) })
       })
     }
     wg.Wait()`,
  );
  expect(output).toBe('boom true true\nboom true true\n');
});
