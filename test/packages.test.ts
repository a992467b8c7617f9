import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

it('names the package of every platform in the lock file, so that `npm ci` works on each of them', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`])?.version,
    ),
  );
  expect(missing).toEqual([]);
});

it('names no registry in the lock file, so that every machine takes its own', () => {
  const addresses = Object.values(lock.packages).flatMap(({ resolved }) =>
    resolved?.startsWith('http') ? [resolved] : [],
  );
  expect(addresses).toEqual([]);
});
