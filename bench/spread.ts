/**
 * `npm run bench:spread`: a planted diffusion is printed, extracted, stored and read back; then every figure is worked out anew in
 * Python from the dump alone (bench/spread/check/check.py) and compared, on that corpus, on the seed pages and on the annotated ones.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand, usageError } from '../graph/cli/command.ts';
import { openStore } from '../graph/open.ts';
import { openAdjacency } from '../graph/spread/adjacency.ts';
import { ingestPaths } from '../ingest/ingest.ts';
import { openPipeline } from '../ingest/pipeline.ts';
import { writeCheckInput } from './spread/check-input.ts';
import { makeCorpus } from './spread/corpus.ts';
import { checkInPython, openPython } from './spread/python.ts';
import { type Found, recoveredFrom } from './spread/recover.ts';

const HELP = `Prints a diffusion that is known, reads it back, and works the figures out a second time in Python.

  npm run bench:spread -- [--articles N] [--seed N] [--pages PATH,…]

  --articles N      articles of the made corpus (2000)
  --seed N          another corpus (1)
  --pages PATH,…    pages whose figures are compared besides (seeds and all annotated pages)

Python 3 with venv is needed for the comparison; packages go into a temporary folder.
`;

const OPTIONS = {
  articles: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  pages: { type: 'string', default: 'seeds,test/gold/pages/more,test/gold/pages/second,test/gold/pages/unseen' },
} as const;

const root = fileURLToPath(new URL('..', import.meta.url));

await runCommand({ name: 'bench:spread', help: HELP, options: OPTIONS }, async ({ values }) => {
  const [articles, seed] = [Number(values.articles), Number(values.seed)];
  if (!Number.isSafeInteger(articles) || !Number.isSafeInteger(seed))
    throw usageError('--articles, --seed: expected whole numbers');
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-spread-'));
  try {
    const corpus = makeCorpus({ seed, articles }, openAdjacency());
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    for (const { file, text } of corpus.pages) writeFileSync(join(pages, file), text);
    const inputs = [
      ['corpus', pages] as const,
      ...values.pages.split(',').map((path) => [path, join(root, path)] as const),
    ];
    const python = openPython(folder);
    let differences = 0;
    for (const [name, path] of inputs) {
      const store = await openStore({ store: join(folder, `${name.replaceAll('/', '-')}.grafeo`) }, {});
      try {
        await ingestPaths([path], { store, pipeline: openPipeline() });
        if (name === 'corpus') {
          const recovered = await recoveredFrom(store, corpus.adoptions);
          say(`${corpus.articles} articles, ${corpus.adoptions.length} planted adoptions, seed ${seed}`);
          say(`order of adoption: Kendall's tau-b ${recovered.tau.toFixed(3)}`);
          say(`adopters: ${foundText(recovered.adopters)}`);
          say(`learned from: ${foundText(recovered.lessons)}`);
        }
        const file = join(folder, `${name.replaceAll('/', '-')}.json`);
        const programs = await writeCheckInput(store, file);
        const answer = checkInPython(python, file);
        differences += answer.differences.length;
        say(
          `${name}: ${answer.compared} figures of ${programs} programs compared with Python, ${answer.differences.length} differ`,
        );
        for (const difference of answer.differences.slice(0, 10)) say(`  ${difference}`);
      } finally {
        await store.close();
      }
    }
    return differences === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function foundText({ right, missed, wrong, f1 }: Found): string {
  return `F1 ${f1.toFixed(3)} (${right} right, ${missed.length} missed, ${wrong.length} wrong)`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
