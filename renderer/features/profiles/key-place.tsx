import type { ConfigKeyView } from '../../../shared/config-change.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './profiles.module.css';

export interface KeyPlaceProps {
  readonly name?: string;
  readonly standing: ConfigKeyView | undefined;
}

/** What a key is called in the file, and the file and line where it stands. */
export function KeyPlace({ name, standing }: KeyPlaceProps) {
  const { messages, locale } = useSpeech();
  const place =
    standing &&
    messages.profiles.edit.line({
      file: fileName(standing.path),
      line: formatNumber(locale, standing.line),
    });
  return (
    <span className={styles.place} title={standing?.path}>
      {name !== undefined && <code>{name}</code>}
      {place}
    </span>
  );
}

function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
