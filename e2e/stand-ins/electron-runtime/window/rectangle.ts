/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @throws TypeError where a side isn't a whole number, as Electron's conversion does */
export function checkedRectangle(given: Partial<Rectangle>, previous: Rectangle): Rectangle {
  const { x = previous.x, y = previous.y, width = previous.width, height = previous.height } = given;
  for (const side of [x, y, width, height]) {
    if (!Number.isFinite(side))
      throw new TypeError('Error processing argument at index 0, conversion failure');
  }
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
