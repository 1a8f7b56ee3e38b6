import { spawn, spawnSync } from 'node:child_process';

export interface Peer {
  readonly name: string;
  /** Lists the buckets of the server at `endpoint` with fixed keys. */
  readonly command: (endpoint: string) => readonly string[];
  readonly env: (endpoint: string) => Readonly<Record<string, string>>;
}

/** Keys that the peers sign with; the bench's S3 knows them. */
export const PEER_KEYS = { accessKeyId: 'AKIABENCHBENCHBENCH1', secretAccessKey: 'bench-secret-key' };

const KEYS = {
  AWS_ACCESS_KEY_ID: PEER_KEYS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: PEER_KEYS.secretAccessKey,
  AWS_DEFAULT_REGION: 'eu-west-1',
};

const PEERS: readonly Peer[] = [
  {
    name: 'aws s3 ls',
    command: (endpoint) => ['aws', '--endpoint-url', endpoint, 's3', 'ls'],
    env: () => KEYS,
  },
  {
    name: 'rclone lsd',
    command: () => ['rclone', 'lsd', 'bench:'],
    env: (endpoint) => ({
      RCLONE_CONFIG_BENCH_TYPE: 's3',
      RCLONE_CONFIG_BENCH_PROVIDER: 'Other',
      RCLONE_CONFIG_BENCH_ENDPOINT: endpoint,
      RCLONE_CONFIG_BENCH_REGION: 'eu-west-1',
      RCLONE_CONFIG_BENCH_ACCESS_KEY_ID: KEYS.AWS_ACCESS_KEY_ID,
      RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY: KEYS.AWS_SECRET_ACCESS_KEY,
      RCLONE_CONFIG: '/nonexistent',
    }),
  },
];

/** The peers that are installed here. */
export function installedPeers(): readonly Peer[] {
  return PEERS.filter(({ command }) => {
    const [program = ''] = command('');
    return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
  });
}

/** Runs a peer once. Resolves with milliseconds from start to exit. @throws Error with its words if it fails */
export function timePeer(peer: Peer, endpoint: string): Promise<number> {
  const [program = '', ...args] = peer.command(endpoint);
  const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...peer.env(endpoint) };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { env });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(performance.now() - started);
      else reject(new Error(`${peer.name}: exit ${code}: ${words.slice(0, 500)}`));
    });
  });
}
