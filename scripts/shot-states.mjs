// The states that `npm run shots` photographs. A row names what is seen, where it is found and what
// a person does to get there; pages, panels and errors are added here as they come into being.

/**
 * @typedef {object} ShotState
 * @property {string} name first part of the picture's file name
 * @property {string} path below the site's root, with `#…` where the address carries the state
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [prepare]
 *   brings the page into the state; without it the page is taken as it opens
 */

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Waits until the program has run and, where there is one, the editor has come.
 * @param {Page} page
 */
async function ready(page) {
  await page.locator('main[data-activity=idle][data-run]:not([data-run="0"])').waitFor();
  if ((page.viewportSize()?.width ?? 0) > 820) {
    await page.locator('.monaco-editor .view-line').first().waitFor();
  }
}

/**
 * Opens a program of the menu; `share` of its steps are done.
 * @param {string} title
 * @param {number} [share]
 */
const program = (title, share) => async (/** @type {Page} */ page) => {
  await ready(page);
  await page.getByRole('button', { name: 'Programs' }).click();
  await page.getByRole('menuitem', { name: title, exact: false }).first().click();
  await page.locator('main[data-activity=idle][data-run="2"]').waitFor();
  if (share !== undefined) await goTo(page, share);
};

/**
 * Puts the cursor at a share of the run by clicking on the scrubber.
 * @param {Page} page
 * @param {number} share
 */
async function goTo(page, share) {
  const box = await page.getByRole('slider', { name: 'Step' }).boundingBox();
  if (box !== null) await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}

/**
 * Keeps a text where the page finds it when it opens, and runs it.
 * @param {string} text
 */
const source = (text) => async (/** @type {Page} */ page) => {
  await page.evaluate((kept) => {
    localStorage.setItem('interleave.source', JSON.stringify({ text: kept, programId: null }));
  }, text);
  await page.reload();
  await page.locator('main[data-activity=idle]').waitFor();
  if ((page.viewportSize()?.width ?? 0) > 820) {
    await page.locator('.monaco-editor .view-line').first().waitFor();
  }
};

/**
 * Presses keys once the page is ready.
 * @param {readonly string[]} keys
 */
const keys =
  (...keys) =>
  async (/** @type {Page} */ page) => {
    await ready(page);
    for (const key of keys) await page.keyboard.press(key);
  };

/** @param {string} body */
const main = (body) =>
  `package main\n\nimport (\n\t"fmt"\n\t"sync"\n)\n\nfunc main() {\n${body}}\n`;

const panics = main(`	results := make(chan int)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { // worker
		defer wg.Done()
		for r := range results {
			fmt.Println("got", r)
		}
	}()
	results <- 1
	close(results)
	results <- 2
	wg.Wait()
`);

const dives = main(`	var wg sync.WaitGroup
	var down func(depth int) int
	down = func(depth int) int { return down(depth+1) + 1 }
	wg.Add(1)
	go func() { // diver
		defer wg.Done()
		fmt.Println(down(0))
	}()
	wg.Wait()
`);

const racy = main(`	var wg sync.WaitGroup
	visits := 0
	forgotten := make(chan int)
	go func() { // forgotten
		forgotten <- 1
	}()
	for range 2 {
		wg.Add(1)
		go func() { // visitor
			defer wg.Done()
			visits++
		}()
	}
	wg.Wait()
	fmt.Println("visits", visits)
`);

const locks = main(`	var mu sync.Mutex
	var wg sync.WaitGroup
	balance := 0
	for i := range 4 {
		wg.Add(1)
		go func() { // teller
			defer wg.Done()
			for range 3 {
				mu.Lock()
				balance += i
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("balance", balance)
`);

const server = `package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	jobs := make(chan string)
	go func() { // reader
		lines := bufio.NewScanner(os.Stdin)
		for lines.Scan() {
			jobs <- lines.Text()
		}
	}()
	tick := time.Tick(time.Second)
	for range 5 {
		select {
		case job := <-jobs:
			fmt.Println("job", job)
		case <-tick:
			fmt.Println("tick")
		case <-ctx.Done():
			fmt.Println("stopping")
			return
		}
	}
}
`;

const crowd = main(`	var wg sync.WaitGroup
	results := make(chan int, 30)
	for i := range 100 {
		wg.Add(1)
		go func() { // worker
			defer wg.Done()
			results <- i * i
		}()
	}
	go func() { // closer
		wg.Wait()
		close(results)
	}()
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println("sum", sum)
`);

