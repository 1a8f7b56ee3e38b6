/** Commands that need no window; `electron/cli` runs them. */
const HEADLESS_COMMANDS = ['serve'];

/**
 * The arguments of a headless command, the command first; undefined where the desktop app is wanted.
 * @param argv all of the process's arguments
 * @param isPackaged in development the first word is the app's own path, after Electron's switches
 */
export function headlessArguments(argv: readonly string[], isPackaged: boolean): string[] | undefined {
  const given = argv.slice(1);
  const words = given.flatMap((argument, index) => (argument.startsWith('-') ? [] : [index]));
  const at = words[isPackaged ? 0 : 1];
  const command = at === undefined ? undefined : given[at];
  if (at === undefined || command === undefined || !HEADLESS_COMMANDS.includes(command)) return undefined;
  return given.slice(at);
}
