import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LedgerEntry } from '../stand-ins/credential-ledger.ts';

const ROLES = '/latest/meta-data/iam/security-credentials/';

export interface MetadataServer {
  readonly url: string;
  /** Method and path of each request, oldest first. */
  readonly calls: readonly string[];
  close(): void;
}

/**
 * What an EC2 instance (IMDSv2) and a container (`/container`, with an authorization token) tell about credentials.
 * (EC2 user guide, "Use the Instance Metadata Service"; SDKs and Tools Reference Guide, "Container credential provider".)
 */
export async function startMetadataServer(held: LedgerEntry, token: string): Promise<MetadataServer> {
  const calls: string[] = [];
  const credentials = JSON.stringify({
    Code: 'Success',
    Type: 'AWS-HMAC',
    LastUpdated: new Date().toISOString(),
    AccessKeyId: held.accessKeyId,
    SecretAccessKey: held.secretAccessKey,
    Token: held.sessionToken,
    Expiration: new Date(held.expiresAt).toISOString(),
  });
  const server = createServer(({ method = '', url = '', headers }, response) => {
    const call = `${method} ${url}`;
    calls.push(call);
    const may = headers['x-aws-ec2-metadata-token'] === 'imds-token';
    if (call === 'PUT /latest/api/token') response.end('imds-token');
    else if (call === `GET ${ROLES}` && may) response.end('instance-role');
    else if (call === `GET ${ROLES}instance-role` && may) response.end(credentials);
    else if (call === 'GET /container' && headers.authorization === token) response.end(credentials);
    else response.writeHead(may || call === 'GET /container' ? 403 : 401).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
