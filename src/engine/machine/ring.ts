// A first-in first-out queue of numbers that grows, as plain data: run queues of goroutine ids.

export class Ring {
  private places: number[] = [0, 0, 0, 0, 0, 0, 0, 0];
  private head = 0;
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(value: number): void {
    if (this.count === this.places.length) this.grow();
    this.places[(this.head + this.count) & (this.places.length - 1)] = value;
    this.count++;
  }

  /** The oldest value, or 0 when the queue is empty. */
  shift(): number {
    if (this.count === 0) return 0;
    const value = this.places[this.head] ?? 0;
    this.head = (this.head + 1) & (this.places.length - 1);
    this.count--;
    return value;
  }

  /** The oldest value, which stays; 0 when the queue is empty. */
  get first(): number {
    return this.count === 0 ? 0 : (this.places[this.head] ?? 0);
  }

  /** Takes out the first occurrence of a value; whether there was one. */
  remove(value: number): boolean {
    const values = this.values();
    const at = values.indexOf(value);
    if (at < 0) return false;
    this.head = 0;
    this.count = 0;
    values.forEach((other, index) => {
      if (index !== at) this.push(other);
    });
    return true;
  }

  /** All values, oldest first. */
  values(): readonly number[] {
    const mask = this.places.length - 1;
    return Array.from({ length: this.count }, (_, i) => this.places[(this.head + i) & mask] ?? 0);
  }

  clone(): Ring {
    const copy = new Ring();
    copy.places = this.places.slice();
    copy.head = this.head;
    copy.count = this.count;
    return copy;
  }

  private grow(): void {
    const values = this.values();
    const room = this.places.length * 2;
    this.places = Array.from({ length: room }, (_, i) => values[i] ?? 0);
    this.head = 0;
  }
}
