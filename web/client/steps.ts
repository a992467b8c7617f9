/** The steps that can be taken back and done again, and where among them a picture is that the browser's buttons lead to. */
import { writeAddress } from './route.ts';
import { samePicture, type View } from './view.ts';

/** What a step did beside the view, such as a judgement that is kept, and how that is taken back and done again. */
export interface Deed {
  back(): unknown;
  again(): unknown;
}

export interface Step {
  readonly name: string;
  /** The view on the other side of the step. */
  readonly view: View;
  readonly deed?: Deed;
}

/**
 * How many steps lead from a view to a picture that an address stands for; addresses have places in whole pixels.
 * @param steps the next one last
 * @returns 1 or more; null where none of them leads there, or only by taking back a deed, which going to an address never does
 */
export function stepsTo(steps: readonly Step[], from: View, wanted: View): number | null {
  const picture = pictureOf(wanted);
  let before = from;
  for (const [index, step] of steps.toReversed().entries()) {
    if (samePicture(step.view, before)) return null;
    if (step.view.nodes.length === wanted.nodes.length && pictureOf(step.view) === picture) return index + 1;
    before = step.view;
  }
  return null;
}

/** The same text for views that draw the same picture. */
export function pictureOf(view: View): string {
  return writeAddress({ page: 'explore', view: { ...view, selected: null, also: [] } });
}
