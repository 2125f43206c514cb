/** The plants: documents wrong when they were issued, then what somebody changed or entered later. */
import { type CivilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { change, kindOf, later, moved, oneOf, type Plant, pay, sealedReceipts, textOf } from './planting.ts';

export const WRONG_WHEN_ISSUED: readonly Plant[] = [
  function totalThatDoesNotAddUp(books) {
    const row = oneOf(books);
    change(books.invoices, row, { total: moved(row.total, -10_00) });
    return [`total-against-lines ${row.number}`];
  },
  function vatOfNoRate(books) {
    const row = oneOf(books);
    change(books.invoices, row, { vat: moved(row.vat, -3_00), total: moved(row.total, -3_00) });
    return [`vat-against-rate ${row.number}`];
  },
  function longTerms(books) {
    const row = oneOf(books, (each) => kindOf(books, each) === 'company');
    change(books.invoices, row, { dueDate: later(row.issueDate, 120) });
    return [`terms-over-maximum ${row.number}`];
  },
  function dueBeforeIssue(books) {
    const row = oneOf(books);
    change(books.invoices, row, { dueDate: later(row.issueDate, -1) });
    return [`due-before-issue ${row.number}`];
  },
  function oldService(books) {
    const row = oneOf(books);
    change(books.invoices, row, { serviceDate: later(row.issueDate, -100) });
    return [`late-invoicing ${row.number}`];
  },
  function creditOverInvoice(books) {
    const row = oneOf(books, (each) => textOf(each, 'issueDate') < '2026-10-29');
    const total = moved(row.total, 50_00);
    const note = {
      ...row,
      number: 'AV2026-0099',
      type: 'creditNote',
      corrects: row.number,
      dueDate: '',
      reference: '',
    };
    books.invoices.push({ ...note, issueDate: '2026-11-04', net: '', vat: '', total });
    return [
      'credit-over-invoice AV2026-0099',
      'credit-after-period AV2026-0099',
      'number-gap AV2026-####',
      ...(dayNumber('2026-11-04') - dayNumber(String(row.issueDate) as CivilDate) <= 7
        ? ['early-full-credit AV2026-0099']
        : []),
    ];
  },
];

export const CHANGED_LATER: readonly Plant[] = [
  function dueDateMoved(books) {
    const row = oneOf(books, (each) => textOf(each, 'dueDate') !== '');
    change(books.invoices, row, { dueDate: later(row.dueDate, 5) });
    return [`changed-after-issue ${row.number}`];
  },
  function lineRewritten(books) {
    const row = oneOf(books);
    const line = books.lines.find(({ invoice }) => invoice === row.number);
    if (line) change(books.lines, line, { description: 'Autre chose' });
    return [`changed-after-issue ${row.number}`];
  },
  function invoiceDeleted(books) {
    const row = oneOf(books);
    books.invoices.splice(books.invoices.indexOf(row), 1);
    books.lines = books.lines.filter(({ invoice }) => invoice !== row.number);
    books.journal = books.journal.filter(({ invoice }) => invoice !== row.number);
    return [`unsealed-document ${row.number}`, 'number-gap F2026-#####'];
  },
  function numberTwice(books) {
    const row = oneOf(books);
    books.invoices.push(row);
    return [`duplicate-number ${row.number}`];
  },
  function billedTwiceByHand(books) {
    const row = oneOf(books, ({ client }) =>
      books.clients.some(({ code, creditLimit }) => code === client && creditLimit === ''),
    );
    const copy = {
      ...row,
      net: '',
      vat: '',
      serviceDate: '',
      issueDate: later(row.issueDate, 1),
      dueDate: '',
    };
    books.invoices.push({ ...copy, number: 'F2026-00901' }, { ...copy, number: 'F2026-0901' });
    return [
      'similar-invoice F2026-00901',
      'similar-invoice F2026-0901',
      'similar-number F2026-0901',
      'number-gap F2026-#####',
      'number-order F2026-00901',
      'number-order F2026-0901',
    ];
  },
  function paidBeforeIssue(books) {
    const row = oneOf(books);
    pay(books, {
      date: later(row.issueDate, -3),
      client: row.client,
      invoice: row.number,
      amount: row.total,
    });
    return [`payment-before-issue ${row.number}`];
  },
  function receiptLowered(books) {
    const [row] = sealedReceipts(books);
    change(books.payments, row, { amount: moved(row.amount, -10_00) });
    return [`payment-voided ${row.id}`];
  },
  function receiptDeleted(books) {
    const [, row] = sealedReceipts(books);
    books.payments.splice(books.payments.indexOf(row), 1);
    return [`payment-voided ${row.id}`];
  },
  function paidTwice(books) {
    const row = oneOf(books);
    for (const days of [8, 9])
      pay(books, {
        date: later(row.issueDate, days),
        client: row.client,
        invoice: row.number,
        amount: row.total,
      });
    return [`payment-twice ${row.number}`, `overpaid ${row.number}`];
  },
  function lapped(books) {
    const [a, b] = [oneOf(books), oneOf(books)];
    const first = oneOf(books, (each) => ![a.client, b.client].includes(each.client));
    pay(books, { date: '2026-11-12', client: b.client, invoice: a.number, amount: '77.00' });
    pay(books, { date: '2026-11-16', client: first.client, invoice: b.number, amount: '78.00' });
    return [`payment-other-client ${a.number}`, `payment-other-client ${b.number}`, `lapping ${a.client}`];
  },
  function writtenOffForNothing(books) {
    const row = oneOf(books);
    pay(books, {
      date: '2026-11-10',
      client: row.client,
      invoice: row.number,
      amount: moved(row.total, 5_00),
      method: 'writeOff',
    });
    return [`write-off-without-reason ${row.number}`, `write-off-over-balance ${row.number}`];
  },
  function writtenOffByHabit(books) {
    const row = oneOf(books);
    for (const date of ['2026-11-02', '2026-11-09', '2026-11-16'])
      pay(books, {
        date,
        client: row.client,
        invoice: row.number,
        amount: '11.00',
        method: 'writeOff',
        notes: 'geste',
      });
    return [`repeated-write-offs ${row.client}`];
  },
  function accountExchanged(books) {
    const row = books.settings.find(({ key }) => key === 'iban') ?? {};
    change(books.settings, row, { value: 'FR1420041010050500013M02606' });
    return ['iban-changed FR14…2606'];
  },
  function clientTwice(books) {
    const [first, second] = books.clients.filter(({ kind }) => kind === 'company').slice(20, 22);
    change(books.clients, second, { legalId: first.legalId });
    return [`shared-identity ${second.code}`];
  },
  function noCity(books) {
    const row = books.clients.find(({ code }) => code === oneOf(books).client) ?? {};
    change(books.clients, row, { city: '' });
    return [`missing-data ${row.code}`];
  },
  function oneGiant(books) {
    const row = books.clients.find(({ creditLimit, kind }) => creditLimit === '' && kind === 'company') ?? {};
    const cells = {
      type: 'invoice',
      client: row.code,
      issueDate: '2026-11-20',
      dueDate: '2026-12-20',
      currency: 'EUR',
    };
    books.invoices.push({ ...cells, number: 'F2026-00902', total: '400000.00' });
    return [`large-exposure-without-limit ${row.code}`, `concentration ${row.code}`];
  },
  function atNight(books) {
    const own = books.journal.filter(
      ({ at, event, user }) => event === 'call' && user !== '' && textOf({ at }, 'at') < '2026-11-01',
    );
    const user = own[0].user;
    for (const row of own.filter((each) => each.user === user).slice(0, 3))
      change(books.journal, row, { at: `${textOf(row, 'at').slice(0, 10)} 23:40` });
    return [`odd-hours ${user}`];
  },
  function sendsInDoubt(books) {
    const row = oneOf(books);
    const cells = { client: row.client, invoice: row.number, event: 'reminder', channel: 'email', level: 0 };
    books.journal.push(
      { ...cells, at: '2026-11-18', status: 'unknown' },
      { ...cells, at: '2026-11-17', status: 'pending' },
    );
    return [`unknown-send ${row.number}`, `stopped-daily-run ${row.client}`];
  },
];
