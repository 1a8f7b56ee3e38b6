import { registerHooks } from 'node:module';

const NAMES = ['electron', 'electron/main', 'electron/common'];
const URL_OF_MODULE = 'electron-stand-in:main';
const KEY = '__electronStandInModule';

/** From now on `electron` is the given module, for `require` and for `import`. */
export function answerElectron(electronModule: Readonly<Record<string, unknown>>): void {
  Object.defineProperty(globalThis, KEY, { value: electronModule });
  registerHooks({
    resolve(specifier, context, next) {
      if (NAMES.includes(specifier)) return { url: URL_OF_MODULE, format: 'commonjs', shortCircuit: true };
      if (specifier.startsWith('electron/')) throw new Error(`The main process can't import ${specifier}.`);
      return next(specifier, context);
    },
    load(url, context, next) {
      if (url !== URL_OF_MODULE) return next(url, context);
      if (!context.conditions.includes('import')) {
        return { format: 'commonjs', shortCircuit: true, source: `module.exports = globalThis.${KEY};` };
      }
      const names = Object.keys(electronModule).join(', ');
      const source = `export const { ${names} } = globalThis.${KEY};\nexport default globalThis.${KEY};`;
      return { format: 'module', shortCircuit: true, source };
    },
  });
}
