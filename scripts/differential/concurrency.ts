// Goroutines in arrangements whose output does not depend on who runs first.

import { basic, int, text, write } from './go-type.ts';
import { expression, leaf } from './expression.ts';
import { statements } from './statement.ts';
import type { Writer } from './writer.ts';

/** Writes one arrangement. */
export function concurrent(w: Writer): void {
  w.random.pick(arrangements)(w);
}

const arrangements: readonly ((w: Writer) => void)[] = [
  orderedWorkers,
  pipeline,
  mutexCounter,
  pingPong,
  selectDefault,
  closedChannel,
  timers,
  once,
  conditions,
  cancelled,
  goroutinePanics,
  nilChannel,
];

function orderedWorkers(w: Writer): void {
  const [wg, out] = [w.fresh('wg'), w.fresh('out')];
  const type = w.basicType();
  const count = 2 + w.random.below(4);
  w.line(`var ${wg} sync.WaitGroup`);
  w.line(`${out} := make([]${write(type)}, ${count})`);
  // What may panic is evaluated here: a goroutine's panic ends the program at any moment.
  const value = w.fresh('value');
  w.line(`var ${value} ${write(type)} = ${expression(w, type, 3)}`);
  const body = (): void => {
    w.line(`${out}[i] = ${value}`);
    w.line('_ = i');
  };
  w.block(`for i := range ${count}`, () => {
    if (w.random.chance(50)) w.block(`${wg}.Go(func()`, body, ')');
    else {
      w.line(`${wg}.Add(1)`);
      w.block(
        'go func()',
        () => {
          w.line(`defer ${wg}.Done()`);
          body();
        },
        '()',
      );
    }
  });
  w.line(`${wg}.Wait()`);
  w.line(`fmt.Println(${out})`);
}

function pipeline(w: Writer): void {
  const type = basic(w.random.pick(['int', 'string', 'uint8', 'float64']));
  const [a, b] = [w.fresh('c'), w.fresh('c')];
  const capacity = w.random.below(3);
  const name = write(type);
  w.line(`${a}, ${b} := make(chan ${name}, ${capacity}), make(chan ${name})`);
  const items = [0, 1, 2].map(() => expression(w, type, 2));
  w.line(`${a}items := []${name}{${items.join(', ')}}`);
  w.block(
    'go func()',
    () => {
      w.line(`defer close(${a})`);
      for (let i = 0; i < 3; i++) w.line(`${a} <- ${a}items[${i}]`);
    },
    '()',
  );
  w.block(
    'go func()',
    () => {
      w.line(`defer close(${b})`);
      w.block(`for x := range ${a}`, () => w.line(`${b} <- x + x`));
    },
    '()',
  );
  w.block(`for x := range ${b}`, () => w.line('fmt.Println("got", x)'));
  w.line(`x, ok := <-${a}`.replace('x, ok', `${a}v, ${a}ok`));
  w.line(`fmt.Println(${a}v, ${a}ok, len(${a}), cap(${a}))`);
}

function mutexCounter(w: Writer): void {
  const [mu, wg, total] = [w.fresh('mu'), w.fresh('wg'), w.fresh('total')];
  const type = basic(w.random.pick(['int', 'uint8', 'int64']));
  w.line(`var ${mu} sync.${w.random.pick(['Mutex', 'RWMutex'])}`);
  w.line(`var ${wg} sync.WaitGroup`);
  w.line(`var ${total} ${write(type)}`);
  const atomic = w.fresh('n');
  w.line(`var ${atomic} atomic.Int64`);
  w.block(`for i := range ${2 + w.random.below(5)}`, () => {
    w.line(`${wg}.Add(1)`);
    w.block(
      'go func()',
      () => {
        w.line(`defer ${wg}.Done()`);
        w.line(`${mu}.Lock()`);
        w.line(`defer ${mu}.Unlock()`);
        w.line(`${total} += ${write(type)}(i) * 7`);
        w.line(`${atomic}.Add(int64(i))`);
      },
      '()',
    );
  });
  w.line(`${wg}.Wait()`);
  w.line(`fmt.Println(${total}, ${atomic}.Load())`);
}

function pingPong(w: Writer): void {
  const [ping, pong] = [w.fresh('ping'), w.fresh('pong')];
  w.line(`${ping}, ${pong} := make(chan int), make(chan int)`);
  w.block(
    'go func()',
    () => {
      w.block(`for x := range ${ping}`, () => {
        w.line('fmt.Println("ping", x)');
        w.line(`${pong} <- x + 1`);
      });
      w.line(`close(${pong})`);
    },
    '()',
  );
  w.block(`for i := range ${1 + w.random.below(4)}`, () => {
    w.line(`${ping} <- i * ${1 + w.random.below(9)}`);
    w.line(`fmt.Println("pong", <-${pong})`);
  });
  w.line(`close(${ping})`);
  w.line(`fmt.Println(<-${pong})`);
}

