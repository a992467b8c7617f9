/** Which kind of article a text is. */
import type { ArticleKind } from '../graph/model.ts';
import { foldWidth } from './chinese.ts';
import { isNoticeHeadline } from './headlines.ts';

export interface KindCues {
  readonly title: readonly string[];
  readonly text: string;
  readonly continued: boolean;
  readonly note: boolean;
  readonly caption: boolean;
  /** 本报讯 or another dateline. */
  readonly dateline: boolean;
  /** A byline stood between headline and text. */
  readonly signedAbove: boolean;
  /** Somebody signed it, above or below. */
  readonly signed: boolean;
}

/** The lead is what a reader sees first. */
const LEAD_LENGTH = 200;
/** Figures and comments are no longer; features are, or are signed. */
const BRIEF = 400;
const QUESTION = /^(?:记者|问|主持人|笔者)\s?[:：]/gmu;
const DATED =
  /(?<!年)\d{1,2}月\d{1,2}日|(?<![月\d])\d{1,2}日(?:[上下]午|晚|凌晨|，|,|在|从)|昨[天日晚]|今天|近日|日前|连日来|上周[一二三四五六日天]|近期/u;
const FORMAL = /召开|举行|举办|会见|调研|督导|考察|启动|揭牌|签约|发布|印发|公布|出席|开幕|闭幕|宣判|开庭/u;
/** Speech before anything is said about who speaks. */
const OPENS_WITH_SPEECH = /^[“「"][^”」"]{2,80}[，,。！？!?…—][”」"]/u;
const SCENE = /记者(?:走进|来到|登上|跟随|跟着|走访|见到|看到|探访|在)/u;

/** Decides in the order: continuation, notice, note, caption, interview, news, feature. */
export function kindOf(cues: KindCues): ArticleKind {
  const { title, text } = cues;
  if (cues.continued) return 'continuation';
  const headline = title.join(' ');
  if (!cues.dateline && !cues.signedAbove && title.some(isNoticeHeadline)) return 'notice';
  if (cues.note) return 'note';
  if (cues.caption) return 'caption';
  const questions = text.match(QUESTION)?.length ?? 0;
  if (/——\s?(?:访|专访|对话)|(?:^|\s)(?:专访|对话)|答记者问|访谈录?$/u.test(headline) || questions >= 2)
    return 'interview';
  if (cues.dateline) return 'news';
  const lead = foldWidth(text.slice(0, LEAD_LENGTH));
  if (cues.signedAbove) {
    const first = lead.split('。', 1)[0] as string;
    return DATED.test(first) && FORMAL.test(first) && !SCENE.test(lead) ? 'news' : 'feature';
  }
  const isBrief = !cues.signed && text.length <= BRIEF && !/[“「]/u.test(text.slice(0, 1));
  if (isBrief && !SCENE.test(lead) && !/“[^”]{2,}[。！？，…]”/u.test(text)) return 'news';
  return DATED.test(lead) && !SCENE.test(lead) && !OPENS_WITH_SPEECH.test(lead) ? 'news' : 'feature';
}
