import type { campaignCodes } from '../../errors/codes/campaigns.js';

/** What happened and what to do next, for refusals about campaigns. */
export const campaignProblems: Readonly<Record<keyof typeof campaignCodes, string>> = {
  'campaign.not_found': 'There is no such campaign here. Go back to the list.',
  'campaign.archived': 'This campaign is archived. Restore it first.',
  'campaign.finished': 'This campaign is finished. Set it to running before you add to it.',
  'campaign.changed_meanwhile':
    'Somebody changed this campaign meanwhile. Read it again and repeat your change.',
  'pitch.not_found': 'There is no such pitch here. Go back to the campaign.',
  'pitch.archived': 'This pitch is archived. Restore it first.',
  'pitch.changed_meanwhile': 'Somebody changed this pitch meanwhile. Read it again and repeat your change.',
  'pitch.exists': 'This site has an open pitch in this campaign already. Open the one that is there.',
  'pitch.conflict':
    'This would get in the way of {by, select, null {a colleague} other {{by}}}{client, select, null {} other {, who wrote for {client}}}{on, select, null {} other { ({on})}}. Talk to them first; a manager can let it pass all the same.',
  'pitch.excluded':
    'The client wants no link from this site. Take the exclusion away first, or choose another site.',
  'pitch.do_not_contact':
    'This site must not be contacted. Lift it from the do-not-contact list first, or choose another site.',
  'pitch.closed':
    'This pitch is closed: {outcome, select, won {it was won} other {it was lost}}. Reopen it to go on.',
  'pitch.not_closed': 'This pitch is open. There is nothing to reopen.',
  'pitch.paused': 'This pitch is paused already. Resume it to go on.',
  'pitch.not_paused': 'This pitch is not paused. There is nothing to resume.',
  'pitch.kind_unknown': 'This program no longer has the kind {kind} of this campaign. Ask whoever runs it.',
  'pitch.stage_unknown': 'This kind of campaign has no stage {to}. Choose one of its stages.',
  'pitch.already_there': 'The pitch is at this stage already. Nothing was changed.',
  'pitch.only_seen':
    'Nobody can move a pitch to this stage: a check that sees the link does it. Record what was agreed, and wait for the check.',
  'pitch.move_not_allowed':
    'A pitch cannot go there from its stage. From here it can go to: {names}. Choose one of them.',
  'pitch.field_missing': 'Before this stage is needed: {names}. Fill it in, then move the pitch.',
  'pitch.approval_missing':
    'The client must accept the {subject, select, site {site} topic {topic} draft {draft} other {content}} first. {state, select, asked {It was asked: wait for the answer.} refused {It was refused: change it and ask again.} other {Ask for the approval.}}',
  'pitch.loss_reason_unknown': 'This kind of campaign has no such reason of loss. Choose one of its reasons.',
  'pitch.loss_note_missing': 'Say in a few words why it was lost.',
  'pitch.too_many': 'At most {most} prospects are added at once. Narrow the filter and repeat it.',
  'pitch.file_missing': 'No file was sent. Choose one and send it again.',
  'pitch.file_type': 'Files are PDF, pictures, office files or text. Choose another one.',
  'pitch.file_not_found': 'There is no such file here. Go back to the pitch.',
  'pitch.file_too_many': 'A pitch keeps at most {most} files. Remove one first.',
  'asset.not_found': 'There is no such asset here. Go back to the list.',
  'asset.archived': 'This asset is archived. Restore it first.',
  'asset.changed_meanwhile': 'Somebody changed this asset meanwhile. Read it again and repeat your change.',
  'asset.address_needed': 'An asset that is ready needs an address or a target page. Say where it is.',
  'suggestion.text_empty': 'Nothing was pasted. Paste the request, or the whole mail.',
  'suggestion.reading_not_found': 'There is no such reading here. Read the page again.',
  'pitch.nothing_to_prove': 'This kind of campaign has nothing to prove. Go on without it.',
  'pitch.proof_address_missing': 'No dead page is named yet. Fill in its address first.',
  'pitch.not_looked_at':
    'The page could not be asked now: its host is busy or wants to be left alone. Try again in some minutes.',
};
