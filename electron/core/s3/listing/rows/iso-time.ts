const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads `2026-11-24T09:30:00.000Z` from its digits; the fraction may be of any length or absent, the zone `Z` or `±hh:mm`
 * (ISO 8601 as in the S3 API's Timestamp).
 * @returns Unix seconds, the fraction cut off; undefined for anything else, and for days before 1970 or after 2105.
 */
export function isoSeconds(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from < 20) return undefined;
  const year = number(bytes, from, 4);
  const month = number(bytes, from + 5, 2);
  const day = number(bytes, from + 8, 2);
  const hour = number(bytes, from + 11, 2);
  const minute = number(bytes, from + 14, 2);
  const second = number(bytes, from + 17, 2);
  const marks =
    bytes[from + 4] === 0x2d &&
    bytes[from + 7] === 0x2d &&
    bytes[from + 10] === 0x54 &&
    bytes[from + 13] === 0x3a &&
    bytes[from + 16] === 0x3a;
  const inRange =
    year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour >= 0;
  if (!marks || !inRange || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return undefined;
  }
  const offset = zoneSeconds(bytes, afterFraction(bytes, from + 19, to), to);
  if (offset === undefined) return undefined;
  const seconds = daysSince1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
  return seconds >= 0 && seconds < 0xffff_ffff ? seconds : undefined;
}

/** Minus one where a character is no digit. */
function number(bytes: Uint8Array, from: number, digits: number): number {
  let value = 0;
  for (let i = from; i < from + digits; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function afterFraction(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] !== 0x2e) return from;
  let at = from + 1;
  while (at < to && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at++;
  return at === from + 1 ? -1 : at;
}

function zoneSeconds(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (from < 0) return undefined;
  const mark = bytes[from];
  if (mark === 0x5a) return from + 1 === to ? 0 : undefined;
  if ((mark !== 0x2b && mark !== 0x2d) || from + 6 !== to || bytes[from + 3] !== 0x3a) return undefined;
  const hours = number(bytes, from + 1, 2);
  const minutes = number(bytes, from + 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined;
  return (hours * 3600 + minutes * 60) * (mark === 0x2d ? -1 : 1);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/** Days from civil date, Gregorian. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
