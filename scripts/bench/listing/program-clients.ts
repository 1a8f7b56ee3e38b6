import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEER_KEYS } from '../peers.ts';
import { digestLines } from './digest-lines.ts';
import type { ClientRun, ListingClient, Target } from './listing-client.ts';
import { runProcess } from './run-process.ts';
import { REGION } from './small-answers.ts';

interface Program {
  readonly name: string;
  readonly slow: boolean;
  readonly args: (bucket: string, endpoint: string) => readonly string[];
  readonly env: (endpoint: string) => Readonly<Record<string, string>>;
  readonly keyStart: (line: Buffer, bucket: string) => number | undefined;
}

const { accessKeyId, secretAccessKey } = PEER_KEYS;

const PROGRAMS: readonly Program[] = [
  {
    name: 'rclone lsf -R',
    slow: false,
    args: (bucket) => ['lsf', '-R', '--files-only', `bench:${bucket}`],
    env: (endpoint) => ({
      RCLONE_CONFIG_BENCH_TYPE: 's3',
      RCLONE_CONFIG_BENCH_PROVIDER: 'Other',
      RCLONE_CONFIG_BENCH_ENDPOINT: endpoint,
      RCLONE_CONFIG_BENCH_REGION: REGION,
      RCLONE_CONFIG_BENCH_ACCESS_KEY_ID: accessKeyId,
      RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY: secretAccessKey,
      RCLONE_CONFIG: '/nonexistent',
    }),
    keyStart: () => 0,
  },
  {
    name: 'aws s3 ls --recursive',
    slow: true,
    args: (bucket, endpoint) => ['--endpoint-url', endpoint, 's3', 'ls', '--recursive', `s3://${bucket}`],
    env: () => ({
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_DEFAULT_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
      PYTHONIOENCODING: 'utf-8',
    }),
    // "2026-01-01 00:00:00        123 key"; the size is as wide as it has to be, ten columns at least.
    keyStart: (line) => afterNumber(line, 20),
  },
  {
    name: 's3cmd ls -r',
    slow: true,
    args: (bucket, endpoint) => {
      const { host } = new URL(endpoint);
      const keys = [`--access_key=${accessKeyId}`, `--secret_key=${secretAccessKey}`, `--region=${REGION}`];
      const where = ['--config=/dev/null', `--host=${host}`, `--host-bucket=${host}`, '--no-ssl'];
      return [...where, ...keys, 'ls', '-r', `s3://${bucket}`];
    },
    env: () => ({ LANG: 'C.UTF-8' }),
    // "2026-01-01 00:00          123  s3://bucket/key"
    keyStart: (line, bucket) => {
      const at = line.indexOf(` s3://${bucket}/`);
      return at === -1 ? undefined : at + ` s3://${bucket}/`.length;
    },
  },
];

/** The listing programs that people use, each as it is installed. */
export function programClients(): readonly ListingClient[] {
  return PROGRAMS.map((program) => {
    const [command = ''] = program.name.split(' ');
    const version = versionOf(command);
    return {
      name: program.name,
      slow: program.slow,
      ...(version === undefined ? { missing: `${command} is not installed` } : { version }),
      run: (target: Target) => runProgram(command, program, target),
    };
  });
}

/** The first line in which a program tells its version; undefined where it can't be run. */
function versionOf(command: string): string | undefined {
  const env = { PATH: process.env['PATH'] ?? '', HOME: tmpdir() };
  const { status, stdout } = spawnSync(command, ['--version'], { env, encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]?.trim() : undefined;
}

async function runProgram(command: string, program: Program, { server, bucket }: Target): Promise<ClientRun> {
  const home = await mkdtemp(join(tmpdir(), 'bucket-porter-bench-'));
  try {
    const output = join(home, 'output');
    const env = { PATH: process.env['PATH'] ?? '', HOME: home, TZ: 'UTC', ...program.env(server.url) };
    const args = program.args(bucket.bucket, server.url);
    const { endedAt, ...seen } = await runProcess(command, args, env, output);
    const { firstAt } = await server.tally();
    if (firstAt === undefined) throw new Error(`${program.name} asked nothing.`);
    const digest = await digestLines(output, (line) => program.keyStart(line, bucket.bucket));
    return { ms: endedAt - firstAt, ...digest, ...seen };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The index past a number padded with spaces from `from` on, and the one space after it. */
export function afterNumber(line: Buffer, from: number): number {
  const SPACE = 32;
  let at = from;
  while (line[at] === SPACE) at += 1;
  return line.indexOf(SPACE, at) + 1;
}
