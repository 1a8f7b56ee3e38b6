import { create } from 'zustand';
import type { Bucket } from '../../../shared/bucket.ts';

type OpenedBuckets = Readonly<Record<string, readonly Bucket[]>>;

/** Buckets opened by name, by list; they stay while one looks at other roles in between. */
const useStore = create<OpenedBuckets>(() => ({}));

const NONE: readonly Bucket[] = [];

export function useOpenedBuckets(list: string): readonly Bucket[] {
  return useStore((opened) => opened[list] ?? NONE);
}

export function addOpenedBucket(list: string, bucket: Bucket): void {
  useStore.setState((opened) => {
    const others = (opened[list] ?? []).filter(({ name }) => name !== bucket.name);
    return { [list]: [...others, bucket] };
  });
}
