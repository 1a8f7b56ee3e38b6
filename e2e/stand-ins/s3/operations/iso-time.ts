/** A time as S3 writes it in XML: ISO 8601 in UTC with milliseconds. @param time epoch milliseconds */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
