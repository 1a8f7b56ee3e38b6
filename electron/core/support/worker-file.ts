import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file of a thread: beside its owner as source; as a bundle beside the main file, or one folder up from a chunk.
 * A packaged app has it outside its archive as a plain file, so that the thread needs nothing of Electron.
 * @param here the folder of the module that asks
 * @param name of the bundle, without `.mjs`
 * @param source the file's name as source
 */
export function workerFile(here: string, name: string, source = `${name}.ts`): string {
  const file = `${name}.mjs`;
  const bundled = [file, join('..', file)].map((path) => join(here, path));
  const unpacked = bundled.map((path) => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'));
  const places = [join(here, source), ...unpacked, ...bundled];
  return places.find((path) => existsSync(path)) ?? join(here, file);
}
