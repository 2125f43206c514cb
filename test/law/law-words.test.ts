import { test } from 'vitest';
import { LANGUAGES } from '../../shared/base/words.ts';
import { lateLawOf } from '../../shared/law/late-law.ts';
import { lawSettingsOf } from '../../shared/law/law-settings.ts';
import { lawText } from '../../shared/law/law-words.ts';
import { CLIENT_KINDS } from '../../shared/register/tables.ts';
import { expectGolden } from '../golden-file.ts';
import { registerOf } from '../receivables/register-of.ts';

const { settings } = registerOf({ invoices: [] });

function law(texts: Readonly<Record<string, string>>, kind: (typeof CLIENT_KINDS)[number]) {
  const made = { ...settings, texts: new Map(Object.entries(texts)) };
  return lateLawOf(lawSettingsOf(made), { kind, country: '' });
}

test('what a letter says of the law, country by country', () => {
  const countries = ['FR', 'DE', 'GB', 'BE', 'ES', 'IE', 'CH'];
  const texts = [
    ...countries.flatMap((country) => CLIENT_KINDS.map((kind) => [{ country }, kind] as const)),
    [{ lateInterest: '12,5 %' }, 'company'] as const,
    [{ lateInterest: '12,5 %', country: 'CH' }, 'company'] as const,
    [{ recoveryIndemnity: '0' }, 'company'] as const,
  ].map(([made, kind]) => {
    const said = LANGUAGES.map((language) => lawText(law(made, kind), language) || '-');
    return `${Object.values(made).join(' ')} ${kind}\n${said.join('\n')}\n`;
  });
  expectGolden('law/letters.txt', texts.join('\n'));
});
