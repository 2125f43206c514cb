/** What the sidebar shows of the sample register, and of sheets that are none. */
import { describe, expect, test } from 'vitest';
import { refreshWhole } from '../../appsscript/actions/refresh/whole.ts';
import { clientView } from '../../appsscript/actions/view/client-card.ts';
import { clientsView } from '../../appsscript/actions/view/clients.ts';
import { homeAction, homeView } from '../../appsscript/actions/view/home.ts';
import { invoiceFormView } from '../../appsscript/actions/view/invoice-form.ts';
import { remindersView } from '../../appsscript/actions/view/reminders.ts';
import { unknownView } from '../../appsscript/actions/view/unknown.ts';
import type { Answer } from '../../appsscript/contract.ts';
import type { Grid, TabKey } from '../../appsscript/world.ts';
import { demoSample } from '../../batch/sample/options.ts';
import { dayNumber, serialOfDay } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import { buildLedger, clientBalancesOn } from '../../shared/receivables/ledger.ts';
import { ADDON_TABLES } from '../../shared/register/addon-tables.ts';
import { readGrids } from '../../shared/register/grid-rows.ts';
import { TABLES } from '../../shared/register/tables.ts';
import { sampleGrids } from '../register/sample-grids.ts';
import { type GridWorld, gridWorld } from './grid-world.ts';

const TODAY = '2026-11-25';
const ASOF = dayNumber(TODAY);

function given<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

type Draft = Readonly<Record<string, Cell>>;

function worldOf(language: Language = 'fr', drafts: readonly Draft[] = []): GridWorld {
  const grids = new Map<TabKey, Grid>(sampleGrids(demoSample(TODAY), language));
  const { columns } = ADDON_TABLES.drafts;
  grids.set('dashboard', []);
  grids.set('drafts', [
    columns.map(({ header }) => header[language]),
    ...drafts.map((draft) => columns.map(({ key }) => draft[key] ?? null)),
  ]);
  return gridWorld(grids, { today: TODAY, language, properties: { dailyRunEnded: '2026-11-24T06:10:00Z' } });
}

const REGISTER = readGrids(sampleGrids(demoSample(TODAY))).register;
const LEDGER = buildLedger(REGISTER);

for (const language of LANGUAGES) {
  describe(`home in ${language}`, () => {
    const drafts = [
      { id: 'B1', client: 'C1', ready: 'oui' },
      { id: 'B2', client: 'C1', ready: 'yes', number: 'F2026-1' },
      { id: 'B3', client: 'C1', ready: 'non', serviceDate: serialOfDay(ASOF - 20) },
    ];
    const world = worldOf(language, drafts);
    refreshWhole(world);
    world.calls.length = 0;
    const home = given(homeView(world));

    test('takes at most five calls, and none that reads the register', () => {
      expect(world.calls.filter((call) => call !== 'getSheets')).toEqual([
        'read dashboard',
        'read drafts',
        'hasDaily',
        'properties',
      ]);
    });

    test('shows what the dashboard holds', () => {
      const fr = language === 'fr';
      expect(home.language).toBe(language);
      expect(home.companyName).toBe(REGISTER.settings.companyName);
      expect(home.today).toBe(TODAY);
      const open = clientBalancesOn(LEDGER, 0, ASOF).reduce((sum, balance) => sum + balance.open, 0);
      const digits = (text: string) => text.replace(/\D/g, '');
      expect(home.figures[0].label).toBe(fr ? 'Encours clients' : 'Receivables');
      expect(digits(home.figures[0].text)).toBe(String(open));
      expect(home.figures.map(({ label }) => label)).toContain(fr ? 'Relances à faire' : 'Reminders to make');
      expect(home.figures[home.figures.length - 1]).toMatchObject({ text: '1' });
      expect(home.figures[1].tone).toBe('bad');
    });

    test('says what waits, what cannot wait first, and when the daily run last ended', () => {
      const texts = home.toDo.map(({ text, view }) => `${view}: ${text}`);
      const expected =
        language === 'fr' ? /^issue: 1 brouillon prêt à émettre$/ : /^issue: 1 draft ready to issue$/;
      expect(texts).toContainEqual(expect.stringMatching(expected));
      expect(texts).toContainEqual(
        language === 'fr'
          ? 'issue: 1 prestation faite et pas encore facturée'
          : 'issue: 1 service done and not invoiced yet',
      );
      expect(texts[0]).toMatch(/^(unknown|reminders): /);
      expect(home.dailyRun).toMatch(/24 (novembre|November) 2026/);
      expect(home.dailyRunOn).toBe(false);
    });
  });
}

