import { create } from 'zustand';

interface OpenDeletions {
  /** Ids of deletions that a dialog shows, or that are being put away. */
  readonly ids: ReadonlySet<string>;
}

/** Which deletions need no notice. */
export const useOpenDeletions = create<OpenDeletions>(() => ({ ids: new Set<string>() }));

export function openDeletion(id: string): void {
  useOpenDeletions.setState(({ ids }) => ({ ids: new Set(ids).add(id) }));
}

export function closeDeletion(id: string): void {
  useOpenDeletions.setState(({ ids }) => {
    const rest = new Set(ids);
    rest.delete(id);
    return { ids: rest };
  });
}
