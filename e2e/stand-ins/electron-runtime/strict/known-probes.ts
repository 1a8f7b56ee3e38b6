/**
 * Names that Node, promises, consoles and debuggers look up on any object to see what it is. Nobody calls
 * them on purpose, so a missing one is answered with undefined instead of an error.
 */
const PROBES = new Set<PropertyKey>([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'nodeType',
  'domain',
  'asymmetricMatch',
  '$$typeof',
  '__esModule',
]);

/** Whether reading a missing property of this name is harmless. */
export function isProbe(name: PropertyKey): boolean {
  return typeof name === 'symbol' || PROBES.has(name) || String(name).startsWith('_');
}
