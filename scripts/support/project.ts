import { dirname } from 'node:path';

/** The project's root folder. */
export const PROJECT = dirname(dirname(import.meta.dirname));

/** Set where this is not Node 24: the scripts are TypeScript and run as they stand. */
export function demandNode24(): void {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return;
  throw new Error(`Run this through npm (npm run …), which brings Node 24; this is ${process.version}.`);
}
