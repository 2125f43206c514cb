/** IBAN changed: money goes where the invoice says. Each change of the account printed, and each change of the setting, is somebody's decision to be found. */
import { type DayNumber, NO_DAY } from '../../../base/civil-date.ts';
import { type AuditTest, type Hit, notRun, WHOLE_TABLE } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const IBAN_CHANGED: AuditTest = {
  key: 'iban-changed',
  title: { fr: 'Changements d’IBAN', en: 'Changes of IBAN' },
  run: (view) => {
    const { chain } = view.inputs;
    if (chain === null || chain.accounts.length + chain.settings.length === 0)
      return notRun(
        'Sans sceaux, on ne sait pas quel compte les factures ont donné.',
        'Without seals nobody knows which account the invoices gave.',
      );
    const changes = changesOf(view).filter(({ day }) => day <= view.asOf);
    return {
      ran: true,
      population: chain.documents + chain.settings.length,
      hits: changes.map((one) => changeHit(view, one)),
    };
  },
};

type Change = {
  readonly table: 'seals' | 'settings';
  readonly row: number;
  readonly day: DayNumber;
  readonly from: string;
  readonly to: string;
  readonly user: string; // empty where nobody was noted
};

/** As sealed settings tell it, as the invoices printed it where nobody sealed the setting, and as it stands now where neither told. */
function changesOf({ asOf, inputs, register }: AuditView): readonly Change[] {
  const { accounts = [], settings = [] } = inputs.chain ?? {};
  const sealed = settings
    .filter(({ from, key }) => key === 'iban' && from !== '')
    .map(({ day, from, row, to, user }): Change => {
      return { table: 'seals', row, day, from: plain(from), to: plain(to), user };
    });
  const printed = accounts
    .slice(1)
    .map(({ day, iban, row }, k): Change => {
      return { table: 'seals', row, day, from: accounts[k].iban, to: iban, user: '' };
    })
    .filter((one) => !sealed.some(({ day, to }) => to === one.to && day <= one.day));
  const told = [...sealed, ...printed].sort((a, b) => a.row - b.row);
  const first = accounts.length > 0 ? accounts[0].iban : '';
  const known = told.length > 0 ? told[told.length - 1].to : first;
  const now = plain(register.settings.texts.get('iban') ?? '');
  const row = inputs.evidence?.settingRows.get('iban') ?? WHOLE_TABLE;
  const isTold = known === '' || now === known;
  return isTold ? told : [...told, { table: 'settings', row, day: asOf, from: known, to: now, user: '' }];
}

function plain(iban: string): string {
  return iban.replace(/[\s.-]/g, '').toUpperCase();
}

/** What documents sealed from the change on, up to the next, ask to be paid there. */
function billedSince({ inputs, register }: AuditView, { day, to }: Change): number {
  const { chain } = inputs;
  if (chain === null) return 0;
  const next = chain.accounts.find((account) => account.day > day && account.iban !== to);
  const { creditNote, currency, total } = register.invoices;
  let sum = 0;
  for (const [i, sealedOn] of chain.sealedDay) {
    const isOfIt = sealedOn !== NO_DAY && sealedOn >= day && (next === undefined || sealedOn < next.day);
    if (isOfIt && creditNote[i] === 0 && currency[i] === 0) sum += total[i];
  }
  return sum;
}

function changeHit(view: AuditView, change: Change): Hit {
  const { day: on, from, row, table, to, user } = change;
  const isNow = table === 'settings';
  return {
    severity: 'warning',
    table,
    row,
    subject: to === '' ? 'IBAN' : masked(to),
    mark: `${from}>${to}`,
    facts: isNow ? [from, to] : [from, to, on],
    currency: isNow ? null : 0,
    amount: isNow ? null : billedSince(view, change),
    say: {
      fr: ({ day }) =>
        `${isNow ? 'L’IBAN des réglages n’est plus celui de la dernière facture' : `Depuis le ${day(on)} les factures donnent un autre compte${user === '' ? '' : `, changé par ${user}`}`}\u202f: ${masked(from)} est devenu ${masked(to)}\u202f; ` +
        `vérifiez auprès de la banque et de la direction que ce compte est bien celui de l’entreprise, avant qu’un client ne paie.`,
      en: ({ day }) =>
        `${isNow ? 'The IBAN of the settings is no longer that of the last invoice' : `Since ${day(on)} invoices give another account${user === '' ? '' : `, changed by ${user}`}`}: ${masked(from)} became ${masked(to)}; ` +
        `check with the bank and the management that the account is the firm’s, before a client pays to it.`,
    },
  };
}

/** Enough to know an account by. */
function masked(iban: string): string {
  return iban === '' ? '—' : `${iban.slice(0, 4)}…${iban.slice(-4)}`;
}
