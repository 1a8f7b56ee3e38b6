/** S3 keeps times to the second. @returns epoch milliseconds */
export function wholeSeconds(time: number | Date): number {
  return Math.floor(Number(time) / 1000) * 1000;
}
