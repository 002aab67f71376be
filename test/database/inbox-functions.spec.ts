import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/database/id.js';
import { aLedger, type Ledger } from '../verifier/ledger.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

const NOW = new Date('2026-11-20T09:00:00Z');

/** A workspace with a mailbox that is read and a conversation whose snooze is over. */
interface Desk extends Ledger {
  readonly mailboxId: string;
  readonly conversationId: string;
}

let database: TestDatabase;
let mine: Desk;
let theirs: Desk;
beforeAll(async () => {
  database = await cloneDatabase();
  mine = await aDesk('heron 100% sure');
  theirs = await aDesk('osprey');
});
afterAll(() => database.drop());

async function aDesk(words: string): Promise<Desk> {
  const ledger = await aLedger(database, NOW);
  const [mailboxId, conversationId] = [newId(), newId()];
  await database.asOwner(
    `insert into mailboxes (workspace_id, id, address, address_key, sender_name, sign_in, imap_host, created_at, updated_at)
     values ($1, $2, 'mila@agency.example', 'mila@agency.example', 'Mila', 'password', 'imap.agency.example', $3, $3)`,
    [ledger.workspaceId, mailboxId, NOW],
  );
  await database.asOwner(
    `insert into conversations (workspace_id, id, client_id, search_text, snoozed_until, last_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5, $5, $5)`,
    [ledger.workspaceId, conversationId, ledger.clientId, words, NOW],
  );
  return { ...ledger, mailboxId, conversationId };
}

/** What a call answers in a transaction of a workspace, or of none. */
async function called(
  call: string,
  scope: { workspaceId: string; clientIds?: string },
): Promise<readonly unknown[]> {
  const rows = await database.asApp<{ row: unknown }>(
    `select to_json(s) as row from set_config('app.workspace_id', $1, false) w, set_config('app.client_ids', $2, false) c,
       lateral (select * from ${call} as f where w is not null and c is not null) s`,
    [scope.workspaceId, scope.clientIds ?? '*'],
  );
  return rows.map(({ row }) => row);
}

const NO_WORKSPACE = { workspaceId: '' };
const SNOOZES = `snoozes_over('${NOW.toISOString()}')`;
const mailboxOf = ({ workspaceId, mailboxId }: Desk) => ({
  workspace_id: workspaceId,
  mailbox_id: mailboxId,
});
const snoozeOf = ({ workspaceId, conversationId }: Desk) => ({
  workspace_id: workspaceId,
  conversation_id: conversationId,
});

describe('what the worker asks before it knows a workspace', () => {
  it('names mailboxes of all without a workspace, and only its own within one', async () => {
    const all = await called('mailboxes_to_read()', NO_WORKSPACE);
    expect(all).toHaveLength(2);
    expect(all).toEqual(expect.arrayContaining([mailboxOf(mine), mailboxOf(theirs)]));
    expect(await called('mailboxes_to_read()', theirs)).toEqual([mailboxOf(theirs)]);
    expect(await called('mailboxes_to_read()', { workspaceId: newId() })).toEqual([]);
  });

  it('names snoozes that are over in the same way', async () => {
    expect(await called(SNOOZES, NO_WORKSPACE)).toHaveLength(2);
    expect(await called(SNOOZES, mine)).toEqual([snoozeOf(mine)]);
    expect(await called(SNOOZES, { workspaceId: newId() })).toEqual([]);
    expect(await called(`snoozes_over('2026-11-20T08:59:59Z')`, NO_WORKSPACE)).toEqual([]);
  });
});

describe('search_conversations', () => {
  const found = async (words: string, scope: { workspaceId: string; clientIds?: string }) =>
    (await called(`search_conversations('${words}', 10)`, scope)).map(
      (row) => Object.values(row as object)[0],
    );

  it('finds words of its own workspace, signs taken as they are', async () => {
    expect(await found('heron', mine)).toEqual([mine.conversationId]);
    expect(await found('100% s', mine)).toEqual([mine.conversationId]);
    expect(await found('h%n', mine)).toEqual([]);
  });

  it('finds nothing of another workspace, and nothing without one', async () => {
    expect(await found('heron', theirs)).toEqual([]);
    expect(await found('heron', NO_WORKSPACE)).toEqual([]);
  });

  it('finds nothing of clients one may not see', async () => {
    expect(await found('heron', { ...mine, clientIds: mine.clientId })).toEqual([mine.conversationId]);
    expect(await found('heron', { ...mine, clientIds: theirs.clientId })).toEqual([]);
  });
});
