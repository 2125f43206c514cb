/** Who the debtor is, and what it owes: the first page of a claim that somebody else is to pursue. In the firm's own language. */
import { civilDate } from '../../base/civil-date.ts';
import { dayText, moneyText } from '../../base/numbers-text.ts';
import { type Language, typesetFrench, type Words } from '../../base/words.ts';
import { disputedOn, openItemsOn } from '../../receivables/ledger.ts';
import type { Client } from '../../register/entries.ts';
import { TABLES } from '../../register/tables.ts';
import { type Desk, innerLetterhead, paperFileName } from '../letterhead.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { heading, table } from '../paper-blocks.ts';
import { PAPER_WORDS } from '../paper-words.ts';
import { senderOf } from '../sender.ts';

function said(fr: string, en: string): Words {
  return { fr: typesetFrench(fr), en };
}

const WORDS = {
  title: said('Fiche du débiteur', 'The debtor'),
  creditor: said('Le créancier', 'The creditor'),
  debtor: said('Le débiteur', 'The debtor'),
  claim: said('La créance', 'The claim'),
  field: said('Rubrique', 'Field'),
  value: said('Mention du registre', 'As the register has it'),
  name: said('Nom', 'Name'),
  kind: said('Qualité', 'Kind'),
  address: said('Adresse', 'Address'),
  copies: said('Copies à', 'Copies to'),
  identity: said('Identité', 'Identity'),
  contact: said('Contact', 'Contact'),
  insolvency: said('Procédure collective ouverte le', 'Insolvency opened on'),
  currency: said('Devise', 'Currency'),
  principal: said('Principal restant dû', 'Principal left to pay'),
  nothing: said('Rien n’est dû à cette date.', 'Nothing is owed on that day.'),
} as const;

/** @param client index */
export function debtorSheetPaper(desk: Desk, client: number): Paper {
  const { asOf, ledger } = desk;
  const { clients, settings } = ledger.register;
  const { language } = settings;
  const debtor = clients[client];
  const sender = senderOf(settings);
  const facts = (rows: readonly (readonly [Words, string])[]): PaperBlock =>
    table(
      [WORDS.field[language], WORDS.value[language]],
      rows.filter(([, text]) => text !== '').map(([words, text]) => [words[language], text]),
    );
  return {
    ...innerLetterhead(desk, debtor),
    kind: 'history',
    mention: '',
    subject: `${WORDS.title[language]}${language === 'fr' ? '\u202f: ' : ': '}${debtor.name}`,
    references: [[PAPER_WORDS.clientCode[language], debtor.code]],
    blocks: [
      heading(WORDS.claim[language]),
      claimBlock(desk, client, language),
      heading(WORDS.debtor[language]),
      facts(debtorFacts(debtor, language)),
      heading(WORDS.creditor[language]),
      facts([
        [WORDS.identity, sender.identity[language]],
        [
          WORDS.contact,
          [sender.name, sender.phone, sender.replyTo].filter((text) => text !== '').join(' · '),
        ],
      ]),
    ],
    fileName: paperFileName(language === 'fr' ? 'fiche-debiteur' : 'debtor', debtor.code, civilDate(asOf)),
  };
}

function debtorFacts(client: Client, language: Language): readonly (readonly [Words, string])[] {
  const { addressLine1, addressLine2, cc, city, country, insolvencyOn, kind, name, postalCode, since } =
    client;
  const place = [addressLine1, addressLine2, `${postalCode} ${city}`.trim(), country];
  const choices = TABLES.clients.columns.find(({ key }) => key === 'kind')?.choices ?? [];
  const day = (at: number | null): string => (at === null ? '' : dayText(at, language));
  return [
    [WORDS.name, name],
    [WORDS.kind, choices.find(({ key }) => key === kind)?.words[language] ?? kind],
    [PAPER_WORDS.legalId, client.legalId],
    [PAPER_WORDS.vatNumber, client.vatNumber],
    [WORDS.address, place.filter((text) => text !== '').join('\n')],
    [PAPER_WORDS.email, client.email],
    [WORDS.copies, cc.join(', ')],
    [PAPER_WORDS.phone, client.phone],
    [PAPER_WORDS.owner, client.owner],
    [PAPER_WORDS.clientSince, day(since)],
    [WORDS.insolvency, day(insolvencyOn)],
  ];
}

/** By currency: amounts of different currencies are never added. */
function claimBlock({ asOf, ledger }: Desk, client: number, language: Language): PaperBlock {
  const { register } = ledger;
  const rows = register.currencies.flatMap((code, currency) => {
    const items = openItemsOn(ledger, currency, asOf).filter(
      ({ invoice }) => register.invoices.client[invoice] === client,
    );
    if (items.length === 0) return [];
    const amount = (minor: number): string => moneyText(minor, code, language);
    const sum = (of: typeof items): number => of.reduce((total, { open }) => total + open, 0);
    const disputed = new Set(items.map(({ invoice }) => invoice));
    const contested = Array.from(disputed).reduce((total, one) => total + disputedOn(ledger, one, asOf), 0);
    const oldest = items.reduce((day, { dueDay }) => Math.min(day, dueDay), items[0].dueDay);
    return [
      [
        code,
        amount(sum(items)),
        amount(sum(items.filter(({ dueDay }) => dueDay < asOf))),
        amount(contested),
        dayText(oldest, language),
      ],
    ];
  });
  if (rows.length === 0) return { block: 'paragraph', text: WORDS.nothing[language] };
  const heads = [WORDS.principal, PAPER_WORDS.overdue, PAPER_WORDS.disputed, PAPER_WORDS.oldest];
  return table([WORDS.currency[language], ...heads.map((head) => `>${head[language]}`)], rows);
}
