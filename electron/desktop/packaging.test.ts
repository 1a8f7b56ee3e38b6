import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { trayIconPath } from './tray-icon.ts';

const root = join(import.meta.dirname, '..', '..');

interface PackagingConfig {
  readonly files: readonly { readonly filter: readonly string[] }[];
  readonly asar: boolean;
  readonly electronFuses: Readonly<Record<string, boolean>>;
}
interface BuilderConfigModule {
  getConfig(projectFolder: string, path: string, options: null): Promise<PackagingConfig>;
  validateConfiguration(config: unknown, debugLogger: { isEnabled: boolean }): Promise<void>;
}
interface Schema {
  readonly definitions: {
    readonly FuseOptionsV1: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

/** electron-builder's own reader and checker; they belong to a package of its, which is found from there. */
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const builder: BuilderConfigModule = builderRequire('app-builder-lib/out/util/config/config.js');
const schema: Schema = builderRequire('app-builder-lib/scheme.json');

describe('electron-builder.yml', () => {
  let config: PackagingConfig;
  beforeAll(async () => {
    config = await builder.getConfig(root, 'electron-builder.yml', null);
  });

  it('fits electron-builder’s schema', async () => {
    await expect(builder.validateConfiguration(config, { isEnabled: false })).resolves.toBeUndefined();
    const misspelt = { ...config, electronFuse: {} };
    await expect(builder.validateConfiguration(misspelt, { isEnabled: false })).rejects.toThrow(
      /electronFuse/,
    );
  });

  it('names every fuse', () => {
    expect(Object.keys(config.electronFuses).sort()).toEqual(
      Object.keys(schema.definitions.FuseOptionsV1.properties).sort(),
    );
  });

  it('takes out of the binary what could run other code or read our files', () => {
    expect(config.asar).toBe(true);
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('packs the tray icons', () => {
    expect(config.files.flatMap(({ filter }) => filter)).toContain('build/tray/**');
  });
});

describe('the tray icons', () => {
  it.each(['win32', 'linux', 'darwin'] as const)('are there for every number on %s', (platform) => {
    for (const signedIn of [0, 1, 9, 10, 250]) {
      const path = trayIconPath(join(root, 'build', 'tray'), signedIn, platform);
      const folder = readdirSync(join(path, '..'));
      const name = path.slice(join(path, '..').length + 1);
      expect(folder).toContain(name);
      expect(folder).toContain(name.replace('.png', '@2x.png'));
    }
  });

  it('stop counting after nine', () => {
    expect(trayIconPath('t', 9, 'linux')).toBe(join('t', 'linux', '9.png'));
    expect(trayIconPath('t', 10, 'linux')).toBe(join('t', 'linux', '9-plus.png'));
  });
});
