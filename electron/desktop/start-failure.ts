import { app, dialog } from 'electron';
import { errorWords, messagesFor } from '../../shared/messages/messages.ts';
import { appError } from '../../shared/app-error.ts';
import { resolveLanguage } from '../../shared/settings.ts';
import { AppFailure } from '../core/app-failure.ts';
import type { FileLogger } from '../core/support/file-logger.ts';

/** Says why the app can't work at all, and ends it. */
export async function endAfterStartFailure(thrown: unknown, logger: FileLogger): Promise<void> {
  logger.error('start failed', { kind: thrown instanceof Error ? thrown.name : typeof thrown });
  const error = thrown instanceof AppFailure ? thrown.error : appError('internal', {});
  await Promise.all([app.whenReady(), logger.flush()]);
  const messages = messagesFor(resolveLanguage('system', app.getPreferredSystemLanguages()));
  const { what, why, next } = errorWords(messages, error);
  dialog.showErrorBox(messages.host.appName, `${what}\n${why}\n${next}`);
  app.exit(1);
}
