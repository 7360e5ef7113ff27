// A worker thread that answers one task at a time and is replaced when a task takes too long.

import { Worker } from 'node:worker_threads';

/** @typedef {import('./worker.mjs').Task} Task */

export class Thread {
  /**
   * @param {string} engine address of the built engine
   * @param {number} seconds that a task may take
   */
  constructor(engine, seconds) {
    this.engine = engine;
    this.seconds = seconds;
    this.worker = this.#start();
  }

  /** @param {Task} task @returns {Promise<any>} */
  ask(task) {
    return new Promise((done) => {
      const { worker } = this;
      const limitMs = this.seconds * 1000;
      const finish = (/** @type {unknown} */ reply) => {
        clearTimeout(timer);
        worker.off('message', finish);
        worker.off('error', failed);
        done(reply);
      };
      const replace = (/** @type {string} */ text) => {
        void worker.terminate();
        this.worker = this.#start();
        finish({ kind: 'broken', text });
      };
      const failed = (/** @type {Error} */ error) => replace(String(error));
      const timer = setTimeout(() => replace(`still runs after ${this.seconds} s`), limitMs);
      worker.on('message', finish);
      worker.on('error', failed);
      worker.postMessage(task);
    });
  }

  async end() {
    await this.worker.terminate();
  }

  #start() {
    return new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { engine: this.engine },
      resourceLimits: { maxOldGenerationSizeMb: 2000, stackSizeMb: 16 },
    });
  }
}
