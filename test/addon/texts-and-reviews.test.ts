/** The firm's own texts looked at row by row; findings of the audit marked as reviewed. */
import { describe, expect, test } from 'vitest';
import { reviewAction } from '../../appsscript/actions/record/review.ts';
import { textsView } from '../../appsscript/actions/view/texts.ts';
import type { World } from '../../appsscript/world.ts';
import { putRows, rowsOf, TODAY_SERIAL } from './fake-world.ts';
import { owingRegister } from './owing-register.ts';
import { everyMishap, ranWell, refusedFields } from './record/record-runs.ts';

const SOUND = 'Bonjour,\n\n{{détails}}\n\nMerci de régler {{montant}} {{délai}}.';

describe('the firm’s own texts', () => {
  const state = owingRegister();
  const row = (template: string, language: string, body: string, subject = 'Facture {{numéro}}') => ({
    ...{ template, language, subject, body },
  });
  putRows(state, 'templates', [
    row('reminder-1', 'fr', SOUND),
    row('reminder-1', 'fr', `${SOUND} Sinon, notre huissier passera.`),
    row('reminder-2', 'fr', SOUND.replace('{{montant}}', '{{montnat}}')),
    row('mention.franchise', 'fr', 'TVA non applicable, art. 293 B du CGI'),
  ]);
  const checks = ranWell(state, textsView);

  test('are named with their row; what invoices print is left alone', () => {
    expect(checks.map(({ language, row: at, template }) => [at, template, language])).toEqual([
      [2, 'reminder-1', 'fr'],
      [3, 'reminder-1', 'fr'],
      [4, 'reminder-2', 'fr'],
    ]);
  });
  test('a sound one has nothing against it', () => expect(checks[0]?.notices).toEqual([]));
  test('a threat at the first reminder is an error, and named', () => {
    expect(checks[1]?.notices).toMatchObject([
      { severity: 'error', text: expect.stringContaining('huissier') },
    ]);
  });
  test('a name that stands for nothing is an error, and named', () => {
    expect(checks[2]?.notices[0]).toMatchObject({
      severity: 'error',
      text: expect.stringContaining('montnat'),
    });
  });
  test('associations are firms where the setting says so: only then are penalties theirs', () => {
    const claims = row('reminder-2.association', 'fr', `${SOUND} L’indemnité forfaitaire de 40 € est due.`);
    const severities = (settings: Readonly<Record<string, string>>) => {
      const own = owingRegister(settings);
      putRows(own, 'templates', [claims]);
      return ranWell(own, textsView)[0]?.notices.map(({ severity }) => severity);
    };
    expect(severities({})).toEqual(['error']);
    expect(severities({ associationsAre: 'professionnels' })).toEqual([]);
  });
  test('there may be none', () => expect(ranWell(owingRegister(), textsView)).toEqual([]));
});

describe('a finding', () => {
  const review =
    (changes: Partial<Record<'finding' | 'facts' | 'reason', string>> = {}) =>
    (world: World) =>
      reviewAction(world, {
        finding: 'number-gaps/F2026',
        facts: 'a1b2c3',
        reason: 'Série reprise',
        ...changes,
      });

  test('is kept with its facts, who looked into it and when', () => {
    const state = owingRegister();
    ranWell(state, review());
    expect(rowsOf(state, 'reviews')).toEqual([
      {
        ...{ finding: 'number-gaps/F2026', facts: 'a1b2c3', reason: 'Série reprise' },
        ...{ by: 'compta@lumen.example', on: TODAY_SERIAL },
      },
    ]);
  });
  test('is reviewed again where its facts are others, and not where they are the same', () => {
    const state = owingRegister();
    ranWell(state, review());
    expect(ranWell(state, review({ reason: 'Encore' })).text).toMatch(/déjà/);
    ranWell(state, review({ facts: 'd4e5f6' }));
    expect(rowsOf(state, 'reviews').map(({ facts }) => facts)).toEqual(['a1b2c3', 'd4e5f6']);
  });
  test.each(['finding', 'facts', 'reason'] as const)('needs %s', (field) => {
    expect(refusedFields(owingRegister(), review({ [field]: '' }))).toEqual([field]);
  });
  test('is kept once whatever goes wrong', () => {
    everyMishap(
      owingRegister(),
      review(),
      () => undefined,
      (state) => expect(rowsOf(state, 'reviews')).toHaveLength(1),
    );
  });
});
