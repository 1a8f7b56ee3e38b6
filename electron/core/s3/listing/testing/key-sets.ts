/** Numbers that look random and are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const padded = (value: number, digits: number) => String(value).padStart(digits, '0');
const series = (length: number, make: (index: number) => string) =>
  Array.from({ length }, (_, index) => make(index));

function hashes(count: number): string[] {
  const random = randomNumbers(count);
  const word = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return series(count, () => word() + word() + word() + word());
}

const CITIES = [
  'athens',
  'berlin',
  'cairo',
  'dublin',
  'espoo',
  'faro',
  'genoa',
  'Hamburg',
  'izmir',
  'jena',
  'kyoto',
];
const KANA = Array.from(
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
);

/** Ways in which keys lie in real buckets, each with about so many keys. */
export const KEY_SETS: Readonly<Record<string, (count: number) => string[]>> = {
  'one folder, padded numbers': (count) => series(count, (index) => `data/key-${padded(index, 10)}.bin`),
  'numbers without padding': (count) => series(count, (index) => `img${index}.jpg`),
  hashes,
  'hashes behind a date': (count) =>
    hashes(count).map(
      (hash, index) => `logs/2026/${padded(1 + (index % 12), 2)}/${padded(1 + (index % 28), 2)}/${hash}.gz`,
    ),
  'deep, a few in each folder': (count) =>
    series(
      count,
      (index) =>
        `lake/orders/year=${2015 + (index % 11)}/month=${padded(1 + (index % 12), 2)}/day=${padded(1 + (index % 28), 2)}` +
        `/hour=${padded(index % 24, 2)}/part-${padded(index, 9)}.snappy.parquet`,
    ),
  'nearly all in one of many folders': (count) =>
    series(count, (index) =>
      index % 10 === 0
        ? `${CITIES[index % CITIES.length]}/reports/${padded(index, 8)}.csv`
        : `genoa/archive/sensor-readings/by-device/eu-south-1/device-0042/raw/${padded(index, 9)}.json`,
    ),
  'one key per folder': (count) => series(count, (index) => `users/${padded(index * 7919, 12)}/profile.json`),
  'words and dates': (count) => {
    const random = randomNumbers(5);
    return series(
      count,
      (index) =>
        `${CITIES[Math.floor(random() ** 2 * CITIES.length)]}/${CITIES[Math.floor(random() * CITIES.length)]}-` +
        `${2000 + Math.floor(random() * 27)}/${Math.floor(random() * 1e6)}-${index}`,
    );
  },
  'Japanese and emoji': (count) => {
    const random = randomNumbers(9);
    const kana = () => KANA[Math.floor(random() * KANA.length)] ?? '';
    return series(
      count,
      (index) => `写真/${kana()}${kana()}${kana()}${index % 3 === 0 ? '🌸' : '。'}${index}.jpg`,
    );
  },
  'each key the start of the next': (count) =>
    series(count, (index) => `${padded(Math.floor(index / 400), 6)}-${'x'.repeat(index % 400)}`),
  uuids: (count) =>
    hashes(count).map(
      (h) => `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`,
    ),
};
