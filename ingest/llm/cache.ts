/** Keeps the answers of models, so that no question is paid for twice. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Issue } from '../types.ts';
import { Answer } from './answer.ts';
import type { Message } from './chat.ts';

/** All that an answer depends on. */
export interface Question {
  readonly articleId: string;
  readonly model: string;
  readonly promptVersion: string;
  readonly messages: readonly Message[];
}

export interface AnswerCache {
  /** The kept answer, or null. A file that holds none is an issue, and is asked for again. */
  read(question: Question): Promise<{ readonly answer: Answer | null; readonly issues: readonly Issue[] }>;
  /** Keeps an answer. Where that fails, the run goes on: the issue says so. */
  write(question: Question, answer: Answer): Promise<readonly Issue[]>;
}

/** What a file holds. The question stands in it by its hash, so that a file under a wrong name is seen. */
const Kept = z.object({
  key: z.string(),
  articleId: z.string(),
  model: z.string(),
  promptVersion: z.string(),
  answer: Answer,
});

/** Opens the cache in a folder, which is made when the first answer is kept. */
export function openAnswerCache(folder: string): AnswerCache {
  const fileOf = (key: string): string => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    async read(question) {
      const key = keyOf(question);
      const file = fileOf(key);
      try {
        const kept = Kept.parse(JSON.parse(await readFile(file, 'utf8')));
        if (kept.key === key) return { answer: kept.answer, issues: [] };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { answer: null, issues: [] };
      }
      return { answer: null, issues: [{ stage: 'llm', reason: 'cache-corrupt', text: file }] };
    },
    async write(question, answer) {
      const key = keyOf(question);
      const file = fileOf(key);
      const { articleId, model, promptVersion } = question;
      // A reader sees the whole file or none, also when this process ends in the middle.
      const draft = `${file}.${randomUUID()}.part`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(draft, JSON.stringify({ key, articleId, model, promptVersion, answer }));
        await rename(draft, file);
        return [];
      } catch (error) {
        await rm(draft, { force: true }).catch(() => {});
        const { code = 'unknown' } = error as NodeJS.ErrnoException;
        return [{ stage: 'llm', reason: 'cache-not-written', text: `${file} (${code})` }];
      }
    },
  };
}

function keyOf({ articleId, model, promptVersion, messages }: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([articleId, model, promptVersion, messages]))
    .digest('hex');
}
