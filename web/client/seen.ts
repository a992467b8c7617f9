/** What stands beside a large picture waits for it: a reader who opens one is shown the picture first. */
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * Whether what came together with this component was painted. Until then leave out what the reader does not look at first, but keep its room.
 * @param waits false where nothing is worth waiting for
 */
export function useSeen(waits: boolean): boolean {
  const [isSeen, setSeen] = useState(!waits);
  useLayoutEffect(() => {
    if (isSeen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The first frame draws, and when the second begins that was seen; what is done in this one would still hold it up.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => setSeen(true));
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isSeen]);
  return isSeen;
}
