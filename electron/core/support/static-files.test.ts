import fc from 'fast-check';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, resolveStaticFile } from './static-files.ts';

let top: string;
let root: string;

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'static-files-')));
  root = join(top, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(root, 'folder.html'));
  await mkdir(join(top, 'renderer-twin'));
  for (const name of [
    'index.html',
    'assets/index-a1b2c3d4.js',
    'assets/two words.css',
    '.hidden.html',
    'run.exe',
  ]) {
    await writeFile(join(root, name), name);
  }
  await writeFile(join(top, 'secret.html'), 'secret');
  await writeFile(join(top, 'renderer-twin', 'secret.html'), 'secret');
  await symlink(join(top, 'secret.html'), join(root, 'link.html'));
  await symlink(top, join(root, 'way-out'));
  await symlink(join(root, 'index.html'), join(root, 'alias.html'));
});
afterAll(() => rm(top, { recursive: true, force: true }));

describe('resolveStaticFile', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-a1b2c3d4.js', 'assets/index-a1b2c3d4.js', 'text/javascript; charset=utf-8'],
    ['/assets/two%20words.css', 'assets/two words.css', 'text/css; charset=utf-8'],
    ['/alias.html', 'index.html', 'text/html; charset=utf-8'],
  ])('%s is %s', async (urlPath, name, contentType) => {
    expect(await resolveStaticFile(root, urlPath)).toEqual({ path: join(root, name), contentType });
  });

  it.each([
    ['nothing there', '/missing.html'],
    ['a folder', '/assets'],
    ['a folder with a page’s name', '/folder.html'],
    ['an unknown kind', '/run.exe'],
    ['a hidden file', '/.hidden.html'],
    ['no slash at the start', 'index.html'],
    ['an empty part', '//index.html'],
    ['dots', '/../secret.html'],
    ['dots in the middle', '/assets/../../secret.html'],
    ['encoded dots', '/%2e%2e/secret.html'],
    ['an encoded slash', '/..%2fsecret.html'],
    ['encoded twice', '/%252e%252e/secret.html'],
    ['a backslash', '/..\\secret.html'],
    ['an encoded backslash', '/%5c..%5csecret.html'],
    ['NUL', '/index.html%00'],
    ['NUL before an ending', '/run.exe%00.html'],
    ['a Windows stream', '/index.html::$DATA.html'],
    ['a drive letter', '/C:/secret.html'],
    ['a dot at the end', '/index.html.'],
    ['a broken escape', '/%E0%A4%A.html'],
    ['a link to a file outside', '/link.html'],
    ['a link to a folder outside', '/way-out/secret.html'],
    ['a folder whose name begins alike', '/../renderer-twin/secret.html'],
  ])('finds nothing for %s', async (_what, urlPath) => {
    expect(await resolveStaticFile(root, urlPath)).toBeUndefined();
  });

  it('finds nothing where the root is missing', async () => {
    expect(await resolveStaticFile(join(top, 'no-such'), '/')).toBeUndefined();
  });

  it('never finds a file outside the root', async () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '%2f',
      '/',
      '//',
      '\\',
      '%5c',
      '%00',
      '%',
      'assets',
      'way-out',
      'secret.html',
      'renderer',
      'renderer-twin',
      'link.html',
      'index.html',
      ' ',
      '~',
      top,
      encodeURIComponent(top),
    );
    const path = fc.oneof(
      fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('/')}`),
      fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(path, async (urlPath) => {
        const found = await resolveStaticFile(root, urlPath);
        expect(found === undefined || found.path.startsWith(root + sep)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('contentSecurityPolicy', () => {
  it('allows nothing but the page’s own files', () => {
    const policy = contentSecurityPolicy();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:|eval/);
  });
});
