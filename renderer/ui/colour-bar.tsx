import type { ProfileColour } from '../../shared/profile-mark.ts';
import { useSpeech } from './language.tsx';
import styles from './colour-bar.module.css';

/** The colour that a person gave to a profile: a bar, with its name in a tooltip and for screen readers. */
export function ColourBar({ colour }: { readonly colour: ProfileColour }) {
  const { messages } = useSpeech();
  const name = messages.profiles.sidebar.colours[colour];
  return <span role="img" aria-label={name} title={name} className={styles.bar} data-colour={colour} />;
}

/** A colour to choose, beside its name. */
export function ColourDot({ colour }: { readonly colour: ProfileColour }) {
  return <span aria-hidden className={styles.dot} data-colour={colour} />;
}
