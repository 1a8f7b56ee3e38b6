import { theRuntime } from '../runtime.ts';
import { schemeAddress } from '../scheme/scheme-address.ts';
import { type SchemeHandler, schemeServer } from '../scheme/scheme-server.ts';
import { refuseUnknownKeys } from '../strict/missing.ts';
import { strictObject } from '../strict/strict-object.ts';

const PRIVILEGES = [
  'standard',
  'secure',
  'bypassCSP',
  'allowServiceWorkers',
  'supportFetchAPI',
  'corsEnabled',
  'stream',
  'codeCache',
];

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: Readonly<Record<string, boolean>>;
}

let registered = false;

export const protocol = strictObject(
  {
    registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
      theRuntime().beforeReady('protocol.registerSchemesAsPrivileged');
      if (registered) throw new Error('protocol.registerSchemesAsPrivileged can be called only once.');
      registered = true;
      for (const { scheme, privileges = {} } of schemes) {
        refuseUnknownKeys(privileges, PRIVILEGES, 'scheme privilege');
        if (privileges['bypassCSP'] === true) {
          throw new Error('The Electron stand-in can’t bypass the content security policy.');
        }
        if (privileges['standard'] !== true || privileges['secure'] !== true) {
          throw new Error(
            `The Electron stand-in serves standard and secure schemes only; "${scheme}" isn't.`,
          );
        }
        schemeAddress.add(scheme);
      }
    },
    /** @throws Error before ready, or for a scheme that wasn't registered as privileged */
    handle(scheme: string, handler: SchemeHandler): void {
      theRuntime().afterReady('protocol.handle');
      if (!schemeAddress.has(scheme)) {
        throw new Error(`The Electron stand-in handles registered schemes only; "${scheme}" isn't.`);
      }
      schemeServer.handle(scheme, handler);
    },
    unhandle: (scheme: string): void => schemeServer.unhandle(scheme),
    isProtocolHandled: (scheme: string): boolean => schemeServer.isHandled(scheme),
  },
  'protocol',
);
