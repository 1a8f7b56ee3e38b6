/**
 * Gives an array's memory back at once. Large arrays that are left to the garbage collector pile up: it doesn't hurry for
 * what lies outside its heap. The array must be the only one on its buffer and is empty afterwards.
 */
export function release(array: Uint8Array | Uint16Array | Uint32Array | Float64Array | undefined): void {
  const buffer = array?.buffer;
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}
