/** Every sentence of every test, in both languages: set as they are to be read. */
import { describe, expect, test } from 'vitest';
import { expectTypeset } from '../../french.ts';
import { FAULTY, FAULTY_AS_OF } from './faulty-register.ts';
import { auditOf } from './findings-of.ts';
import { honestSample, plantAll, SAMPLE_DAY } from './planted.ts';
import { auditRecords } from './read-audit.ts';

const audits = [
  auditOf(FAULTY, FAULTY_AS_OF),
  auditRecords(plantAll(honestSample()).records, { asOf: SAMPLE_DAY, anchors: [], brokenAnchor: 1 }),
];
const sentences = audits.flatMap(({ findings, tests }) => [
  ...findings.map(({ message }) => message),
  ...tests.flatMap((summary) => (summary.ran ? [summary.title] : [summary.title, summary.why])),
]);

describe('what the audit says', () => {
  test('in French bears its spaces and apostrophes', () => {
    for (const { fr } of sentences) expectTypeset(fr);
  });
  test('in English bears none of the French ones before a sign', () => {
    for (const { en } of sentences)
      expect(en.match(/.{0,15}[\u202f\u00a0 ][;:!?%].{0,5}|\w'\w/g) ?? []).toEqual([]);
  });
  test('has no hole, no raw value, and ends as a sentence does', () => {
    for (const { en, fr } of audits.flatMap(({ findings }) => findings.map(({ message }) => message))) {
      for (const text of [en, fr]) {
        expect(text).not.toMatch(/undefined|NaN|\bnull\b|\{|\}| {2}/);
        expect(text).toMatch(/[.!?)]$/);
      }
    }
  });
});
