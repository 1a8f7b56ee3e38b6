import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ConfigDocument } from '../../document/config-document.ts';
import { withoutSections } from './bulk-edit.ts';

const read = (text: string) => ConfigDocument.read(Buffer.from(text));
const textOf = (document: ConfigDocument) => Buffer.from(document.bytes).toString();

it('leaves comments that belong to no section, however many go', () => {
  const sections = Array.from(
    { length: 20 },
    (_, n) => `[profile p${n}]\nregion = eu-west-1\n\n# loose ${n}\n\n`,
  );
  const document = read(`${sections.join('')}[profile stays]\nregion = us-east-1\n`);
  const edited = textOf(
    withoutSections(
      document,
      Array.from({ length: 20 }, (_, n) => n),
    ),
  );
  for (let n = 0; n < 20; n += 1) expect(edited).toContain(`# loose ${n}\n`);
  expect(edited).not.toContain('profile p');
});

it('takes out nothing else, whatever stands between', () => {
  const between = fc.constantFrom('', '\n', '\n# loose\n\n', '# right below\n\n', '\n# above\n', '\n\n');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(between, fc.boolean()), { minLength: 14, maxLength: 30 }),
      fc.constantFrom('\n', '\r\n'),
      (shape, lineEnd) => {
        const text = shape
          .map(([above, keys], n) => `${above}[profile p${n}]\n${keys ? `region = r${n}\n` : ''}`)
          .join('')
          .replaceAll('\n', lineEnd);
        const document = read(text);
        const goes = (index: number) => index % 4 !== 0 && index < shape.length - 1;
        const indexes = shape.flatMap((_, index) => (goes(index) ? [index] : []));
        const lines = document.lines.filter((_, place) => {
          const index = document.sections.findLastIndex(({ leadLine }) => leadLine <= place + 1);
          const section = document.sections[index];
          return section === undefined || !goes(index) || place + 1 > section.endLine;
        });
        expect(withoutSections(document, indexes).lines).toEqual(lines);
      },
    ),
    { numRuns: 500 },
  );
});
