/** Where in the conversation a server said no (RFC 5321, 3.3): a refusal after the data is no longer about the address alone. */
export type SmtpStage = 'connect' | 'mail' | 'rcpt' | 'data';

const SAID: readonly (readonly [SmtpStage, RegExp])[] = [
  [
    'data',
    /in reply to (?:the )?(?:end of )?data|(?:after|following|during|on) (?:the )?(?:end of )?data\b|end of data|\(state 1[5-8]\)|did not like our (?:final )?data|after (?:i sent|sending) (?:the )?(?:message|data|mail)|(?:command|verb)\W{1,12}data\b|smtp:data/,
  ],
  [
    'rcpt',
    /in reply to (?:the )?rcpt|recipient address rejected:|\(state 1[34]\)|(?:after|following|during|on) rcpt|did not like our rcpt|rcpt (?:to )?command|smtp:rcpt|does not like recipient|rejected (?:the )?recipient|(?:command|verb)\W{1,12}rcpt\b|rcpt to:? ?<[^>]*>\W{0,4}(?:\n|$|[45]\d\d)/,
  ],
  [
    'mail',
    /in reply to (?:the )?mail from|(?:after|following|during|on) mail from|did not like our mail from|mail (?:from )?command|smtp:mail|sender was rejected|(?:command|verb)\W{1,12}mail\b/,
  ],
  [
    'connect',
    /refused to talk to me|in reply to (?:the )?(?:helo|ehlo|lhlo)|(?:after|following|during) (?:initial connection|helo|ehlo|greeting)|but greeting failed|initial connection|smtp:(?:helo|ehlo|connect)|connected to \S+ but (?:my name|connection)/,
  ],
];

/**
 * Reads the stage from what a report says around the refusal, in small letters. A transcript in pipelining shows `DATA` before the answers to
 * `RCPT`: the complaint that no recipient is left says whose answers they were.
 */
export function stageOf(text: string): SmtpStage | null {
  return transcriptStage(text) ?? SAID.find(([, words]) => words.test(text))?.[0] ?? null;
}

function transcriptStage(text: string): SmtpStage | null {
  let said: SmtpStage | null = null;
  let stage: SmtpStage | null = null;
  for (const line of text.split('\n')) {
    const command = />>> ?(\w+)/.exec(line)?.[1];
    if (command !== undefined) said = stageOfCommand(command) ?? said;
    else if (stage === null && /<<< ?[45]\d\d/.test(line)) stage = said;
  }
  const noneLeft =
    /<<< ?5\d\d.*(?:need rcpt|no valid recipients|rcpt (?:first|command)|rcpt \(recipient|no recipients|must have recipient|valid rcpt)/.test(
      text,
    );
  return stage === 'data' && noneLeft ? 'rcpt' : stage;
}

function stageOfCommand(command: string): SmtpStage | null {
  if (/^data$|^bdat$|^\.$/i.test(command)) return 'data';
  if (/^rcpt$/i.test(command)) return 'rcpt';
  if (/^mail$/i.test(command)) return 'mail';
  return /^(?:helo|ehlo|lhlo|starttls|auth)$/i.test(command) ? 'connect' : null;
}