const fanIn = `package main

import (
	"fmt"
	"sync"
)

func generate(numbers ...int) <-chan int {
	out := make(chan int)
	go func() {
		for _, n := range numbers {
			out <- n
		}
		close(out)
	}()
	return out
}

func square(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for n := range in {
			out <- n * n
		}
		close(out)
	}()
	return out
}

func merge(ins ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int)
	for _, in := range ins {
		wg.Add(1)
		go func() {
			for n := range in {
				out <- n
			}
			wg.Done()
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	in := generate(2, 3, 4, 5, 6, 7, 8, 9)
	for n := range merge(square(in), square(in), square(in)) {
		fmt.Println(n)
	}
}
`;

const wrong = main(`	jobs := make(chan int)
	var wg sync.WaitGroup
	go func() {
		for j := range jobs {
			fmt.Println(job)
		}
	}
	wg.Wait()
`);

const endless = main(`	var wg sync.WaitGroup
	n := 0
	for {
		n++
	}
	wg.Wait()
	fmt.Println(n)
`);

/** @type {readonly ShotState[]} */
export const shotStates = [
  { name: 'playground', path: './', prepare: ready },
  { name: 'projector', path: './', prepare: keys('p') },
  { name: 'hand-off', path: './', prepare: program('Unbuffered hand-off', 0.4) },
  { name: 'producer-consumer', path: './', prepare: program('Buffered producer', 0.5) },
  { name: 'pipeline', path: './', prepare: program('Pipeline', 0.5) },
  { name: 'select-timeout', path: './', prepare: program('Select with a timeout', 0.5) },
  { name: 'deadlock', path: './', prepare: program('Worker pool, stuck') },
  { name: 'panic', path: './', prepare: source(panics) },
  { name: 'fatal-error', path: './', prepare: source(dives) },
  {
    name: 'race-and-leak',
    path: './',
    prepare: async (page) => {
      await source(racy)(page);
      await page.getByText('Data race').waitFor();
    },
  },
  {
    name: 'locks',
    path: './',
    prepare: async (page) => {
      await source(locks)(page);
      await goTo(page, 0.4);
    },
  },
  {
    name: 'crowd',
    path: './',
    prepare: async (page) => {
      await source(crowd)(page);
      await goTo(page, 0.6);
    },
  },
  {
    name: 'fan-in',
    path: './',
    prepare: async (page) => {
      await source(fanIn)(page);
      await goTo(page, 0.6);
    },
  },
  { name: 'does-not-compile', path: './', prepare: source(wrong) },
  {
    name: 'endless',
    path: './',
    prepare: async (page) => {
      await page.evaluate((text) => {
        localStorage.setItem('interleave.source', JSON.stringify({ text, programId: null }));
      }, endless);
      await page.reload();
      await page.getByRole('button', { name: 'Stop' }).waitFor();
      await page.locator('.busy').waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.locator('main[data-activity=idle]').waitFor();
    },
  },
  {
    name: 'menu',
    path: './',
    prepare: async (page) => {
      await ready(page);
      await page.getByRole('button', { name: 'Programs' }).click();
    },
  },
  { name: 'keys', path: './', prepare: keys('?') },
  {
    name: 'input',
    path: './',
    prepare: async (page) => {
      await source(server)(page);
      const phone = page.getByRole('button', { name: 'Output', exact: true });
      if (await phone.isVisible()) await phone.click();
      await page.getByRole('tab', { name: 'Input' }).click();
      await page.getByRole('textbox', { name: 'Standard input' }).fill('one\ntwo\n');
      await goTo(page, 0.5);
      await page.getByRole('button', { name: 'SIGINT' }).click();
      await page.locator('main[data-activity=idle]').waitFor();
      await page.getByRole('button', { name: /^Do not send/ }).waitFor();
    },
  },
  {
    name: 'events-and-all',
    path: './',
    prepare: async (page) => {
      await ready(page);
      if ((page.viewportSize()?.width ?? 0) <= 820) return;
      await page.getByRole('tab', { name: 'Events' }).click();
      await page.getByRole('tab', { name: /^All/ }).click();
    },
  },
  {
    name: 'channel-and-clock',
    path: './',
    prepare: async (page) => {
      await ready(page);
      if ((page.viewportSize()?.width ?? 0) <= 820) return;
      await page.getByRole('tab', { name: 'Clock' }).click();
      await page.getByRole('tab', { name: 'Channel' }).click();
    },
  },
  {
    name: 'code-tab',
    path: './',
    prepare: async (page) => {
      await ready(page);
      const tab = page.getByRole('button', { name: 'Code', exact: true });
      if (await tab.isVisible()) await tab.click();
    },
  },
  {
    name: 'timeline-tab',
    path: './',
    prepare: async (page) => {
      await ready(page);
      const tab = page.getByRole('button', { name: 'Timeline', exact: true });
      if (await tab.isVisible()) await tab.click();
    },
  },
];

/** Window sizes in CSS pixels: a laptop, a desktop, a small laptop, a phone. */
export const shotSizes = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];

/** @type {readonly ('light' | 'dark')[]} */
export const shotThemes = ['light', 'dark'];
