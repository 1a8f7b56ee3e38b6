import { readFile, rm, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { ConfigChange } from '../../../../shared/config-change.ts';
import { AppFailure } from '../../app-failure.ts';
import { ConfigDocument } from '../document/config-document.ts';
import { editSections, withoutSections } from './plan/bulk-edit.ts';
import { FILE_ROLES, type ConfigFiles } from './plan/config-files.ts';
import { fileDiffs, fileEdits } from './plan/file-diff.ts';
import { planChange } from './plan/plan-change.ts';
import type { PlannedChange } from './plan/planned-change.ts';
import { change, configBytes, credentialsBytes } from './testing/config-cases.ts';
import { type EditorHome, makeEditorHome } from './testing/editor-home.ts';
import { Fingerprints } from './undo/fingerprints.ts';
import { isTakenBack, meaningOf } from './undo/meaning.ts';
import { recordLines, takeBack } from './undo/take-back.ts';

const RUNS = 10_000;
const PATHS = { config: 'config', credentials: 'credentials' };
const files = fc.tuple(configBytes, credentialsBytes).map(([config, credentials]) => ({
  config: ConfigDocument.read(config),
  credentials: ConfigDocument.read(credentials),
}));
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');

/** The plan; undefined where the change can't be carried out on these files. */
function tryPlan(before: ConfigFiles, change: ConfigChange): PlannedChange | undefined {
  try {
    return planChange(before, change, PATHS);
  } catch (thrown) {
    if (thrown instanceof AppFailure) return undefined;
    throw thrown;
  }
}

let home: EditorHome | undefined;
afterEach(async () => {
  await home?.remove();
  home = undefined;
});

it(`taking our lines back gives the original bytes, for any file and change (${RUNS} cases)`, () => {
  let carriedOut = 0;
  fc.assert(
    fc.property(files, change, (before, change) => {
      const plan = tryPlan(before, change);
      if (plan === undefined) return;
      for (const file of FILE_ROLES) {
        const [old, now] = [before[file].bytes, plan.after[file].bytes];
        if (Buffer.compare(old, now) === 0) continue;
        carriedOut += 1;
        expect(text(takeBack(recordLines(old, now, 'salt'), old, now))).toBe(text(old));
      }
    }),
    { numRuns: RUNS },
  );
  expect(carriedOut).toBeGreaterThan(RUNS / 5);
}, 120_000);

it('taking our lines back out of what others changed leaves theirs, or is refused', () => {
  const theirs = fc.constantFrom(
    '[profile theirs]\nregion = x\n',
    'output = text\n',
    '# theirs\n',
    '\n',
    'region = theirs\n',
  );
  let takenBack = 0;
  fc.assert(
    fc.property(
      files,
      change,
      fc.array(fc.tuple(fc.nat(30), theirs), { maxLength: 3 }),
      (before, change, edits) => {
        const plan = tryPlan(before, change);
        if (plan === undefined) return;
        const [old, ours] = [before.config.bytes, plan.after.config.bytes];
        const lines = text(ours).split(/(?<=\n)/);
        for (const [at, line] of edits) lines.splice(Math.min(at, lines.length), 0, line);
        const now = Buffer.from(lines.join(''), 'latin1');
        const record = recordLines(old, ours, 'salt');
        const result = takeBack(record, old, now);
        if (result === undefined) return;
        takenBack += 1;
        const [a, b, c] = [result, old, now].map((bytes) => meaningOf(ConfigDocument.read(bytes)));
        const touched = new Set(record.touched);
        const prints = new Fingerprints('salt');
        if (a === undefined || b === undefined || c === undefined) throw new Error('unreachable');
        expect(isTakenBack(a, b, c, touched, prints)).toBe(true);
        // Comments that they wrote are still there.
        const count = (bytes: Uint8Array) => text(bytes).split('# theirs').length;
        expect(count(result)).toBe(count(now));
      },
    ),
    { numRuns: 4_000 },
  );
  expect(takenBack).toBeGreaterThan(1_000);
}, 120_000);

it('a plan touches nothing but what the change names, and its diff leads from the old file to the new one', () => {
  fc.assert(
    fc.property(files, change, (before, change) => {
      const plan = tryPlan(before, change);
      if (plan === undefined) return;
      const edits = fileEdits(plan);
      const diffs = fileDiffs(plan, edits, PATHS, { config: true, credentials: true });
      for (const { file, hunks } of edits) {
        const [old, now] = [before[file].lines, plan.after[file].lines];
        const kept = (lines: readonly string[], ranges: readonly (readonly [number, number])[]) =>
          lines.filter((_, index) => !ranges.some(([from, to]) => index >= from && index < to));
        expect(
          kept(
            old,
            hunks.map((hunk) => [hunk.oldFrom, hunk.oldTo]),
          ),
        ).toEqual(
          kept(
            now,
            hunks.map((hunk) => [hunk.newFrom, hunk.newTo]),
          ),
        );
        const shown = diffs.find(({ path }) => path === PATHS[file])?.lines ?? [];
        for (const line of shown) {
          const masked = line.text.includes('••••');
          if (line.oldLine !== undefined && !masked) expect(line.text).toBe(old[line.oldLine - 1]);
          if (line.newLine !== undefined && !masked) expect(line.text).toBe(now[line.newLine - 1]);
        }
      }
    }),
    { numRuns: 3_000 },
  );
}, 120_000);

it('applying and taking back leaves the files on disk as they were', async () => {
  home = await makeEditorHome();
  const { editor, paths } = home;
  const put = (path: string, bytes: Uint8Array) =>
    bytes.length === 0 ? rm(path, { force: true }) : writeFile(path, bytes);
  const get = (path: string) => readFile(path).catch(() => new Uint8Array());
  let carriedOut = 0;
  await fc.assert(
    fc.asyncProperty(configBytes, credentialsBytes, change, async (config, credentials, change) => {
      await put(paths.config, config);
      await put(paths.credentials, credentials);
      const plan = await editor.plan(change).catch(() => undefined);
      if (plan === undefined || plan.files.length === 0) return;
      await editor.apply(plan.planId);
      carriedOut += 1;
      await editor.undo(editor.snapshots.value?.changeId ?? '');
      expect(text(await get(paths.config))).toBe(text(config));
      expect(text(await get(paths.credentials))).toBe(text(credentials));
    }),
    { numRuns: 300 },
  );
  expect(carriedOut).toBeGreaterThan(50);
}, 120_000);

it('many sections edited or taken out at once are as if one after the other', () => {
  const many = fc
    .tuple(fc.array(configBytes, { minLength: 4, maxLength: 6 }), fc.infiniteStream(fc.boolean()))
    .map(([parts, chosen]) => {
      // One file of several, each header with a number so that none stands twice.
      const all = parts
        .map((bytes, part) =>
          Buffer.from(bytes)
            .toString('utf8')
            .replaceAll('\uFEFF', '')
            .replaceAll(
              /\[([^\]]+)\]/g,
              (_, header: string) => `[x-${part}-${header.replaceAll(/["' ]/g, '')}]`,
            ),
        )
        .map((part) => (part.endsWith('\n') || part === '' ? part : `${part}\n`));
      const document = ConfigDocument.read(Buffer.from(all.join('')));
      const indexes = document.sections.map((_, index) => index).filter(() => chosen.next().value);
      return { document, indexes };
    });
  let bulk = 0;
  fc.assert(
    fc.property(many, ({ document, indexes }) => {
      if (indexes.length > 8 && document.problems.length === 0) bulk += 1;
      const gone = indexes.toReversed().reduce((rest, index) => {
        const section = rest.sections[index];
        return section === undefined ? rest : rest.withoutSection(section);
      }, document);
      const left = withoutSections(document, indexes);
      expect(text(left.bytes).trimEnd()).toBe(text(gone.bytes).trimEnd());
      const withRegion = indexes.filter((index) =>
        document.sections[index]?.entries.some(({ key }) => key === 'region'),
      );
      const edited = withRegion.reduce((rest, index) => {
        const section = rest.sections[index];
        return section === undefined ? rest : rest.withKey(section, 'region', 'changed');
      }, document);
      const atOnce = editSections(document, withRegion, (part, section) =>
        part.withKey(section, 'region', 'changed'),
      );
      expect(text(atOnce.bytes)).toBe(text(edited.bytes));
    }),
    { numRuns: 400 },
  );
  expect(bulk).toBeGreaterThan(50);
}, 120_000);
