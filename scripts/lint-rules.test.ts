import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from './support/project.ts';

/** One planted violation for each import rule; the linter must find exactly these. */
const PLANTED: Readonly<Record<string, string>> = {
  'shared/a.ts': "export { x } from '../electron/core/ports.ts';",
  'shared/b.ts': "export { z } from 'zod';",
  'electron/core/a.ts': "export { app } from 'electron';",
  'electron/core/b.ts': "export type { app } from 'electron/main';",
  'electron/core/s3/c.ts': "import type { x } from '../../desktop/tray.ts';\nexport type Y = x;",
  'electron/core/s3/d.ts': "export { x } from '../../browser-host/browser-host.ts';",
  'electron/core/e.ts': "export { x } from '../../renderer/main.tsx';",
  'electron/browser-host/a.ts': "export { app } from 'electron';",
  'electron/cli/a.ts': "export { x } from '../desktop/tray.ts';",
  'electron/desktop/a.ts': "export { x } from '../browser-host/browser-host.ts';",
  'electron/desktop/b.ts': "export { x } from '../../e2e/support/test.ts';",
  'renderer/ui/a.ts': "export { x } from '../../electron/core/ports.ts';",
  'renderer/ui/b.ts': "export { x } from 'node:fs';",
  'renderer/features/buckets/a.ts': "export { x } from '../sign-in/panel.tsx';",
  'renderer/features/buckets/b.ts': "export { z } from 'zod';",
};

/** Imports that must stay allowed, or the rules would prove nothing. */
const ALLOWED: Readonly<Record<string, string>> = {
  'electron/core/s3/ok.ts': "export { x } from '../../../shared/contract.ts';",
  'electron/desktop/ok.ts': "export { app } from 'electron';\nexport { x } from '../core/app-core.ts';",
  'renderer/features/buckets/ok.ts':
    "export { x } from '../../ui/button.tsx';\nexport { y } from './grid.ts';",
};

let folder: string;
let output: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bucket-porter-lint-'));
  cpSync(join(PROJECT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [path, text] of Object.entries({ ...PLANTED, ...ALLOWED })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  const oxlint = join(PROJECT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  output = spawnSync(process.execPath, [oxlint, '--format=unix'], { cwd: folder, encoding: 'utf8' }).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const complaints = (path: string) =>
  output.split('\n').filter((line) => line.includes(`${path}:`) && line.includes('no-restricted-imports'));

describe('the linter', () => {
  it.each(Object.keys(PLANTED))('refuses the planted violation in %s', (path) => {
    expect(complaints(path)).toHaveLength(1);
  });
  it.each(Object.keys(ALLOWED))('lets %s pass', (path) => {
    expect(complaints(path)).toEqual([]);
  });
});
