import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { BucketAddress } from '../../shared/bucket-address.ts';
import { useBridge, useSnapshot } from '../bridge/bridge-context.tsx';
import { DetailsPanel, type DetailsSubject } from '../features/details/details-panel.tsx';
import { PanelSizeContext } from '../features/details/panel-size.ts';
import { ObjectPreview } from '../features/preview/object-preview.tsx';
import { cx } from '../ui/cx.ts';
import { useSpeech } from '../ui/language.tsx';
import { Splitter } from '../ui/splitter.tsx';
import styles from './shell.module.css';

export interface DetailsPaneProps {
  readonly at: BucketAddress;
  readonly subject: DetailsSubject;
  readonly onShowVersions?: (() => void) | undefined;
  readonly onMeasure?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** So that going through a list with the arrow keys doesn't ask for each row's details. */
const SETTLE_MS = 150;

/** The details of what the keyboard is on, beside the list; what is inside stands above them. */
export function DetailsPane({ at, subject, ...rest }: DetailsPaneProps) {
  const [settled, setSettled] = useState({ at, subject });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ at, subject }), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [at, subject]);
  const { at: shownAt, subject: shown } = settled;
  return (
    <SidePane>
      <DetailsPanel
        {...rest}
        at={shownAt}
        subject={shown}
        preview={
          shown.kind === 'object' ? (
            <ObjectPreview
              key={`${shown.key} ${shown.versionId ?? ''}`}
              at={shownAt}
              objectKey={shown.key}
              versionId={shown.versionId}
              onSignIn={rest.onSignIn}
            />
          ) : undefined
        }
      />
    </SidePane>
  );
}

/** Beside or below the list, as large as it was made the last time, or over all of it. */
export function SidePane({ children }: { readonly children: ReactNode }) {
  const { messages } = useSpeech();
  const client = useBridge();
  const kept = useSnapshot('settings')?.detailsShare ?? 0;
  const [full, setFull] = useState(false);
  const [own, setOwn] = useState({ kept, share: kept });
  // What was kept since, perhaps in another tab, goes before what was drawn here.
  const share = own.kept === kept ? own.share : kept;
  const size = useMemo(() => ({ full, onFull: setFull }), [full]);
  return (
    <div
      className={cx(styles.details, full && styles.full)}
      data-sized={share > 0}
      style={{ '--share': `${share}%` } as CSSProperties}
    >
      {!full && (
        <Splitter
          label={messages.details.object.resize}
          share={share}
          onShare={(next, done) => {
            setOwn({ kept, share: next });
            // If it can't be kept, it holds as long as the view does.
            if (done) client.call('settings.update', { detailsShare: next }).catch(() => {});
          }}
        />
      )}
      <PanelSizeContext value={size}>{children}</PanelSizeContext>
    </div>
  );
}
