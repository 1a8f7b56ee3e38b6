import type { LogFacts } from '../ports.ts';

const MAX_LENGTH = 2000;
const SECRET_NAME = /token|secret|password|credential|authorization|cookie|device.?code|access.?key/i;
/**
 * Shapes of secrets, for what slips into a text: JSON Web Tokens, the portal's bearer tokens (`aoa…`),
 * AWS access key ids (IAM user guide, "Understanding unique ID prefixes": AKIA, ASIA), long runs of hex.
 */
const SECRET_SHAPES =
  /\beyJ[\w-]{8,}(?:\.[\w-]*)*|\baoa[\w+/=:.-]{16,}|\bA[KS]IA[A-Z0-9]{12,}\b|\b[0-9a-f]{40,}\b/gi;
const REDACTED = '[redacted]';

/**
 * One line of the log, with its line feed. Only plain facts pass: what is not a text, number or boolean is
 * left out, and what looks like a secret, by its name or its shape, is replaced.
 * @param now Unix milliseconds
 */
export function logLine(now: number, level: string, message: string, facts: LogFacts = {}): string {
  const safe = Object.entries(facts).flatMap(([name, value]) => {
    const fact = safeFact(name, value);
    return fact === undefined ? [] : [[name, fact] as const];
  });
  const line = { time: new Date(now).toISOString(), level, message: safeText(message) };
  return `${JSON.stringify(safe.length === 0 ? line : { ...line, facts: Object.fromEntries(safe) })}\n`;
}

function safeFact(name: string, value: unknown): string | number | boolean | undefined {
  if (SECRET_NAME.test(name)) return REDACTED;
  if (typeof value === 'string') return safeText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function safeText(text: string): string {
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return short.replaceAll(SECRET_SHAPES, REDACTED);
}
