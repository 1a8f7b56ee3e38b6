import { useCallback, useMemo } from 'react';
import type { ProfileMark, ProfileMarkChange } from '../../shared/profile-mark.ts';
import { type RoleTarget, targetKey } from '../../shared/role-target.ts';
import { useBridge, useSnapshot } from './bridge-context.tsx';

const NONE: readonly ProfileMark[] = [];

/** What was noted about profiles and roles, to be looked up by target. */
export class Marks {
  readonly all: readonly ProfileMark[];
  readonly #byTarget: ReadonlyMap<string, ProfileMark>;

  constructor(all: readonly ProfileMark[]) {
    this.all = all;
    this.#byTarget = new Map(all.map((mark) => [targetKey(mark.target), mark]));
  }

  of(target: RoleTarget): ProfileMark | undefined {
    return this.#byTarget.get(targetKey(target));
  }
}

/** What was noted about profiles and roles; empty until it is known. */
export function useMarks(): Marks {
  const all = useSnapshot('marks') ?? NONE;
  return useMemo(() => new Marks(all), [all]);
}

/** @returns a function that notes something. @throws {BridgeError} (the function) where it could not be kept */
export function useSetMark(): (change: ProfileMarkChange) => Promise<void> {
  const client = useBridge();
  return useCallback(
    async (change: ProfileMarkChange) => {
      await client.call('mark.set', change);
    },
    [client],
  );
}
