// Where objects lie in memory, as far as a program can see it: addresses as gc's allocator would give
// them on amd64, in order of asking. Invariants: plain data, part of the state of a run; an object
// that has an address keeps it; two variables overlap only if one is a part of the other.

import { roundUpSize } from './slice-growth.ts';

/** Where the heap of a Go program on amd64 starts, after what the runtime itself has taken. */
const heapStart = 0xc000010000;
const spanSize = 8192;
/** Objects without pointers below this share blocks of this size. */
const tinySize = 16;

/** The part of a span that is free. */
interface Room {
  next: number;
  end: number;
}

export class AddressSpace {
  /** Addresses by identity. */
  private readonly bases = new Map<number, number>();
  private readonly rooms = new Map<number, Room>();
  private nextSpan = heapStart;
  /** Steps of looking for what objects are parts of, so far: see containers.ts. */
  searched = 0;

  /** The address of an object that has one, else 0. */
  of(identity: number): number {
    return this.bases.get(identity) ?? 0;
  }

  /** An object lies here, because it is a part of another or a package variable. */
  place(identity: number, address: number): number {
    this.bases.set(identity, address);
    return address;
  }

  /** Room for an object of `size` > 0 bytes, among others of its size class. */
  allocate(identity: number, size: number, align: number, hasPointers: boolean): number {
    const isTiny = size < tinySize && !hasPointers;
    const step = isTiny ? size : Math.max(roundUpSize(size, hasPointers), 8);
    const key = isTiny ? 0 : 2 * step + Number(hasPointers);
    let room = this.rooms.get(key);
    let address = room === undefined ? 0 : Math.ceil(room.next / align) * align;
    if (room === undefined || address + step > room.end) {
      const length = Math.ceil(step / spanSize) * spanSize;
      room = { next: this.nextSpan, end: this.nextSpan + length };
      this.rooms.set(key, room);
      this.nextSpan = room.end;
      address = room.next;
    }
    room.next = address + step;
    return this.place(identity, address);
  }

  clone(): AddressSpace {
    const copy = new AddressSpace();
    for (const [identity, address] of this.bases) copy.bases.set(identity, address);
    for (const [key, { next, end }] of this.rooms) copy.rooms.set(key, { next, end });
    copy.nextSpan = this.nextSpan;
    copy.searched = this.searched;
    return copy;
  }
}
