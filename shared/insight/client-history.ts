/** A client's history: what was issued, paid, sent and said, newest first. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { dayText, moneyText } from '../base/numbers-text.ts';
import type { Language } from '../base/words.ts';
import type { JournalEntry, Register } from '../register/entries.ts';
import { type Choice, PAYMENT_METHODS, TABLES, type TableKey } from '../register/tables.ts';

export type HistoryLine = { readonly day: DayNumber; readonly text: string; readonly detail: string };

/** What is dated up to the day and on it; of one day, what was said stands above what was paid, and that above what was issued. */
export function clientHistory(
  register: Register,
  client: number,
  asOf: DayNumber,
  language: Language,
  most: number,
): readonly HistoryLine[] {
  const lines = [
    ...journalLines(register, client, language),
    ...paymentLines(register, client, language),
    ...invoiceLines(register, client, language),
  ];
  const past = lines.filter(({ day }) => day <= asOf);
  return past.sort((a, b) => b.day - a.day).slice(0, most);
}

function invoiceLines(register: Register, client: number, language: Language): readonly HistoryLine[] {
  const { invoices, currencies } = register;
  const lines: HistoryLine[] = [];
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.client[i] !== client) continue;
    const total = moneyText(invoices.total[i], currencies[invoices.currency[i]], language);
    const due = dayText(invoices.dueDay[i], language);
    const isNote = invoices.creditNote[i] === 1;
    const noun = language === 'fr' ? (isNote ? 'Avoir' : 'Facture') : isNote ? 'Credit note' : 'Invoice';
    const dueDetail = language === 'fr' ? `échéance le ${due}` : `due on ${due}`;
    const text = `${noun} ${invoices.numberAt(i)}, ${total}`;
    lines.push({ day: invoices.issueDay[i], text, detail: isNote ? '' : dueDetail });
  }
  return lines;
}

function paymentLines(register: Register, client: number, language: Language): readonly HistoryLine[] {
  const { currencies, invoices, payments } = register;
  const methods = choicesOf('payments', 'method');
  const lines: HistoryLine[] = [];
  for (let p = 0; p < payments.count; p++) {
    if (payments.client[p] !== client) continue;
    const amount = payments.amount[p];
    const method = wordOf(methods, PAYMENT_METHODS[payments.method[p]], language);
    const sum = moneyText(Math.abs(amount), currencies[payments.currency[p]], language);
    const number = payments.invoice[p] < 0 ? '' : invoices.numberAt(payments.invoice[p]);
    lines.push({
      day: payments.day[p],
      text: `${movementNoun(amount, language)} ${sum}, ${method}`,
      detail: number,
    });
  }
  return lines;
}

function movementNoun(amount: number, language: Language): string {
  if (language === 'en') return amount < 0 ? 'Paid back or bounced:' : 'Settled:';
  return amount < 0 ? 'Remboursé ou impayé\u202f:' : 'Règlement\u202f:';
}

function journalLines(register: Register, client: number, language: Language): readonly HistoryLine[] {
  return register.journal
    .filter((entry) => entry.client === client && entry.at !== NO_DAY)
    .map((entry) => ({
      day: entry.at,
      text: entryText(register, entry, language),
      detail: [entry.recipient, entry.detail].filter((part) => part !== '').join(' · '),
    }));
}

/** `Relance, niveau 2, F2026-012 (envoyé)` */
function entryText(register: Register, entry: JournalEntry, language: Language): string {
  const { amount, event, invoice, level, promisedOn, status } = entry;
  const { currencies, invoices } = register;
  const noun = capital(wordOf(choicesOf('journal', 'event'), event, language));
  const currency = invoice < 0 ? currencies[0] : currencies[invoices.currency[invoice]];
  const parts = [
    noun,
    level === null ? '' : `${language === 'fr' ? 'niveau' : 'level'} ${level}`,
    invoice < 0 ? '' : invoices.numberAt(invoice),
    amount === null ? '' : moneyText(amount, currency, language),
    promisedOn === null ? '' : promisedText(promisedOn, language),
  ];
  const said = parts.filter((part) => part !== '').join(', ');
  return status === null ? said : `${said} (${wordOf(choicesOf('journal', 'status'), status, language)})`;
}

function promisedText(day: DayNumber, language: Language): string {
  return language === 'fr' ? `pour le ${dayText(day, 'fr')}` : `for ${dayText(day, 'en')}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function choicesOf(table: TableKey, column: string): readonly Choice[] {
  return TABLES[table].columns.find(({ key }) => key === column)?.choices ?? [];
}

function wordOf(choices: readonly Choice[], key: string, language: Language): string {
  return choices.find((choice) => choice.key === key)?.words[language] ?? key;
}
