import { Lock, TriangleAlert } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { errorWords } from '../../../shared/messages/messages.ts';
import type { Part } from '../../../shared/part.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './details.module.css';

export interface PartValueProps<Value> {
  readonly part: Part<Value>;
  readonly children: (value: Value) => ReactNode;
  /** In place of "none". */
  readonly none?: string;
}

/** One part of several: its value, or in a line why there is none; a refusal names the missing action. */
export function PartValue<Value>({ part, children, none }: PartValueProps<Value>) {
  const { messages } = useSpeech();
  const words = messages.details.object;
  if (part.state === 'known') return children(part.value);
  if (part.state === 'none') return <span className={styles.dim}>{none ?? words.none}</span>;
  if (part.state === 'unsupported') return <span className={styles.dim}>{words.unsupported}</span>;
  const { error } = part;
  if (error.code === 's3.access-denied') {
    return (
      <span className={styles.refused} title={errorWords(messages, error).what}>
        <Lock size={12} aria-hidden />
        <span>{breakable(words.denied({ action: error.params.action }))}</span>
      </span>
    );
  }
  const { what, why } = errorWords(messages, error);
  return (
    <span className={styles.refused} title={why}>
      <TriangleAlert size={12} aria-hidden />
      <span>{what}</span>
    </span>
  );
}

/** Lets a long action break between its words, and be copied as it is. */
function breakable(text: string): ReactNode {
  const words = text.split(/(?<=[a-z])(?=[A-Z])/);
  return words.map((word, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- words of one text, which never move
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}
