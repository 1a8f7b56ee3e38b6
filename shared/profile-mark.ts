import type { RoleTarget } from './role-target.ts';

export const PROFILE_COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'grey',
] as const;
export type ProfileColour = (typeof PROFILE_COLOURS)[number];

/** What a person noted about a profile or a picked role; kept in the app's own folder, never in `~/.aws`. */
export interface ProfileMark {
  readonly target: RoleTarget;
  readonly starred: boolean;
  readonly colour?: ProfileColour | undefined;
  /** Absent: its names decide. */
  readonly production?: boolean | undefined;
  /** Unix milliseconds when its buckets were looked at last; 0 for never. */
  readonly usedAt: number;
}

export interface ProfileMarkChange {
  readonly target: RoleTarget;
  readonly starred?: boolean | undefined;
  /** null takes it away. */
  readonly colour?: ProfileColour | null | undefined;
  /** null leaves it to the names. */
  readonly production?: boolean | null | undefined;
  readonly used?: true | undefined;
}
