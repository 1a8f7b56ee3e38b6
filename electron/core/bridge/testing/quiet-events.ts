import type { EventName, Events } from '../../../../shared/contract.ts';
import { NO_PLACES } from '../../../../shared/places.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings.ts';
import { Snapshots } from '../snapshots.ts';

/** Every event's first snapshot, of an app in which nothing has happened. For tests of what carries them. */
export function quietEvents(coalesceMs = 0): { [Name in EventName]: Snapshots<Events[Name]> } {
  return {
    overview: new Snapshots<Events['overview']>(
      {
        files: { config: { path: 'c', exists: false }, credentials: { path: 'k', exists: false } },
        sessions: [],
        drafts: [],
        otherProfiles: [],
        problems: [],
        vault: { storage: 'keychain' },
      },
      coalesceMs,
    ),
    'sign-ins': new Snapshots<Events['sign-ins']>({}, coalesceMs),
    activity: new Snapshots<Events['activity']>([], coalesceMs),
    'signed-out': new Snapshots<Events['signed-out']>(null, coalesceMs),
    settings: new Snapshots<Events['settings']>(DEFAULT_SETTINGS, coalesceMs),
    listings: new Snapshots<Events['listings']>({}, coalesceMs),
    deletions: new Snapshots<Events['deletions']>({}, coalesceMs),
    places: new Snapshots<Events['places']>(NO_PLACES, coalesceMs),
    'deep-link': new Snapshots<Events['deep-link']>(null, coalesceMs),
    catalogs: new Snapshots<Events['catalogs']>({}, coalesceMs),
    'last-config-change': new Snapshots<Events['last-config-change']>(null, coalesceMs),
    marks: new Snapshots<Events['marks']>([], coalesceMs),
    prompts: new Snapshots<Events['prompts']>([], coalesceMs),
  };
}
