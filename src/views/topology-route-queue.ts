// The open list of the wire search: a binary heap of states by cost, older first among equals, so
// that the same graph always gives the same wires.

export class RouteQueue {
  private readonly states: number[] = [];
  private readonly costs: number[] = [];
  private readonly ages: number[] = [];
  private age = 0;

  push(state: number, cost: number): void {
    this.states.push(state);
    this.costs.push(cost);
    this.ages.push(this.age);
    this.age += 1;
    let at = this.states.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** The cheapest state, or -1 when there is none. */
  pop(): number {
    const top = this.states[0];
    if (top === undefined) return -1;
    const last = this.states.length - 1;
    this.swap(0, last);
    this.states.pop();
    this.costs.pop();
    this.ages.pop();
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < last && this.isBefore(left, least)) least = left;
      if (right < last && this.isBefore(right, least)) least = right;
      if (least === at) return top;
      this.swap(at, least);
      at = least;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const difference = (this.costs[a] ?? 0) - (this.costs[b] ?? 0);
    return difference === 0 ? (this.ages[a] ?? 0) < (this.ages[b] ?? 0) : difference < 0;
  }

  private swap(a: number, b: number): void {
    for (const list of [this.states, this.costs, this.ages]) {
      const kept = list[a] ?? 0;
      list[a] = list[b] ?? 0;
      list[b] = kept;
    }
  }
}
