import type { DeletionCount, DeletionSpec, DeletionState } from '../../../shared/deletion.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { formatBytes } from '../../ui/format-bytes.ts';
import { formatNumber } from '../../ui/format.ts';
import { useSpeech } from '../../ui/language.tsx';

export interface DeletionNumbersProps {
  readonly spec: DeletionSpec;
  readonly state: DeletionState | undefined;
}

/** What counting found, exactly. */
export function DeletionNumbers({ spec, state }: DeletionNumbersProps) {
  const { messages, locale } = useSpeech();
  const { deletions, object } = messages.details;
  const { facts } = deletions;
  const all = spec.what === 'all-versions';
  const number = (of: keyof DeletionCount) => formatNumber(locale, state?.found[of] ?? 0);
  const bytes = state?.found.bytes ?? 0;
  const exact = object.bytes({ text: formatNumber(locale, bytes) });
  return (
    <DefinitionList
      entries={[
        [all ? facts.versions : facts.objects, number('objects')],
        ...(all ? [[facts.markers, number('markers')] as const] : []),
        ...(all && spec.scope.kind === 'bucket' ? [[facts.uploads, number('uploads')] as const] : []),
        [facts.bytes, bytes < 1024 ? exact : `${formatBytes(locale, bytes)} (${exact})`],
      ]}
    />
  );
}
