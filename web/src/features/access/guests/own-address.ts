/** Only an address of this application: a link of somebody else must not lead out of it after signing in. */
export function ownAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/today';
}
