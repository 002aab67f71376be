/** Local parts that stand for a role and no person, in English, Dutch, German and French. */
const ROLES =
  /^(?:info|contact|hello|hallo|hi|mail|e?mail|office|kantoor|admin|webmaster|post|team|redact(?:ie|ion)|redaktion|editor(?:s|ial)?|news(?:desk|room)?|nieuws|press|pers|presse|sales|verkoop|vertrieb|adverteren|advertenties?|advertis(?:e|ing)|ads|werbung|anzeigen|publicite|marketing|partners?(?:hips)?|support|service|klantenservice|kundenservice|help|abonnement(?:en)?|abo|jobs|hr|privacy|datenschutz|gdpr|avg|legal|billing|facturen|accounts?|tips?|gast(?:blog|beitrag)|submissions?|pitch(?:es)?|contribute)(?:[._+-]?\w{0,12})?$/;

/** Senders nobody reads, and addresses that stand in forms as an example. */
const NOBODY = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|abuse|bounces?|[0-9a-f]{24,})$/;
const SAMPLE =
  /^(?:name|naam|your-?name|jouwnaam|you|user|username|e?mail|example|voorbeeld|john\.?doe|jane\.?doe)$/;

/** Whether an address stands for a role such as info@. */
export function isRoleAddress(address: string): boolean {
  return ROLES.test(localOf(address));
}

/** Whether nobody is behind an address: senders without a reader, and samples. */
export function isNobody(address: string): boolean {
  const local = localOf(address);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return (
    NOBODY.test(local) || (SAMPLE.test(local) && /^(?:example|domain|domein|email|yourdomain)\./.test(domain))
  );
}

function localOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@')).toLowerCase();
}

const NAME =
  /^(?:(?:dr|prof|mr|mrs|ms|dhr|mevr?|herr|frau|ir|drs)\.? )*(\p{Lu}[\p{L}'’.-]{0,30}(?: (?:van|von|de|den|der|ten|ter|la|le|du|di|da|el|al|bin|zu|zum|’t|'t)){0,3}(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3})$/u;
const TITLE =
  /\b(?:editor|chief|author|writer|journalist|reporter|manager|director|founder|owner|head|sales|marketing|advertis\w*|redact\w+|hoofdredact\w+|auteur|schrijver|journalist\w*|uitgever|eigenaar|oprichter|verkoop|redakt\w+|chefredakt\w+|autor\w*|herausgeber\w*|leit\w+|geschäftsführ\w*|rédact\w*|directeur|directrice|responsable|fondat\w+)\b/iu;
/** Words that begin with capitals and are no names. */
const NO_NAME =
  /\b(?:contact|kontakt|about|over|privacy|policy|terms|home|menu|search|read|more|lees|meer|phone|tel|telefoon|fax|e-?mail|address|adres|street|straat|postbus|box|kvk|btw|ust|vat|impressum|imprint|colofon|follow|subscribe|newsletter|nieuwsbrief|copyright|rights|reserved|write|advertise|guest|us|ons|uns)\b/iu;

/** The name of a person a short text may be; null when it does not look like one. */
export function personName(text: string): string | null {
  const bare = text
    .replace(/^(?:by|door|von|par)\s+/i, '')
    .replace(/[\s,:|–-]+$/u, '')
    .trim();
  if (bare.length > 80 || NO_NAME.test(bare) || TITLE.test(bare)) return null;
  return NAME.exec(bare)?.[1] ?? null;
}

/** A position a short text may be, e.g. "Editor in chief"; null when no word of it says so. */
export function positionTitle(text: string): string | null {
  const bare = text.replace(/^[\s,:|(–-]+|[\s,:|)–-]+$/gu, '').trim();
  return bare.length <= 80 && bare.length > 2 && TITLE.test(bare) && !bare.includes('@') ? bare : null;
}