describe('home elsewhere', () => {
  test('of a sheet that is no register: nothing is read', () => {
    const world = gridWorld(new Map<TabKey, Grid>(), { today: TODAY });
    const home = given(homeView(world));
    expect(home).toMatchObject({ isSetUp: false, toDo: [], companyName: '', today: TODAY });
    expect(world.calls).toEqual(['getSheets']);
  });

  test('after something was done: recalculated before it is shown', () => {
    const world = worldOf();
    const before = given(homeAction(world, { renew: false }));
    const after = given(homeAction(world, { renew: true }));
    expect(before.figures.length).toBe(1); // the drafts only: nothing was ever calculated
    expect(after.figures.length).toBeGreaterThan(4);
    expect(given(homeAction(world, { renew: false }))).toEqual(after);
  });

  test('of a dashboard whose rows were moved: no figure is taken from it', () => {
    const world = worldOf();
    refreshWhole(world);
    world.tabs.get('dashboard')?.splice(2, 0, []);
    const home = given(homeView(world));
    expect(home.figures.map(({ label }) => label)).toEqual(['Brouillons prêts']);
  });
});

describe('a client’s card', () => {
  const world = worldOf();
  const balances = clientBalancesOn(LEDGER, 0, ASOF);
  const { client, open } = balances.reduce((a, b) => (b.overdue > a.overdue ? b : a));
  const { code, creditLimit, name } = REGISTER.clients[client];
  const card = given(clientView(world, { code }));

  test('has the fields as they are written', () => {
    const row = world.tabs.get('clients')?.find((cells) => cells[0] === code) ?? [];
    const terms = row[TABLES.clients.columns.findIndex(({ key }) => key === 'paymentTerms')];
    expect(card.fields).toMatchObject({ code, name, paymentTerms: terms ?? '' });
    expect(card.fields.creditLimit).toBe(creditLimit === null ? '' : decimalText(creditLimit, 'EUR'));
  });

  test('sums its open invoices, oldest due date first, each with its next step', () => {
    const own = card.invoices.filter(({ currency }) => currency === 'EUR');
    const sum = own.reduce((all, invoice) => all + Math.round(Number(invoice.open) * 100), 0);
    expect(sum).toBe(open);
    expect(own.map(({ dueDate }) => dueDate)).toEqual(own.map(({ dueDate }) => dueDate).sort());
    expect(own.every(({ nextStep }) => nextStep.length > 5)).toBe(true);
    expect(card.balances[0].figures[1]).toMatchObject({ label: 'Échu', tone: 'bad' });
  });

  test('tells how it pays and what was said, newest first', () => {
    expect(card.habit).toMatch(/en retard depuis deux ans, de \d+ jours? en moyenne/);
    const days = card.history.map(({ at }) => at);
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual([...days].sort().reverse());
    expect(days[0] <= TODAY).toBe(true);
    expect(card.history.some(({ text }) => text.startsWith('Facture F'))).toBe(true);
    expect(card.history.some(({ text }) => text.startsWith('Relance'))).toBe(true);
  });

  test('of nobody is refused', () => {
    expect(clientView(world, { code: 'PERSONNE' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('Clients'),
    });
  });
});

describe('choices', () => {
  test('clients stand by name, accents and case apart', () => {
    const names = given(clientsView(worldOf())).map(({ name }) => name);
    const plain = names.map((name) =>
      name
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase(),
    );
    expect(plain).toEqual([...plain].sort());
    expect(names).toHaveLength(REGISTER.clients.length);
  });

  test('kinds of VAT carry the mention that will be printed; a firm without VAT number begins with its franchise', () => {
    const world = worldOf();
    const form = given(invoiceFormView(world));
    expect(form).toMatchObject({ currency: 'EUR', today: TODAY });
    expect(form.vatChoices[0]).toMatchObject({ category: 'S', rate: '20', mention: '' });
    expect(form.vatChoices.find(({ category }) => category === 'AE')?.mention).toBe('Autoliquidation');
    const settings = world.tabs.get('settings') ?? [];
    for (const row of settings) if (row[0] === 'vatNumber' || row[0] === 'N° TVA') row[1] = null;
    const [first] = given(invoiceFormView(world)).vatChoices;
    expect(first).toMatchObject({ category: 'E', label: 'Franchise de TVA' });
    expect(first.mention).toContain('293 B');
  });
});

describe('today’s reminders', () => {
  test('are the report’s decisions, what goes out first', () => {
    const rows = given(remindersView(worldOf()));
    const decisions = decideDunning(LEDGER, ASOF);
    const line = (client: string, currency: string, action: string, level: number | null, why: string) =>
      [client, currency, action, level, why].join(' ');
    const expected = decisions.map(({ action, client, currency, level, why }) =>
      line(REGISTER.clients[client].code, REGISTER.currencies[currency], action, level, why.fr),
    );
    const found = rows.map(({ action, client, currency, level, why }) =>
      line(client, currency, action, level, why),
    );
    expect([...found].sort()).toEqual([...expected].sort());
    const actions = rows.map(({ action }) => action);
    expect(actions).toEqual([...actions].sort((a, b) => 'shn'.indexOf(a[0]) - 'shn'.indexOf(b[0])));
    expect(rows[0]).toMatchObject({
      action: 'send',
      channel: expect.stringMatching(/^(email|call|letter|registeredLetter)$/),
    });
  });
});

const NOW = ASOF * 86_400_000 + 36e6;

function journalWorld(rows: readonly Draft[]): GridWorld {
  const { columns } = TABLES.journal;
  const journal = [
    columns.map(({ header }) => header.fr),
    ...rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
  ];
  const clients = [TABLES.clients.columns.map(({ key }) => key), ['C1', 'Anne']];
  return gridWorld(
    new Map<TabKey, Grid>([
      ['journal', journal],
      ['clients', clients],
    ]),
    { today: TODAY },
  );
}

function sending(key: string, at: string, cells: Draft): Draft {
  return { client: 'C1', recipient: 'a@exemple.fr', invoice: 'F1', key, at: `${at}T08:00:00Z`, ...cells };
}

describe('messages nobody can vouch for', () => {
  test('are those called so, and those whose run has died', () => {
    const isSending = { event: 'invoiceSent', status: 'en cours' };
    const world = journalWorld([
      sending('rem:F1:2', '2026-11-20', { event: 'relance', level: 2, status: 'inconnu' }),
      sending('invoice:F1', '2026-11-24', { ...isSending, claim: `t@${NOW - 1}` }),
      sending('invoice:F2', '2026-11-25', { ...isSending, claim: `t@${NOW + 1}` }),
      sending('invoice:F3', '2026-11-25', { event: 'invoiceSent', status: 'envoyé' }),
    ]);
    const told = { clientName: 'Anne', recipient: 'a@exemple.fr' };
    expect(given(unknownView(world))).toEqual([
      { ...told, key: 'invoice:F1', at: '2026-11-24', text: 'Facture envoyée, F1' },
      { ...told, key: 'rem:F1:2', at: '2026-11-20', text: 'Relance, niveau 2, F1' },
    ]);
  });

  test('are none in a new register', () => expect(given(unknownView(journalWorld([])))).toEqual([]));
});
