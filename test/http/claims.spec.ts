import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClaimsRepository } from '../../src/modules/sending/claims.repository.js';
import { LastWordService } from '../../src/modules/sending/last-word.service.js';
import { type ClaimedMail, MailClaims } from '../../src/modules/sending/mail-claims.js';
import { MailSettling } from '../../src/modules/sending/mail-settling.js';
import { Orphans } from '../../src/modules/sending/orphans.js';
import { SenderLock } from '../../src/modules/sending/sender-lock.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { dice } from '../builders/mail-month.js';
import { plantGround, plantSteps, type SendingGround } from '../builders/sending-ground.js';
import { type SendingProcess, startSending } from '../database/sending.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';

const IS_LONG = process.env['SENDING_RUN'] === 'full';
const CLAIMS = Number(process.env['CLAIM_RUNS'] ?? (IS_LONG ? 20_000 : 200));
const PROCESSES = IS_LONG ? 8 : 3;
const MAILBOXES = IS_LONG ? 12 : 5;
const CAP = 40;
const GAP = { gapSeconds: 60, jitterSeconds: 30 };
const EXTRA = 3;
/** The processes look for work at whole minutes, so that many mailboxes are due at once. */
const TURN = 60_000;
const MONDAY = Date.parse('2026-01-05T07:00:00Z');
const DAY = 24 * 3600_000;

/** A mail that has left, as who stands outside saw it. */
interface Left {
  readonly id: string;
  readonly mailboxId: string;
  readonly at: number;
}

const roll = dice(20_261_120);
const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

describe(`${CLAIMS} claims by ${PROCESSES} processes, some of them dead or back from the dead`, () => {
  let database: TestDatabase;
  let ground: SendingGround;
  const clock = new FixedClock(new Date(MONDAY));
  const processes: SendingProcess[] = [];
  const left: Left[] = [];
  const zombies: { mail: ClaimedMail; by: SendingProcess }[] = [];
  const seen = { claims: 0, zombieTries: 0, zombieSends: 0, crashes: 0, later: 0 };

  beforeAll(async () => {
    database = await cloneDatabase();
    const wish = { cap: CAP, ...GAP };
    ground = await plantGround(database, clock.now(), new Array<typeof wish>(MAILBOXES).fill(wish));
    for (let n = 0; n < PROCESSES; n += 1) {
      const one = await startSending(database, clock);
      await one.get(SenderLock).start();
      processes.push(one);
    }
  });
  afterAll(async () => {
    await Promise.all(processes.map((one) => one.close()));
    await database.drop();
  });

  /** The point of no return, as a delivery passes it. */
  const begins = (by: SendingProcess, mail: ClaimedMail): Promise<boolean> =>
    by.get(Database).inWorkspace(ground, async () => {
      const word = await by.get(LastWordService).stillAllowed(mail.id, mail.attempt);
      return (
        word.answer === 'go' && by.get(ClaimsRepository).doubt(mail, by.get(SenderLock).owner, clock.now())
      );
    });

  async function send(by: SendingProcess, mail: ClaimedMail): Promise<boolean> {
    if (!(await begins(by, mail))) return false;
    left.push({ id: mail.id, mailboxId: mail.row.mailboxId, at: clock.now().getTime() });
    await by.get(MailSettling).settle(mail, { kind: 'sent', reply: '250 ok' });
    return true;
  }

  async function work(by: SendingProcess): Promise<void> {
    for (const candidate of await by.get(ClaimsRepository).due(clock.now(), 20, 2)) {
      const mail = await by.get(MailClaims).claim(candidate);
      if (mail === null) continue;
      seen.claims += 1;
      const fate = roll(100);
      if (fate < 5) {
        seen.crashes += 1;
        zombies.push({ mail, by });
        await by.get(SenderLock).stop();
        return;
      }
      if (fate < 15) {
        seen.later += 1;
        await by
          .get(MailSettling)
          .settle(mail, { kind: 'later', ladder: 'ordinary', code: 'refused', isHost: false });
      } else await send(by, mail);
    }
  }

  /** Those who were stopped wake up with a mail in hand that others may have sent meanwhile. */
  async function wake(): Promise<void> {
    while (zombies.length > 0) {
      const zombie = zombies.pop();
      if (zombie === undefined) return;
      seen.zombieTries += 1;
      if (await send(zombie.by, zombie.mail)) seen.zombieSends += 1;
    }
  }

  async function supply(at: number): Promise<void> {
    const rows = await database.asOwner<{ id: string; waiting: number }>(
      `select m.id, count(o.id)::int as waiting from mailboxes m left join outbound_messages o
         on o.mailbox_id = m.id and o.state in ('ready', 'deferred') group by m.id`,
    );
    for (const { id, waiting } of rows) {
      const many = CAP + EXTRA - waiting;
      if (many > 0)
        await plantSteps(database, ground, { at: new Date(at), mailboxId: id, from: planted, many });
      planted += Math.max(many, 0);
    }
  }
  let planted = 0;

  async function nextMoment(): Promise<number> {
    const asked = processes[0]?.get(Database);
    const rows = await asked?.inWorkspace(ground, () =>
      asked.manager().query<{ at: Date | null }[]>(
        `select min(greatest(o.not_before, m.next_slot_at)) as at from outbound_messages o join mailboxes m on m.id = o.mailbox_id
         where o.state in ('ready', 'deferred') and o.held_at is null`,
      ),
    );
    const row = rows?.[0];
    const due = Math.max(row?.at?.getTime() ?? 0, clock.now().getTime() + 1000);
    return Math.ceil(due / TURN) * TURN;
  }

  async function day(start: number): Promise<void> {
    clock.setTo(new Date(start));
    await supply(start);
    for (let at = start; at < start + 20 * 3600_000; at = await nextMoment()) {
      clock.setTo(new Date(at));
      await Promise.all(processes.map((by) => work(by)));
      await processes[0]?.get(Orphans).bury();
      if (roll(3) === 0) await wake();
      for (const by of processes) if (!by.get(SenderLock).isHeld) await by.get(SenderLock).start();
    }
    await wake();
  }

  it('sends each mail once, keeps every cap to the unit and every gap', async () => {
    let days = 0;
    for (; seen.claims < CLAIMS; days += 1) await day(MONDAY + days * DAY);

    expect(new Set(left.map(({ id }) => id)).size).toBe(left.length);
    expect(seen.zombieSends).toBe(0);
    expect(seen.zombieTries).toBeGreaterThan(CLAIMS / 200);

    const counts = new Map<string, number>();
    for (const { mailboxId, at } of left) {
      const key = `${mailboxId} ${amsterdam.format(at)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(days * MAILBOXES);
    expect([...counts.values()].filter((count) => count !== CAP)).toEqual([]);
    const kept = await database.asOwner<{ key: string; mails: number }>(
      `select mailbox_id || ' ' || day as key, mails from mailbox_days`,
    );
    expect(new Map(kept.map(({ key, mails }) => [key, mails]))).toEqual(counts);

    for (const mailboxId of ground.mailboxIds) {
      const times = left.filter((mail) => mail.mailboxId === mailboxId).map(({ at }) => at);
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP.gapSeconds * 1000);
    }
    if (IS_LONG) process.stdout.write(`${JSON.stringify({ ...seen, left: left.length, days })}\n`);
  });
});
