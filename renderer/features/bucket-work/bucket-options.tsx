import { TriangleAlert } from 'lucide-react';
import type { NewBucket } from '../../../shared/new-bucket.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useSpeech } from '../../ui/language.tsx';
import styles from './bucket-work.module.css';

export interface BucketOptionsProps {
  readonly bucket: NewBucket;
  readonly onChange: (part: Partial<NewBucket>) => void;
}

/** What a bucket is given from the start. */
export function BucketOptions({ bucket, onChange }: BucketOptionsProps) {
  const { messages } = useSpeech();
  const words = messages.details.bucketWork.create;
  const { blockPublicAccess, versioning, objectLock } = bucket;
  return (
    <>
      <div>
        <Checkbox
          isSelected={blockPublicAccess}
          onChange={(on) => onChange({ blockPublicAccess: on })}
          hint={blockPublicAccess ? words.blockHint : undefined}
        >
          {words.block}
        </Checkbox>
        <div role="status">
          {!blockPublicAccess && (
            <p className={styles.warning}>
              <TriangleAlert size={14} aria-hidden />
              <span>{words.blockOff}</span>
            </p>
          )}
        </div>
      </div>
      <Checkbox
        // Object lock works on versions, so it brings them.
        isSelected={versioning || objectLock}
        isDisabled={objectLock}
        onChange={(on) => onChange({ versioning: on })}
        hint={words.versioningHint}
      >
        {words.versioning}
      </Checkbox>
      <Checkbox isSelected={objectLock} onChange={(on) => onChange({ objectLock: on })} hint={words.lockHint}>
        {words.lock}
      </Checkbox>
    </>
  );
}
