/** The drawings of the tray icon, in a square of 16 units. Digits are strokes, so that no font is needed. */

const BUCKET = 'M1 4.6 L2.5 14 Q2.7 15.4 4.2 15.4 H11.8 Q13.3 15.4 13.5 14 L15 4.6 Z';
const HANDLE = 'M2.2 4.4 C3 -.4 13 -.4 13.8 4.4';

/** Digits in a box of 4 by 6. */
const DIGITS = [
  'M2 0 C.6 0 0 1.2 0 3 S.6 6 2 6 4 4.8 4 3 3.4 0 2 0Z',
  'M.6 1.3 L2.3 0 V6',
  'M.1 1.4 C.4 -.4 3.9 -.6 3.9 1.7 C3.9 3.2 1 4.2 0 6 H4',
  'M.2 .9 C1 -.3 3.7 -.3 3.7 1.5 C3.7 2.6 2.7 2.9 1.6 2.9 C2.9 2.9 4 3.3 4 4.4 C4 6.4 .8 6.4 0 5',
  'M3 6 V0 L0 4.2 H4',
  'M3.6 0 H.7 L.4 2.8 C1.2 2.1 4 1.9 4 4.1 C4 6.4 .8 6.4 0 5.1',
  'M3.5 .6 C1.6 -.6 0 1 0 3.8 C0 6.7 4 6.7 4 4.1 C4 1.9 .8 1.8 0 3.8',
  'M0 0 H4 L1.4 6',
  'M2 2.8 C.7 2.8 .3 2.2 .3 1.5 C.3 -.5 3.7 -.5 3.7 1.5 C3.7 2.2 3.3 2.8 2 2.8 C.7 2.8 0 3.5 0 4.4 C0 6.5 4 6.5 4 4.4 C4 3.5 3.3 2.8 2 2.8Z',
  'M.5 5.4 C2.4 6.6 4 5 4 2.2 C4 -.7 0 -.7 0 1.9 C0 4.1 3.2 4.2 4 2.2',
] as const;
const PLUS = 'M5.4 3 H8.4 M6.9 1.5 V4.5';

/** Everything a number of sessions can look like: 0 to 9, then "9+". */
export const TRAY_COUNTS = [...DIGITS.keys(), '9-plus'] as const;

/** The icon for Windows and Linux: a coloured bucket with the number on it; grey where nobody is signed in. */
export function numberedBucket(count: (typeof TRAY_COUNTS)[number]): string {
  const colour = count === 0 ? '#7d878c' : '#12808b';
  const digit =
    count === '9-plus'
      ? `<g transform="translate(3.6 6.5) scale(.95 1.18)"><path d="${DIGITS[9]}" /><path d="${PLUS}" /></g>`
      : `<g transform="translate(5.6 6.4) scale(1.2)"><path d="${DIGITS[count] ?? ''}" /></g>`;
  return drawing(`
    <path d="${HANDLE}" fill="none" stroke="${colour}" stroke-width="1.5" />
    <path d="${BUCKET}" fill="${colour}" />
    <g fill="none" stroke="#fff" stroke-width="1.25" stroke-linecap="round" stroke-linejoin="round">${digit}</g>`);
}

/** The template image for macOS, whose menu bar shows the number beside it: full, or an outline for nobody. */
export function templateBucket(signedIn: boolean): string {
  return drawing(`
    <path d="${HANDLE}" fill="none" stroke="#000" stroke-width="1.4" />
    <path d="${BUCKET}" fill="${signedIn ? '#000' : 'none'}" stroke="#000" stroke-width="1.4" stroke-linejoin="round" />`);
}

function drawing(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${content}</svg>`;
}
