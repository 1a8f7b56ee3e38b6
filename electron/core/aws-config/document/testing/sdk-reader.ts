import { externalDataInterceptor, loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import type { Reading } from './reading.ts';

/** What the AWS SDK for JavaScript's loader makes of a config file. It takes text in the place of a file. */
export async function readWithSdk(bytes: Uint8Array): Promise<Reading> {
  externalDataInterceptor.interceptFile('test-config', Buffer.from(bytes).toString('utf8'));
  externalDataInterceptor.interceptFile('test-credentials', '');
  const { configFile } = await loadSharedConfigFiles({
    configFilepath: 'test-config',
    filepath: 'test-credentials',
  });
  return configFile as Reading;
}
