/**
 * How long a service asks to be left alone, by the `Retry-After` header of an SDK exception (RFC 9110 §10.2.3): seconds,
 * or a date.
 * @param now Unix milliseconds, for dates
 * @returns milliseconds; undefined where the answer doesn't say
 */
export function retryAfterMs(thrown: unknown, now: number): number | undefined {
  const response = (thrown as { $response?: { headers?: Readonly<Record<string, string>> } } | null)
    ?.$response;
  const header = response?.headers?.['retry-after']?.trim();
  if (header === undefined || header === '') return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
