/** The settings of late payment: what is claimed, by whose law, and for how long. */

import { ASSOCIATION_CHOICES, CLAIM_AFTER_PAYMENT_CHOICES } from '../settings.ts';
import { said, type ToldSetting } from './setting-plan-words.ts';

export const LAW_SETTINGS: readonly (readonly [key: string, told: ToldSetting])[] = [
  [
    'lateInterest',
    {
      first: said('BCE+10', 'ECB+10'),
      help: said(
        'BCE+10 (taux légal par défaut), BCE+8, ou un taux annuel comme 12\u202f%.',
        'ECB+10 (the legal default), ECB+8, or a yearly rate such as 12%.',
      ),
    },
  ],
  [
    'recoveryIndemnity',
    {
      first: said('40', '40'),
      help: said(
        'Par facture en retard, entre professionnels (C. com. D441-5).',
        'For each late invoice of a business.',
      ),
    },
  ],
  [
    'lateInterestCountry',
    {
      help: said(
        'Vide\u202f: celui de votre pays. FR, DE, GB, BE, ES, IT, NL, LU, IE ou un autre pays de la zone euro, si le contrat en choisit un autre.',
        'Empty: your own country’s. FR, DE, GB, BE, ES, IT, NL, LU, IE or another euro country where the contract chooses another.',
      ),
    },
  ],
  [
    'associationsAre',
    {
      choices: ASSOCIATION_CHOICES,
      first: said('particuliers', 'consumers'),
      help: said(
        'Particuliers\u202f: ni indemnité, ni intérêts avant la mise en demeure.',
        'As consumers they owe no fixed sum, and no interest before the formal notice.',
      ),
    },
  ],
  [
    'claimAfterPayment',
    {
      choices: CLAIM_AFTER_PAYMENT_CHOICES,
      first: said('celles déjà réclamées', 'those claimed before'),
      help: said(
        'Payer une facture n’efface pas ses pénalités\u202f: lesquelles les relances suivantes rappellent.',
        'Paying an invoice does not cancel its penalties: which ones later reminders still ask for.',
      ),
    },
  ],
  [
    'limitationYears',
    {
      help: said(
        'Vide\u202f: celle de la loi du pays quand elle est connue (France\u202f: 5 ans, collectivités 4).',
        'Empty: the country’s where it is known (France: 5 years, public bodies 4).',
      ),
    },
  ],
  [
    'limitationYearsConsumer',
    {
      help: said(
        'Vide\u202f: celle de la loi du pays quand elle est connue (France\u202f: 2 ans).',
        'Empty: the country’s where it is known (France: 2 years).',
      ),
    },
  ],
];
