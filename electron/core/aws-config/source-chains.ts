/** What the chain of `source_profile` needs to know of a profile. */
export interface ChainLink {
  readonly name: string;
  readonly keys: ReadonlyMap<string, string>;
}

/** The profile that a profile takes on its role by; undefined where it takes on none, or by other means. */
export function sourceOf({ keys }: ChainLink): string | undefined {
  if (!keys.get('role_arn') || keys.get('web_identity_token_file')) return undefined;
  return keys.get('source_profile') || undefined;
}

/**
 * Profiles whose `source_profile` leads round in a circle back to them. As in botocore (`AssumeRoleProvider`), keys
 * end a chain: a source that has some gives those, and a profile that has some may name itself. Linear in the number
 * of profiles.
 */
export function sourceCycles(profiles: readonly ChainLink[]): ReadonlySet<string> {
  const byName = new Map(profiles.map((profile) => [profile.name, profile]));
  const cyclic = new Set<string>();
  const done = new Set<string>();
  for (const start of profiles) {
    if (sourceOf(start) === undefined) continue;
    const path: string[] = [];
    const places = new Map<string, number>();
    let at: ChainLink | undefined = start;
    while (at !== undefined && !done.has(at.name)) {
      const again = places.get(at.name);
      if (again !== undefined) {
        for (const name of path.slice(again)) cyclic.add(name);
        break;
      }
      places.set(at.name, path.length);
      path.push(at.name);
      const source = sourceOf(at);
      const next: ChainLink | undefined = source === undefined ? undefined : byName.get(source);
      at = next === undefined || hasKeys(next) ? undefined : next;
    }
    for (const name of path) done.add(name);
  }
  return cyclic;
}

function hasKeys({ keys }: ChainLink): boolean {
  return !!keys.get('aws_access_key_id') || !!keys.get('aws_secret_access_key');
}
