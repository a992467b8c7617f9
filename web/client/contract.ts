/** The shapes of answers that the first pages get. Fetched with the first answer, since building them takes longer than drawing a picture. */
import { DecideAnswer, IdentityAnswer, Judgements } from '../api/decide.ts';
import { PathsAnswer, SharedAnswer } from '../api/paths.ts';
import { SavedQueries } from '../api/queries.ts';
import { ArticleSearchAnswer, NearAnswer } from '../api/search.ts';
import { ArticleYears, PrintedAnswer } from '../api/times.ts';
import { LinkAnswer, Opened, SavedView, SavedViews } from '../api/views.ts';
import {
  ArticleAnswer,
  Articles,
  Branches,
  EvidenceAnswer,
  NeighbourList,
  Neighbours,
  NodeAnswer,
  Overview,
  Preview,
  SearchAnswer,
  Subgraph,
} from '../api.ts';

export const SHAPES = {
  ArticleAnswer,
  Articles,
  ArticleSearchAnswer,
  ArticleYears,
  Branches,
  DecideAnswer,
  EvidenceAnswer,
  IdentityAnswer,
  Judgements,
  LinkAnswer,
  NearAnswer,
  NeighbourList,
  Neighbours,
  NodeAnswer,
  Opened,
  Overview,
  PathsAnswer,
  Preview,
  PrintedAnswer,
  SavedQueries,
  SavedView,
  SavedViews,
  SearchAnswer,
  SharedAnswer,
  Subgraph,
};
