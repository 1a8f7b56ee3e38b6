import { strictObject } from '../strict/strict-object.ts';
import { control, type ShellCall } from './control.ts';

function record(method: ShellCall['method'], argument: string): void {
  control.shellCalls.push({ method, argument });
}

/** Opens nothing: what would have been opened is in `__electronStandIn.shellCalls`. */
export const shell = strictObject(
  {
    async openExternal(url: string): Promise<void> {
      if (!URL.canParse(url)) throw new Error('Invalid URL');
      record('openExternal', url);
      if (control.shellFailure !== undefined) throw new Error(control.shellFailure);
    },
    /** Resolves to the reason where it failed, else to the empty string. */
    async openPath(path: string): Promise<string> {
      record('openPath', path);
      return control.shellFailure ?? '';
    },
    showItemInFolder: (path: string): void => record('showItemInFolder', path),
    beep: (): void => record('beep', ''),
  },
  'shell',
);
