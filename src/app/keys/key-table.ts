// The keys of the page and what they do, as the sheet lists them. The doing is in keyboard.ts.

export interface KeyRow {
  readonly keys: readonly string[];
  readonly what: string;
}

export const keyTable: readonly { readonly title: string; readonly rows: readonly KeyRow[] }[] = [
  {
    title: 'Time',
    rows: [
      { keys: ['Space'], what: 'play or pause' },
      { keys: ['→', '←'], what: 'one step forward, back' },
      { keys: ['Shift', '→'], what: 'to the next event of the selected goroutine' },
      { keys: ['Shift', '←'], what: 'to its previous event' },
      { keys: ['O'], what: 'step over: run until it moves' },
      { keys: ['Home', 'End'], what: 'first, last step' },
      { keys: ['[', ']'], what: 'slower, faster' },
      { keys: ['R'], what: 'run again with a new seed' },
    ],
  },
  {
    title: 'Look',
    rows: [
      { keys: ['1', '2'], what: 'topology, wait-for' },
      { keys: ['N', 'Shift N'], what: 'next, previous goroutine' },
      { keys: ['G'], what: 'go to its line' },
      { keys: ['F'], what: 'fit the stage' },
      { keys: ['+', '−'], what: 'zoom the timeline' },
      { keys: ['I'], what: 'inspector on or off' },
      { keys: ['T'], what: 'light or dark' },
      { keys: ['P'], what: 'projector' },
    ],
  },
  {
    title: 'Do',
    rows: [
      { keys: ['Ctrl', 'Enter'], what: 'run the program' },
      { keys: ['E'], what: 'into the editor' },
      { keys: ['S'], what: 'copy a link to this very step' },
      { keys: ['Esc'], what: 'close, leave the editor or the stage' },
      { keys: ['?'], what: 'this list' },
    ],
  },
];
