import { Fragment, type ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './details.module.css';

export interface FactGroupProps {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Facts that belong together, under a heading. */
export function FactGroup({ title, tools, children }: FactGroupProps) {
  return (
    <section className={styles.group}>
      <h3 className={styles.groupTitle}>
        {title}
        {tools}
      </h3>
      {children}
    </section>
  );
}

export type FactEntry = readonly [name: string, value: ReactNode];

/** Names and values beside each other; what is `undefined` is left out. */
export function Facts({ entries }: { readonly entries: readonly (FactEntry | undefined)[] }) {
  return (
    <dl className={styles.facts}>
      {entries.map(
        (entry) =>
          entry !== undefined && (
            <Fragment key={entry[0]}>
              <dt>{entry[0]}</dt>
              <dd>{entry[1]}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

/** A value that people take elsewhere. */
export function Copyable({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span className={styles.copyable}>
      <span>{text}</span>
      <CopyButton text={text} what={what} />
    </span>
  );
}
