import type { Preview } from '../../../shared/preview.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatBytes } from '../../ui/format-bytes.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { ViewChoice } from './preview-toolbar.tsx';

export interface NothingToShowProps {
  readonly preview: Extract<Preview, { kind: 'empty' | 'archived' | 'too-large' }>;
  readonly onView: (choice: ViewChoice) => void;
}

/** Why nothing is shown, and what can be looked at instead. */
export function NothingToShow({ preview, onView }: NothingToShowProps) {
  const { messages, locale } = useSpeech();
  const words = messages.details.previews;
  if (preview.kind === 'empty') return <EmptyState {...words.empty} />;
  if (preview.kind === 'archived') {
    const { title, body } = words.archived;
    return <EmptyState title={title} body={body({ class: preview.storageClass })} />;
  }
  const { title, body } = words.tooLarge;
  const sizes = { size: formatBytes(locale, preview.size), limit: formatBytes(locale, preview.limit) };
  return (
    <EmptyState title={title} body={body(sizes)}>
      <Button onPress={() => onView('hex')}>{words.asHex}</Button>
    </EmptyState>
  );
}
