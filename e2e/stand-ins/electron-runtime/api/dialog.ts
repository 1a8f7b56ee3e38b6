import { strictObject } from '../strict/strict-object.ts';
import { BrowserWindow } from './browser-window.ts';
import { control } from './control.ts';

/** @throws Error where no test has said what the person answers */
async function show(method: string, args: unknown[]): Promise<unknown> {
  const [first, second] = args;
  const options = first instanceof BrowserWindow ? second : first;
  control.dialogCalls.push({ method, options });
  if (control.dialogAnswers.length === 0) {
    throw new Error(
      `dialog.${method} was shown, but nobody answers: push to __electronStandIn.dialogAnswers first.`,
    );
  }
  return control.dialogAnswers.shift();
}

/** Dialogs that nobody sees: tests say beforehand what the person answers. */
export const dialog = strictObject(
  {
    showOpenDialog: (...args: unknown[]) => show('showOpenDialog', args),
    showSaveDialog: (...args: unknown[]) => show('showSaveDialog', args),
    showMessageBox: (...args: unknown[]) => show('showMessageBox', args),
    /** Has no answer, so it never throws; it goes to standard error too, as Electron's does before ready. */
    showErrorBox(title: string, content: string): void {
      control.dialogCalls.push({ method: 'showErrorBox', options: { title, content } });
      console.error(`${title}\n${content}`);
    },
  },
  'dialog',
);
