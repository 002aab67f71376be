/** SQLSTATEs of a server that is away or going away, or full, or without our database (PostgreSQL, appendix A). */
const AWAY = new Set(['3D000', '57P01', '57P02', '57P03', '57P05', '53300', '53400']);
/** SQLSTATEs of work that was cut off and may be tried again: lock and statement limits, deadlock, serialization. */
const BUSY = new Set(['55P03', '57014', '40001', '40P01']);
/** Codes of a connection that could not be made or broke. */
const BROKEN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
const BROKEN_WORDS =
  /connection terminated|already released|timeout exceeded when trying to connect|not queryable|connection error/i;

/** Says whether an error means "no database now" or "too busy now"; null for every other error, which is a bug. */
export function databaseTrouble(error: unknown): 'unavailable' | 'busy' | null {
  const { code, message } = partsOf(error);
  if (BUSY.has(code)) return 'busy';
  if (AWAY.has(code) || code.startsWith('08') || BROKEN.has(code) || BROKEN_WORDS.test(message))
    return 'unavailable';
  return null;
}

function partsOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  const inner = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  return {
    code: 'code' in inner && typeof inner.code === 'string' ? inner.code : '',
    message: inner.message,
  };
}
