/** By which rule a mail was taken for what it is, in words. */
export const mailRules: Readonly<Record<string, string>> = {
  own_address: 'It was written from an address of the team.',
  sent_folder: 'It lies in the folder of sent mail.',
  unreadable: 'It could not be read after three tries. Look at it in the mailbox itself.',
  corrected: 'A colleague has corrected it.',
};
