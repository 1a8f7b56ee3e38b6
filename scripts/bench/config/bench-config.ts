import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import { readAwsProfiles } from '../../../electron/core/aws-config/aws-profiles.ts';
import { readConfigFile } from '../../../electron/core/aws-config/config-file.ts';
import { ConfigDocument } from '../../../electron/core/aws-config/document/config-document.ts';
import { median, ratio } from '../statistics.ts';
import { bigConfig } from './big-config.ts';
import { timePython } from './python-readers.ts';

const PROFILES = 2_000;
const ROUNDS = 40;
const WARM_UP = 40;
const GOAL_EDIT_MS = 5;

/**
 * Reads a config file of 2,000 profiles with ours, with the AWS SDK for JavaScript's loader and with botocore, and
 * edits it with ours and with the AWS CLI's writer. @throws Error where they don't find the same profiles
 */
export async function benchConfig(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bucket-porter-bench-'));
  try {
    const [path, nowhere] = [join(folder, 'config'), join(folder, 'credentials')];
    await writeFile(path, bigConfig(PROFILES));
    await writeFile(nowhere, '');
    await bench(path, nowhere);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bench(path: string, credentials: string): Promise<void> {
  const bytes = await readFile(path);
  console.log(
    `\nA config file of ${PROFILES.toLocaleString('en')} profiles, ${size(bytes)}, ${ROUNDS} rounds in turn`,
  );
  console.log(`  Other work on the machine: a load of ${(loadavg()[0] ?? 0).toFixed(1)} before the start.`);

  const ours = async () => readAwsProfiles(await readConfigFile(path), await readConfigFile(credentials));
  const sdk = async () => {
    const files = await loadSharedConfigFiles({
      configFilepath: path,
      filepath: credentials,
      ignoreCache: true,
    });
    return files.configFile;
  };
  demandProfiles('ours', (await ours()).profiles.length);
  const names = Object.keys(await sdk()).filter((name) => !name.startsWith('sso-session.'));
  demandProfiles('the AWS SDK’s loader', names.length);

  const document = ConfigDocument.read(bytes);
  const section = document.sections[PROFILES / 2];
  if (section === undefined) throw new Error('the config has no section in its middle');
  let turn = 0;
  const runs = await inTurn({
    ours,
    sdk,
    scan: () => ConfigDocument.read(bytes),
    setKey: () => document.withKey(section, 'region', `eu-west-${(turn += 1)}`),
    addKey: () => document.withKey(section, 'duration_seconds', '900'),
    addSection: () => document.withSection('profile new', [['region', 'eu-west-1']]),
    removeSection: () => document.withoutSection(section),
  });
  const python = timePython(path, section.header, ROUNDS);
  if (python !== undefined) demandProfiles('botocore', python.profiles);

  console.log('  From the file to its profiles');
  row('ours', runs.ours);
  row('AWS SDK loader', runs.sdk, runs.ours);
  if (python !== undefined) row(python.version, python.load, runs.ours);
  console.log('  From its bytes to its lines and keys');
  row('ours', runs.scan);
  console.log('  An edit in the middle of it, and the whole read again');
  row('ours, a value', runs.setKey);
  row('ours, a new key', runs.addKey);
  row('ours, a new section', runs.addSection);
  row('ours, a section gone', runs.removeSection);
  if (python?.edit !== undefined) {
    row('AWS CLI’s writer', python.edit, runs.setKey);
    console.log('    The AWS CLI’s reads and writes the file, too, which ours does elsewhere.');
  }
  const slowest = Math.max(...[runs.setKey, runs.addKey, runs.addSection, runs.removeSection].map(median));
  goal('reading at least as fast as the AWS SDK’s loader', median(runs.ours) <= median(runs.sdk));
  goal(`an edit in under ${GOAL_EDIT_MS} ms`, slowest < GOAL_EDIT_MS);
}

type Runs<Name extends string> = Record<Name, number[]>;

/** Milliseconds of each, all of them in every round, so that other work on the machine meets them alike. */
async function inTurn<Name extends string>(work: Readonly<Record<Name, () => unknown>>): Promise<Runs<Name>> {
  const names = Object.keys(work) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Runs<Name>;
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const name of names) {
      const started = performance.now();
      await work[name]();
      if (round >= 0) runs[name].push(performance.now() - started);
    }
  }
  return runs;
}

function demandProfiles(who: string, count: number): void {
  if (count !== PROFILES) throw new Error(`${who} found ${count} profiles, not ${PROFILES}`);
}

/** `12.34 ms (10.1 to 14.0)`, and how many times as fast ours is. */
function row(name: string, runs: readonly number[], ours?: readonly number[]): void {
  const text = (value: number) => value.toFixed(2);
  const spread = `${text(median(runs)).padStart(8)} ms (${text(Math.min(...runs))} to ${text(Math.max(...runs))})`;
  const against = ours === undefined ? '' : `   ours is ${ratio(ours, runs)}`;
  console.log(`    ${name.padEnd(22)}${spread.padEnd(34)}${against}`.trimEnd());
}

function goal(what: string, isMet: boolean): void {
  console.log(`  Goal: ${what}: ${isMet ? 'met' : 'NOT MET'}`);
}

function size(bytes: Uint8Array): string {
  return `${Math.round(bytes.length / 1000)} kB`;
}
