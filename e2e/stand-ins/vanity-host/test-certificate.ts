import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import {
  bits,
  integer,
  numbered,
  objectId,
  octets,
  plainNumbered,
  sequence,
  set,
  truth,
  utcTime,
  utf8,
} from './der.ts';

export interface TestCertificate {
  /** PEM; also what a client has to trust. */
  readonly certificate: string;
  /** PEM */
  readonly key: string;
}

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const ALTERNATIVE_NAME = '2.5.29.17';
const DAY_MS = 86_400_000;

/** Makes a certificate for `localhost` and 127.0.0.1, good for a day, signed by itself (RFC 5280). */
export function makeTestCertificate(): TestCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(objectId(ECDSA_WITH_SHA256));
  const name = sequence(set(sequence(objectId(COMMON_NAME), utf8('Bucket Porter test'))));
  const names = sequence(
    plainNumbered(2, Buffer.from('localhost')),
    plainNumbered(7, Buffer.from([127, 0, 0, 1])),
  );
  const extensions = sequence(
    sequence(objectId(BASIC_CONSTRAINTS), truth(), octets(sequence(truth()))),
    sequence(objectId(ALTERNATIVE_NAME), octets(names)),
  );
  const now = Date.now();
  const toBeSigned = sequence(
    numbered(0, integer(Buffer.of(2))), // version 3
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    numbered(3, extensions),
  );
  const whole = sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, privateKey)));
  const lines = whole.toString('base64').replaceAll(/(.{64})/g, '$1\n');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
