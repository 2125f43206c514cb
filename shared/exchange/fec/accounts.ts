/** Accounts and journals of the entries: the French general chart's usual numbers, and the firm's own where its settings say so. */

/** A role an account plays, with its usual number and what the extract calls it. */
const ACCOUNTS = {
  '411': ['411000', 'Clients'],
  '416': ['416000', 'Clients douteux ou litigieux'],
  '706': ['706000', 'Prestations de services'],
  '707': ['707000', 'Ventes de marchandises'],
  '44571': ['445710', 'TVA collectée'],
  '44574': ['', 'TVA collectée en attente'], // where a firm keeps VAT on receipts apart until it is paid; empty: it does not
  '512': ['512000', 'Banque'],
  '5112': ['511200', 'Chèques à encaisser'],
  '53': ['530000', 'Caisse'],
  '658': ['658000', 'Charges diverses de gestion courante'],
  '654': ['654000', 'Pertes sur créances irrécouvrables'],
  '6817': ['681740', 'Dotations aux dépréciations des créances'],
  '491': ['491000', 'Dépréciations des comptes de clients'],
  '763': ['763100', 'Intérêts sur créances commerciales'],
} as const;
export type AccountRole = keyof typeof ACCOUNTS;

const JOURNALS = { VE: 'Ventes', BQ: 'Banque', OD: 'Opérations diverses' } as const;
export type JournalRole = keyof typeof JOURNALS;

export type Chart = {
  readonly account: (role: AccountRole) => { readonly number: string; readonly label: string }; // an empty number: none is kept
  readonly journal: (role: JournalRole) => { readonly code: string; readonly label: string };
};

/** A pair that says nothing, and the roles there are. */
export type ChartFault = { readonly found: string; readonly roles: readonly string[] };

export type ReadChart =
  | { readonly ok: true; readonly value: Chart }
  | { readonly ok: false; readonly fault: ChartFault };

/** Reads the setting `accounts`: pairs such as `411=411100; 706=706200; VE=VEN`. */
export function readChart(setting: string): ReadChart {
  const own = new Map<string, string>();
  const pairs = setting.split(/[;,\n]/).map((text) => text.trim());
  for (const pair of pairs.filter((text) => text !== '')) {
    const [role = '', number = '', ...more] = pair.split('=').map((text) => text.trim());
    if (more.length > 0 || !isNumberOf(role, number))
      return { ok: false, fault: { found: pair, roles: ROLES } };
    own.set(role, number);
  }
  const numberOf = (role: AccountRole): string => own.get(role) ?? ACCOUNTS[role][0];
  return {
    ok: true,
    value: {
      account: (role) => ({ number: numberOf(role), label: ACCOUNTS[role][1] }),
      journal: (role) => ({ code: own.get(role) ?? role, label: JOURNALS[role] }),
    },
  };
}

const ROLES: readonly string[] = [...Object.keys(ACCOUNTS), ...Object.keys(JOURNALS)];

/** Three to ten characters, the first a class of the chart; a journal's code has at most six. */
function isNumberOf(role: string, number: string): boolean {
  if (Object.keys(JOURNALS).includes(role)) return /^[A-Za-z0-9]{1,6}$/.test(number);
  return Object.keys(ACCOUNTS).includes(role) && /^[1-7][A-Za-z0-9]{2,9}$/.test(number);
}
