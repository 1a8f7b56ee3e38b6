import { spawnSync } from 'node:child_process';
import type { Reading } from './reading.ts';

/** What botocore makes of a config file, or that it refuses it. */
export type BotocoreReading = Reading | 'refused';

const SCRIPT = `
import base64, json, os, sys, tempfile
try:
    from botocore.configloader import load_config
    from botocore.exceptions import ConfigParseError
except ImportError:
    from awscli.botocore.configloader import load_config
    from awscli.botocore.exceptions import ConfigParseError

def flat(keys):
    result = {}
    for key, value in keys.items():
        if isinstance(value, dict):
            result[key] = ''
            result.update((key + '.' + inner, text) for inner, text in value.items())
        else:
            result[key] = value
    return result

def read(path):
    try:
        config = load_config(path)
    except ConfigParseError:
        return 'refused'
    result = {name: flat(keys) for name, keys in config['profiles'].items()}
    for kind, prefix in (('sso_sessions', 'sso-session.'), ('services', 'services.')):
        result.update((prefix + name, flat(keys)) for name, keys in config[kind].items())
    return result

if len(sys.argv) > 1:
    sys.exit()
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'config')
    answers = []
    for document in json.load(sys.stdin):
        with open(path, 'wb') as file:
            file.write(base64.b64decode(document))
        answers.append(read(path))
json.dump(answers, sys.stdout)
`;

/** Only what a Python needs to start: no variable of AWS programs is to reach it. */
export function pythonEnvironment(): Record<string, string> {
  const passed = ['PATH', 'HOME', 'SYSTEMROOT', 'PYENV_ROOT', 'PYENV_VERSION'];
  const found = passed.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return { ...Object.fromEntries(found), PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' };
}

/** A Python here that has botocore, by itself or inside the AWS CLI; undefined where there is none. */
export function botocorePython(): string | undefined {
  return ['python3', 'python', '/usr/bin/python3'].find(
    (program) =>
      spawnSync(program, ['-c', SCRIPT, 'probe'], { env: pythonEnvironment(), stdio: 'ignore' }).status === 0,
  );
}

/** Reads all documents in one process. @throws Error with Python's words if it fails */
export function readWithBotocore(
  python: string,
  documents: readonly Uint8Array[],
): readonly BotocoreReading[] {
  const input = JSON.stringify(documents.map((bytes) => Buffer.from(bytes).toString('base64')));
  const { stdout, stderr, status } = spawnSync(python, ['-c', SCRIPT], {
    env: pythonEnvironment(),
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${python}: ${stderr}`);
  return JSON.parse(stdout) as readonly BotocoreReading[];
}
