/** The door of the sidebar's calls before ten thousand random asks: it never breaks, and what comes through is of the kind it should be. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCall, type Mishap } from '../../appsscript/actions/door.ts';
import { SIDEBAR_ASKS } from '../../appsscript/actions/sidebar-asks.ts';
import type { SidebarCall } from '../../appsscript/contract.ts';
import { ENDPOINTS } from '../../appsscript/surface.ts';
import { gridWorld } from './grid-world.ts';

const CALLS = ENDPOINTS.filter((name): name is SidebarCall => name in SIDEBAR_ASKS);
const EACH = Math.ceil(10_000 / CALLS.length);
const WORLD = gridWorld(new Map(), { today: '2026-11-25' });

/** Names of fields that calls know, with anything in them: most come through some checks. */
const NAMES = [
  'id',
  'client',
  'code',
  'invoice',
  'event',
  'amount',
  'day',
  'kind',
  'currency',
  'drafts',
  'values',
  'instalments',
  'on',
];
const WORDS = [
  '',
  'ACME',
  'EUR',
  '2026-11-25',
  '12,50',
  'promise',
  'statement',
  'J-ABCD1234',
  'L-ABCD1234',
  '__proto__',
];
const cell = fc.oneof(fc.constantFrom(...WORDS), fc.boolean(), fc.string(), fc.anything());
const asks = fc.oneof(
  fc.anything({
    withNullPrototype: true,
    withDate: true,
    withMap: true,
    withBigInt: true,
    withSparseArray: true,
  }),
  fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(cell, fc.array(cell, { maxLength: 4 }))),
);

describe(`${EACH * CALLS.length} random asks`, () => {
  test.each(CALLS)('%s', (call) => {
    fc.assert(
      fc.property(asks, (asked) => {
        const mishaps: Mishap[] = [];
        let came: unknown;
        const answer = answerCall(
          call,
          asked,
          (_, checked) => {
            came = checked;
            return { ok: false, message: 'stopped here', notices: [] };
          },
          () => WORLD,
          (mishap) => mishaps.push(mishap),
        );
        expect(mishaps).toEqual([]);
        expect(answer.ok).toBe(false);
        if (came === undefined) return;
        expect(Object.getPrototypeOf(came)).toBe(Object.prototype);
        expect(JSON.stringify(came).length).toBeLessThan(2_000_000);
        expect(SIDEBAR_ASKS[call](came, '')).toMatchObject({ ok: true });
      }),
      { numRuns: EACH },
    );
  });
});
