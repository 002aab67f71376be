import { ClaimsRepository } from '@dist/modules/sending/claims.repository.js';
import { Doubts } from '@dist/modules/sending/doubts.js';
import { DoubtsRepository } from '@dist/modules/sending/doubts.repository.js';
import { MailClaims } from '@dist/modules/sending/mail-claims.js';
import { MailDelivery } from '@dist/modules/sending/mail-delivery.js';
import { MailSettling } from '@dist/modules/sending/mail-settling.js';
import { SenderWorker } from '@dist/modules/sending/sender-worker.js';
import { SendingTimes } from '@dist/modules/sending/sending-times.js';
import { Clock, SystemClock } from '@dist/platform/clock/clock.js';
import { Config } from '@dist/platform/config/config.js';
import { KeyRing } from '@dist/platform/crypto/key-ring.js';
import { Database } from '@dist/platform/database/database.js';
import { DATABASE_URL } from '@dist/platform/database/tokens.js';
import { MailBody } from '@dist/platform/mail/mail-body.js';
import { MailGuard } from '@dist/platform/mail/mail-guard.js';
import { SuppressionLog } from '@dist/platform/suppression-log/suppression-log.js';
import { make } from './frame/nest.mjs';
import { DataSource } from './frame/typeorm.mjs';

/**
 * A sender of the program as it is built, to be killed: the program's own classes in one file (see bundle.ts) without the frame around
 * them, so that it starts in a moment. Its wishes come in SENDER as JSON: waits are shortened here, ends are put at named points, and
 * rules are taken out one by one; nothing of that is in the program. Says "up" when it has its lock.
 */
const wish = JSON.parse(process.env.SENDER ?? '{}');

class Times extends SendingTimes {}
const times = Object.assign(new Times(), wish.times ?? {});
times.deadlines = { ...times.deadlines, ...(wish.deadlines ?? {}) };

/** Dies on the spot, as by `kill -9`. */
const die = () => process.kill(process.pid, 'SIGKILL');
const before = (type, method, point) => {
  const own = type.prototype[method];
  type.prototype[method] = function (...args) {
    if (wish.dieAt === point) die();
    return own.apply(this, args);
  };
};
const after = (type, method, point, when = () => true) => {
  const own = type.prototype[method];
  type.prototype[method] = async function (...args) {
    const done = await own.apply(this, args);
    if (wish.dieAt === point && when(done, args)) die();
    return done;
  };
};
after(MailClaims, 'claim', 'after_claim', (mail) => mail !== null);
before(MailDelivery, 'mayBegin', 'on_354');
after(MailDelivery, 'mayBegin', 'after_commit', (may) => may);
before(MailSettling, 'settle', 'answer_received');
before(ClaimsRepository, 'sent', 'before_final_commit');
after(MailSettling, 'settle', 'after_final_commit');
const handOver = MailBody.prototype.handOver;
MailBody.prototype.handOver = function (part) {
  if (wish.dieAt === 'before_dot' && part === 2) die();
  return handOver.call(this, part);
};

/** Rules taken out, one at a time: the tests must notice. */
if (wish.without === 'commit') ClaimsRepository.prototype.doubt = () => Promise.resolve(true);
if (wish.without === 'grace') times.graceMs = times.lookAgainMs = 0;
if (wish.without === 'attempt')
  for (const type of [ClaimsRepository, DoubtsRepository]) {
    const changed = type.prototype.changed;
    type.prototype.changed = function (sql, values) {
      const blind = sql
        .replace('and attempt = $2', 'and $2::int is not null')
        .replace('and looks = $3', 'and $3::int is not null');
      return changed.call(this, blind, values);
    };
  }
/** A resolver that falls asleep between its second look and what it writes, until it is woken by a signal. */
if (wish.isSleepy) {
  const judge = Doubts.prototype.judge;
  Doubts.prototype.judge = async function (row, ...rest) {
    if (row.attempt === 1 && row.looks === 1) {
      process.stdout.write('looked\n');
      await new Promise((done) => process.once('SIGUSR2', done));
    }
    return judge.call(this, row, ...rest);
  };
}

const config = Object.assign(new Config(), {
  logLevel: wish.log ?? 'error',
  dataDir: wish.data,
  fetchAllow: ['127.0.0.0/8'],
  sendingConnections: wish.connections ?? 4,
});
const made = new Map([
  [Config, config],
  [Clock, new SystemClock()],
  [DATABASE_URL, process.env.DATABASE_URL],
  [Database, new Database(new DataSource(process.env.DATABASE_URL))],
  [KeyRing, new KeyRing(wish.data)],
  [SendingTimes, times],
  [SuppressionLog, new SuppressionLog(wish.data)],
  [MailGuard, new MailGuard({ resolve: () => Promise.resolve(['127.0.0.1']), allow: config.fetchAllow })],
]);
// Who started us is gone: nobody would end us.
process.stdin.on('end', die).resume();
const worker = make(SenderWorker, made);
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
await worker.start();
process.stdout.write('up\n');
