import type { ReactNode } from 'react';
import type { BucketAddress } from '../../../shared/bucket-address.ts';
import { listFolderCommand } from '../../../shared/details-command.ts';
import { Button } from '../../ui/button.tsx';
import { CommandList } from '../../ui/command-list.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { Copyable, FactGroup, Facts } from './facts.tsx';
import { PanelFrame } from './panel-frame.tsx';
import styles from './details.module.css';

export interface FolderPanelProps {
  readonly at: BucketAddress;
  readonly prefix: string;
  readonly preview?: ReactNode;
  readonly onShowVersions?: (() => void) | undefined;
  readonly onMeasure?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** A folder: little more than a name, which is said. */
export function FolderPanel({ at, prefix, preview, onShowVersions, onMeasure, onClose }: FolderPanelProps) {
  const { messages } = useSpeech();
  const words = messages.details.object;
  const uri = `s3://${at.bucket}/${prefix}`;
  return (
    <PanelFrame title={lastPart(prefix)} note={words.folder.title} onClose={onClose}>
      {preview}
      <FactGroup title={words.folder.title}>
        <Facts
          entries={[
            [words.facts.uri, <Copyable key="uri" text={uri} what={words.facts.uri} />],
            [words.folder.prefix, <Copyable key="prefix" text={prefix} what={words.folder.prefix} />],
          ]}
        />
        <p className={styles.dim}>{words.folder.note}</p>
      </FactGroup>
      {onMeasure !== undefined && <Button onPress={onMeasure}>{messages.objects.menu.measure}</Button>}
      {onShowVersions !== undefined && <Button onPress={onShowVersions}>{words.showVersions}</Button>}
      <CommandList
        title={words.commands}
        commands={[listFolderCommand(at, prefix)]}
        what={words.copyCommands}
      />
    </PanelFrame>
  );
}

/** The last name in a key or prefix, for a heading. */
export function lastPart(key: string): string {
  const end = key.endsWith('/') ? key.length - 1 : key.length;
  return key.slice(key.lastIndexOf('/', end - 1) + 1) || key;
}
