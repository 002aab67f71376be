/** The environment for a PostgreSQL program we start: ours without PG* names, which would steer it, in the C locale. */
export function environmentForServer(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(kept), LANG: 'C', LC_ALL: 'C' };
}
