/** Sentences of the bell and of the daily digest. */
export const alerts = {
  'digest.subject': '{count, plural, one {# link changed} other {# links changed}} in {workspace}',
  'digest.lost': '{count, plural, one {# link was removed} other {# links were removed}}',
  'digest.changed':
    '{count, plural, one {# link differs from its terms} other {# links differ from their terms}}',
  'digest.back': '{count, plural, one {# link is back} other {# links are back}}',
  'digest.site_down':
    '{count, plural, one {# site has not answered for a week} other {# sites have not answered for a week}}',
  'digest.site_gone': '{count, plural, one {# site is gone} other {# sites are gone}}',
  'digest.check_by_hand':
    '{count, plural, one {# page has to be looked at by a person} other {# pages have to be looked at by a person}}',
  'digest.overdue': '{count, plural, one {# awaited link is overdue} other {# awaited links are overdue}}',
  'digest.line': '{source} to {target} ({brand})',
  'bell.lost': 'The link on {sourceHost} to {targetUrl} was removed.',
  'bell.changed': 'The link on {sourceHost} to {targetUrl} no longer is as agreed.',
  'bell.back': 'The link on {sourceHost} to {targetUrl} is back.',
  'bell.overdue': 'The link on {sourceHost} to {targetUrl} was due on {dueOn} and is still awaited.',
  'bell.site_down': '{sourceHost} has not answered for a week: the link to {targetUrl} could not be checked.',
  'bell.site_gone': '{sourceHost} is gone: the link to {targetUrl} no longer counts as live.',
  'bell.check_by_hand':
    'The page on {sourceHost} that links to {targetUrl} cannot be read by the verifier: look at it yourself.',
  'bell.import_finished':
    'An import is finished: {created, plural, one {# placement was} other {# placements were}} created, {bad, plural, =0 {no row was} one {# row was} other {# rows were}} left out.',
  'bell.handed_over': 'Placements of a colleague who left were handed over to you.',
  'bell.site_changed_character':
    '{sourceHost} changed all over: language, titles and texts are no longer what they were.',
  'bell.approval_accepted':
    '{client} accepted the {subject, select, site {site} topic {topic} draft {draft} other {question}}{site, select, null {} other { for {site}}}.',
  'bell.approval_refused':
    '{client} refused the {subject, select, site {site} topic {topic} draft {draft} other {question}}{site, select, null {} other { for {site}}} and said why.',
  'bell.approval_commented':
    '{client} wrote about the {subject, select, site {site} topic {topic} draft {draft} other {question}}{site, select, null {} other { for {site}}}.',
  'role.owner': 'owner',
  'role.manager': 'manager',
  'role.member': 'member',
  'role.viewer': 'viewer',
  'role.client': 'client',
} as const;
