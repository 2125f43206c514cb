import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };

const WANTED = { ...packageJson.dependencies, ...packageJson.devDependencies };
const { '': root, ...installed } = lock.packages;

test('every package is wanted in one exact version', () => {
  expect(Object.entries(WANTED).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock holds what package.json wants', () => {
  expect({ ...root.dependencies, ...root.devDependencies }).toEqual(WANTED);
  expect(root.engines).toEqual(packageJson.engines);
});

test('every installed package is pinned by its hash and names no registry', () => {
  const unpinned = Object.entries(installed).filter(
    ([, entry]) => !('integrity' in entry && entry.integrity.startsWith('sha512-')) || 'resolved' in entry,
  );
  expect(unpinned.map(([path]) => path)).toEqual([]);
});

test('the lock holds the variants of every platform: npm ci refuses one that does not', () => {
  const missing = Object.entries(installed).flatMap(([path, entry]) =>
    'optionalDependencies' in entry
      ? Object.keys(entry.optionalDependencies).filter(
          (name) => !(`node_modules/${name}` in installed || `${path}/node_modules/${name}` in installed),
        )
      : [],
  );
  expect(missing).toEqual([]);
});

test('Node 20.19 is the oldest that runs it', () => {
  expect(packageJson.engines.node).toBe('>=20.19');
});
