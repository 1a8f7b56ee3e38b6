import { useState } from 'react';
import { addressKey, type BucketAddress } from '../../../shared/bucket-address.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { PreviewBody } from './preview-body.tsx';
import { PreviewToolbar, type ViewChoice } from './preview-toolbar.tsx';
import { usePreview } from './use-preview.ts';
import styles from './preview.module.css';

export interface ObjectPreviewProps {
  readonly at: BucketAddress;
  readonly objectKey: string;
  readonly versionId?: string | undefined;
  readonly onSignIn: () => void;
}

/** What is inside an object, as far as it was read; nothing of it ever runs. */
export function ObjectPreview(props: ObjectPreviewProps) {
  // Another object starts afresh, not in the view that was chosen for the last one.
  return (
    <OneObject key={JSON.stringify([addressKey(props.at), props.objectKey, props.versionId])} {...props} />
  );
}

function OneObject({ at, objectKey, versionId, onSignIn }: ObjectPreviewProps) {
  const { messages } = useSpeech();
  const words = messages.details.previews;
  const [choice, setChoice] = useState<ViewChoice>('usual');
  const [offset, setOffset] = useState(0);
  const [raw, setRaw] = useState(false);
  const [wrap, setWrap] = useState(false);
  const view = (next: ViewChoice) => {
    setChoice(next);
    setOffset(0);
  };
  const { preview, error, busy, again } = usePreview({
    at,
    key: objectKey,
    versionId,
    as: choice === 'usual' ? undefined : choice,
    offset: offset === 0 ? undefined : offset,
  });
  return (
    <section className={styles.preview} aria-label={words.label} aria-busy={busy}>
      <PreviewToolbar
        preview={error === undefined ? preview : undefined}
        choice={choice}
        onChoice={view}
        raw={raw}
        onRaw={setRaw}
        wrap={wrap}
        onWrap={setWrap}
      />
      {error !== undefined && <ErrorNotice error={error} remedies={{ retry: again, 'sign-in': onSignIn }} />}
      {error === undefined && preview === undefined && (
        <div className={styles.waiting} role="status" aria-label={words.loading} />
      )}
      {error === undefined && preview !== undefined && (
        <PreviewBody
          at={at}
          objectKey={objectKey}
          versionId={versionId}
          preview={preview}
          busy={busy}
          raw={raw}
          wrap={wrap}
          onOffset={setOffset}
          onView={view}
        />
      )}
    </section>
  );
}
