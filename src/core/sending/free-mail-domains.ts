/** Domains at which anybody has an address: two people there have nothing to do with each other. */
const FREE_MAIL: ReadonlySet<string> = new Set([
  'aol.com',
  'fastmail.com',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hetnet.nl',
  'home.nl',
  'hotmail.com',
  'hotmail.nl',
  'icloud.com',
  'kpnmail.nl',
  'kpnplanet.nl',
  'live.com',
  'live.nl',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'outlook.com',
  'planet.nl',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'telenet.be',
  't-online.de',
  'upcmail.nl',
  'web.de',
  'yahoo.com',
  'yandex.ru',
  'ymail.com',
  'zeelandnet.nl',
  'ziggo.nl',
  'zoho.com',
]);

/** Whether everybody can have an address at a domain: its cap is then asked of the site alone. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain);
}
