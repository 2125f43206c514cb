/** The cases that hurt on the way out: failures, copies, languages, days off, runs at once, plans; each by its number. */
import { expect, test } from 'vitest';
import { remind } from '../../appsscript/actions/outbox/remind.ts';
import { messageTexts } from '../../appsscript/render/message-texts.ts';
import { reminderMail } from '../../appsscript/render/reminder-mail.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { decideDunning, weighDunning } from '../../shared/dunning/decide.ts';
import { letterOf } from '../../shared/letters/letter.ts';
import { reminderPaper } from '../../shared/letters/papers/reminder-paper.ts';
import { senderOf } from '../../shared/letters/sender.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { copyOf, done, run } from '../addon/fake-world.ts';
import { owingRegister } from '../addon/owing-register.ts';
import { deskOf } from '../letters/desk.ts';
import { paperText } from '../letters/paper-text.ts';
import { type DunningRecords, decision, decisions, dunningRegister, sent, verdict } from './decided.ts';

// Due on 1 May 2026, a Friday and a holiday. The plain ladder: -5, 1, 15, 30, 45 days.
const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;
const F2 = { number: 'F2', issued: '2026-04-12', due: '2026-05-12', total: 50_000 } as const;
const LATE: DunningRecords = { invoices: [F1] };
const ACME = 'achats@acme.example';

test('24 what failed was not sent, and what nobody knows of is not sent again before a person says', () => {
  const row = { at: '2026-05-04', level: 1 } as const;
  expect(verdict({ ...LATE, journal: [{ ...row, status: 'failed' }] }, '2026-05-11')).toBe(
    'send 1 level-due',
  );
  expect(verdict({ ...LATE, journal: [{ ...row, status: 'unknown' }] }, '2026-05-11')).toBe(
    'hold 1 unknown-send',
  );
});

test('25 one message to the billing address with its copies, not one each', () => {
  const state = copyOf(owingRegister());
  const cc = state.tabs.get('clients')?.[0]?.indexOf('Copie à') ?? -1;
  state.tabs.get('clients')?.forEach((row, index) => {
    if (index === 1) row[cc] = 'chef@acme.example, daf@acme.example';
  });
  done(run(state, (world) => remind(world, [{ client: 'ACME', currency: 'EUR' }])));
  expect(state.mails.map(({ cc: copies, to }) => [to, copies])).toEqual([
    [ACME, ['chef@acme.example', 'daf@acme.example']],
  ]);
});

test('26 each client in its own language, whoever stands before it', () => {
  const due = { issued: '2026-04-01', due: '2026-05-01', total: 10_000 } as const;
  const register = dunningRegister(
    {
      clients: [{ code: 'C1', language: 'en' }, 'C2', { code: 'C3', language: 'en' }],
      invoices: ['C1', 'C2', 'C3'].map((client, k) => ({ number: `F${k}`, client, ...due })),
    },
    '2026-05-06',
  );
  const day = dayNumber('2026-05-06');
  const mails = decideDunning(buildLedger(register), day).map((one) =>
    reminderMail({
      letter: letterOf(register, one, day),
      texts: messageTexts([]),
      sender: senderOf(register.settings),
    }),
  );
  expect(mails.map(({ html }) => /lang="(\w+)"/.exec(html)?.[1])).toEqual(['en', 'fr', 'en']);
});

test('27 nothing leaves on a weekend or on a holiday of the client’s country', () => {
  const of = (country: string, postalCode: string): DunningRecords => ({
    invoices: [{ ...F1, due: '2026-04-01', issued: '2026-03-01' }],
    clients: [{ code: 'C1', country, postalCode }],
    calendar: [[1, 1]],
  });
  expect(verdict(of('', '69001'), '2026-05-23')).toBe('hold 1 not-a-working-day'); // a Saturday
  expect(verdict(of('', '69001'), '2026-07-14')).toBe('hold 1 not-a-working-day');
  expect(verdict(of('BE', '1000'), '2026-07-14')).toBe('send 1 level-due');
  expect(verdict(of('BE', '1000'), '2026-07-21')).toBe('hold 1 not-a-working-day');
  expect(verdict(of('FR', '67000'), '2026-04-03')).toBe('hold 1 not-a-working-day'); // Good Friday in Alsace
  expect(verdict(of('FR', '69001'), '2026-04-03')).toBe('send 1 level-due');
});

test('29 the oldest is paid in the middle of its ladder: the next oldest goes on with its own next level', () => {
  const journal = [
    ...sent(['2026-05-04', 1, 'F1'], ['2026-05-18', 2, 'F1']),
    { at: '2026-05-18', level: 1, invoice: 'F2' } as const,
  ];
  const payments = [{ day: '2026-05-25', invoice: 'F1', amount: 120_000 }] as const;
  const records = { invoices: [F1, F2], journal, payments };
  expect(decision(records, '2026-06-15')).toMatchObject({ action: 'send', level: 2, total: 50_000 });
});

test('30 written off or credited to nothing: no longer late', () => {
  const payments = [{ day: '2026-05-05', invoice: 'F1', amount: 120_000, method: 'writeOff' }] as const;
  expect(decisions({ ...LATE, payments }, '2026-05-18')).toEqual([]);
});

test('31 the mail and its letter ask for the same', () => {
  const { decision: decided, desk } = deskOf({ level: 2 });
  const { register } = desk.ledger;
  const letter = letterOf(register, decided, desk.asOf);
  const mail = reminderMail({ letter, texts: messageTexts([]), sender: senderOf(register.settings) });
  const paper = paperText(reminderPaper(desk, decided));
  expect(letter.rows.length).toBeGreaterThan(1);
  for (const { open } of letter.rows) {
    expect(mail.text).toContain(open);
    expect(paper).toContain(open);
  }
  expect(mail.text).toContain(letter.total);
  expect(paper).toContain(letter.total);
});

test('33 two runs at once: what one has taken on, the other leaves alone', () => {
  const taken = { at: '2026-05-06', level: 1, invoice: 'F1', status: 'sending' } as const;
  expect(verdict({ ...LATE, journal: [taken] }, '2026-05-06')).toBe('hold 1 unknown-send');
});

test('35 a payment plan: its instalments are chased, not the original due date', () => {
  const plans = [
    {
      invoice: 'F1',
      agreedOn: '2026-05-06',
      instalments: [
        ['2026-06-01', 60_000],
        ['2026-07-01', 60_000],
      ],
    } as const,
  ];
  const journal = sent(['2026-05-04', 1, 'F1']);
  expect(decisions({ ...LATE, plans, journal }, '2026-05-18')).toEqual([]); // nothing is late any more
  const ledger = buildLedger(dunningRegister({ ...LATE, plans, journal }, '2026-06-02'));
  const [{ decision: first }] = weighDunning(ledger, dayNumber('2026-06-02'));
  expect([first.action, first.level, first.total]).toEqual(['send', 1, 60_000]);
  const said = [...journal, { at: '2026-05-06', event: 'plan', invoice: 'F1' } as const];
  expect(verdict({ ...LATE, journal: said }, '2026-05-18')).toBe('hold 2 plan-unwritten'); // before its rows are there
});
