/** How far two screenshots of a page differ. */
import type { Page } from 'playwright-core';

/** Lines that are drawn anew at a fraction of a pixel are a little lighter or darker, of 255. */
const SHADE = 80;

/**
 * @param page any page of a browser, which compares them
 * @param one a screenshot as base64
 * @returns the share of values of pixels that differ by more than a shade, 0 to 1
 */
export function differing(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ({ pictures, shade }) => {
      const [first, second] = (await Promise.all(
        pictures.map(async (base64) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return new Uint8Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
        }),
      )) as [Uint8Array, Uint8Array];
      return first.filter((value, index) => Math.abs(value - (second[index] ?? 0)) > shade).length / first.length;
    },
    { pictures: [one, other], shade: SHADE },
  );
}
