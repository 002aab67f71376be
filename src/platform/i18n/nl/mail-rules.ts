/** Volgens welke regel een mail ergens voor wordt gehouden, in woorden. */
export const mailRules: Readonly<Record<string, string>> = {
  own_address: 'Hij is geschreven vanaf een adres van het team.',
  sent_folder: 'Hij ligt in de map met verzonden mail.',
  unreadable: 'Hij kon na drie keer niet gelezen worden. Bekijk hem in de mailbox zelf.',
  corrected: 'Een collega heeft het verbeterd.',
};
