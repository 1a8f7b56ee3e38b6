import type { DeletionSpec, DeletionState } from '../../../shared/deletion.ts';
import { useSpeech } from '../../ui/language.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';

export interface DeletionChoiceProps {
  readonly spec: DeletionSpec;
  readonly versioning: DeletionState['versioning'] | undefined;
  readonly onWhat: (what: DeletionSpec['what']) => void;
}

/** What is current, or everything for good. */
export function DeletionChoice({ spec, versioning = 'unknown', onWhat }: DeletionChoiceProps) {
  const { messages } = useSpeech();
  const words = messages.details.deletions;
  return (
    <RadioChoice
      label={words.what}
      value={spec.what}
      onChange={onWhat}
      options={[
        { value: 'current', label: words.current, hint: words.currentHint[versioning] },
        {
          value: 'all-versions',
          label: words.allVersions,
          hint: spec.scope.kind === 'bucket' ? words.allOfBucketHint : words.allVersionsHint,
        },
      ]}
    />
  );
}
