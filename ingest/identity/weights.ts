/**
 * The one table of what a feature says for or against two mentions being one person, in nats. A weight is ln(m / u) (Fellegi and Sunter 1969): m is
 * how often mentions of one person show the feature, u how often mentions of two people of one name do. The shares are estimates from the shape of
 * Chinese administration (a province has about 11 cities, 90 counties, 1,300 townships, 25,000 villages) and from reading pages, not learnt;
 * `bench/identity/` measures what they lead to. docs/identity.md lists them for readers; a test holds the two together.
 */

const shares = {
  // Where posts are, seen at any time.
  'place.village': [0.7, 0.0003],
  'place.township': [0.7, 0.002],
  'place.county': [0.75, 0.012],
  'place.city': [0.8, 0.08],
  'place.province': [0.9, 0.6],
  'place.nation': [1, 1],
  'place.within-township': [0.1, 0.002],
  'place.within-county': [0.1, 0.012],
  'place.within-city': [0.08, 0.08],
  'place.within-province': [0.06, 0.5],
  'place.within-nation': [0.05, 0.5],
  'place.other-township': [0.05, 0.012],
  'place.other-county': [0.08, 0.08],
  'place.other-city': [0.05, 0.85],
  'place.other-province': [0.01, 0.9],
  'place.other-province-leader': [0.05, 0.9],
  // What somebody cannot be at once, or hardly so soon after.
  'time.at-once': [0.001, 0.9],
  'time.soon-after': [0.1, 0.9],
  // The body of the post, where it is the same; beyond its place.
  'body.same': [0.7, 0.05],
  'body.same-unplaced': [0.7, 0.01],
  // Kind and level of the posts.
  'standing.leader-nation': [0.6, 0.001],
  'standing.leader-province': [0.6, 0.004],
  'standing.leader-city': [0.6, 0.015],
  'standing.leader-county': [0.6, 0.05],
  'standing.leader-township': [0.6, 0.1],
  'standing.department': [0.6, 0.12],
  'standing.law': [0.6, 0.12],
  'standing.grassroots': [0.7, 0.2],
  'standing.civil': [0.7, 0.15],
  'standing.next-level': [0.2, 0.12],
  'standing.other-line': [0.12, 0.3],
  'standing.far-level': [0.03, 0.3],
  'standing.unlike': [0.02, 0.3],
  // Bylines.
  'press.same-paper': [0.9, 0.002],
  'press.correspondent': [0.6, 0.02],
  'press.mixed': [0.1, 0.02],
  'press.other-paper': [0.05, 0.9],
  'press.unknown-paper': [0.9, 0.2],
  'press.official': [0.002, 0.8],
  'press.correspondent-official': [0.1, 0.3],
  // Others in the article; a common name among them is worth less (see `companionWeight`).
  'company.local': [0.3, 0.015],
  'company.city': [0.2, 0.06],
  'company.province': [0.2, 0.14],
  // A mention without a post: where it stands.
  'bare.village': [0.3, 0.002],
  'bare.county': [0.4, 0.02],
  'bare.city': [0.3, 0.12],
  'bare.province': [0.3, 0.6],
  'bare.other-county': [0.15, 0.3],
  'bare.other-city': [0.1, 0.7],
  'bare.other-province': [0.02, 0.9],
  'bare.no-post': [0.15, 0.5],
  'bare.reporter': [0.02, 0.5],
  'bare.well-known-nation': [0.9, 0.01],
  'bare.well-known-province': [0.6, 0.3],
} as const satisfies Readonly<Record<string, readonly [m: number, u: number]>>;

export type Feature = keyof typeof shares;

/** Every feature with the shares its weight is made of, for documentation. */
export const FEATURE_SHARES: Readonly<Record<Feature, readonly [m: number, u: number]>> = shares;

const weights = Object.fromEntries(
  Object.entries(shares).map(([feature, [m, u]]) => [feature, Math.log(m / u)]),
) as Record<Feature, number>;

/** The weight of a feature, nats. */
export function weightOf(feature: Feature): number {
  return weights[feature];
}

export const LIMITS = {
  /** A name can say no more than this for or against, however rare or common it is. */
  rarity: 5,
  /** Companions together. */
  company: 5,
  /** From this sum on, two mentions with posts or in bylines are one person: odds of 7 to 1 on top of what the name expects. */
  join: 2,
  /** A mention without a post joins the only one of its name from here on … */
  joinOnly: -0.5,
  /** … the nearest of several from here, if it is nearer than the next by the lead … */
  joinNearest: 0,
  lead: 2,
  /** … and another one without a post from here. */
  joinBare: 1.5,
} as const;

/** Days between two posts that exclude each other, up to which one is taken to follow the other hardly so soon. */
export const SOON_DAYS = 200;
/** Up to which posts in two places are held at once: papers go on naming a post for some weeks after a change. */
export const AT_ONCE_DAYS = 30;
