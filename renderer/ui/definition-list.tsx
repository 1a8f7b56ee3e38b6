import { Fragment, type ReactNode } from 'react';
import styles from './definition-list.module.css';

/** Names and values, one under another. */
export function DefinitionList({ entries }: { readonly entries: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.list}>
      {entries.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
