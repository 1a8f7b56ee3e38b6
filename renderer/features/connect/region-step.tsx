import { useEffect } from 'react';
import { looksLikeRegion } from '../../../shared/regions.ts';
import type { RegionSearching } from '../../bridge/start-url.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { RegionField } from '../../ui/region-field.tsx';
import type { WizardState } from './wizard-state.ts';
import styles from './connect.module.css';

export interface RegionStepProps {
  readonly value: string;
  readonly search: RegionSearching;
  readonly onChange: (region: string) => void;
  readonly onNext: (region: string, from: WizardState['regionFrom']) => void;
}

/** The region of IAM Identity Center: looked for, or asked for with the reason. */
export function RegionStep({ value, search, onChange, onNext }: RegionStepProps) {
  const { messages, locale } = useSpeech();
  const { connect } = messages;
  const words = connect.region;
  const { result, error, searching, stopped } = search;
  const found = value === '' ? result?.region : undefined;
  useEffect(() => {
    if (found !== undefined) onNext(found, 'search');
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each answer
  }, [found]);
  if (searching) {
    return (
      <div className={styles.form}>
        <div role="status">
          <p>{words.searching}</p>
          <p className={styles.dim}>{words.searchingBody}</p>
        </div>
        <ProgressBar label={words.searching} share={undefined} />
        <div className={styles.actions}>
          <Button onPress={search.stop}>{words.stop}</Button>
        </div>
      </div>
    );
  }
  const wanted = value.trim().toLowerCase();
  const count = (n: number) => ({ count: n, text: formatNumber(locale, n) });
  const asked = result !== undefined && result.region === undefined ? result : undefined;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (looksLikeRegion(wanted)) onNext(wanted, 'typed');
      }}
    >
      <div role="status" className={styles.why}>
        {stopped && <p>{words.stopped}</p>}
        {asked !== undefined && (
          <p>{words.notFound({ asked: formatNumber(locale, asked.asked), count: asked.asked })}</p>
        )}
        {asked !== undefined && asked.unreachable > 0 && <p>{words.unreachable(count(asked.unreachable))}</p>}
        {(stopped || asked !== undefined || error !== undefined) && (
          <p className={styles.dim}>{words.whereToFind}</p>
        )}
      </div>
      {error !== undefined && <ErrorNotice error={error} remedies={{ retry: search.again }} />}
      <RegionField label={words.label} value={value} onChange={onChange} hint={words.hint} opens="input" />
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={!looksLikeRegion(wanted)}>
          {connect.next}
        </Button>
        {(stopped || asked !== undefined) && <Button onPress={search.again}>{words.again}</Button>}
      </div>
    </form>
  );
}
