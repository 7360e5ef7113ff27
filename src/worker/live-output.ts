// What a program writes while it still runs, in portions, so that the page need not wait for its end.

import { decodeUtf8 } from '../engine/base/utf8.ts';
import { liveOutputMax } from './protocol.ts';

/** A write: its bytes as a byte string, as the machine keeps it. */
interface Piece {
  readonly bytes: string;
}

/** Portions of an output that grows; all together at most `liveOutputMax` bytes, in whole writes. */
export class LiveOutput {
  private taken = 0;
  private room = liveOutputMax;

  /** What has been written since it was last asked. */
  take(pieces: readonly Piece[]): string {
    let bytes = '';
    for (; this.taken < pieces.length && this.room > 0; this.taken++) {
      const piece = pieces[this.taken]?.bytes ?? '';
      this.room -= piece.length;
      if (this.room < 0) this.room = 0;
      else bytes += piece;
    }
    return decodeUtf8(bytes);
  }
}
