import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ZhituError } from '../../graph/errors.ts';
import { decodeText } from '../../ingest/decode.ts';

const PAGE = '浙江法制报\n\n王昌荣在湖州调研时强调\n\n本报讯 7月1日，省委常委、政法委书记王昌荣赴湖州市专题调研。\n';
/** 𬭎 (U+2CB4E) and 䶮 are outside GBK: GB18030 needs four bytes for the first. */
const RARE = '浙江省湖州市吴兴区龙泉街道办事处主任周𬭎、副主任刘䶮出席会议并讲话。\n';

const bytesOf = (text: string, encoding: string, mark = false): Uint8Array =>
  iconv.encode(text, encoding, { addBOM: mark });

function reasonOf(bytes: Uint8Array): unknown {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof ZhituError && error.code === 'bad-input') return error.details.reason;
    throw error;
  }
  return undefined;
}

describe('decodeText', () => {
  it.each([
    ['utf-8', 'utf-8', false],
    ['utf-8', 'utf-8', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16le', 'utf-16le', true],
    ['utf-16be', 'utf-16be', false],
    ['utf-16be', 'utf-16be', true],
    ['gbk', 'gb18030', false],
    ['gb18030', 'gb18030', false],
    ['gb18030', 'gb18030', true],
  ] as const)('reads %s as %s (byte order mark: %s)', (written, encoding, mark) => {
    expect(decodeText(bytesOf(PAGE, written, mark))).toEqual({ text: PAGE, encoding });
  });

  it('reads the characters that only GB18030 has', () => {
    expect(decodeText(bytesOf(RARE, 'gb18030'))).toEqual({ text: RARE, encoding: 'gb18030' });
  });

  it('reads traditional characters kept in GBK', () => {
    const text = '浙江省委書記車俊出席會議並講話，省長袁家軍主持會議。\n';
    expect(decodeText(bytesOf(text, 'gbk')).text).toBe(text);
  });

  it('reads plain ASCII in UTF-16 without a byte order mark', () => {
    expect(decodeText(bytesOf('Zhejiang, page 1\n', 'utf-16le')).text).toBe('Zhejiang, page 1\n');
    expect(decodeText(bytesOf('Zhejiang, page 1\n', 'utf-16be')).encoding).toBe('utf-16be');
  });

  it('ends every line in one line feed', () => {
    expect(decodeText(bytesOf('甲\r\n乙\r丙\n', 'utf-8')).text).toBe('甲\n乙\n丙\n');
  });

  it('refuses an empty file and one of blanks, ideographic ones too', () => {
    expect(reasonOf(new Uint8Array())).toBe('empty');
    expect(reasonOf(bytesOf(' \r\n\u3000\n', 'utf-8'))).toBe('empty');
    expect(reasonOf(bytesOf('', 'utf-8', true))).toBe('empty');
    expect(reasonOf(Uint8Array.of(0xff, 0xfe))).toBe('empty');
  });

  it('refuses a picture, a program and text with NUL bytes', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52);
    const elf = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0);
    expect(reasonOf(png)).toBe('binary');
    expect(reasonOf(elf)).toBe('binary');
    expect(reasonOf(bytesOf('本报讯\0王昌荣赴湖州市专题调研。', 'utf-8'))).toBe('binary');
  });

  it('refuses bytes of control characters, though they are valid UTF-8', () => {
    expect(reasonOf(Uint8Array.from({ length: 200 }, (_, index) => (index % 20) + 1))).toBe('binary');
  });

  it('bears one stray control character in a page', () => {
    const text = `${PAGE.repeat(3)}\u001a`;
    expect(decodeText(bytesOf(text, 'utf-8')).text).toBe(text);
  });

  it('refuses Western text in Latin-1 rather than reading it as Chinese', () => {
    expect(reasonOf(bytesOf('préféré, mêmement, hôtel, garçon, être né', 'latin1'))).toBe('binary');
  });

  it('names the line in which a cut UTF-8 file breaks', () => {
    const whole = bytesOf(PAGE, 'utf-8');
    const cut = whole.slice(0, whole.length - 3);
    expect(reasonOf(cut)).toBe('damaged-text');
    expect(() => decodeText(cut)).toThrow(/line 5 /u);
  });

  it('says so where the byte order mark contradicts the bytes', () => {
    const mixed = Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf(PAGE, 'gbk'));
    expect(reasonOf(mixed)).toBe('damaged-text');
    expect(() => decodeText(mixed)).toThrow(/byte order mark says utf-8/u);
  });
});
