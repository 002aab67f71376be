import type { relationships as english } from '../en/relationships.js';

const times = (count: string): string => `{${count}, plural, one {één keer} =2 {twee keer} other {# keer}}`;

/** A relationship in one sentence: both directions, what is not known, and the reason. */
export const relationships: Readonly<Record<keyof typeof english, string>> = {
  toUs: `{toUs, select, linked {Zij linken ${times('toUsLive')} naar ons} told {{toldLinks, plural, =-1 {{toldBy} zegt dat zij naar ons linken} one {{toldBy} noemt één link van hen naar ons} other {{toldBy} noemt # links van hen naar ons}}, op {toldOn} en zonder de pagina’s} was_linked {Zij linkten ooit naar ons, nu niet meer} was_told {{toldBy} zegt dat zij niet meer naar ons linken, op {toldOn}} other {Of zij naar ons linken, is niet bekend}}`,
  toThem: `{toThem, select, linked {wij linken ${times('toThemLive')} naar hen} was_linked {wij linkten ooit naar hen, nu niet meer} not_found {op onze site werd op {readOn} geen link naar hen gevonden} other {of wij naar hen linken, is niet bekend}}`,
  reason:
    '{reason, select, shared_event {een gedeeld evenement} podcast_or_guest {een podcast of gast} tool_and_tutorial {tool en uitleg} case_studies {praktijkverhalen} curated_hub {een samengestelde verzameling} other {{reasonNote}}}',
  whole: '{toUs}, {toThem}.{reason, select, none {} other { Waarom: {reason}.}}',
  toldBy:
    '{toldBy, select, ahrefs {Ahrefs} moz {Moz} majestic {Majestic} semrush {Semrush} se_ranking {SE Ranking} search_console {Google Search Console} other {Een geïmporteerde lijst}}',
  reasonWithNote: '{reason}; {reasonNote}',
};
