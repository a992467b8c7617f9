/** A real Chromium for the tests: the one that `CHROMIUM_PATH` names, Playwright's own, or the system's. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What to do where there is none. */
export const INSTALL =
  'install one with `sudo apt-get install chromium fonts-noto-cjk` or `npx playwright-core install chromium`, or name one with CHROMIUM_PATH';

/** The browser's program, or null. */
export function chromiumPath(env: Readonly<Record<string, string | undefined>>): string | null {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const folders = (env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

/** Starts it without a window. It asks nobody on the network for anything. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
