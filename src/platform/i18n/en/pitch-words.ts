/** What the program itself writes into pitches, in the language of the workspace. */
export const pitchWords = {
  newOwner: 'New owner: ask anew',
} as const;
