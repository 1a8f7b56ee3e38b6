import { join } from 'node:path';
import { z } from 'zod';
import type { AwsProfile } from '../aws-profiles.ts';
import { JsonFile } from './json-file.ts';
import type { WrittenChange, WrittenProfile } from './plan/written-profile.ts';

export const writtenProfileSchema: z.ZodType<WrittenProfile> = z.object({
  name: z.string(),
  sessionId: z.string(),
  accountId: z.string().optional(),
  roleName: z.string().optional(),
});

/** How the list was changed, for changing it back. */
export interface WrittenDelta {
  readonly added: readonly WrittenProfile[];
  readonly removed: readonly WrittenProfile[];
}

/** Profiles that the app wrote, in `written-profiles.json`: only these may be pruned. */
export class WrittenProfiles {
  readonly #file: JsonFile<WrittenProfile[]>;
  #profiles: ReadonlyMap<string, WrittenProfile>;

  private constructor(file: JsonFile<WrittenProfile[]>, profiles: readonly WrittenProfile[]) {
    this.#file = file;
    this.#profiles = byName(profiles);
  }

  static async open(folder: string): Promise<WrittenProfiles> {
    const file = new JsonFile(join(folder, 'written-profiles.json'), z.array(writtenProfileSchema));
    return new WrittenProfiles(file, (await file.read()) ?? []);
  }

  /** Whether the app wrote it, and it still stands for the same session, account and role. */
  has({ name, sessionId, accountId, roleName }: AwsProfile): boolean {
    const written = this.#profiles.get(name);
    return (
      written !== undefined &&
      written.sessionId === sessionId &&
      written.accountId === accountId &&
      written.roleName === roleName
    );
  }

  /** What a change of the config means for the list; nothing is changed by asking. */
  delta({ added, removed, renamed }: WrittenChange): WrittenDelta {
    const before = this.#profiles;
    const after = new Map(before);
    for (const name of removed) after.delete(name);
    for (const profile of added) after.set(profile.name, profile);
    if (renamed?.what === 'profile') {
      const profile = after.get(renamed.from);
      after.delete(renamed.from);
      if (profile !== undefined) after.set(renamed.to, { ...profile, name: renamed.to });
    } else if (renamed !== undefined) {
      const [from, to] = [`sso-session:${renamed.from}`, `sso-session:${renamed.to}`];
      for (const [name, profile] of after)
        if (profile.sessionId === from) after.set(name, { ...profile, sessionId: to });
    }
    return {
      added: [...after.values()].filter((profile) => before.get(profile.name) !== profile),
      removed: [...before.values()].filter((profile) => after.get(profile.name) !== profile),
    };
  }

  /** @throws {AppFailure} `disk.*`; the change then holds until the app ends */
  async apply({ added, removed }: WrittenDelta): Promise<void> {
    if (added.length === 0 && removed.length === 0) return;
    const after = new Map(this.#profiles);
    for (const { name } of removed) after.delete(name);
    for (const profile of added) after.set(profile.name, profile);
    this.#profiles = after;
    await this.#file.write([...after.values()]);
  }
}

function byName(profiles: readonly WrittenProfile[]): Map<string, WrittenProfile> {
  return new Map(profiles.map((profile) => [profile.name, profile]));
}
