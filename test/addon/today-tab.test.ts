/** The tab of what is to be done: who, how to reach them, why, until when; all of it in the one write that the budget has for it. */
import { describe, expect, test } from 'vitest';
import { refreshWhole } from '../../appsscript/actions/refresh/whole.ts';
import { homeView } from '../../appsscript/actions/view/home.ts';
import { remindersView } from '../../appsscript/actions/view/reminders.ts';
import type { Grid, TabKey } from '../../appsscript/world.ts';
import { dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import { LANGUAGES } from '../../shared/base/words.ts';
import { TABLES } from '../../shared/register/tables.ts';
import { TODAY, TODAY_COLUMNS } from '../../shared/register/tabs/today-layout.ts';
import { copyOf, type FakeState, putRows, rowsOf, TODAY_SERIAL } from './fake-world.ts';
import { gridWorld } from './grid-world.ts';
import { owingRegister, putSent } from './owing-register.ts';

const DAY = '2026-11-25';

function worldOf(state: FakeState, language: 'fr' | 'en' = 'fr') {
  const grids = new Map<TabKey, Grid>(state.tabs);
  grids.set('dashboard', []);
  grids.set('today', []);
  return gridWorld(grids, { today: DAY, language });
}

/** Rows by column key. */
function listed(world: ReturnType<typeof worldOf>) {
  return (world.tabs.get('today') ?? [])
    .slice(TODAY.rows.row - 1)
    .filter((row) => row.some((cell) => cell !== null))
    .map((row) => Object.fromEntries(TODAY_COLUMNS.map(({ key }, at) => [key, row[at] ?? null])));
}

const PHONE = TABLES.clients.columns.findIndex(({ key }) => key === 'phone');

function busyRegister(): FakeState {
  const state = owingRegister();
  for (const row of state.tabs.get('clients') ?? []) if (row[0] === 'ACME') row[PHONE] = '04 72 00 00 00';
  putSent(state, 'ACME', 'F1', [[1, 40]]);
  putRows(state, 'journal', [
    {
      at: TODAY_SERIAL - 9,
      client: 'BOIS',
      invoice: 'F3',
      event: 'promesse',
      promisedOn: TODAY_SERIAL,
      key: 'J-1',
    },
    { at: TODAY_SERIAL - 2, client: 'CUIR', event: 'appel', promisedOn: TODAY_SERIAL - 1, key: 'J-2' },
    { at: TODAY_SERIAL - 1, client: 'CUIR', event: 'remerciement', status: 'inconnu', key: 'thanks:P-1' },
  ]);
  return state;
}

describe('the tab', () => {
  const world = worldOf(busyRegister());
  const answer = refreshWhole(world);

  test('is written with the dashboard: twelve calls, whatever there is', () => {
    expect(world.calls).toHaveLength(12);
    expect(world.calls.filter((call) => call.startsWith('write today'))).toHaveLength(1);
  });
  test('says when it was made and what was found, so that nothing else need say it', () => {
    const [[heading], headers] = world.tabs.get('today') ?? [[], []];
    expect(heading).toMatch(/^Au 25 novembre 2026, 10:00\u202f: 4 factures recalculées/);
    expect(headers).toEqual(TODAY_COLUMNS.map(({ header }) => header.fr));
    expect(answer).toMatchObject({ ok: true, value: { isShown: true } });
  });
  test('lists doubtful sends, then what is due, then what was agreed, then who waits', () => {
    expect(listed(world).map(({ client, what }) => [client, what])).toEqual([
      ['Société CUIR', 'Envoi à vérifier'],
      ['Société ACME', 'Relance 2'],
      ['Société CUIR', 'À rappeler'],
      ['Société BOIS', 'Promesse'],
      ['Société BOIS', expect.stringMatching(/^Attend\u202f: /)],
    ]);
  });
  test('has for each whom to reach, how much, why, until when, and the way to the client', () => {
    expect(listed(world)[1]).toEqual({
      client: 'Société ACME',
      phone: '04 72 00 00 00',
      what: 'Relance 2',
      level: 2,
      channel: 'courriel',
      amount: 350.5,
      currency: 'EUR',
      invoices: 'F1, F2',
      why: expect.stringMatching(/^Relance 2 aujourd’hui\u202f: facture F1/),
      next: serialOfDay(dayNumber('2026-12-03')),
      link: 'https://sheet.example/grid#gid=clients&range=A2',
    });
    expect(listed(world)[4]).toMatchObject({
      next: TODAY_SERIAL + 4,
      why: expect.stringContaining('promis pour le 25 novembre 2026'),
    });
  });
  test('says the same as the sidebar’s list', () => {
    const rows = remindersView(worldOf(busyRegister()));
    const due = rows.ok ? rows.value.filter(({ action }) => action === 'send') : [];
    expect(due.map(({ clientName, why }) => [clientName, why])).toEqual(
      listed(world)
        .slice(1, 2)
        .map(({ client, why }) => [client, why]),
    );
  });
  test('a day without anything says so, and clears what stood there', () => {
    const state = copyOf(owingRegister());
    const invoices = state.tabs.get('invoices') ?? [];
    state.tabs.set('invoices', invoices.slice(0, 1));
    state.tabs.set('payments', (state.tabs.get('payments') ?? []).slice(0, 1));
    const empty = worldOf(state);
    empty.tabs.set('today', [['x'], ['x'], ['x'], ['old', 'row']]);
    refreshWhole(empty);
    expect(listed(empty).map(({ client }) => client)).toEqual(['Rien à faire aujourd’hui.']);
  });
});

describe('cells that could not be read', () => {
  const spoilt = (count: number) => {
    const state = owingRegister();
    const payments = Array.from({ length: count }, (_, row) => ({
      id: `P${row}`,
      date: 'x',
      client: 'ACME',
      amount: 5,
    }));
    putRows(state, 'payments', payments);
    const world = worldOf(state);
    const first = (state.tabs.get('payments') ?? []).length - count + 1;
    refreshWhole(world);
    return { world, first };
  };

  test('come before all else, each with its place, its remedy and the way to it', () => {
    const { first, world } = spoilt(1);
    const [task] = listed(world);
    expect(task).toMatchObject({
      client: `Règlements, ligne ${first}`,
      what: 'À corriger',
      why: `Règlements ligne ${first}, Date\u202f: «\u202fx\u202f» n’est pas un jour du calendrier\u202f; écrivez AAAA-MM-JJ.`,
      link: `https://sheet.example/grid#gid=payments&range=A${first}`,
    });
    expect(homeView(world)).toMatchObject({
      value: { figures: [{ label: 'Cellules à corriger', text: '1', tone: 'bad' }, ...Array(6).fill({})] },
    });
  });

  test.each([
    [30, 30],
    [31, 31],
    [500, 31],
  ])('%i of them take %i rows, the last of which counts what is left', (count, rows) => {
    const { world } = spoilt(count);
    const tasks = listed(world).filter(({ what }) => what === 'À corriger');
    expect(tasks).toHaveLength(rows);
    const counted = tasks.filter(({ why }) => String(why).startsWith('…')).map(({ why }) => why);
    expect(counted).toEqual(count > 30 ? [`… ${count - 30} ${count > 31 ? 'autres' : 'autre'}`] : []);
    expect(listed(world).some(({ what }) => what === 'Relance 1')).toBe(true);
  });

  test('a sheet without any has no such figure', () => {
    const world = worldOf(owingRegister());
    refreshWhole(world);
    expect(JSON.stringify(homeView(world))).not.toContain('à corriger');
  });
});

test.each([
  [14, ['Relance 1', 'Promesse']],
  [15, ['Relance 1']],
] as const)('a promise broken %i days ago: %j', (days, expected) => {
  const state = owingRegister();
  const promise = { at: TODAY_SERIAL - 20, client: 'BOIS', invoice: 'F3', event: 'promesse', key: 'J-1' };
  putRows(state, 'journal', [{ ...promise, promisedOn: TODAY_SERIAL - days }]);
  const world = worldOf(state);
  refreshWhole(world);
  const own = listed(world).filter(({ client }) => client === 'Société BOIS');
  expect(own.map(({ what }) => what)).toEqual(expected);
});

test('what does not fit is counted in the last row', () => {
  const state = owingRegister();
  const many = TODAY.rows.rows + 20;
  const clients = Array.from({ length: many }, (_, at) => ({
    code: `N${at}`,
    name: `Client ${at}`,
    email: `n${at}@x.example`,
    kind: 'entreprise',
  }));
  putRows(state, 'clients', clients);
  putRows(
    state,
    'invoices',
    clients.map(({ code }, at) => ({
      number: `N-${at}`,
      client: code,
      issueDate: TODAY_SERIAL - 50,
      dueDate: TODAY_SERIAL - 20,
      total: 10,
    })),
  );
  const world = worldOf(state);
  refreshWhole(world);
  const rows = listed(world);
  expect(rows).toHaveLength(TODAY.rows.rows);
  expect(String(rows[rows.length - 1]?.client)).toMatch(
    /^… et 2[1-9] autres, dans Encaisse > Relances du jour$/,
  );
  expect(rowsOf(state, 'clients')).toHaveLength(many + 3);
});

test.each(LANGUAGES)('in %s every word of it is of that language', (language) => {
  const state = busyRegister();
  for (const row of state.tabs.get('settings') ?? [])
    if (row[0] === 'locale') row[1] = language === 'fr' ? 'fr_FR' : 'en_GB';
  const world = worldOf(state, language);
  refreshWhole(world);
  const text = JSON.stringify(world.tabs.get('today'));
  const other =
    language === 'fr' ? /Reminder|Waits|Promised|To call back/ : /Relance|Attend|Promis |À rappeler|courriel/;
  expect(text).not.toMatch(other);
});
