import type { ListingRow } from '../../../shared/listing.ts';
import { Highlight } from '../../ui/highlight.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { FileIcon } from './file-icon.tsx';
import { splitName, visibleText } from './visible-text.ts';
import styles from './objects.module.css';

export interface ObjectNameProps {
  readonly row: ListingRow;
  /** What was searched for, to be marked; empty where nothing was, or a pattern. */
  readonly part: string;
  /** The name is a way through folders, whose last step matters most. */
  readonly path: boolean;
}

/** A row's name with its icon. Nothing in it is invisible, and however long it is, its end is seen. */
export function ObjectName({ row, part, path }: ObjectNameProps) {
  const { objects: words } = useSpeech().messages;
  const { kind, name } = row;
  if (name === '' || name === '/') {
    return (
      <span className={styles.name} title={name === '' ? words.selfHint : words.noNameHint}>
        <FileIcon kind={kind} name={name} />
        <span className={styles.unnamed}>{words.noName}</span>
        {name}
      </span>
    );
  }
  const { text, odd } = visibleText(name);
  const title = odd ? words.oddHint({ key: JSON.stringify(name) }) : name;
  const cut = path ? text.lastIndexOf('/', text.length - 2) + 1 : 0;
  return (
    <span className={styles.name} title={title}>
      <FileIcon kind={kind} name={name} />
      {cut > 0 && (
        <span className={styles.way}>
          <Highlight text={text.slice(0, cut)} part={part} />
        </span>
      )}
      <Ends text={text.slice(cut)} part={part} />
    </span>
  );
}

/** A text that is shortened in its middle. */
function Ends({ text, part }: { readonly text: string; readonly part: string }) {
  // A mark may lie across the cut, so a marked name is shortened at its end.
  const [head, tail] = part === '' ? splitName(text) : [text, ''];
  return (
    <>
      <span className={styles.head}>
        <Highlight text={head} part={part} />
      </span>
      {tail !== '' && <span className={styles.tail}>{tail}</span>}
    </>
  );
}
