const DAY_MS = 86_400_000;

/** The last day written: pages of a listing have long runs of one day, and dates take a good part of their making. */
let lastDay = NaN;
let lastDayText = '';

/** A time as S3 writes it in XML: ISO 8601 in UTC with milliseconds. @param time epoch milliseconds */
export function isoTime(time: number): string {
  const day = Math.floor(time / DAY_MS);
  if (day !== lastDay) {
    lastDayText = new Date(day * DAY_MS).toISOString().slice(0, 11);
    lastDay = day;
  }
  const ofDay = time - day * DAY_MS;
  const seconds = Math.floor(ofDay / 1000);
  const milliseconds = ofDay - seconds * 1000;
  const hour = TWO_DIGITS[Math.floor(seconds / 3600)] ?? '';
  const minute = TWO_DIGITS[Math.floor(seconds / 60) % 60] ?? '';
  const second = TWO_DIGITS[seconds % 60] ?? '';
  const fraction = milliseconds === 0 ? '000' : String(milliseconds).padStart(3, '0');
  return `${lastDayText}${hour}:${minute}:${second}.${fraction}Z`;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
