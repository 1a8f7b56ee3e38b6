/** Long enough for a service's sentence. */
const MOST_CHARACTERS = 300;
/** What secret keys, session tokens and JSON web tokens look like: long and without a space. */
const LONG_RUN = /[A-Za-z0-9+/=_.-]{20,}/g;

/**
 * Somebody else's words (a provider's, a process's), fit to be shown: cut, on one line, and with everything left out
 * that might be a secret. Never for a log.
 */
export function maskedWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const masked = line.replace(LONG_RUN, (run) => (looksSecret(run) ? '…' : run));
  return masked.length > MOST_CHARACTERS ? `${masked.slice(0, MOST_CHARACTERS - 1)}…` : masked;
}

/** How much of a run is looked at together, and how often random text at least changes the kind of letter in it. */
const WINDOW = 20;
const FEWEST_CHANGES = 7;

/** Words, paths and host names change from small to capital letters and digits now and then; random text all the time. */
function looksSecret(run: string): boolean {
  const kinds = run
    .replace(/[^A-Za-z0-9]/g, '')
    .split('')
    .map(kindOf);
  const changes = kinds.map((kind, index) => index > 0 && kind !== kinds[index - 1]);
  return changes.some(
    (_, from) => changes.slice(from, from + WINDOW).filter((isChange) => isChange).length >= FEWEST_CHANGES,
  );
}

function kindOf(letter: string): 'small' | 'capital' | 'digit' {
  if (letter >= '0' && letter <= '9') return 'digit';
  return letter >= 'a' ? 'small' : 'capital';
}
