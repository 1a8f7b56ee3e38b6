import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messagesFor } from '../../shared/messages/messages.ts';
import { parseArguments } from './serve-arguments.ts';

const words = messagesFor('en').host.serve;
const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '), words);

test.each([
  ['serve', { port: 0, open: true }],
  ['serve --port 8080', { port: 8080, open: true }],
  ['--no-open serve --port=65535', { port: 65_535, open: false }],
  ['serve --port 0 --no-open', { port: 0, open: false }],
])('%s', (line, serve) => {
  expect(parse(line)).toEqual({ kind: 'serve', serve });
});

test.each(['--help', '-h', 'serve --help'])('%s asks for help', (line) => {
  expect(parse(line)).toEqual({ kind: 'help' });
});

test.each([
  ['', words.noCommand],
  ['--no-open', words.noCommand],
  ['fly', words.unknownCommand({ command: 'fly' })],
  ['serve --host 0.0.0.0', words.unknownOption({ option: '--host' })],
  ['serve -x', words.unknownOption({ option: '-x' })],
  ['serve --no-open=yes', words.unknownOption({ option: '--no-open' })],
  ['serve twice', words.unknownOption({ option: 'twice' })],
  ['serve --port', words.badPort({ value: '' })],
  ['serve --port --no-open', words.badPort({ value: '--no-open' })],
  ['serve --port=', words.badPort({ value: '' })],
  ['serve --port 65536', words.badPort({ value: '65536' })],
  ['serve --port -1', words.badPort({ value: '-1' })],
  ['serve --port 80a', words.badPort({ value: '80a' })],
  ['serve --toString', words.unknownOption({ option: '--toString' })],
])('%j makes no sense', (line, problem) => {
  expect(parse(line)).toEqual({ kind: 'wrong', problem });
});

test('whatever is typed is understood or explained', () => {
  const argument = fc.oneof(
    fc.constantFrom('serve', '--port', '--no-open', '--', '-', '--port=1', '-h', '--__proto__'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(argument), (argv) => {
      const parsed = parseArguments(argv, words);
      if (parsed.kind === 'wrong') expect(parsed.problem).not.toBe('');
      if (parsed.kind === 'serve') {
        expect(argv).toContain('serve');
        expect(parsed.serve.port).toBeLessThan(65_536);
      }
    }),
  );
});
