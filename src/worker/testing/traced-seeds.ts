// The seeds whose traces are kept: Go's own order, and two at random.

export const tracedSeeds = [0, 1, 7] as const;
