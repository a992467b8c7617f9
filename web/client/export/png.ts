/** A picture in pixels, three times as fine as on the screen. */
import { Failure } from '../http.ts';
import { exportWords } from '../words/export.ts';
import type { SvgFile } from './svg.ts';

const SCALE = 3;
/** What every browser of the day still draws: pixels of a side, and of the whole. */
const MOST = { side: 16_000, area: 120_000_000 };

/**
 * @returns the picture, and how many times finer it is: less than three where it would be too large
 * @throws Failure where the browser cannot draw it
 */
export async function pngOf({
  text,
  width,
  height,
}: SvgFile): Promise<{ readonly blob: Blob; readonly scale: number }> {
  const fits = Math.min(SCALE, MOST.side / Math.max(width, height), Math.sqrt(MOST.area / (width * height)));
  const scale = Math.floor(fits * 10) / 10;
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob) return { blob, scale };
  } catch {
    // Told below: what a browser says of a picture helps nobody.
  } finally {
    URL.revokeObjectURL(url);
  }
  throw new Failure('limit-exceeded', exportWords().failedPicture);
}
