import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { theRuntime } from '../runtime.ts';
import { electronEvent } from '../strict/electron-event.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import { strictObject } from '../strict/strict-object.ts';
import { SingleInstanceLock } from './single-instance-lock.ts';

const EVENTS = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'open-url',
  'open-file',
  'render-process-gone',
  'child-process-gone',
];
const PATHS = ['home', 'appData', 'userData', 'temp', 'logs', 'sessionData', 'downloads', 'exe'];

interface ClosableWindow {
  /** False where a listener keeps the window open. */
  _tryClose(): boolean;
}

class App extends StrictEmitter {
  readonly isPackaged = false;
  readonly dock = process.platform === 'darwin' ? dock() : undefined;
  readonly commandLine = strictObject(
    {
      appendSwitch: (name: string, value = ''): void => {
        theRuntime().beforeReady('app.commandLine.appendSwitch');
        theRuntime().commandLine.switches.set(name, value);
      },
      hasSwitch: (name: string): boolean => theRuntime().commandLine.switches.has(name),
      getSwitchValue: (name: string): string => theRuntime().commandLine.switches.get(name) ?? '',
    },
    'app.commandLine',
  );
  /** Set by BrowserWindow, which knows them. */
  _windows: () => ClosableWindow[] = () => [];
  readonly #paths = new Map<string, string>();
  readonly #protocolClients = new Set<string>();
  #name: string | undefined;
  #lock: SingleInstanceLock | undefined;
  #quitting = false;
  #sandboxed = false;
  #resolveReady: () => void = () => undefined;
  readonly #whenReady = new Promise<void>((resolve) => {
    this.#resolveReady = resolve;
  });

  constructor() {
    super('app', EVENTS);
  }

  isReady(): boolean {
    return theRuntime().isReady;
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  get name(): string {
    return this.getName();
  }

  set name(name: string) {
    this.setName(name);
  }

  getName(): string {
    return this.#name ?? theRuntime().appPackage.name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return theRuntime().appPackage.version;
  }

  getAppPath(): string {
    return theRuntime().appPackage.appPath;
  }

  /** Empty before ready, as with Electron. */
  getLocale(): string {
    return this.isReady() ? (systemLanguages()[0] ?? 'en-US') : '';
  }

  getPreferredSystemLanguages(): string[] {
    theRuntime().afterReady('app.getPreferredSystemLanguages');
    return systemLanguages();
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = process.env['HOME'] ?? homedir();
    if (name === 'home') return home;
    if (name === 'temp') return tmpdir();
    if (name === 'exe') return process.execPath;
    if (name === 'appData') return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    if (name === 'downloads') return join(home, 'Downloads');
    const given = this.commandLine.getSwitchValue('user-data-dir');
    if (name === 'userData') return given === '' ? join(this.getPath('appData'), this.getName()) : given;
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'logs') return join(this.getPath('userData'), 'logs');
    throw new Error(`Failed to get '${name}' path`);
  }

  setPath(name: string, path: string): void {
    if (!PATHS.includes(name)) throw new Error(`Failed to set path: ${name}`);
    if (!path.startsWith('/') && process.platform !== 'win32') throw new Error('Path must be absolute');
    this.#paths.set(name, path);
  }

  /** @throws Error after ready */
  enableSandbox(): void {
    theRuntime().beforeReady('app.enableSandbox');
    this.#sandboxed = true;
  }

  setAppUserModelId(id: string): void {
    if (typeof id !== 'string') throw new TypeError('Must pass a string.');
  }

  setAsDefaultProtocolClient(scheme: string): boolean {
    this.#protocolClients.add(scheme);
    return true;
  }

  isDefaultProtocolClient(scheme: string): boolean {
    return this.#protocolClients.has(scheme);
  }

  setAboutPanelOptions(options: object): void {
    if (typeof options !== 'object') throw new TypeError('Must pass an object.');
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    this.#lock ??= new SingleInstanceLock(this.getPath('userData'), (argv, workingDirectory, data) => {
      this.emit('second-instance', electronEvent({}), argv, workingDirectory, data);
    });
    return this.#lock.request(process.argv, process.cwd(), additionalData);
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  /** Closes every window and ends, unless somebody prevents it. */
  quit(): void {
    if (this.#quitting) return;
    const event = electronEvent({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    const open = this._windows();
    if (open.length === 0) this.#endUnlessPrevented();
    // A window that keeps itself open stops the quitting.
    else if (!open.every((window) => window._tryClose())) this.#quitting = false;
  }

  /** Ends at once, asking nobody. */
  exit(code = 0): void {
    this.emit('quit', electronEvent({}), code);
    process.exit(code);
  }

  #endUnlessPrevented(): void {
    const event = electronEvent({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.exit(0);
  }

  // What follows is for the stand-in itself.

  get _sandboxed(): boolean {
    return this.#sandboxed;
  }

  _becomeReady(): void {
    this.emit('ready', electronEvent({}), {});
    this.#resolveReady();
  }

  _windowGone(left: number): void {
    if (left > 0) return;
    if (this.#quitting) this.#endUnlessPrevented();
    else if (!this.emit('window-all-closed')) this.quit();
  }
}

function dock() {
  const nothing = () => undefined;
  return strictObject(
    { show: () => Promise.resolve(), hide: nothing, setMenu: nothing, setIcon: nothing },
    'app.dock',
  );
}

/** The languages of the environment, most wanted first, BCP 47. */
function systemLanguages(): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const named = [...(LANGUAGE ?? '').split(':'), LC_ALL, LC_MESSAGES, LANG];
  const languages = named
    .map((name) => (name ?? '').replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((name) => name !== '' && name !== 'C' && name !== 'POSIX');
  return languages.length === 0 ? ['en-US'] : [...new Set(languages)];
}

export const theApp = new App();
