import { type ReactNode, use } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import { DialogNote } from './dialog-note.ts';
import { useKeptFocus } from './kept-focus.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** Escape comes here, too. A click beside the dialog doesn't: what was typed would be gone. */
  readonly onClose: () => void;
  /** Buttons, the one to press last at the end. */
  readonly footer: ReactNode;
  /** An `alertdialog` asks about something that can't be taken back. */
  readonly role?: 'dialog' | 'alertdialog';
  /** For what is read in lines, as files are. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page; the focus stays in it and goes back to where it came from. */
export function Dialog({ title, onClose, footer, role = 'dialog', wide = false, children }: DialogProps) {
  const note = use(DialogNote);
  useKeptFocus();
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={cx(styles.overlay)}
    >
      <Modal className={cx(styles.modal, wide && styles.wide)}>
        <AriaDialog role={role} className={cx(styles.dialog)}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={cx(styles.title)}>
              {title}
            </Heading>
            {note}
          </div>
          <div className={styles.body}>{children}</div>
          <div className={styles.footer}>{footer}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
