import { join } from 'node:path';

export interface ConfigPaths {
  readonly config: string;
  readonly credentials: string;
}

/**
 * Where the AWS CLI looks: `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, else `~/.aws/…`.
 * A leading `~` is the home folder, as in the CLI (botocore expands it).
 */
export function configPaths(
  env: Readonly<Record<string, string | undefined>>,
  homeFolder: string,
): ConfigPaths {
  const at = (variable: string, name: string) => {
    const named = env[variable];
    if (named === undefined || named === '') return join(homeFolder, '.aws', name);
    return named === '~' || named.startsWith('~/') ? join(homeFolder, named.slice(1)) : named;
  };
  return {
    config: at('AWS_CONFIG_FILE', 'config'),
    credentials: at('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
  };
}
