import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLogger } from './file-logger.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-logger-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const logPath = () => join(folder, 'logs', 'bucket-porter.log');

describe('fileLogger', () => {
  it('writes lines in order, for the person’s own eyes', async () => {
    const logger = fileLogger(folder, () => 0);
    logger.info('first');
    logger.warn('second', { count: 2 });
    logger.error('third');
    await logger.flush();
    const lines = (await readFile(logPath(), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ level, message }) => [level, message])).toEqual([
      ['info', 'first'],
      ['warn', 'second'],
      ['error', 'third'],
    ]);
    if (process.platform !== 'win32') expect((await stat(logPath())).mode & 0o077).toBe(0);
  });

  it('goes on in the file that is there', async () => {
    const first = fileLogger(folder);
    first.info('yesterday');
    await first.flush();
    const second = fileLogger(folder);
    second.info('today');
    await second.flush();
    expect(await readFile(logPath(), 'utf8')).toMatch(/yesterday[^]*today/);
  });

  it('keeps one old file and never grows beyond its size', async () => {
    const logger = fileLogger(folder);
    for (let written = 0; written < 2200; written += 1) {
      logger.info(`line ${written}`, { filler: 'x'.repeat(1000) });
      // Lines of one moment are one write; a real log grows over many.
      if (written % 100 === 99) await logger.flush();
    }
    await logger.flush();
    expect((await readdir(join(folder, 'logs'))).sort()).toEqual([
      'bucket-porter.log',
      'bucket-porter.old.log',
    ]);
    for (const name of await readdir(join(folder, 'logs'))) {
      expect((await stat(join(folder, 'logs', name))).size).toBeLessThanOrEqual(1_000_000);
    }
    expect(await readFile(logPath(), 'utf8')).toContain('line 2199');
  });

  it('does not disturb where it can’t write', async () => {
    await writeFile(join(folder, 'logs'), 'a file where the folder should be');
    const logger = fileLogger(folder);
    logger.info('lost');
    await expect(logger.flush()).resolves.toBeUndefined();
  });
});
