// The permutation Keccak-f[1600] of SHA-3 (FIPS 202). The state is 25 words of 64 bits, as 200 bytes,
// little-endian. Its constants follow from their definitions. Pure.

const mask = (1n << 64n) - 1n;

function rotated(word: bigint, count: number): bigint {
  return ((word << BigInt(count)) | (word >> BigInt(64 - count))) & mask;
}

/** By how much each word is rotated, and where it goes: the walk of ρ and π. */
function walk(): readonly { readonly to: number; readonly by: number }[] {
  const steps: { to: number; by: number }[] = [];
  let [x, y] = [1, 0];
  for (let t = 0; t < 24; t++) {
    [x, y] = [y, (2 * x + 3 * y) % 5];
    steps.push({ to: x + 5 * y, by: (((t + 1) * (t + 2)) / 2) % 64 });
  }
  return steps;
}

/** The constants of ι, from a shift register of 8 bits. */
function roundConstants(): readonly bigint[] {
  let register = 1;
  const nextBit = (): boolean => {
    const bit = (register & 1) === 1;
    register = register << 1;
    if ((register & 0x100) !== 0) register ^= 0x171;
    return bit;
  };
  // The register's bits come out at its low end: it is run as its own mirror.
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) if (nextBit()) constant |= 1n << BigInt((1 << j) - 1);
    return constant;
  });
}

const steps = walk();
const constants = roundConstants();

function round(state: bigint[], constant: bigint): void {
  const word = (i: number): bigint => state[i] ?? 0n;
  const columns = [0, 1, 2, 3, 4].map(
    (x) => word(x) ^ word(x + 5) ^ word(x + 10) ^ word(x + 15) ^ word(x + 20),
  );
  for (let i = 0; i < 25; i++) {
    const before = columns[(i + 4) % 5] ?? 0n;
    state[i] = word(i) ^ before ^ rotated(columns[(i + 1) % 5] ?? 0n, 1);
  }
  let moving = word(1);
  for (const { to, by } of steps) {
    const next = word(to);
    state[to] = rotated(moving, by);
    moving = next;
  }
  for (let y = 0; y < 25; y += 5) {
    const row = state.slice(y, y + 5);
    const at = (x: number): bigint => row[x % 5] ?? 0n;
    for (let x = 0; x < 5; x++) state[y + x] = at(x) ^ (~at(x + 1) & mask & at(x + 2));
  }
  state[0] = word(0) ^ constant;
}

function permute(bytes: string): string {
  const state = Array.from({ length: 25 }, (_, i) => {
    let word = 0n;
    for (let j = 7; j >= 0; j--) word = (word << 8n) | BigInt(bytes.charCodeAt(8 * i + j));
    return word;
  });
  for (const constant of constants) round(state, constant);
  let text = '';
  for (const word of state) {
    for (let j = 0n; j < 64n; j += 8n) text += String.fromCharCode(Number((word >> j) & 255n));
  }
  return text;
}

export const keccakNatives = { 'crypto/sha3.permute': permute };
