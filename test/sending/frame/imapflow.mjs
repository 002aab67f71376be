import { createRequire } from 'node:module';

const load = () => createRequire(import.meta.url)('imapflow');
/** Loaded when somebody looks into a mailbox, which most senders do not live to do. */
export const ImapFlow = new Proxy(class {}, { construct: (_type, given) => new (load().ImapFlow)(...given) });
export class AuthenticationFailure extends Error {}
