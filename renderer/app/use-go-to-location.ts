import { useCallback, useRef } from 'react';
import type { Places } from '../../shared/places.ts';
import type { RoleTarget } from '../../shared/role-target.ts';
import { folderOf, type S3Location } from '../../shared/s3-location.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import type { BridgeClient } from '../bridge/client.ts';
import { addressOf, type Go } from './workbench.ts';
import type { FolderView } from './view.ts';

/**
 * Goes to a place that somebody wrote down. A key without `/` at its end may be an object's or, as people write
 * it, a folder's; S3 is asked which.
 */
export function useGoToLocation(places: Places, go: Go) {
  const client = useBridge();
  const latest = useRef(0);
  return useCallback(
    (location: S3Location, target: RoleTarget, where: 'here' | 'new-tab' = 'here') => {
      const at = addressOf(target, location.bucket, places);
      const mine = (latest.current += 1);
      void folderViewOf(client, at, location).then((view) => {
        // Whoever named another place meanwhile wants that one.
        if (mine === latest.current) go(view, where);
      });
    },
    [client, places, go],
  );
}

async function folderViewOf(
  client: BridgeClient,
  at: FolderView['at'],
  { key, versionId }: S3Location,
): Promise<FolderView> {
  if (key === '' || key.endsWith('/')) return { kind: 'folder', at, prefix: key };
  const object: FolderView = { kind: 'folder', at, prefix: folderOf(key), reveal: { key, versionId } };
  if (versionId !== undefined) return object;
  try {
    const complete = async (text: string) => (await client.call('location.complete', { at, text })).keys;
    // Keys come in order, so the object itself would be the first.
    if ((await complete(key))[0] === key) return object;
    return (await complete(`${key}/`)).length > 0 ? { kind: 'folder', at, prefix: `${key}/` } : object;
  } catch {
    // The view says what is wrong.
    return object;
  }
}
