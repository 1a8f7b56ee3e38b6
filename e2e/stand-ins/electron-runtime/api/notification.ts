import { theRuntime } from '../runtime.ts';
import { electronEvent } from '../strict/electron-event.ts';
import { refuseUnknownKeys } from '../strict/missing.ts';
import { StrictEmitter } from '../strict/strict-emitter.ts';
import { control } from './control.ts';

export interface NotificationOptions {
  readonly title?: string;
  readonly subtitle?: string;
  readonly body?: string;
  readonly silent?: boolean;
  readonly icon?: unknown;
  readonly urgency?: string;
  readonly timeoutType?: string;
  readonly actions?: readonly { readonly type: 'button'; readonly text?: string }[];
  readonly closeButtonText?: string;
}

const OPTIONS = [
  'title',
  'subtitle',
  'body',
  'silent',
  'icon',
  'urgency',
  'timeoutType',
  'actions',
  'closeButtonText',
];

/** A notice of the desktop. Nothing is shown; shown ones are in `__electronStandIn.notifications`. */
export class Notification extends StrictEmitter {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean;
  readonly actions: NonNullable<NotificationOptions['actions']>;

  constructor(options: NotificationOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'action', 'failed']);
    theRuntime().afterReady('Notification');
    refuseUnknownKeys(options, OPTIONS, 'Notification option');
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.actions = options.actions ?? [];
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    control.notifications.push(this);
    this.emit('show', electronEvent({}));
  }

  close(): void {
    const at = control.notifications.indexOf(this);
    if (at === -1) return;
    control.notifications.splice(at, 1);
    this.emit('close', electronEvent({}));
  }
}
