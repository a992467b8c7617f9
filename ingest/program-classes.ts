/** What stands behind a quotation and says what kind of thing its name means: “主”字型现代化基层治理体系. */
import type { ProgramScene } from './program-candidates.ts';

/** Characters that no modifier between the quotation and its class noun has. */
const BREAKS_MODIFIER = /[个的了在就是和与、为把将对从到被有也都还要会能以及其于向并而()《》]/u;
/** “全科网格”作经验介绍: what is presented at a meeting; 作 is the verb here and begins no name. */
const PRESENTED = /^作(?:了|出)?(?:典型|交流|专题)?(?:经验|交流|发言|介绍|汇报|分享)/u;

/** Whether a text goes on by saying that what stands before it was presented at a meeting. */
export function isPresented(after: string): boolean {
  return PRESENTED.test(after);
}

/** Words behind a quotation that end in a class noun: of 字型现代化基层治理体系建设 the first nine. */
export function classesBehind(after: string, scene: ProgramScene): readonly string[] {
  if (isPresented(after)) return [];
  const { lexicon } = scene;
  const classes = lexicon.words('class');
  const words: string[] = [];
  let end = 0;
  const direct = /^的/u.test(after) ? 1 : 0;
  for (let i = direct; i < after.length; i += 1) {
    const noun = classes.startingAt(after, i);
    if (noun && !lexicon.words('not-after').startingAt(after, i + noun.length)) {
      words.push(after.slice(direct, i + noun.length));
      end = i + noun.length;
      i = end - 1;
      continue;
    }
    if (BREAKS_MODIFIER.test(after[i] as string)) break;
    if (end > 0 && i - end >= 2) break;
    if (direct && i - direct >= 4) break;
    if (i > 0 && verbAt(after, i, scene)) break;
  }
  return words;
}

function verbAt(text: string, start: number, { lexicon: { verbs } }: ProgramScene): boolean {
  return [verbs.made, verbs.strong, verbs.weak].some((words) => (words.startingAt(text, start)?.length ?? 0) > 1);
}
