/**
 * Registrable domains at which anybody can have an address: such a domain names no publisher, so it is never
 * suppressed as a whole, and two people there are no two people of one site. Consumer
 * mail of the large services and of access providers in the countries most mail goes to.
 */
const FREE_MAIL = new Set(
  `aol.com chello.nl comcast.net fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hetnet.nl home.nl
  hotmail.be hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it hotmail.nl icloud.com kpnmail.nl kpnplanet.nl laposte.net libero.it live.be
  live.com live.fr live.nl mac.com mail.com mail.ru me.com msn.com onsnet.nu online.nl orange.fr outlook.be outlook.com outlook.de outlook.fr
  planet.nl pm.me proton.me protonmail.com quicknet.nl rocketmail.com sfr.fr skynet.be solcon.nl t-online.de telenet.be telfort.nl tele2.nl
  tuta.com tutanota.com upcmail.nl wanadoo.fr wanadoo.nl web.de xs4all.nl yahoo.co.uk yahoo.com yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com
  yandex.ru ymail.com zeelandnet.nl ziggo.nl zoho.com zonnet.nl`.split(/\s+/),
);

/** Whether anybody can have an address at this registrable domain. */
export function isFreeMailDomain(domain: string): boolean {
  return FREE_MAIL.has(domain);
}
