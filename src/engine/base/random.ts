// A small seeded generator of integers (xoshiro128**), as plain data that can be cloned. The only
// source of chance in the engine: equal seeds give equal numbers on every host.

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** Any number as seed; only its low 32 bits count. */
  constructor(seed: number) {
    // splitmix32 spreads the seed over the state, which must not be all zero.
    let s = seed | 0;
    const next = (): number => {
      s = (s + 0x9e3779b9) | 0;
      let z = s;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return z ^ (z >>> 16);
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1;
  }

  /** 32 random bits as an unsigned integer. */
  next(): number {
    const scrambled = Math.imul(this.b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result >>> 0;
  }

  /** An integer 0 ≤ n < count, each as likely; 1 ≤ count ≤ 2^32. */
  below(count: number): number {
    const limit = 2 ** 32 - (2 ** 32 % count);
    for (;;) {
      const bits = this.next();
      if (bits < limit) return bits % count;
    }
  }

  clone(): Random {
    const copy = new Random(0);
    copy.a = this.a;
    copy.b = this.b;
    copy.c = this.c;
    copy.d = this.d;
    return copy;
  }
}
