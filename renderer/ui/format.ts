/** Dates, times and numbers in a locale. Formatters are slow to make, so each is made once. */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = dates.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, options);
    dates.set(key, format);
  }
  return format;
}

/** Day and minute in local time. @param at Unix milliseconds */
export function formatDateTime(locale: string, at: number): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The same with seconds and the zone, for a tooltip. */
export function formatExactTime(locale: string, at: number): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(at);
}

/** The day in local time. @param at Unix milliseconds */
export function formatDay(locale: string, at: number): string {
  return dateFormat(locale, { dateStyle: 'medium' }).format(at);
}

/** The time of day. */
export function formatTime(locale: string, at: number): string {
  return dateFormat(locale, { timeStyle: 'short' }).format(at);
}

/** The time of day with seconds. */
export function formatSecond(locale: string, at: number): string {
  return dateFormat(locale, { timeStyle: 'medium' }).format(at);
}

export function formatNumber(locale: string, value: number, fractionDigits = 0): string {
  const key = `${locale} ${fractionDigits}`;
  let format = numbers.get(key);
  if (format === undefined) {
    const digits = { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
    format = new Intl.NumberFormat(locale, digits);
    numbers.set(key, format);
  }
  return format.format(value);
}

/** Minutes and seconds as `9:05`. @param ms milliseconds; below zero counts as zero */
export function formatMinutes(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
