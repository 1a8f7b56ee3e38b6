import { useConfigSection } from '../../bridge/config-section.ts';
import { Button } from '../../ui/button.tsx';
import { useConfigUndo } from '../../ui/config-undo.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import type { ConfigEdit } from './config-edit.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { DuplicateDialog, RenameDialog } from './name-dialog.tsx';
import styles from './profiles.module.css';

export interface ConfigDialogsProps {
  readonly edit: ConfigEdit;
  readonly onClose: () => void;
  /** Something was written. @param newName where it has another name now */
  readonly onWritten?: ((edit: ConfigEdit, newName: string | undefined) => void) | undefined;
}

/** The dialog for something that is to be done with a profile or session; a toast says when it was, and undoes it. */
export function ConfigDialogs({ edit, onClose, onWritten }: ConfigDialogsProps) {
  const { kind, name, task } = edit;
  const { messages } = useSpeech();
  const words = messages.profiles;
  const { value: section, error, again } = useConfigSection(kind, name);
  const { tellWritten } = useConfigUndo();
  const written = (text: string, newName?: string) => {
    onClose();
    tellWritten(text);
    onWritten?.(edit, newName);
  };
  if (section === undefined) {
    return (
      <Dialog
        title={name}
        wide
        onClose={onClose}
        footer={<Button onPress={onClose}>{words.plan.cancel}</Button>}
      >
        {error === undefined ? (
          <p role="status" className={styles.loading}>
            {words.edit.loading}
          </p>
        ) : (
          <ErrorNotice error={error} remedies={{ retry: again }} />
        )}
      </Dialog>
    );
  }
  const common = { kind, section, onWritten: written, onClose };
  switch (task) {
    case 'edit':
      return <EditDialog {...common} />;
    case 'rename':
      return <RenameDialog {...common} />;
    case 'duplicate':
      return <DuplicateDialog {...common} />;
    case 'delete':
      return <DeleteDialog {...common} />;
  }
}
