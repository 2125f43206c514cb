/** The law in use: contract rates under the legal floor, rules and rates to compare with an official text, a half-year without its rate. */
import { type LawNotice, lawNotices } from '../../../law/law-notices.ts';
import { type AuditTest, type Hit, notRun, WHOLE_TABLE } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const LAW_IN_USE: AuditTest = {
  key: 'law-to-check',
  title: { fr: 'Taux et règles de retard à vérifier', en: 'Late payment rates and rules to check' },
  run: (view) => {
    const { clients, rates } = view.register;
    if (rates.length === 0) return notRun('La table des taux est vide.', 'The rates table is empty.');
    const notices = lawNotices(view.register, view.asOf);
    return { ran: true, population: clients.length, hits: notices.map((notice) => noticeHit(view, notice)) };
  },
};

function noticeHit({ inputs }: AuditView, { code, row, setting, severity, words }: LawNotice): Hit {
  const isSetting = setting !== '';
  const settingRow = inputs.evidence?.settingRows.get(setting) ?? WHOLE_TABLE;
  return {
    severity: severity === 'warning' ? 'warning' : 'note',
    table: isSetting ? 'settings' : 'rates',
    row: isSetting ? settingRow : Math.max(row, WHOLE_TABLE),
    column: isSetting ? 'value' : row > 0 ? 'percent' : 'from',
    subject: code,
    mark: words.en,
    currency: null,
    amount: null,
    say: { fr: () => words.fr, en: () => words.en },
  };
}
