// How much room append makes, as Go does (runtime/slice.go growslice, runtime/msize.go), so that
// cap prints what Go prints for a slice on the heap.

const sizeClasses = [
  0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
  384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304,
  2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880,
  12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
];
const largestSmall = 32768;
const headerSize = 8;
const largestWithoutHeader = 512;
const pageSize = 8192;

/** Bytes that an allocation of `size` really gets; objects with pointers may carry a header. */
export function roundUpSize(size: number, hasPointers: boolean): number {
  if (size > largestSmall - headerSize) return Math.ceil(size / pageSize) * pageSize;
  const header = hasPointers && size > largestWithoutHeader ? headerSize : 0;
  const found = sizeClasses.find((limit) => limit >= size + header);
  return (found ?? size) - header;
}

/** The capacity after append needs `newLength` elements of `elemSize` bytes. */
export function grownCapacity(
  newLength: number,
  oldCapacity: number,
  elemSize: number,
  hasPointers: boolean,
): number {
  if (elemSize === 0) return newLength;
  const wanted = wantedCapacity(newLength, oldCapacity);
  return Math.floor(roundUpSize(wanted * elemSize, hasPointers) / elemSize);
}

/** Doubling up to 256, then ever closer to a quarter more. */
function wantedCapacity(newLength: number, oldCapacity: number): number {
  if (newLength > 2 * oldCapacity) return newLength;
  const threshold = 256;
  if (oldCapacity < threshold) return 2 * oldCapacity;
  let capacity = oldCapacity;
  while (capacity < newLength) capacity += Math.floor((capacity + 3 * threshold) / 4);
  return capacity;
}
