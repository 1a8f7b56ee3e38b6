import type { ReactNode } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { bucketCommands } from '../../../shared/details-command.ts';
import { CommandList } from '../../ui/command-list.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { BucketAccess } from './bucket-access.tsx';
import { BucketFacts } from './bucket-facts.tsx';
import { BucketRules } from './bucket-rules.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { PanelState } from './panel-state.tsx';
import { useBucketDetails } from '../../bridge/bucket-details.ts';

export interface BucketPanelProps {
  readonly at: BucketAddress;
  readonly preview?: ReactNode;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** A bucket's settings, each as far as this role may see it. */
export function BucketPanel({ at, preview, onClose, onSignIn }: BucketPanelProps) {
  const { messages } = useSpeech();
  const { bucket: words, object } = messages.details;
  const { value, error, busy, again } = useBucketDetails(at);
  return (
    <PanelFrame title={at.bucket} note={words.groups.bucket} onClose={onClose} onRefresh={again} busy={busy}>
      {preview}
      {error === undefined && value !== undefined ? (
        <>
          <BucketFacts details={value} />
          <BucketAccess details={value} />
          <BucketRules details={value} />
        </>
      ) : (
        <PanelState error={error} loading={words.loading} onRetry={again} onSignIn={onSignIn} />
      )}
      <CommandList title={object.commands} commands={bucketCommands(at)} what={object.copyCommands} />
    </PanelFrame>
  );
}
