import { originalBelow } from './bounces/report-text.js';
import { readHeaderBlock } from './header-block.js';
import { headerOf, type MailParts, messageIds } from './mail-parts.js';

const MOST_IDS = 20;

/**
 * The Message-IDs of mails a report returns: of its returned parts first, then of what stands below its words, then of fields it repeats from
 * the header (D232).
 */
export function originalIdsOf(mail: MailParts, text: string): readonly string[] {
  const returned = mail.parts
    .filter(({ type }) => /^message\/(?:global|rfc822)|^text\/rfc822-headers$/.test(type))
    .flatMap((part) =>
      messageIds(headerOf({ headers: readHeaderBlock((part.text ?? '').trimStart()) }, 'message-id')),
    );
  const below = idLines(originalBelow(text));
  const repeated = idLines(text.slice(0, 50_000));
  return [...new Set([...returned, ...below, ...repeated])].slice(0, MOST_IDS);
}

function idLines(text: string): readonly string[] {
  return [...text.matchAll(/^[\s>]{0,20}message-id:\s{0,5}<([^<>\s]{1,500})>/gim)]
    .map(([, id = '']) => id)
    .slice(0, MOST_IDS);
}
