// The programs that the menu offers, in the order in which it shows them. Each lies beside this
// file as real Go that runs unchanged under the toolchain, with what it does there in its `.out`.

/** An entry of the menu. */
export interface MenuProgram {
  /** Stable name, as it stands in links and in file names: `${id}.go`. */
  readonly id: string;
  readonly title: string;
  /** What there is to see, in one sentence. */
  readonly description: string;
  /** Name of the Go file in this folder. */
  readonly file: string;
}

export const menuPrograms: readonly MenuProgram[] = [
  {
    id: 'hand-off',
    title: 'Unbuffered hand-off',
    description: 'A baker hands each loaf to the shop, and each waits until the other is there.',
    file: 'hand-off.go',
  },
  {
    id: 'producer-consumer',
    title: 'Buffered producer and consumer',
    description: 'A fast sensor runs ahead of a slow recorder, as far as the buffer lets it.',
    file: 'producer-consumer.go',
  },
  {
    id: 'worker-pool',
    title: 'Worker pool',
    description: 'Three workers share one feeder’s jobs, and main collects what they find.',
    file: 'worker-pool.go',
  },
  {
    id: 'worker-pool-deadlock',
    title: 'Worker pool, stuck',
    description: 'The results have no room for all the jobs, and nobody takes any out.',
    file: 'worker-pool-deadlock.go',
  },
  {
    id: 'pipeline',
    title: 'Pipeline with a slow stage',
    description: 'Photos pass through three stages, and the slow one sets the pace for all.',
    file: 'pipeline.go',
  },
  {
    id: 'select-timeout',
    title: 'Select with a timeout',
    description: 'Main waits for the answer or for the end of its patience, whichever comes first.',
    file: 'select-timeout.go',
  },
];

/** The program that a first visit opens. */
export const firstProgramId = 'worker-pool';
