import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/database/id.js';
import { plantGround, plantSteps, type SendingGround } from '../builders/sending-ground.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

const NOW = new Date('2026-11-20T09:00:00Z');
const MOMENT = `'${NOW.toISOString()}'`;

/** A workspace with a mail in each state the sender asks about. */
interface Post extends SendingGround {
  readonly due: string;
  readonly orphan: string;
  readonly doubt: string;
  readonly sent: string;
}

let database: TestDatabase;
let mine: Post;
let theirs: Post;
beforeAll(async () => {
  database = await cloneDatabase();
  mine = await aPost();
  theirs = await aPost();
});
afterAll(() => database.drop());

async function aPost(): Promise<Post> {
  const ground = await plantGround(database, NOW, [
    { cap: 10, gapSeconds: 60, jitterSeconds: 0, signIn: 'password' },
  ]);
  const steps = await plantSteps(database, ground, {
    at: NOW,
    mailboxId: ground.mailboxIds[0] ?? '',
    from: 0,
    many: 4,
  });
  const [due = '', orphan = '', doubt = '', sent = ''] = steps.map(({ messageId }) => messageId);
  const set = (columns: string, id: string): Promise<unknown> =>
    database.asOwner(`update outbound_messages set attempt = 1, claimed_at = $2, ${columns} where id = $1`, [
      id,
      NOW,
    ]);
  await set(`state = 'claimed', owner = 7`, orphan);
  await set(`state = 'in_doubt', in_doubt_at = $2`, doubt);
  await set(`state = 'sent', in_doubt_at = $2, sent_at = $2`, sent);
  return { ...ground, due, orphan, doubt, sent };
}

/** What a call answers in a transaction of a workspace, or of none: which mails. */
async function called(call: string, workspaceId: string): Promise<string[]> {
  const rows = await database.asApp<{ id: string }>(
    `select s.message_id as id from set_config('app.workspace_id', $1, false) w, set_config('app.client_ids', '*', false) c,
       lateral (select * from ${call} as f where w is not null and c is not null) s`,
    [workspaceId],
  );
  return rows.map(({ id }) => id);
}

const QUESTIONS: readonly (readonly [keyof Post, string])[] = [
  ['due', `due_outbound(1, ${MOMENT}, 10, 2)`],
  ['orphan', 'orphaned_outbound(7262)'],
  ['doubt', `outbound_doubts(${MOMENT}, ${MOMENT}, 10)`],
  ['sent', `outbound_copies_due(${MOMENT}, 10)`],
];

describe('what the sender asks before it knows a workspace', () => {
  it.each(QUESTIONS)('%s: of all without a workspace, and only its own within one', async (which, call) => {
    expect((await called(call, '')).sort()).toEqual([mine[which], theirs[which]].sort());
    expect(await called(call, theirs.workspaceId)).toEqual([theirs[which]]);
    expect(await called(call, newId())).toEqual([]);
  });

  it('claims nothing of another workspace, and nothing without one', async () => {
    const claim = async (id: string, workspaceId: string): Promise<number> => {
      const rows = await database.asApp(
        `select s.* from set_config('app.workspace_id', $1, false) w, set_config('app.client_ids', '*', false) c,
           lateral (select * from claim_outbound(1, $2, 9, ${MOMENT}) as f where w is not null and c is not null) s`,
        [workspaceId, id],
      );
      return rows.length;
    };
    const before = await database.asOwner('select * from outbound_messages order by id');
    expect(await claim(theirs.due, mine.workspaceId)).toBe(0);
    expect(await claim(theirs.due, '')).toBe(0);
    expect(await database.asOwner('select * from outbound_messages order by id')).toEqual(before);
    expect(await claim(theirs.due, theirs.workspaceId)).toBe(1);
  });

  it('offers what a person writes at once, and a step of a sequence when its mailbox has rested', async () => {
    const later = new Date(NOW.getTime() + 60_000);
    await database.asOwner('update mailboxes set next_slot_at = $1', [later]);
    const dueAs = async (kind: string, at: Date): Promise<string[]> => {
      await database.asOwner(
        `update outbound_messages set kind = $2, enrollment_id = null, step_no = null where id = $1`,
        [mine.due, kind],
      );
      return called(`due_outbound(1, '${at.toISOString()}', 10, 2)`, mine.workspaceId);
    };
    expect(await called(QUESTIONS[0]?.[1] ?? '', mine.workspaceId)).toEqual([]);
    expect(await called(`due_outbound(1, '${later.toISOString()}', 10, 2)`, mine.workspaceId)).toEqual([
      mine.due,
    ]);
    expect(await dueAs('single', NOW)).toEqual([mine.due]);
    expect(await dueAs('reply', NOW)).toEqual([mine.due]);
  });
});
