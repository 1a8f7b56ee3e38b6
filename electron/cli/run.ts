import { messagesFor } from '../../shared/messages/messages.ts';
import { resolveLanguage } from '../../shared/settings.ts';
import type { CommandDeps } from './command-deps.ts';
import { parseArguments } from './serve-arguments.ts';
import { serve } from './serve.ts';
import { systemLanguages } from './system-languages.ts';

/**
 * Runs a headless command.
 * @param argv the arguments after the program's name.
 * @returns the exit code: 0 done, 1 it could not be done, 2 the command line makes no sense.
 */
export async function runCli(argv: readonly string[], deps: CommandDeps): Promise<number> {
  const { host: words } = messagesFor(resolveLanguage('system', systemLanguages(deps.env)));
  const parsed = parseArguments(argv, words.serve);
  switch (parsed.kind) {
    case 'help':
      deps.stdout.write(`${words.serve.usage}\n`);
      return 0;
    case 'wrong':
      deps.stderr.write(`${parsed.problem}\n${words.serve.usage}\n`);
      return 2;
    case 'serve':
      return serve(parsed.serve, deps);
  }
}
