// The open list of the wire search: a binary heap of states by cost, older first among equals, so
// that the same graph always gives the same wires.

export class RouteQueue {
  private readonly states: number[] = [];
  private readonly costs: number[] = [];
  private readonly ages: number[] = [];
  private age = 0;

  push(state: number, cost: number): void {
    let at = this.states.length;
    const { age } = this;
    this.age += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      // A newcomer is younger than all others: only a lower cost lets it pass.
      if ((this.costs[parent] ?? 0) <= cost) break;
      this.move(parent, at);
      at = parent;
    }
    this.put(at, state, cost, age);
  }

  /** The cheapest state, or -1 when there is none. */
  pop(): number {
    const top = this.states[0];
    if (top === undefined) return -1;
    const state = this.states.pop() ?? 0;
    const cost = this.costs.pop() ?? 0;
    const age = this.ages.pop() ?? 0;
    const count = this.states.length;
    if (count === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      const right = child + 1;
      if (right < count && this.isBefore(right, this.costs[child] ?? 0, this.ages[child] ?? 0)) {
        child = right;
      }
      if (!this.isBefore(child, cost, age)) break;
      this.move(child, at);
      at = child;
    }
    this.put(at, state, cost, age);
    return top;
  }

  private isBefore(at: number, cost: number, age: number): boolean {
    const own = this.costs[at] ?? 0;
    return own === cost ? (this.ages[at] ?? 0) < age : own < cost;
  }

  private move(from: number, to: number): void {
    this.put(to, this.states[from] ?? 0, this.costs[from] ?? 0, this.ages[from] ?? 0);
  }

  private put(at: number, state: number, cost: number, age: number): void {
    this.states[at] = state;
    this.costs[at] = cost;
    this.ages[at] = age;
  }
}
