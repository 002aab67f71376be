/** Where a record comes from: an import, or null for a person or the program itself. */
export interface Origin {
  readonly importId: string | null;
}
