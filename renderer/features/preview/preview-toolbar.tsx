import type { Preview } from '../../../shared/preview.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { previewNote } from './preview-note.ts';
import styles from './preview.module.css';

export type ViewChoice = 'usual' | 'text' | 'hex';

export interface PreviewToolbarProps {
  readonly preview: Preview | undefined;
  readonly choice: ViewChoice;
  readonly onChoice: (choice: ViewChoice) => void;
  readonly raw: boolean;
  readonly onRaw: (raw: boolean) => void;
  readonly wrap: boolean;
  readonly onWrap: (wrap: boolean) => void;
}

/** Above what is inside: how to look at it, what it is, and how much of it was read. */
export function PreviewToolbar(props: PreviewToolbarProps) {
  const { preview, choice, onChoice, raw, onRaw, wrap, onWrap } = props;
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  return (
    <div className={styles.toolbar}>
      <Segmented
        label={words.viewAs}
        value={choice}
        onChange={onChoice}
        options={[
          { value: 'usual', label: words.usual },
          { value: 'text', label: words.text },
          { value: 'hex', label: words.hex },
        ]}
      />
      {preview?.kind === 'text' && preview.language === 'json' && (
        <Segmented
          label={words.kinds.text}
          value={raw ? 'raw' : 'pretty'}
          onChange={(value) => onRaw(value === 'raw')}
          options={[
            { value: 'pretty', label: words.pretty },
            { value: 'raw', label: words.raw },
          ]}
        />
      )}
      {preview?.kind === 'text' && (
        <Checkbox isSelected={wrap} onChange={onWrap}>
          {words.wrap}
        </Checkbox>
      )}
      <p className={styles.note} role="status">
        {preview !== undefined && previewNote(words, locale, preview)}
      </p>
    </div>
  );
}
