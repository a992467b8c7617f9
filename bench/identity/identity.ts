/**
 * How well identity over the corpus tells people apart, pair by pair, and what it costs:
 *
 *     npx tsx bench/identity/identity.ts [SEED]
 *
 * Precision: of the pairs of mentions that were joined, those of one person; recall: of the pairs of one person, those that were joined.
 */

import { groupBy } from '../../graph/group-by.ts';
import { blockOf } from '../../ingest/identity/block.ts';
import { expectedBearers } from '../../ingest/identity/name-frequency.ts';
import { resolvePersons } from '../../ingest/identity/persons.ts';
import { assignmentOf } from '../../ingest/identity/resolve.ts';
import { PAIRS } from '../../test/ingest/identity/pairs.ts';
import { person } from '../../test/ingest/identity/sample.ts';
import { type Known, madeUpCorpus } from './corpus.ts';
import { randomFrom } from './random.ts';

interface PairCounts {
  readonly joined: number;
  readonly right: number;
  readonly wanted: number;
}

/** Counts the pairs of one block: of `homes`, ids by mention, against who is meant. */
function countPairs(mentions: readonly Known[], homes: ReadonlyMap<string, { readonly id: string }>): PairCounts {
  const pairsIn = (sizes: Iterable<readonly unknown[]>): number =>
    [...sizes].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const id = ({ profile }: Known): string => homes.get(profile.ref)?.id ?? '';
  return {
    joined: pairsIn(groupBy(mentions, id).values()),
    right: pairsIn(groupBy(mentions, (mention) => `${id(mention)}\n${mention.who}`).values()),
    wanted: pairsIn(groupBy(mentions, ({ who }) => who).values()),
  };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(4);
}

function row(title: string, blocks: readonly PairCounts[]): void {
  const sum = (key: keyof PairCounts) => blocks.reduce((total, counts) => total + counts[key], 0);
  const cells = [
    String(blocks.length),
    percent(sum('right'), sum('joined')),
    percent(sum('right'), sum('wanted')),
    String(sum('joined')),
    String(sum('wanted')),
  ];
  console.log([title.padEnd(28), ...cells.map((cell) => cell.padStart(10))].join(''));
}

function measureTable(): void {
  const counts = PAIRS.map(({ a, b, third = [], is }): PairCounts => {
    const mentions = [a, b].map((spec, index) => ({ profile: person(spec), who: is === 'same' ? 0 : index }));
    const all = [...mentions.map(({ profile }) => profile), ...third.map(person)];
    const homes = new Map(
      [...groupBy(all, blockOf).values()].flatMap((block) => [...assignmentOf(resolvePersons(block, []))]),
    );
    return countPairs(mentions, homes);
  });
  row('table of pairs', counts);
}

function measureCorpus(seed: number): void {
  const corpus = madeUpCorpus(randomFrom(seed), { common: 40, bearers: 25, middling: 400, rare: 1_600 });
  const started = process.cpuUsage();
  const blocks = [...groupBy(corpus, ({ profile }) => blockOf(profile)).values()].map((mentions) => ({
    expected: expectedBearers(mentions[0]?.profile.name ?? ''),
    counts: countPairs(
      mentions,
      assignmentOf(
        resolvePersons(
          mentions.map(({ profile }) => profile),
          [],
        ),
      ),
    ),
  }));
  const { user } = process.cpuUsage(started);
  const between = (from: number, to: number) =>
    blocks.filter(({ expected }) => expected >= from && expected < to).map(({ counts }) => counts);
  row(
    'made-up corpus',
    blocks.map(({ counts }) => counts),
  );
  row('  names of 5 bearers and more', between(5, Number.POSITIVE_INFINITY));
  row('  of 0.2 to 5', between(0.2, 5));
  row('  of fewer', between(0, 0.2));
  console.log(`${corpus.length} mentions in ${Math.round(user / 1000)} ms of one core`);
}

function measureBlock(seed: number): void {
  for (const bearers of [100, 500, 1_000]) {
    const mentions = madeUpCorpus(randomFrom(seed), { common: 1, bearers, middling: 0, rare: 0 });
    const started = process.cpuUsage();
    resolvePersons(
      mentions.map(({ profile }) => profile),
      [],
    );
    console.log(`a name with ${mentions.length} mentions: ${Math.round(process.cpuUsage(started).user / 1000)} ms`);
  }
}

const seed = Number(process.argv[2] ?? 1);
console.log(
  `${''.padEnd(28)}${['blocks', 'precision', 'recall', 'joined', 'of one'].map((head) => head.padStart(10)).join('')}`,
);
measureTable();
measureCorpus(seed);
measureBlock(seed);
