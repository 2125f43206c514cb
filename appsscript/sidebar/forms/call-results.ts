/** What came of a call: one click opens a form that is filled in as far as can be, the second notes it. */
import type { CallSheet } from '../../contract/reminders.ts';
import type { JournalFields, LoggedEvent, OpenInvoice } from '../../contract.ts';
import { button, el, fill } from '../dom.ts';
import { allSound, type Field } from '../fields.ts';
import { shownMoney } from '../money-text.ts';
import { act, banner, type Page } from '../page.ts';
import { say } from '../say.ts';
import { choiceField, dayField, longField, numberField, textField } from './field-kinds.ts';
import { madeId } from './made-id.ts';

type Result = {
  readonly label: string;
  readonly note: string; // the second click
  readonly fields: () => readonly Field[];
  readonly send: (page: Page, values: Values, done: (text: string) => void) => void;
};

type Values = { readonly id: string; readonly of: (name: string) => string };

export function callResults(page: Page, sheet: CallSheet): HTMLElement {
  const place = el('div', {});
  const results = resultsOf(sheet);
  const buttons = results.map((result) => button(result.label, () => open(result), 'plain'));
  const open = (result: Result): void => {
    buttons.forEach((one, index) => {
      one.setAttribute('aria-pressed', String(results[index] === result));
    });
    fill(
      place,
      resultForm(page, result, (text) => fill(place, banner('good', text))),
    );
    place.querySelector('input, select, textarea')?.scrollIntoView({ block: 'nearest' });
  };
  return el('div', {}, el('div', { class: 'results-grid' }, ...buttons), place);
}

function resultForm(
  page: Page,
  { fields: make, note, send }: Result,
  done: (text: string) => void,
): HTMLElement {
  const fields = make();
  const id = madeId('J');
  const of = (name: string): string => fields.find(({ control }) => control.name === name)?.value() ?? '';
  const save = button(
    note,
    () => {
      if (allSound(fields)) send(page, { id, of }, done);
    },
    'primary',
  );
  return el('div', { class: 'form result' }, ...fields.map(({ node }) => node), save);
}

function resultsOf(sheet: CallSheet): readonly Result[] {
  return [
    promise(sheet),
    callBack(sheet),
    voicemail(sheet),
    dispute(sheet),
    notReceived(sheet),
    wrongContact(sheet),
    spoken(sheet),
  ];
}

/** Notes an event that came out of the call. */
function logged(client: string, event: LoggedEvent): Result['send'] {
  return (page, { id, of }, done) => {
    const asks: JournalFields = {
      ...{ id, client, event, byPhone: true, invoice: of('invoice'), amount: of('amount'), day: of('day') },
      detail: of('detail'),
    };
    act(page, 'ui_log', asks, ({ text }) => done(text));
  };
}

function detailField(required = false): Field {
  return longField('detail', say('Détail', 'Detail'), '', { required });
}

function promise({ client, currency, late, promiseDay }: CallSheet): Result {
  return {
    label: say('Promesse', 'Promise'),
    note: say('Noter la promesse', 'Note the promise'),
    fields: () => [
      numberField('amount', say('Montant', 'Amount'), Number(late) > 0 ? late : '', {
        half: true,
        currency: () => currency,
      }),
      dayField('day', say('Promis pour le', 'Promised for'), promiseDay, { half: true, required: true }),
      detailField(),
    ],
    send: logged(client, 'promise'),
  };
}

function callBack({ client, promiseDay }: CallSheet): Result {
  return {
    label: say('À rappeler', 'Call back'),
    note: say('Noter le rappel', 'Note the call-back'),
    fields: () => [
      dayField('day', say('Rappeler le', 'Call back on'), promiseDay, { required: true }),
      detailField(),
    ],
    send: logged(client, 'callBack'),
  };
}

function voicemail({ client }: CallSheet): Result {
  return {
    label: say('Message vocal', 'Voicemail'),
    note: say('Noter le message', 'Note the voicemail'),
    fields: () => [detailField()],
    send: logged(client, 'voicemail'),
  };
}

function dispute({ client, currency, invoices }: CallSheet): Result {
  return {
    label: say('Litige', 'Dispute'),
    note: say('Ouvrir le litige', 'Open the dispute'),
    fields: () => [
      invoiceField(invoices),
      numberField('amount', say('Montant contesté', 'Disputed amount'), '', {
        currency: () => currency,
        help: say('Vide : toute la facture.', 'Empty: the whole invoice.'),
      }),
      detailField(true),
    ],
    send: logged(client, 'dispute'),
  };
}

function notReceived({ invoices }: CallSheet): Result {
  return {
    label: say('Non reçue', 'Not received'),
    note: say('Renvoyer la facture', 'Send the invoice again'),
    fields: () => [invoiceField(invoices)],
    send: (page, { id, of }, done) => {
      act(page, 'ui_resend', { id, invoice: of('invoice') }, ({ text }) => done(text));
    },
  };
}

function wrongContact({ client }: CallSheet): Result {
  return {
    label: say('Mauvais contact', 'Wrong contact'),
    note: say('Noter le contact', 'Note the contact'),
    fields: () => [
      textField('email', say('Bon courriel', 'Right email'), '', {
        type: 'email',
        help: say(
          'Inconnu ? Laissez vide : les relances attendent 14 jours.',
          'Not known? Leave it empty: reminders wait for 14 days.',
        ),
      }),
      textField('phone', say('Bon téléphone', 'Right phone'), '', { type: 'tel' }),
      detailField(),
    ],
    send: (page, { id, of }, done) => {
      const asks = { id, client, email: of('email'), phone: of('phone'), detail: of('detail') };
      act(page, 'ui_correctContact', asks, ({ text }) => done(text));
    },
  };
}

function spoken({ client }: CallSheet): Result {
  return {
    label: say('Autre', 'Other'),
    note: say('Noter l’appel', 'Note the call'),
    fields: () => [detailField(true)],
    send: logged(client, 'call'),
  };
}

function invoiceField(invoices: readonly OpenInvoice[]): Field {
  const labels = new Map(
    invoices.map((one) => [one.number, `${one.number} · ${shownMoney(one.open, one.currency)}`] as const),
  );
  const choices = Array.from(labels, ([key, label]) => ({ key, label }));
  return choiceField('invoice', say('Facture', 'Invoice'), choices[0]?.key ?? '', choices, {
    required: true,
  });
}
