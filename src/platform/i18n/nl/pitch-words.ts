/** What the program itself writes into pitches, in the language of the workspace. */
export const pitchWords = {
  newOwner: 'Nieuwe eigenaar: vraag het opnieuw',
} as const;
