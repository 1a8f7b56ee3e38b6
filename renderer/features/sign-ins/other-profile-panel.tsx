import { listBucketsCommand } from '../../../shared/command-line.ts';
import type { ProfileView } from '../../../shared/session.ts';
import { CommandChip } from '../../ui/command-chip.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { usePageWords } from '../../ui/language.tsx';
import styles from './panel.module.css';

/** A profile that doesn't sign in through IAM Identity Center: what it is, and what shows its buckets. */
export function OtherProfilePanel({ profile }: { readonly profile: ProfileView }) {
  const { otherProfile: words } = usePageWords();
  const region = profile.region === undefined ? [] : [[words.region, profile.region] as const];
  return (
    <div className={styles.panel}>
      <h1 className={styles.title}>{words.title({ profile: profile.name })}</h1>
      <DefinitionList entries={[[words.kind, words.kinds[profile.kind]], ...region]} />
      <p className={styles.dim}>{words.body}</p>
      <CommandChip command={listBucketsCommand({ kind: 'profile', profile: profile.name })} />
    </div>
  );
}
