import type { ProfileView } from '../../../shared/session.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import styles from './connect.module.css';

/** Profiles of which nothing can be said. */
export function UnknownProfiles({ profiles }: { readonly profiles: readonly ProfileView[] }) {
  const { messages, locale } = useSpeech();
  const words = messages.connect.compare;
  const { length } = profiles;
  return (
    <section className={styles.part} aria-labelledby="compare-unknown">
      <h2 id="compare-unknown">{words.unknown({ count: length, text: formatNumber(locale, length) })}</h2>
      <p className={styles.dim}>{words.unknownBody}</p>
      <ul className={styles.gone}>
        {profiles.map(({ name, roleName, accountId }) => (
          <li key={name} className={styles.unknownRow}>
            <span className={styles.text} title={name}>
              {name}
            </span>
            <span className={styles.goneRole}>
              {roleName} · {accountId}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
