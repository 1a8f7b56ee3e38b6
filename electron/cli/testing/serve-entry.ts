/** As `main.ts`, with the page's folder as the first argument; and it ends only if nothing is left open. */
import { processDeps } from '../process-deps.ts';
import { runCli } from '../run.ts';

const [rendererFolder = '', ...argv] = process.argv.slice(2);
process.exitCode = await runCli(argv, processDeps(rendererFolder));
