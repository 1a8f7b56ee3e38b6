import { parseArgs } from 'node:util';
import type { HostMessages } from '../../shared/messages/en/host.ts';

export interface ServeArguments {
  /** 0 for one that the system picks. */
  readonly port: number;
  /** Whether to open the system's browser. */
  readonly open: boolean;
}

export type ParsedArguments =
  | { readonly kind: 'serve'; readonly serve: ServeArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

const OPTIONS = {
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line, without the program's name. A problem comes in words. */
export function parseArguments(argv: readonly string[], words: HostMessages['serve']): ParsedArguments {
  // Not strict: that would throw sentences in English only.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const unknown = tokens.find(
    (token) =>
      token.kind === 'option' &&
      (!Object.hasOwn(OPTIONS, token.name) || (token.name !== 'port' && token.value !== undefined)),
  );
  if (unknown?.kind === 'option') return wrong(words.unknownOption({ option: unknown.rawName }));
  if (values.help === true) return { kind: 'help' };
  const [command, surplus] = positionals;
  if (command === undefined) return wrong(words.noCommand);
  if (command !== 'serve') return wrong(words.unknownCommand({ command }));
  if (surplus !== undefined) return wrong(words.unknownOption({ option: surplus }));
  const port = values.port === undefined ? 0 : parsePort(values.port);
  if (port === undefined)
    return wrong(words.badPort({ value: typeof values.port === 'string' ? values.port : '' }));
  return { kind: 'serve', serve: { port, open: values['no-open'] !== true } };
}

function wrong(problem: string): ParsedArguments {
  return { kind: 'wrong', problem };
}

function parsePort(value: string | boolean): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,5}$/.test(value)) return undefined;
  const port = Number(value);
  return port <= 65_535 ? port : undefined;
}
