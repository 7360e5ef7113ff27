// What a link carries: the program, what it meets, its seed and the step that is shown, compressed
// into the part of an address that is never sent to a server.
// Invariant: whatever an address says, reading it gives a whole request or null.

import type { RunSettings, SentSignal } from '../../worker/protocol.ts';

export interface Linked {
  readonly text: string;
  readonly programId: string | null;
  readonly seed: number;
  readonly settings: RunSettings;
  readonly step: number;
}

const prefix = '#run=';
/** A link that unfolds to more than this is not ours. */
const lengthMax = 4_000_000;
const processorsMax = 64;

/** The fragment of a link, `#run=…`. */
export async function linkFragment(linked: Linked): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(linked));
  const packed = await throughStream(
    bytes,
    new CompressionStream('deflate-raw'),
    bytes.length + 99,
  );
  const letters = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  const text = btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return prefix + text;
}

/** What a fragment stands for; null if it is no link of ours, or a broken one. */
export async function readFragment(fragment: string): Promise<Linked | null> {
  if (!fragment.startsWith(prefix)) return null;
  try {
    const text = fragment.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/');
    const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const bytes = await throughStream(packed, new DecompressionStream('deflate-raw'), lengthMax);
    return linkedOf(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

async function throughStream(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) throw new RangeError('longer than a link may be');
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function linkedOf(value: unknown): Linked | null {
  const text = fieldOf(value, 'text');
  if (typeof text !== 'string') return null;
  const programId = fieldOf(value, 'programId');
  const settings = fieldOf(value, 'settings');
  const input = fieldOf(settings, 'input');
  const signals = fieldOf(settings, 'signals');
  return {
    text,
    programId: typeof programId === 'string' ? programId : null,
    seed: numberOf(fieldOf(value, 'seed'), 0, 999),
    settings: {
      processors: Math.max(numberOf(fieldOf(settings, 'processors'), 1, processorsMax), 1),
      input: typeof input === 'string' ? input : '',
      signals: Array.isArray(signals) ? signals.map(signalOf) : [],
    },
    step: numberOf(fieldOf(value, 'step'), 0, Number.MAX_SAFE_INTEGER),
  };
}

function signalOf(value: unknown): SentSignal {
  return {
    signal: numberOf(fieldOf(value, 'signal'), 2, 64),
    atNs: numberOf(fieldOf(value, 'atNs'), 0, Number.MAX_SAFE_INTEGER),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function numberOf(value: unknown, otherwise: number, max: number): number {
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value);
  return isNumber && value >= 0 && value <= max ? value : otherwise;
}
