import { ClaimsRepository } from '@dist/modules/sending/claims.repository.js';
import { Doubts } from '@dist/modules/sending/doubts.js';
import { DoubtsRepository } from '@dist/modules/sending/doubts.repository.js';
import { MailClaims } from '@dist/modules/sending/mail-claims.js';
import { MailDelivery } from '@dist/modules/sending/mail-delivery.js';
import { MailSettling } from '@dist/modules/sending/mail-settling.js';
import { SendingTimes } from '@dist/modules/sending/sending-times.js';
import { MailBody } from '@dist/platform/mail/mail-body.js';
import { run } from '@dist/worker.js';
import { NestFactory } from '@nestjs/core';

/**
 * `linkledger worker` as it is built, to be killed: its settings come by the environment, its modules, database and other workers are
 * those of every day. The wishes of a test come in SENDER as JSON: waits are shortened here, ends are put at named points, and rules are
 * taken out one by one; nothing of that is in the program.
 */
const wish = JSON.parse(process.env.SENDER ?? '{}');

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

const create = NestFactory.createApplicationContext.bind(NestFactory);
NestFactory.createApplicationContext = async (...given) => {
  const app = await create(...given);
  const times = app.get(SendingTimes, { strict: false });
  Object.assign(times, wish.times, { deadlines: { ...times.deadlines, ...wish.deadlines } });
  if (wish.without === 'grace') Object.assign(times, { graceMs: 0, lookAgainMs: 0 });
  globalThis.keepCompiled();
  return app;
};

// Who started us is gone: nobody would end us.
process.stdin.on('end', die).resume();
void run();
