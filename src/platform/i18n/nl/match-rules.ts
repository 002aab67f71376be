import type { MatchRule } from '../../../core/inbox/inbox.js';

/** Waardoor een mail bij zijn gesprek is gekomen, in woorden. */
export const matchRules: Readonly<Record<MatchRule, string>> = {
  returned_original: 'Er zit een mail van ons in die terugkomt.',
  references: 'Het is een antwoord op een mail uit dit gesprek.',
  plus_address: 'Hij is gestuurd naar het adres dat bij één mail van ons hoort.',
  failed_recipient: 'Hij gaat over een adres waar we het laatst naar schreven.',
  sender_and_subject: 'De afzender kreeg een mail van ons met hetzelfde onderwerp.',
  sender: 'De afzender kreeg kort geleden een mail van ons.',
  taught: 'Een collega heeft laten zien waar mail van deze afzender hoort.',
  by_hand: 'Een collega heeft hem gekoppeld.',
  none: 'Niets zegt waar hij hoort.',
};
