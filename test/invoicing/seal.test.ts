import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { takenBySeals } from '../../shared/invoicing/numbering.ts';
import { genesisHead, type SealRow, sealNext, verifyChain, witnessOf } from '../../shared/invoicing/seal.ts';
import { chainOf } from './snapshots.ts';

const CHAIN = chainOf(50);

function flipped(text: string, at: number): string {
  const other = text[at] === 'x' ? 'y' : 'x';
  return text.slice(0, at) + other + text.slice(at + 1);
}

test('a row’s hash, by Node’s own SHA-256 of the agreed text', () => {
  const [first] = CHAIN;
  const text = `h1\n1\nISSUE\nF2026-00001\n${first.at}\nh1:genesis:1SheetId:k3y\n${first.snapshot}`;
  expect(first.hash).toBe(`h1:${createHash('sha256').update(text, 'utf8').digest('hex')}`);
  expect(witnessOf(first.hash)).toBe(first.hash.slice(3, 15));
  expect(witnessOf('')).toBe('');
});

test('a whole chain is right, and its head is its last row', () => {
  expect(verifyChain(CHAIN)).toEqual({ ok: true, head: { seq: 50, hash: CHAIN[49].hash } });
  expect(verifyChain([])).toEqual({ ok: true, head: null });
});

test('any field of any row changed names that row', () => {
  for (const [index, row] of CHAIN.entries()) {
    const changes: readonly Partial<SealRow>[] = [
      { seq: row.seq + 1 },
      { type: 'CREDIT' },
      { number: flipped(row.number, 3) },
      { at: flipped(row.at, 0) },
      { snapshot: flipped(row.snapshot, 200) },
      { snapshot: `${row.snapshot} ` },
      { prev: flipped(row.prev, 20) },
      { hash: flipped(row.hash, 20) },
      { hash: '' },
    ];
    for (const change of changes) {
      const rows = CHAIN.map((one, i) => (i === index ? { ...one, ...change } : one));
      // A first row's `prev` is the genesis: its own hash covers it.
      expect(verifyChain(rows)).toMatchObject({ ok: false, row: index + 2 });
    }
  }
});

test('a text that moves from one field to the next shows', () => {
  const head = genesisHead('1SheetId', 'k3y');
  const row = sealNext(head, { type: 'ISSUE', number: 'F1', at: '2026\nx', snapshotText: '{}' });
  expect(verifyChain([{ ...row, number: 'F1\n2026', at: 'x' }])).toMatchObject({
    ok: false,
    row: 2,
    field: 'hash',
  });
});

for (const [index, last] of [
  [0, false],
  [1, false],
  [24, false],
  [49, true],
] as const) {
  test(`row ${index + 2} deleted, inserted twice or swapped shows where`, () => {
    const without = CHAIN.filter((_, i) => i !== index);
    const twice = [...CHAIN.slice(0, index + 1), ...CHAIN.slice(index)];
    expect(verifyChain(twice)).toEqual({ ok: false, row: index + 3, field: 'seq' });
    if (last)
      expect(verifyChain(without).ok).toBe(true); // the end is seen against an anchor only
    else {
      expect(verifyChain(without)).toEqual({ ok: false, row: index + 2, field: 'seq' });
      const swapped = [...CHAIN.slice(0, index), CHAIN[index + 1], CHAIN[index], ...CHAIN.slice(index + 2)];
      expect(verifyChain(swapped)).toEqual({ ok: false, row: index + 2, field: 'seq' });
    }
  });
}

test('a row put in between, sealed and numbered as if it belonged, breaks the next one', () => {
  const forged = sealNext(CHAIN[10], { type: 'ISSUE', number: 'F2026-00099', at: 'x', snapshotText: '{}' });
  const rows = [
    ...CHAIN.slice(0, 11),
    forged,
    ...CHAIN.slice(11).map((row) => ({ ...row, seq: row.seq + 1 })),
  ];
  expect(verifyChain(rows)).toEqual({ ok: false, row: 14, field: 'prev' });
});

test('against an anchor kept elsewhere, a cut or rewritten end shows', () => {
  const anchor = { seq: 48, hash: CHAIN[47].hash };
  expect(verifyChain(CHAIN, anchor).ok).toBe(true);
  expect(verifyChain(CHAIN.slice(0, 48), anchor).ok).toBe(true);
  expect(verifyChain(CHAIN.slice(0, 47), anchor)).toEqual({ ok: false, row: 49, field: 'missing' });
  const rewritten = sealNext(CHAIN[46], {
    type: 'ISSUE',
    number: 'F2026-00048',
    at: 'later',
    snapshotText: '{}',
  });
  expect(verifyChain([...CHAIN.slice(0, 47), rewritten], anchor)).toEqual({
    ok: false,
    row: 49,
    field: 'anchor',
  });
});

test('a chain that starts nowhere is none', () => {
  const row = sealNext(
    { seq: 0, hash: 'h1:other' },
    { type: 'ISSUE', number: 'F1', at: 'x', snapshotText: '{}' },
  );
  expect(verifyChain([row])).toEqual({ ok: false, row: 2, field: 'genesis' });
});

test('what seals have taken: documents, not events', () => {
  const event = sealNext(CHAIN[49], { type: 'DOC', number: 'F2026-00001', at: 'x', snapshotText: '{}' });
  const taken = takenBySeals([...CHAIN, event]);
  expect(taken).toHaveLength(50);
  expect(taken[0]).toEqual({ number: 'F2026-00001', issueDay: 20782 });
});
