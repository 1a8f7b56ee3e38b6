const DATE_WIDTH = 19;
const SIZE_WIDTH = 10;
const PRE_WIDTH = 30;

/**
 * A line of `aws s3 ls` for an object, without the line feed: local time, size, name.
 * (aws-cli, `awscli/customizations/s3/subcommands.py`: `YYYY-MM-DD HH:MM:SS`, sizes right-aligned in ten columns.)
 * @param modified Unix milliseconds; blanks where it isn't known
 */
export function lsObjectLine(name: string, size: number, modified: number | undefined): string {
  const date = modified === undefined ? '' : localDate(new Date(modified));
  return `${date.padEnd(DATE_WIDTH)} ${String(size).padStart(SIZE_WIDTH)} ${name}`;
}

/** A line of `aws s3 ls` for a folder (common prefix), without the line feed; only the last part of its key is named. */
export function lsFolderLine(key: string): string {
  return `${'PRE'.padStart(PRE_WIDTH)} ${key.split('/').at(-2) ?? ''}/`;
}

/** In the time zone of the process. */
function localDate(date: Date): string {
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())];
  return `${day.join('-')} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
