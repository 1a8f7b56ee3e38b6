import { type GivenDisplay, showDisplays } from '../window/displays.ts';
import type { Notification } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { theScreen } from './screen.ts';
import type { Tray } from './tray.ts';

/** A call of the app that would have reached the person's desktop. */
export interface ShellCall {
  readonly method: 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep';
  readonly argument: string;
}

export interface DialogCall {
  readonly method: string;
  readonly options: unknown;
}

/**
 * What tests read and steer, as `globalThis.__electronStandIn` of the main process:
 * `electronApp.evaluate(() => globalThis.__electronStandIn.shellCalls)`.
 */
export const control = {
  shellCalls: [] as ShellCall[],
  /** Set to let `shell.openExternal` and `openPath` fail with this text. */
  shellFailure: undefined as string | undefined,
  notifications: [] as Notification[],
  trays: [] as Tray[],
  /** What dialogs were shown. */
  dialogCalls: [] as DialogCall[],
  /** What the person will answer, in this order. */
  dialogAnswers: [] as unknown[],
  /** @throws Error for an event that powerMonitor doesn't have */
  emitPower(event: string): void {
    if (!powerMonitor._events_.has(event)) throw new Error(`powerMonitor has no event ${event}.`);
    powerMonitor.emit(event);
  },
  setDisplays(displays: readonly GivenDisplay[]): void {
    showDisplays(displays);
    theScreen.emit('display-metrics-changed', {}, theScreen.getPrimaryDisplay(), ['bounds', 'workArea']);
  },
};