function selectDefault(w: Writer): void {
  const c = w.fresh('c');
  w.line(`${c} := make(chan int, ${w.random.below(3)})`);
  w.block(`for i := range 3`, () => {
    w.line('select {');
    w.line(`case ${c} <- i:`);
    w.line('\tfmt.Println("sent", i)');
    w.line('default:');
    w.line('\tfmt.Println("full", i)');
    w.line('}');
  });
  w.line('select {');
  w.line(`case x, ok := <-${c}:`);
  w.line('\tfmt.Println(x, ok)');
  w.line('default:');
  w.line('\tfmt.Println("empty")');
  w.line('}');
}

function closedChannel(w: Writer): void {
  const c = w.fresh('c');
  const type = w.type(1);
  w.line(`${c} := make(chan ${write(type)}, 2)`);
  w.line(`${c} <- ${expression(w, type, 2)}`);
  w.line(`close(${c})`);
  w.line(`_, ${c}a := <-${c}`);
  w.line(`_, ${c}b := <-${c}`);
  w.line(`fmt.Println(${c}a, ${c}b)`);
  w.line(`try("closed", func() { ${c} <- ${leaf(w, type)} })`);
}

function timers(w: Writer): void {
  const c = w.fresh('c');
  const delays = [30, 10, 20].map((n) => n + w.random.below(5));
  w.line(`${c} := make(chan int)`);
  for (const [i, delay] of delays.entries()) {
    w.block(
      'go func()',
      () => {
        w.line(`time.Sleep(${delay} * time.Millisecond)`);
        w.line(`${c} <- ${i}`);
      },
      '()',
    );
  }
  w.line(`fmt.Println(<-${c}, <-${c}, <-${c})`);
  w.line('select {');
  w.line(`case <-${c}:`);
  w.line('\tfmt.Println("never")');
  w.line('case <-time.After(time.Millisecond):');
  w.line('\tfmt.Println("timeout")');
  w.line('}');
}

function once(w: Writer): void {
  const name = w.fresh('once');
  w.line(`var ${name} sync.Once`);
  w.block(`for i := range 3`, () => {
    w.line(`${name}.Do(func() { fmt.Println("once", i, ${leaf(w, int)}) })`);
  });
  w.line(
    `${name}v := sync.OnceValue(func() string { fmt.Println("computing"); return ${expression(w, text, 2)} })`,
  );
  w.line(`fmt.Println(${name}v(), ${name}v())`);
}

function conditions(w: Writer): void {
  const [mu, cond, ready] = [w.fresh('mu'), w.fresh('cond'), w.fresh('ready')];
  w.line(`var ${mu} sync.Mutex`);
  w.line(`${cond}, ${ready} := sync.NewCond(&${mu}), 0`);
  w.line(`${cond}done := make(chan int)`);
  w.block(
    'go func()',
    () => {
      w.line(`${mu}.Lock()`);
      w.block(`for ${ready} < 2`, () => w.line(`${cond}.Wait()`));
      w.line(`${mu}.Unlock()`);
      w.line(`${cond}done <- ${ready}`);
    },
    '()',
  );
  w.block('for range 2', () => {
    w.line(`${mu}.Lock()`);
    w.line(`${ready}++`);
    w.line(`${mu}.Unlock()`);
    w.line(`${cond}.${w.random.pick(['Signal', 'Broadcast'])}()`);
  });
  w.line(`fmt.Println(<-${cond}done)`);
}

function cancelled(w: Writer): void {
  const [ctx, cancel] = [w.fresh('ctx'), w.fresh('cancel')];
  const how = w.random.below(3);
  if (how === 0) w.line(`${ctx}, ${cancel} := context.WithCancel(context.Background())`);
  else
    w.line(
      `${ctx}, ${cancel} := context.WithTimeout(context.Background(), ${how * 5}*time.Millisecond)`,
    );
  if (w.random.chance(60)) w.line(`${cancel}()`);
  w.line(`defer ${cancel}()`);
  if (how === 0) w.line(`${cancel}()`);
  w.line(`<-${ctx}.Done()`);
  w.line(
    `fmt.Println(${ctx}.Err(), context.Cause(${ctx}), errors.Is(${ctx}.Err(), context.Canceled))`,
  );
  w.line(`fmt.Println(context.WithValue(${ctx}, "k", ${leaf(w, int)}).Value("k"))`);
}

function goroutinePanics(w: Writer): void {
  const done = w.fresh('done');
  w.line(`${done} := make(chan any)`);
  w.block(
    'go func()',
    () => {
      w.line(`defer func() { ${done} <- recover() }()`);
      statements(w, 2);
      w.line(`panic(${expression(w, w.basicType(), 2)})`);
    },
    '()',
  );
  w.line(`fmt.Println(<-${done})`);
}

function nilChannel(w: Writer): void {
  const c = w.fresh('c');
  w.line(`var ${c} chan int`);
  w.line('select {');
  w.line(`case x := <-${c}:`);
  w.line('\tfmt.Println(x)');
  w.line('default:');
  w.line(`\tfmt.Println("nil", ${c} == nil, len(${c}), cap(${c}))`);
  w.line('}');
}
