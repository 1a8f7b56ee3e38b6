/**
 * `npm test`: everything that proves the app, in the order in which it fails fastest. Ends with the count
 * of all tests; what was left out for want of a system package is named above it.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './support/build.ts';
import { INSIDE, withKeychain } from './support/keychain-session.ts';
import { PROJECT, demandNode24 } from './support/project.ts';
import { run } from './support/run.ts';
import { type Counts, add, playwrightCounts, vitestCounts } from './support/test-counts.ts';

demandNode24();
const bin = (path: string) => join(PROJECT, 'node_modules', path);
const node = process.execPath;
const results = join(PROJECT, 'test-results');
mkdirSync(results, { recursive: true });
const heading = (text: string) => console.log(`\n— ${text}`);

async function check(name: string, args: readonly string[]): Promise<Counts> {
  heading(name);
  const ok = (await run(node, args)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
}

async function unitTests(): Promise<Counts> {
  heading('Unit and integration tests');
  const report = join(results, 'vitest.json');
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { command } = withKeychain([node, bin('vitest/vitest.mjs'), ...args]);
  return counted(command, () => vitestCounts(report));
}

async function endToEndTests(): Promise<Counts> {
  heading('End-to-end tests');
  const report = join(results, 'playwright.json');
  rmSync(report, { force: true });
  const { command, missing } = withKeychain([node, bin('@playwright/test/cli.js'), 'test']);
  if (missing !== undefined) console.log(`Without a keychain: ${missing} is not here.`);
  return counted(command, () => playwrightCounts(report));
}

/** Runs a test runner; an exit that its own report doesn't explain counts as a failure. */
async function counted([program = '', ...args]: readonly string[], read: () => Counts): Promise<Counts> {
  const keyrings = mkdtempSync(join(tmpdir(), 'bucket-porter-keyrings-'));
  // Marks the session for what runs inside, and keeps the person's own keyrings out of it.
  const session = program === 'dbus-run-session' ? { [INSIDE]: '1', XDG_DATA_HOME: keyrings } : {};
  const code = await run(program, args, { ...process.env, ...session });
  rmSync(keyrings, { recursive: true, force: true });
  try {
    const counts = read();
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}

let total: Counts = { passed: 0, failed: 0, skipped: [] };
total = add(
  total,
  await check('Format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
);
for (const part of ['.', 'electron', 'renderer', 'e2e']) {
  total = add(total, await check(`Types: ${part}`, [bin('typescript/bin/tsc'), '-p', part]));
}
total = add(total, await check('Lint', [bin('oxlint/bin/oxlint'), '--type-aware', '--quiet']));
ensureBuilt();
total = add(total, await unitTests());
total = add(total, await endToEndTests());

if (total.skipped.length > 0) {
  heading('Left out');
  for (const name of total.skipped) console.log(`  ${name}`);
}
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
