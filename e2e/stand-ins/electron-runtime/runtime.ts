import type { AppPackage } from './app-package.ts';
import type { Chromium } from './chromium/launch-chromium.ts';
import type { Targets } from './window/targets.ts';
import type { CommandLine } from './command-line.ts';

/** What belongs to the whole process: there is one app in it, and one Chromium. */
export class Runtime {
  readonly commandLine: CommandLine;
  readonly appPackage: AppPackage;
  readonly electronVersion: string;
  #chromium: { readonly process: Chromium; readonly targets: Targets } | undefined;
  #ready = false;

  constructor(commandLine: CommandLine, appPackage: AppPackage, electronVersion: string) {
    this.commandLine = commandLine;
    this.appPackage = appPackage;
    this.electronVersion = electronVersion;
  }

  get isReady(): boolean {
    return this.#ready;
  }

  get targets(): Targets {
    this.afterReady('A window');
    if (this.#chromium === undefined) throw new Error('Chromium is not connected.');
    return this.#chromium.targets;
  }

  becomeReady(process: Chromium, targets: Targets): void {
    this.#chromium = { process, targets };
    this.#ready = true;
  }

  /** @throws Error where the app isn't ready yet: Electron's rule for `what` */
  afterReady(what: string): void {
    if (!this.#ready) throw new Error(`${what} can't be used before the app is ready.`);
  }

  /** @throws Error where the app is ready already: Electron's rule for `what` */
  beforeReady(what: string): void {
    if (this.#ready) throw new Error(`${what} must be called before the app is ready.`);
  }
}

let current: Runtime | undefined;

export function startRuntime(runtime: Runtime): void {
  current = runtime;
}

/** The process's runtime. @throws Error outside of the stand-in */
export function theRuntime(): Runtime {
  if (current === undefined) throw new Error('The Electron stand-in has not been started.');
  return current;
}
