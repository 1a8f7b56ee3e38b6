import type { KeyboardEvent } from 'react';
import { parentFolder } from '../../../shared/s3-location.ts';
import { isCommandKey } from '../../ui/command-key.ts';

export interface ObjectKeysOptions {
  readonly prefix: string;
  readonly search: boolean;
  readonly onOpenFolder: (prefix: string, where: 'here' | 'new-tab') => void;
  readonly onEndSearch: () => void;
  readonly onCopy: () => void;
  readonly onDelete: (() => void) | undefined;
}

/** Keys of the table that aren't the grid's own: up, copy, delete. @returns whether one was answered */
export function objectKeys(options: ObjectKeysOptions): (event: KeyboardEvent) => boolean {
  const { prefix, search, onOpenFolder, onEndSearch, onCopy, onDelete } = options;
  return (event) => {
    const command = isCommandKey(event);
    if (command && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'c') {
      onCopy();
      return true;
    }
    if (event.key === 'Delete' && !command && !event.altKey && !event.shiftKey && onDelete !== undefined) {
      onDelete();
      return true;
    }
    // Alt+Up is answered for the whole window, by whatever knows what is above the root.
    if (event.key !== 'Backspace' || command || event.altKey) return false;
    const parent = parentFolder(prefix);
    if (search) onEndSearch();
    else if (parent !== undefined) onOpenFolder(parent, 'here');
    return true;
  };
}
