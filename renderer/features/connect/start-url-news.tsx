import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StartUrlFinding } from '../../../shared/start-url.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useSpeech } from '../../ui/language.tsx';
import { RegionWords } from './region-words.tsx';
import styles from './connect.module.css';

export interface StartUrlNewsProps {
  readonly finding: StartUrlFinding;
  /** As it stands in the field. */
  readonly typed: string;
}

/** What was understood of a start URL. */
export function StartUrlNews({ finding, typed }: StartUrlNewsProps) {
  const words = useSpeech().messages.connect.startUrl;
  const { startUrl, issuerUrl, partition, region, regionFrom = 'host' } = finding;
  const entries: (readonly [string, ReactNode])[] = [];
  if (startUrl !== typed.trim()) entries.push([words.portal, startUrl]);
  if (issuerUrl !== startUrl) entries.push([words.leadsTo, issuerUrl]);
  // Nearly everybody's is the plain one; naming it would only ask what a partition is.
  if (partition !== undefined && partition !== 'aws') {
    entries.push([words.partition, words.partitions[partition] ?? partition]);
  }
  entries.push([
    words.region,
    region === undefined ? (
      words.regionUnknown
    ) : (
      <RegionWords key="region" region={region} from={regionFrom} />
    ),
  ]);
  return (
    <div className={styles.understood}>
      <CircleCheck size={16} aria-hidden />
      <div>
        <p className={styles.strong}>{words.understood}</p>
        <DefinitionList entries={entries} />
      </div>
    </div>
  );
}
