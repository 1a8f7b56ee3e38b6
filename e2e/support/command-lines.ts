import { readFile, readdir } from 'node:fs/promises';

/** The command lines of a process and all below it (Linux; elsewhere empty). */
export async function commandLinesBelow(pid: number | undefined): Promise<string> {
  if (pid === undefined || process.platform !== 'linux') return '';
  const lines = new Map<number, { parent: number; line: string }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const [status, line] = await Promise.all([
        readFile(`/proc/${name}/stat`, 'utf8'),
        readFile(`/proc/${name}/cmdline`, 'utf8'),
      ]);
      const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
      lines.set(Number(name), { parent, line: line.replaceAll('\0', ' ') });
    } catch {
      // It ended while we looked.
    }
  }
  const below = (root: number): string[] => [
    lines.get(root)?.line ?? '',
    ...[...lines].filter(([, { parent }]) => parent === root).flatMap(([child]) => below(child)),
  ];
  return below(pid).join('\n');
}
