import { ShieldAlert, Star } from 'lucide-react';
import type { ProfileMark } from '../../../shared/profile-mark.ts';
import { ColourBar } from '../../ui/colour-bar.tsx';
import { useSpeech } from '../../ui/language.tsx';
import styles from './sidebar.module.css';

export interface RowMarksProps {
  readonly mark: ProfileMark | undefined;
  readonly production: boolean;
  /** Where all of them are starred, none has to say so. */
  readonly star: boolean;
}

/** What was noted about a profile: colour, production, star; each in words, too. */
export function RowMarks({ mark, production, star }: RowMarksProps) {
  const { messages } = useSpeech();
  const words = messages.profiles.sidebar;
  return (
    <span className={styles.marks}>
      {mark?.colour !== undefined && <ColourBar colour={mark.colour} />}
      {production && (
        <span className={styles.production} title={words.production}>
          <ShieldAlert size={12} aria-hidden />
          {words.productionMark}
        </span>
      )}
      {star && mark?.starred === true && (
        <Star className={styles.star} size={12} role="img" aria-label={words.starred} fill="currentColor" />
      )}
    </span>
  );
}
