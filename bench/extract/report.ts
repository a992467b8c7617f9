/** The tables of `npm run bench:extract`, as Markdown that reads as text. Everything here is pure. */
import { type HostileTime, LONGEST_HOSTILE } from './hostile.ts';
import { type Measured, memoryOf } from './measure.ts';

/** What is asked of all stages on one core: so many characters a second, or this share of bare `nodejieba.tag`, whichever is more. */
export const TARGET = { charactersASecond: 200_000, shareOfTag: 0.4 } as const;
/** Memory that grows by less from the second quarter of a run to its last is flat. */
const FLAT = 1.1;
/** With fewer samples a quarter says nothing. */
const FEW_SAMPLES = 20;

/** What the figures were measured on. */
export interface Setting {
  readonly processor: string;
  readonly runtime: string;
  readonly nodejieba: string;
  readonly seed: number;
}

export function reportMarkdown(measured: Measured, setting: Setting): string {
  const { pages, articles, characters, milliseconds, stages } = measured;
  const rate = (ms: number): number => (characters / ms) * 1000;
  const tag = rate(milliseconds.tag);
  const row = (name: string, ms: number): string =>
    line([name, whole(rate(ms)), whole((articles / ms) * 1000), percent(rate(ms) / tag)]);
  const target = Math.max(TARGET.charactersASecond, TARGET.shareOfTag * tag);
  const reached = rate(milliseconds.pipeline) >= target;
  const sum = [...stages.values()].reduce((total, ms) => total + ms, 0);
  return [
    `${whole(articles)} articles on ${whole(pages)} pages (${whole(characters)} characters, seed ${setting.seed}), one core of ` +
      `${setting.processor}, ${setting.runtime}, nodejieba ${setting.nodejieba}.`,
    '',
    line(['', 'characters/s', 'articles/s', 'of `nodejieba.tag`']),
    '|---|---:|---:|---:|',
    row('`nodejieba.tag`', milliseconds.tag),
    row('`nodejieba.cut`', milliseconds.cut),
    row('the same words with tags, `ingest/segment.ts`', milliseconds.segment),
    row('**all stages**', milliseconds.pipeline),
    '',
    `Target: ${whole(target)} characters/s (${whole(TARGET.charactersASecond)}, or ${percent(TARGET.shareOfTag)} of ` +
      `\`nodejieba.tag\` where that is more): **${reached ? 'reached' : 'not reached'}**.`,
    '',
    line(['stage', 'µs a character', 'share']),
    '|---|---:|---:|',
    ...[...stages].map(([stage, ms]) =>
      line([stage, (((ms / sum) * milliseconds.pipeline * 1000) / characters).toFixed(2), percent(ms / sum)]),
    ),
    '',
    memoryLine(measured),
  ].join('\n');
}

function memoryLine({ samples }: Measured): string {
  if (samples.length < FEW_SAMPLES) return 'Memory: too few articles to tell.';
  const { early, late } = memoryOf(samples);
  const verdict = late <= FLAT * early ? 'flat' : 'not flat';
  return (
    `Memory in use: ${megabytes(early)} in the second quarter of the run, ${megabytes(late)} in the last: **${verdict}**. ` +
    `The process had at most ${megabytes(Math.max(...samples.map(({ rss }) => rss)))} of the machine.`
  );
}

export function hostileMarkdown(times: readonly HostileTime[]): string {
  return [
    `One page of ${whole(LONGEST_HOSTILE)} characters each, made of one piece again and again:`,
    '',
    line(['piece', 'processor seconds']),
    '|---|---:|',
    ...times.map(({ name, milliseconds }) => line([name, (milliseconds / 1000).toFixed(2)])),
  ].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
