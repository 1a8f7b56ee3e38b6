import { StrictEmitter } from '../strict/strict-emitter.ts';

/** Electron's powerMonitor; its events come from tests. */
export const powerMonitor = new StrictEmitter('powerMonitor', [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
]);
