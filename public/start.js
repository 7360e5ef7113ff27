// Starts the simulator's worker before the page's own code has arrived: its code takes longest to
// load. A plain script of its own file because the page's policy allows no inline script; the build
// tells it the worker's name (config/early-worker.ts). The page takes the worker over from here
// (src/worker/early-worker.ts).
(() => {
  const name = document.currentScript?.dataset.simulator;
  if (name === undefined) return;
  const worker = new Worker(name, { type: 'module', name: 'simulator' });
  const early = { worker, failed: false };
  worker.addEventListener('error', () => {
    early.failed = true;
  });
  Reflect.set(window, 'earlySimulator', early);
})();
