import { describe, expect, it } from '@jest/globals';
import { type EnrollFacts, enrollRefusals, type RecipientStanding } from './enroll-refusals.js';

const ANN: RecipientStanding = {
  hasAddress: true,
  hasBadAddress: false,
  isSuppressed: false,
  isEnrolled: false,
  isErased: false,
  isArchived: false,
  country: 'US',
  ground: null,
  hasEvidence: false,
  objectedOn: null,
};
const SOUND: EnrollFacts = {
  isPitchClosed: false,
  isPitchPaused: false,
  isCampaignClosed: false,
  isCampaignPaused: false,
  isOtherClient: false,
  isOtherKind: false,
  recipient: ANN,
  needsAddress: true,
  isCold: true,
  isFirst: true,
  conflicts: [],
  mailbox: { isPaused: false, isForClient: true, isHistoryRead: true, hasSender: true },
  texts: { isMissing: false, isBroken: false },
  moments: { isTooLate: false, isNever: false },
  today: '2026-11-20',
};
const ann = (changes: Partial<RecipientStanding>) => ({ recipient: { ...ANN, ...changes } });

describe('against an enrolment stands', () => {
  it.each<[string, Partial<EnrollFacts>, readonly string[]]>([
    ['nothing where all is well', {}, []],
    ['that the pitch is closed', { isPitchClosed: true }, ['pitch_closed!']],
    ['that nobody is to be written to', { recipient: null }, ['no_contact!']],
    ['that they were erased', ann({ isErased: true }), ['no_contact!']],
    ['that they objected', ann({ objectedOn: '2026-01-01' }), ['objected!']],
    ['that their address is suppressed', ann({ isSuppressed: true }), ['suppressed!']],
    ['that their only address bounced', ann({ hasAddress: false, hasBadAddress: true }), ['bounced!']],
    ['that there is no address', ann({ hasAddress: false }), ['no_address!']],
    ['no address where only tasks follow', { ...ann({ hasAddress: false }), needsAddress: false }, []],
    ['that they are enrolled', ann({ isEnrolled: true }), ['enrolled_already!']],
    ['no ground in a country that asks for one', ann({ country: 'NL' }), ['ground_missing']],
    ['a country nobody wrote down', ann({ country: null }), ['ground_undecided']],
    ['no question of grounds where they asked', { ...ann({ country: 'NL' }), isCold: false }, []],
    ['what the client excluded', { conflicts: ['excluded'] }, ['excluded_by_client']],
    ['that the site is not to be contacted', { conflicts: ['do_not_contact'] }, ['do_not_contact_site!']],
    ['a colleague’s touch', { conflicts: ['contacted_lately'] }, ['conflict']],
    ['no cool-down after the first mail', { conflicts: ['contacted_lately'], isFirst: false }, []],
    ['a link that is there already, told', { conflicts: ['already_links'] }, ['site_linked_already']],
    [
      'a mailbox for others, resting, unread, nameless',
      { mailbox: { isPaused: true, isForClient: false, isHistoryRead: false, hasSender: false } },
      ['mailbox_not_for_client!', 'mailbox_paused', 'history_not_read', 'sender_missing'],
    ],
    ['words that are missing', { texts: { isMissing: true, isBroken: false } }, ['variable_missing!']],
    ['a deadline that is over', { moments: { isTooLate: true, isNever: false } }, ['after_deadline!']],
  ])('%s', (_, changes, codes) => {
    const told = enrollRefusals({ ...SOUND, ...changes });
    expect(told.map(({ code, blocks }) => `${code}${blocks ? '!' : ''}`)).toEqual(codes);
  });
});
