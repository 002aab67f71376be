import type { templateCodes } from '../../errors/codes/templates.js';

/** What happened and what to do next, for refusals about templates. */
export const templateProblems: Readonly<Record<keyof typeof templateCodes, string>> = {
  'template.not_found': 'There is no such template here. Go back to the list.',
  'template.version_not_found': 'This template has no such version. Load the page again.',
  'template.starter_unknown': 'There is no such starter template. Choose one from the gallery.',
  'template.kind_unknown': 'There is no campaign kind {kind}. Choose another kind.',
  'template.changed_meanwhile':
    'Somebody else saved this template meanwhile. Copy your words, load it again and save once more.',
  'template.archived': 'This template is in the archive. Restore it first.',
  'template.name_taken': 'There is a template of this name in this language already. Choose another name.',
  'template.too_many': 'There are {most} templates, which is the most. Archive some first.',
  'snippet.not_found': 'There is no such snippet here. Go back to the list.',
  'snippet.key_taken': 'There is a snippet {key} in this language already. Choose another key.',
  'snippet.archived': 'This snippet is in the archive. Restore it first.',
  'snippet.changed_meanwhile':
    'Somebody else changed this snippet meanwhile. Copy your words, load it again and save once more.',
  'snippet.in_use':
    '{templates, plural, one {One template needs} other {# templates need}} this snippet. Take it out there first.',
};
