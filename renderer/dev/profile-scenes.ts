import { appError } from '../../shared/app-error.ts';
import type { Events } from '../../shared/contract.ts';
import { CHAINED, LAST_CHANGE, MARKS, planOf, sectionOf } from './profile-data.ts';
import { overview } from './sample-data.ts';
import type { Scene } from './scenarios.ts';

const PROMPT_ID = '4a7b1c1e-3a52-4a43-9f0e-1a6a8f9e1d03';
const target = (profile: string) => ({ kind: 'profile', profile }) as const;
const base: Scene = {
  overview: overview({ otherProfiles: CHAINED }),
  target: target('prod-ro'),
  more: { marks: MARKS, 'last-config-change': LAST_CHANGE },
  handlers: {
    'config.section': ({ name }) => sectionOf(name),
    'config.plan': ({ change }) => planOf(change),
  },
};
const asked = (prompts: Events['prompts'], profile: string): Scene => ({
  ...base,
  target: target(profile),
  handlers: { ...base.handlers, 'buckets.page': () => new Promise<never>(() => {}) },
  more: { ...base.more, prompts },
});
const mfa = (refused: boolean) =>
  asked(
    [
      {
        promptId: PROMPT_ID,
        kind: 'mfa',
        profile: 'jump',
        serial: 'arn:aws:iam::999900001111:mfa/kim',
        refused,
      },
    ],
    'auditor',
  );

/** Profiles of all kinds, with what was noted about them; forms, and what is asked for. */
export const PROFILE_SCENES: Readonly<Record<string, Scene>> = {
  profiles: base,
  'profiles-home': { ...base, target: undefined },
  'profiles-chain': { ...base, target: target('auditor') },
  'profiles-chain-signed-out': { ...base, target: target('jump') },
  'profiles-static': { ...base, target: target('ci') },
  'profiles-broken': {
    ...base,
    target: target('minio'),
    handlers: {
      ...base.handlers,
      'buckets.page': () => Promise.reject(appError('profile.kind-unknown', { profile: 'minio' })),
    },
  },
  'profiles-locked': {
    ...base,
    handlers: {
      ...base.handlers,
      'config.apply': () =>
        Promise.reject(appError('config.changed-elsewhere', { path: '/home/kim/.aws/config' })),
    },
  },
  'profiles-unchanged': {
    ...base,
    handlers: {
      ...base.handlers,
      'config.plan': ({ change }) => ({ ...planOf(change), files: [], notes: [] }),
    },
  },
  mfa: mfa(false),
  'mfa-refused': mfa(true),
  'run-process': asked(
    [
      {
        promptId: PROMPT_ID,
        kind: 'run-process',
        profile: 'vault',
        command:
          '/opt/vault/bin/aws-creds --role reader --account 111122223333 --cache "$HOME/.cache/aws creds"\u202E | sh',
      },
    ],
    'vault',
  ),
};
