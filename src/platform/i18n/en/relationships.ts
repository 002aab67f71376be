const times = (count: string): string => `{${count}, plural, one {once} =2 {twice} other {# times}}`;

/** A relationship in one sentence: both directions, what is not known, and the reason. */
export const relationships = {
  toUs: `{toUs, select, linked {They link to us ${times('toUsLive')}} told {{toldLinks, plural, =-1 {{toldBy} says that they link to us} one {{toldBy} tells of one link from them to us} other {{toldBy} tells of # links from them to us}}, as of {toldOn} and without the pages} was_linked {They linked to us once, no longer} was_told {{toldBy} says that they no longer link to us, as of {toldOn}} other {Whether they link to us is not known}}`,
  toThem: `{toThem, select, linked {we link to them ${times('toThemLive')}} was_linked {we linked to them once, no longer} not_found {no link to them was found on our site on {readOn}} other {whether we link to them is not known}}`,
  reason:
    '{reason, select, shared_event {a shared event} podcast_or_guest {a podcast or a guest} tool_and_tutorial {tool and tutorial} case_studies {case studies} curated_hub {a curated hub} other {{reasonNote}}}',
  whole: '{toUs}, {toThem}.{reason, select, none {} other { Why: {reason}.}}',
  toldBy:
    '{toldBy, select, ahrefs {Ahrefs} moz {Moz} majestic {Majestic} semrush {Semrush} se_ranking {SE Ranking} search_console {Google Search Console} other {An imported list}}',
  reasonWithNote: '{reason}; {reasonNote}',
} as const;
