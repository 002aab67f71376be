/** Fields of the block mail programs set above a quoted mail, in their languages. */
const FIELDS = {
  from: /^(?:from|van|von|de|da|od|от(?: кого)?|fra|från|lähettäjä|差出人|送信者|发件人|寄件者|kimden|feladó|expéditeur)$/,
  date: /^(?:sent|date|verzonden|verstuurd|datum|gesendet|envoyé(?: le)?|date|enviado(?: el)?|fecha|enviada em|data|inviato|wysłano|data|отправлено|дата|sendt|skickat|lähetetty|送信日時|日付|日時|发送时间|寄件日期)$/,
  to: /^(?:to|aan|an|à|para|a|do|кому|til|till|vastaanottaja|宛先|收件人|收件者|destinataire)$/,
  subject:
    /^(?:subject|onderwerp|betreff|objet|asunto|assunto|oggetto|temat|тема|emne|ämne|aihe|件名|主题|主旨)$/,
} as const;

const ORIGINAL =
  /^\s*[-_=*<>\s]{2,}\s*(?:original message|forwarded message|begin forwarded message|oorspronkelijk(?:e)? bericht|doorgestuurd bericht|urspr[uü]ngliche nachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|mensagem original|(?:wiadomość oryginalna|oryginalna wiadomość)|исходное сообщение|пересылаемое сообщение|originalmeddelande|original besked|元のメッセージ|original ?メッセージ|转发的邮件|原始邮件)/i;
const LABEL = /^\s*\*?([\p{L} ]{1,20}?)\s?\*?\s?[:\uff1a]\*?\s*\S?/u;
const LOOK_AHEAD = 8;

/** Whether a line parts a mail from the one below it: "----- Original Message -----", or a rule above a block of header fields. */
export function isSeparator(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (ORIGINAL.test(line.replaceAll('’', "'")) || /^begin forwarded message:\s*$/i.test(line.trim()))
    return true;
  if (!/^\s*[_-]{10,}\s*$/.test(line)) return false;
  const next = lines.slice(at + 1, at + 4).findIndex((one) => one.trim() !== '');
  return next !== -1 && isHeaderBlock(lines, at + 1 + next);
}

/** Whether a block of From, Sent, To and Subject begins here, as Outlook writes it: three of the four, the first line being one. */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (fieldOf(lines[at] ?? '') === null) return false;
  const found = new Set<string>();
  for (const line of lines.slice(at, at + LOOK_AHEAD)) {
    const field = fieldOf(line);
    if (field !== null) found.add(field);
  }
  return found.has('from') && found.size >= 3;
}

function fieldOf(line: string): string | null {
  const label = LABEL.exec(line)?.[1]?.trim().toLowerCase();
  if (label === undefined) return null;
  return Object.entries(FIELDS).find(([, names]) => names.test(label))?.[0] ?? null;
}
