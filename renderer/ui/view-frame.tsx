import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import { useKeptFocus } from './kept-focus.ts';
import styles from './view-frame.module.css';

export interface ViewFrameProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly closeLabel: string;
  /** Escape comes here, too, where nothing else is said for it. */
  readonly onClose: () => void;
  readonly onEscape?: (() => void) | undefined;
  /** Beside the title. */
  readonly tools?: ReactNode;
  /** Its heading takes the focus when it appears, so that it is read out and Escape works. */
  readonly takeFocus?: boolean;
  readonly children: ReactNode;
}

/** A view that was opened from another and can be closed again. */
export function ViewFrame(props: ViewFrameProps) {
  const { title, note, closeLabel, onClose, onEscape = onClose, tools, takeFocus = true, children } = props;
  const id = useId();
  useKeptFocus();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  return (
    <section
      className={styles.frame}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onEscape();
      }}
    >
      <header className={styles.header}>
        <div className={styles.words}>
          <h2 id={id} ref={heading} tabIndex={-1} className={styles.title} title={title}>
            {title}
          </h2>
          {note !== undefined && <p className={styles.note}>{note}</p>}
        </div>
        {tools}
        <IconButton small label={closeLabel} icon={<X size={14} />} onPress={onClose} />
      </header>
      {children}
    </section>
  );
}
