import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { decodeText } from '../../ingest/decode.ts';

/** Print as archives hold it: common characters, punctuation, digits and line breaks; long enough to tell encodings apart. */
const character = fc.constantFrom(
  ...'浙江省委政法委书记王昌荣在湖州调研时强调平安建设工作会议召开主持讲话，。、：“”《》（）0123456789第期年月日',
);
const page = fc
  .array(fc.array(character, { minLength: 5, maxLength: 40 }), { minLength: 4, maxLength: 12 })
  .map((lines) => `${lines.map((line) => line.join('')).join('\n')}\n`);

it.each([
  ['utf-8', 'utf-8'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
] as const)('a page kept in %s reads the same, with and without a byte order mark', (written, encoding) => {
  fc.assert(
    fc.property(page, fc.boolean(), (text, addBOM) => {
      // GBK has no mark of its own.
      const bytes = iconv.encode(text, written, { addBOM: addBOM && written !== 'gbk' });
      expect(decodeText(bytes)).toEqual({ text, encoding });
    }),
  );
});

it('refuses bytes or gives text without NUL and carriage return, and never throws anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        expect(decodeText(bytes).text).not.toMatch(/[\0\r]/u);
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-input' });
      }
    }),
    { numRuns: 500 },
  );
});
