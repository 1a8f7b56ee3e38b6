import { expect, it } from 'vitest';
import type { DeletionScope, DeletionSpec } from '../../../shared/deletion.ts';
import { recordDeletions } from './s3-records.ts';

const at = { target: { kind: 'profile', profile: 'dev' }, bucket: 'logs' } as const;
const SCOPES: readonly DeletionScope[] = [
  { kind: 'bucket' },
  { kind: 'prefix', prefix: 'a/' },
  { kind: 'selection', listingId: 'd7c1f5a0-0000-4000-8000-000000000002' },
];

/** The commands recorded for a step. */
async function commands(spec: DeletionSpec, step: 'count' | 'delete'): Promise<string[]> {
  const recorded: string[] = [];
  const record = recordDeletions((_action, command, _signal, run) => {
    recorded.push(command);
    return run();
  });
  await record(spec, step, new AbortController().signal, async () => {});
  return recorded;
}

it.each(SCOPES)('counting never shows a command that deletes, and deleting does: $kind', async (scope) => {
  for (const what of ['current', 'all-versions'] as const) {
    const spec = { at, scope, what };
    const [counting = ''] = await commands(spec, 'count');
    expect(counting).toMatch(/^aws s3(api)? (ls|list-object-versions|get-bucket-versioning) /);
    expect(counting).not.toMatch(/delete|\brm\b/);
    const [deleting] = await commands(spec, 'delete');
    expect(deleting).toMatch(/delete-objects|aws s3 rm/);
  }
});
