/** The lines that tell a person what two runs found differently. */
import type { FactChange, RunDiff } from '../runs/diff.ts';
import type { FactLine } from '../runs/records.ts';
import { table } from './report.ts';

export interface DiffTally {
  add(change: FactChange): void;
  lines(diff: Pick<RunDiff, 'compared' | 'same' | 'onlyBefore' | 'onlyAfter'>): readonly string[];
}

const SIGN = { added: '+', changed: '~', gone: '-' } as const;
const KINDS = ['added', 'changed', 'gone', 'reweighed'] as const;
/** Another confidence alone is counted: a new table of confidences gives it to most facts. */
const SHOWN_KINDS = ['added', 'changed', 'gone'] as const;
/** Files that are named where only one run read them. */
const FILES_NAMED = 3;

interface RuleChanges {
  readonly counts: Record<FactChange['kind'], number>;
  readonly shown: FactChange[];
}

/** Counts all changes, and holds the first of each rule and kind. @param limit how many of them */
export function diffTally(limit: number): DiffTally {
  const rules = new Map<string, RuleChanges>();
  return {
    add(change) {
      const found = rules.get(change.rule) ?? { counts: { added: 0, changed: 0, gone: 0, reweighed: 0 }, shown: [] };
      rules.set(change.rule, found);
      found.counts[change.kind] += 1;
      if (change.kind !== 'reweighed' && found.counts[change.kind] <= limit) found.shown.push(change);
    },
    lines({ compared, same, onlyBefore, onlyAfter }) {
      const names = [...rules.keys()].sort();
      const counts = names.map((name) => [name, ...KINDS.map((kind) => String(rules.get(name)?.counts[kind]))]);
      return [
        ...(names.length === 0 ? ['no fact came, changed or went'] : table([['rule', ...KINDS], ...counts])),
        ...names.flatMap((name) => ruleLines(name, rules.get(name) as RuleChanges)),
        '',
        `${compared} pages compared; ${same} the same in both runs, by the same rules`,
        ...onlyIn('the first', onlyBefore),
        ...onlyIn('the second', onlyAfter),
      ];
    },
  };
}

function ruleLines(rule: string, { counts, shown }: RuleChanges): readonly string[] {
  return SHOWN_KINDS.flatMap((kind) => {
    const own = shown.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const more = counts[kind] - own.length;
    return [
      '',
      `${SIGN[kind]} ${rule}`,
      ...own.flatMap(changeLines),
      ...(more > 0 ? [`  … ${more} more: --limit`] : []),
    ];
  });
}

function changeLines({ before, after }: FactChange): readonly string[] {
  const fact = (after ?? before) as FactLine;
  const title = `  ${fact.key}  (${fact.file})`;
  if (!before || !after) return [title, ...saidLines(fact, ' ')];
  return [title, ...saidLines(before, '-'), ...saidLines(after, '+')];
}

function saidLines({ details, said }: FactLine, sign: string): readonly string[] {
  const extra = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return [
    ...(extra.length > 0 ? [`    ${sign} ${extra.join(', ')}`] : []),
    ...said.map(({ rule, confidence, quote }) => `    ${sign} ${rule} ${confidence}  ${quote.replace(/\s+/gu, ' ')}`),
  ];
}

function onlyIn(which: string, files: readonly string[]): readonly string[] {
  if (files.length === 0) return [];
  const more = files.length > FILES_NAMED ? ' …' : '';
  return [`${files.length} pages only in ${which}: ${files.slice(0, FILES_NAMED).join(', ')}${more}`];
}
