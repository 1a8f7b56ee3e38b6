import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { cx } from '../../ui/cx.ts';
import { useSpeech } from '../../ui/language.tsx';
import { parseOffset } from './hex-rows.ts';
import styles from './preview.module.css';

export interface OffsetFieldProps {
  /** Bytes of the object. */
  readonly size: number;
  readonly onOffset: (offset: number) => void;
}

/** Where to go in the object; Enter goes there. */
export function OffsetField({ size, onOffset }: OffsetFieldProps) {
  const { messages } = useSpeech();
  const words = messages.details.previews;
  const [text, setText] = useState('');
  const offset = parseOffset(text, size);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (offset === undefined) return;
        // A row's start, so that rows stay where one has seen them before.
        onOffset(offset - (offset % 16));
        setText('');
      }}
    >
      <TextField
        aria-label={words.goTo}
        value={text}
        onChange={setText}
        isInvalid={text !== '' && offset === undefined}
      >
        <Input
          className={cx(styles.offset)}
          placeholder={words.goTo}
          title={words.goToHint}
          spellCheck="false"
        />
      </TextField>
    </form>
  );
}
