import { StrictEmitter } from '../strict/strict-emitter.ts';

type ThemeSource = 'system' | 'light' | 'dark';

/** Light or dark. Pages follow through `onChange`. The system's theme is light. */
class NativeTheme extends StrictEmitter {
  _onChange: (source: ThemeSource) => void = () => undefined;
  #source: ThemeSource = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Unknown theme source: ${source}`);
    if (source === this.#source) return;
    this.#source = source;
    this._onChange(source);
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();
