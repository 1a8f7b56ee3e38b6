import { isKnownRegion } from '../../../shared/regions.ts';
import { useSpeech } from '../../ui/language.tsx';
import type { WizardState } from './wizard-state.ts';
import styles from './connect.module.css';

export interface RegionWordsProps {
  readonly region: string;
  readonly from: WizardState['regionFrom'];
}

/** A region by its code and name, and how it is known. */
export function RegionWords({ region, from }: RegionWordsProps) {
  const { details, connect } = useSpeech().messages;
  const notes = [
    ...(isKnownRegion(region) ? [details.regions[region]] : []),
    ...(from === 'typed' ? [] : [connect.startUrl.regionFrom[from]]),
  ];
  return (
    <>
      {region}
      {notes.length > 0 && <span className={styles.dim}> · {notes.join(' · ')}</span>}
    </>
  );
}
