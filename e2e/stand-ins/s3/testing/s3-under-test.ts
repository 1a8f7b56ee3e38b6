import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { S3Options, S3StandIn } from '../start-s3.ts';
import type { KnownCredentials } from './known-credentials.ts';
import { LONG_LIVED, startSeededS3 } from './seeded-stand-in.ts';

export * from './seeded-stand-in.ts';

export interface S3UnderTest {
  readonly s3: S3StandIn;
  readonly credentials: KnownCredentials;
  /** An SDK client that doesn't retry, signing for us-east-1 with the long-lived key unless told otherwise. */
  client(config?: S3ClientConfig): S3Client;
  close(): Promise<void>;
}

/** A seeded stand-in and SDK clients for it. */
export async function startS3UnderTest(options: Partial<S3Options> = {}): Promise<S3UnderTest> {
  const { s3, credentials } = await startSeededS3(options);
  const clients: S3Client[] = [];
  return {
    s3,
    credentials,
    client(config) {
      const client = new S3Client({
        endpoint: s3.url,
        region: 'us-east-1',
        forcePathStyle: true,
        credentials: LONG_LIVED,
        maxAttempts: 1,
        ...config,
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.destroy();
      await s3.close();
    },
  };
}
