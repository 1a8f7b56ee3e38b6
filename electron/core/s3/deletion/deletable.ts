import type { DeletionCount } from '../../../../shared/deletion.ts';

/** One thing to be deleted: an object by its key, or one version or marker. */
export interface Deletable {
  readonly key: string;
  readonly versionId?: string;
  readonly isMarker: boolean;
  /** Zero where nobody told. */
  readonly bytes: number;
}

export const NOTHING: DeletionCount = { objects: 0, markers: 0, uploads: 0, bytes: 0 };

export function counted(entries: readonly Deletable[]): DeletionCount {
  const markers = entries.filter(({ isMarker }) => isMarker).length;
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return { objects: entries.length - markers, markers, uploads: 0, bytes };
}

export function sum(one: DeletionCount, other: DeletionCount): DeletionCount {
  return {
    objects: one.objects + other.objects,
    markers: one.markers + other.markers,
    uploads: one.uploads + other.uploads,
    bytes: one.bytes + other.bytes,
  };
}
