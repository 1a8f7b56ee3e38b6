import { spawnSync } from 'node:child_process';
import {
  botocorePython,
  pythonEnvironment,
} from '../../../electron/core/aws-config/document/testing/botocore-reader.ts';

/** Milliseconds of each round. */
export interface PythonRuns {
  readonly version: string;
  readonly profiles: number;
  readonly load: readonly number[];
  /** The AWS CLI's own writer: it reads the file, changes one key and writes it. Absent where there is no AWS CLI. */
  readonly edit?: readonly number[];
}

const SCRIPT = `
import json, sys, time
try:
    import botocore
    from botocore.configloader import load_config
except ImportError:
    import awscli.botocore as botocore
    from awscli.botocore.configloader import load_config
path, section, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])

def timed(run):
    run()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    return times

answer = {
    'version': 'botocore ' + botocore.__version__,
    'profiles': len(load_config(path)['profiles']),
    'load': timed(lambda: load_config(path)),
}
try:
    from awscli.customizations.configure.writer import ConfigFileWriter
    regions = ['eu-west-1', 'us-east-1']
    def edit():
        regions.reverse()
        ConfigFileWriter().update_config({'__section__': section, 'region': regions[0]}, path)
    answer['edit'] = timed(edit)
except ImportError:
    pass
json.dump(answer, sys.stdout)
`;

/** Times botocore and the AWS CLI's writer on a file that may be changed; undefined where there is none here. */
export function timePython(path: string, section: string, rounds: number): PythonRuns | undefined {
  const python = botocorePython();
  if (python === undefined) return undefined;
  const { stdout, stderr, status } = spawnSync(python, ['-c', SCRIPT, path, section, String(rounds)], {
    env: pythonEnvironment(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${python}: ${stderr}`);
  return JSON.parse(stdout) as PythonRuns;
}
