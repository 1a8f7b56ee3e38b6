import fc from 'fast-check';
import type { ConfigChange } from '../../../../../shared/config-change.ts';

/** Names that documents and changes share, so that they often meet. */
const NAMES = ['default', 'dev', 'prod', 'two words', 'ü'];
const SESSIONS = ['acme', 'corp'];
const KEYS = [
  'region',
  'output',
  'source_profile',
  'sso_session',
  'aws_access_key_id',
  'aws_secret_access_key',
];

const name = fc.constantFrom(...NAMES);
const session = fc.constantFrom(...SESSIONS);
const key = fc.constantFrom(...KEYS);
const value = fc.oneof(
  name,
  session,
  fc.constantFrom('eu-west-1', 'json', 'a=b', 'https://x.example/start#/'),
);
const oddLine = fc.constantFrom(
  '',
  '',
  '# a comment',
  '; another',
  '  ',
  '#',
  '# aws_secret_access_key = old',
);

const keyLine = fc
  .tuple(key, fc.constantFrom(' = ', '=', ' =  '), value, fc.constantFrom('', '', ' # why', ' ; why', ' '))
  .map(([key, delimiter, value, behind]) => `${key}${delimiter}${value}${behind}`);
const nested = fc.constant(['s3 =', '  addressing_style = path', '  max_queue_size = 7']);
const body = fc
  .uniqueArray(fc.oneof(fc.tuple(keyLine), nested), {
    maxLength: 5,
    selector: ([first]) => first?.split(/[ =]/)[0],
  })
  .chain((groups) =>
    fc.tuple(...groups.map((group) => oddLine.map((odd) => (odd === '' ? group : [...group, odd])))),
  )
  .map((groups) => groups.flat());

function sections(headers: fc.Arbitrary<string>, most: number): fc.Arbitrary<string[]> {
  return fc
    .uniqueArray(headers, { maxLength: most })
    .chain((unique) =>
      fc.tuple(
        ...unique.map((header) =>
          fc.tuple(oddLine, body).map(([above, lines]) => [above, `[${header}]`, ...lines]),
        ),
      ),
    )
    .map((all) => all.flat());
}

const configHeader = fc.oneof(
  name.map((name) => (name === 'default' ? name : `profile ${/ /.test(name) ? `"${name}"` : name}`)),
  session.map((name) => `sso-session ${name}`),
  fc.constantFrom('plugins', 'services local', 'profile default'),
);

function asBytes(lines: fc.Arbitrary<string[]>): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(lines, fc.constantFrom('\n', '\n', '\r\n'), fc.boolean(), fc.constantFrom('', '', '\uFEFF'))
    .map(([all, end, isEnded, mark]) => {
      const text = all.join(end) + (isEnded && all.length > 0 ? end : '');
      return new TextEncoder().encode(mark + text);
    });
}

/** Config files as people write them: comments, empty lines, CR LF, a missing last line end, nested keys. */
export const configBytes = asBytes(sections(configHeader, 6));
export const credentialsBytes = asBytes(sections(name, 4));

const newName = fc.oneof(name, fc.constantFrom('fresh', 'new one'));
const set = fc.dictionary(
  fc.oneof(key, fc.constantFrom('s3.addressing_style', 'sts_regional_endpoints')),
  fc.oneof(value, fc.constant(null)),
  { maxKeys: 3, noNullPrototype: true },
);
const optionalName = fc.option(newName, { nil: undefined });
const fields = fc.oneof(session, fc.constant('lab')).map((name) => ({
  name,
  startUrl: 'https://x.awsapps.com/start',
  region: 'eu-west-1',
  registrationScopes: ['a'],
}));
const profiles = fc.array(
  fc.record({ name: newName, accountId: fc.constant('111122223333'), roleName: fc.constant('Admin') }),
  { maxLength: 3 },
);

/** Any change; many of them can't be carried out on a given file. */
export const change: fc.Arbitrary<ConfigChange> = fc.oneof(
  fields.map((session) => ({ kind: 'add-session' as const, session })),
  fc.record({
    kind: fc.constant('add-profiles' as const),
    through: fc.oneof(
      session.map((name) => ({ kind: 'session' as const, name })),
      fields.map((session) => ({ kind: 'new-session' as const, session })),
      fc.constant({ kind: 'legacy' as const, startUrl: 'https://x.awsapps.com/start', region: 'eu-west-1' }),
    ),
    profiles,
  }),
  fc.record({ kind: fc.constant('edit-profile' as const), name, newName: optionalName, set }),
  fc.record({ kind: fc.constant('edit-session' as const), name: session, newName: optionalName, set }),
  fc.record({ kind: fc.constant('duplicate-profile' as const), name, copyName: newName }),
  fc.record({
    kind: fc.constant('delete-profiles' as const),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('delete-session' as const), name: session, withProfiles: fc.boolean() }),
);
