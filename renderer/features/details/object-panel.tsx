import type { ReactNode } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { objectCommands } from '../../../shared/details-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandList } from '../../ui/command-list.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { lastPart } from './folder-panel.tsx';
import { ObjectFacts } from './object-facts.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { PanelState } from './panel-state.tsx';
import { useObjectDetails } from './use-object-details.ts';
import styles from './details.module.css';

export interface ObjectPanelProps {
  readonly at: BucketAddress;
  readonly objectKey: string;
  readonly versionId: string | undefined;
  readonly preview?: ReactNode;
  readonly onShowVersions?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onSignIn: () => void;
}

/** Everything HeadObject and its neighbours tell of an object. */
export function ObjectPanel(props: ObjectPanelProps) {
  const { at, objectKey, versionId, preview, onShowVersions, onClose, onSignIn } = props;
  const { messages } = useSpeech();
  const words = messages.details.object;
  const { value, error, busy, again } = useObjectDetails(at, objectKey, versionId);
  return (
    <PanelFrame title={lastPart(objectKey)} onClose={onClose} onRefresh={again} busy={busy}>
      {preview !== undefined && <div className={styles.preview}>{preview}</div>}
      <div className={styles.about}>
        {error === undefined && value !== undefined ? (
          <ObjectFacts at={at} details={value} />
        ) : (
          <PanelState error={error} loading={words.loading} onRetry={again} onSignIn={onSignIn} />
        )}
        {onShowVersions !== undefined && <Button onPress={onShowVersions}>{words.showVersions}</Button>}
        <CommandList
          title={words.commands}
          commands={objectCommands(at, objectKey, versionId)}
          what={words.copyCommands}
        />
      </div>
    </PanelFrame>
  );
}
