import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSpeech } from '../../ui/language.tsx';

export interface DiscardDialogProps {
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Asks before what was entered is forgotten. */
export function DiscardDialog({ onClose, onDiscard }: DiscardDialogProps) {
  const words = useSpeech().messages.connect.discard;
  return (
    <Dialog
      title={words.title}
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.keep}</Button>
          <Button kind="danger" onPress={onDiscard}>
            {words.discard}
          </Button>
        </>
      }
    >
      <p>{words.body}</p>
    </Dialog>
  );
}
