/** What a folder is for; the words of the table mailbox_folders. */
export const FOLDER_USES = ['inbox', 'sent', 'junk', 'all', 'archive'] as const;
export type FolderUse = (typeof FOLDER_USES)[number];

/** A folder as the server lists it. */
export interface ListedFolder {
  readonly path: string;
  readonly name: string;
  /** RFC 6154, e.g. `\Junk`; also what the client guessed from the name. */
  readonly specialUse: string | null;
  readonly canBeOpened: boolean;
}

export interface ChosenFolder {
  readonly path: string;
  readonly use: FolderUse;
}

const USES: Readonly<Record<string, FolderUse>> = {
  '\\inbox': 'inbox',
  '\\sent': 'sent',
  '\\junk': 'junk',
  '\\all': 'all',
  '\\archive': 'archive',
};

/** Names of folders on servers that give no special use, English and Dutch. */
const NAMES: readonly (readonly [RegExp, FolderUse])[] = [
  [/^inbox$/i, 'inbox'],
  [/^(?:sent(?: (?:items|mail|messages))?|verzonden(?: items| berichten)?)$/i, 'sent'],
  [/^(?:junk(?: (?:e-?mail|mail))?|spam|bulk mail|ongewenste (?:e-?mail|post|mail)|reclame)$/i, 'junk'],
  [/^(?:all mail|alle (?:e-?mail|berichten)|alle mails)$/i, 'all'],
  [/^(?:archives?|archief)$/i, 'archive'],
];

/**
 * The folders to read, INBOX first: one of each use, by what the server says it is, else by its name. Where there is a folder of all mail, the
 * archive is a part of it.
 */
export function chooseFolders(listed: readonly ListedFolder[]): ChosenFolder[] {
  const open = listed.filter((folder) => folder.canBeOpened);
  const chosen = FOLDER_USES.flatMap((use) => {
    const found =
      open.find((folder) => USES[folder.specialUse?.toLowerCase() ?? ''] === use) ??
      open.find((folder) => NAMES.some(([form, named]) => named === use && form.test(folder.name)));
    return found === undefined ? [] : [{ path: found.path, use }];
  });
  const hasAll = chosen.some(({ use }) => use === 'all');
  return chosen.filter(({ use }) => !(hasAll && use === 'archive'));
}
