import { ConfigDocument } from '../config-document.ts';
import { mergedSections, type NamedSection } from '../../merged-sections.ts';

/** Keys and values by profile, and by `sso-session.NAME` and `services.NAME`; nested keys as `s3.endpoint_url`. */
export type Reading = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What we make of a config file, in the form in which the AWS SDK's loader tells it: nothing empty is in it. */
export function readOurselves(document: ConfigDocument): Reading {
  const file = { path: 'config', exists: true, document, problems: [] };
  const nothing = { ...file, document: ConfigDocument.read(new Uint8Array()) };
  const { profiles, sessions, services } = mergedSections(file, nothing);
  return withoutEmpty({
    ...named('', profiles),
    ...named('sso-session.', sessions),
    ...named('services.', services),
  });
}

/** Keys without a value, and sections without keys, are nothing to the SDK. */
export function withoutEmpty(reading: Reading): Reading {
  const filled = Object.entries(reading).map(
    ([name, keys]) =>
      [name, Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== ''))] as const,
  );
  return Object.fromEntries(filled.filter(([, keys]) => Object.keys(keys).length > 0));
}

function named(prefix: string, sections: ReadonlyMap<string, NamedSection>): Reading {
  return Object.fromEntries(
    [...sections].map(([name, { keys }]) => [prefix + name, Object.fromEntries(keys)]),
  );
}
