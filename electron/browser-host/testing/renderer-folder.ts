import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A built page in small, with a secret beside it that must never be served. */
export function makeRendererFolder(script = 'document.title = "ready";') {
  const parent = mkdtempSync(join(tmpdir(), 'browser-host-test-'));
  const folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'outside');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>loading</title><script type="module" src="./assets/index-Ab3_x9Qz.js"></script>',
  );
  writeFileSync(join(folder, 'assets', 'index-Ab3_x9Qz.js'), script);
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
