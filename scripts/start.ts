/** `npm start`: the app on the person's own `~/.aws`. `npm start -- serve`: the same in a browser. */
import { ensureBuilt } from './support/build.ts';
import { launchApp, untilExit } from './support/launch.ts';
import { demandNode24 } from './support/project.ts';

demandNode24();
ensureBuilt();
process.exitCode = await untilExit(launchApp(process.argv.slice(2), process.env));
