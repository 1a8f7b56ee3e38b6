/** `electron [switches] <app> [arguments]`, as Electron reads it. */
export interface CommandLine {
  /** Switches with two dashes, wherever they stand; without a value it is the empty string. */
  readonly switches: Map<string, string>;
  /** The app's folder or script; undefined where none is named. */
  readonly app: string | undefined;
}

/** @param args what follows the executable's name */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const switches = new Map<string, string>();
  let app: string | undefined;
  for (const argument of args) {
    if (argument === '--') break;
    if (argument.startsWith('--')) {
      const equals = argument.indexOf('=');
      const name = equals === -1 ? argument.slice(2) : argument.slice(2, equals);
      switches.set(name, equals === -1 ? '' : argument.slice(equals + 1));
    } else if (argument.startsWith('-')) {
      throw new Error(`The Electron stand-in has no option ${argument}.`);
    } else {
      app ??= argument;
    }
  }
  return { switches, app };
}
