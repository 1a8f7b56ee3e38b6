import { useState } from 'react';
import type { GoneProfile } from '../../../shared/portal-comparison.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './connect.module.css';

export interface GoneProfilesProps {
  readonly gone: readonly GoneProfile[];
  readonly onPrune: (names: readonly string[]) => void;
}

/** Profiles whose role is no longer offered; those that the app wrote can be picked for deletion, none is at first. */
export function GoneProfiles({ gone, onPrune }: GoneProfilesProps) {
  const { messages, locale } = useSpeech();
  const words = messages.connect.compare;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const count = (n: number) => ({ count: n, text: formatNumber(locale, n) });
  const ours = gone.filter(({ profile }) => profile.writtenHere === true).map(({ profile }) => profile.name);
  const wanted = ours.filter((name) => chosen.has(name));
  const choose = (name: string, on: boolean) => {
    const after = new Set(chosen);
    if (on) after.add(name);
    else after.delete(name);
    setChosen(after);
  };
  return (
    <section className={styles.part} aria-labelledby="compare-gone">
      <h2 id="compare-gone">{words.gone(count(gone.length))}</h2>
      <p className={styles.dim}>{words.goneBody}</p>
      <ul className={styles.gone}>
        {gone.map(({ profile, what }) => {
          const { name, accountId, roleName } = profile;
          const mine = profile.writtenHere === true;
          return (
            <li key={name} className={styles.goneRow}>
              <Checkbox
                label={words.pruneOne({ profile: name })}
                isSelected={mine && chosen.has(name)}
                onChange={(on) => choose(name, on)}
                isDisabled={!mine}
              />
              <span className={styles.text} title={name}>
                {name}
              </span>
              <span className={styles.goneRole}>
                {roleName} · {accountId}
              </span>
              <span className={styles.goneRole}>
                {words.what[what]}
                {!mine && ` · ${words.notOurs}`}
              </span>
            </li>
          );
        })}
      </ul>
      {ours.length > 0 && (
        <div className={styles.actions}>
          <Button onPress={() => onPrune(wanted)} isDisabled={wanted.length === 0}>
            {words.prune(count(wanted.length))}
          </Button>
        </div>
      )}
    </section>
  );
}
