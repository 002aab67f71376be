/** Conflicts are asked about first cold mails, of which a sender of the tests has none. */
export class ConflictService {}
