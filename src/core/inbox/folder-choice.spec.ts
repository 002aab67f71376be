import { expect, it } from '@jest/globals';
import { chooseFolders, type ListedFolder } from './folder-choice.js';

const folder = (name: string, changes: Partial<ListedFolder> = {}): ListedFolder => ({
  path: name,
  name,
  specialUse: null,
  canBeOpened: true,
  ...changes,
});
const special = (name: string, specialUse: string) => folder(name, { specialUse });

it.each<[string, ListedFolder[], string[]]>([
  [
    'what the server says goes before a name',
    [folder('INBOX'), folder('Junk'), special('Rubbish', '\\Junk')],
    ['INBOX inbox', 'Rubbish junk'],
  ],
  [
    'names in Dutch, where the server says nothing',
    [folder('Archief'), folder('Verzonden items'), folder('Ongewenste e-mail'), folder('INBOX')],
    ['INBOX inbox', 'Verzonden items sent', 'Ongewenste e-mail junk', 'Archief archive'],
  ],
  [
    'no archive beside a folder of all mail',
    [folder('INBOX'), special('Archive', '\\Archive'), special('[Gmail]/All Mail', '\\All')],
    ['INBOX inbox', '[Gmail]/All Mail all'],
  ],
  [
    'one that cannot be opened stays closed',
    [folder('INBOX'), folder('Sent', { canBeOpened: false })],
    ['INBOX inbox'],
  ],
  [
    'no drafts, no bin, no folders of one’s own',
    [special('Drafts', '\\Drafts'), special('Bin', '\\Trash'), folder('Clients')],
    [],
  ],
  ['special uses in any case', [special('Post', '\\SENT')], ['Post sent']],
])('folders to read: %s', (_, listed, chosen) => {
  expect(chooseFolders(listed).map(({ path, use }) => `${path} ${use}`)).toEqual(chosen);
});
