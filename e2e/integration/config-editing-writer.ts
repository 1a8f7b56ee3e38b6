/**
 * A program of its own that changes config files with the editor, for tests that kill it or let several of them loose
 * on one file. Arguments: what to do, the config's and the credentials' path, the data folder, a name.
 */
import { once } from 'node:events';
import { ConfigEditor } from '../../electron/core/aws-config/editing/config-editor.ts';
import { systemClock } from '../../electron/core/support/system-clock.ts';
import type { ConfigChange } from '../../shared/config-change.ts';

const [what = '', config = '', credentials = '', dataFolder = '', name = ''] = process.argv.slice(2);

const editor = await ConfigEditor.open({
  paths: { config, credentials },
  dataFolder,
  clock: systemClock,
  onWritten: () => Promise.resolve(),
  onRenamed: () => Promise.resolve(),
});

async function change(change: ConfigChange): Promise<void> {
  const { planId } = await editor.plan(change);
  await editor.apply(planId);
}

const add = (profile: string): ConfigChange => ({
  kind: 'add-profiles',
  through: { kind: 'legacy', startUrl: 'https://acme.awsapps.com/start', region: 'eu-west-1' },
  profiles: [{ name: profile, accountId: '111122223333', roleName: 'Admin' }],
});
const exists = () =>
  editor.section('profile', name).then(
    () => true,
    () => false,
  );

/** Adds a profile, gives it keys in both files, and deletes it again, for ever. Says whenever it has written. */
async function goRound(): Promise<never> {
  if (await exists()) await change({ kind: 'delete-profiles', names: [name] });
  for (;;) {
    await change(add(name));
    process.stdout.write('.');
    await change({
      kind: 'edit-profile',
      name,
      set: {
        region: 'eu-west-1',
        aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE',
        aws_secret_access_key: 'secret',
      },
    });
    process.stdout.write('.');
    await change({ kind: 'delete-profiles', names: [name] });
    process.stdout.write('.');
  }
}

/** Adds this many profiles, one after the other. */
async function append(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await change(add(`${name}-${number}`));
    process.stdout.write('.');
  }
}

/** Loading is slow; whoever starts it says when to begin. */
async function begun(): Promise<void> {
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
}

await begun();
if (what === 'go-round') await goRound();
await append(Number(what));
process.stdin.destroy();
