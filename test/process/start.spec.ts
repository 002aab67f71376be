import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshInstallation, type Installation, Program } from './program.js';

describe('npm start', () => {
  let place: Installation;
  let running: Program[] = [];

  beforeEach(async () => {
    place = await freshInstallation();
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((program) => program.kill('SIGKILL')));
    await place.remove();
  });

  const start = (settings = place.settings): Program => {
    const program = new Program(settings);
    running.push(program);
    return program;
  };
  const ready = async (): Promise<number> => (await fetch(`${place.address}/health/ready`)).status;

  it('prints one line with the address, and is quiet otherwise', async () => {
    const program = start();
    expect(await program.firstLine()).toBe(`Linkledger is ready at ${place.address}`);
    expect(await ready()).toBe(200);
    expect(await program.kill('SIGTERM')).toBe(0);
    expect(program.output.trim().split('\n')).toHaveLength(1);
    expect(program.errors).toBe('');
  });

  it('started a second time says that it runs already', async () => {
    await start().firstLine();
    const second = start();
    expect(await second.exit()).toBe(0);
    expect(second.output).toBe(`Linkledger is already running at ${place.address}\n`);
    expect(await ready()).toBe(200);
  });

  it('started twice at once serves once', async () => {
    const both = [start(), start()];
    const lines = await Promise.all(both.map((program) => program.firstLine()));
    expect(lines.sort()).toEqual([
      `Linkledger is already running at ${place.address}`,
      `Linkledger is ready at ${place.address}`,
    ]);
    const loser = both.find((program) => program.output.includes('already'));
    expect(await loser?.exit()).toBe(0);
    expect(both.map((program) => program.errors)).toEqual(['', '']);
    expect(await ready()).toBe(200);
  });

  it('starts after its process was killed, on the database it left', async () => {
    const first = start();
    await first.firstLine();
    await first.kill('SIGKILL');
    expect(await start().firstLine()).toBe(`Linkledger is ready at ${place.address}`);
    expect(await ready()).toBe(200);
  });

  it('starts after it was killed while it made its database, and leaves nothing half made', async () => {
    const first = start();
    await place.inDatabaseFolder((name) => name.includes('.making-'));
    await first.kill('SIGKILL');
    expect(await start().firstLine()).toBe(`Linkledger is ready at ${place.address}`);
    expect(await place.inDatabaseFolder(() => true)).not.toContainEqual(expect.stringContaining('.making-'));
  });

  it('starts after its process and its database were killed', async () => {
    const first = start();
    await first.firstLine();
    await first.kill('SIGKILL');
    process.kill(Number(place.postmasterPid()), 'SIGKILL');
    expect(await start().firstLine()).toBe(`Linkledger is ready at ${place.address}`);
    expect(await ready()).toBe(200);
  });

  it('brings its database back when that is killed while it runs', async () => {
    await start().firstLine();
    process.kill(Number(place.postmasterPid()), 'SIGKILL');
    const states: number[] = [];
    for (let look = 0; look < 200 && states.at(-1) !== 200; look += 1) {
      states.push(await ready());
      await new Promise((done) => setTimeout(done, 50));
    }
    expect(states.at(-1)).toBe(200);
  });

  it('stops its database when it stops', async () => {
    const program = start();
    await program.firstLine();
    expect(place.postmasterPid()).not.toBeNull();
    await program.kill('SIGINT');
    expect(place.postmasterPid()).toBeNull();
  });

  it('stops in good order when one Ctrl-C reaches it twice, as under npm', async () => {
    const program = start();
    await program.firstLine();
    program.child.kill('SIGINT');
    expect(await program.kill('SIGINT')).toBe(0);
    expect(place.postmasterPid()).toBeNull();
  });

  it('says clearly that the port belongs to another program', async () => {
    const other = createServer((_, response) => response.end('hello'));
    await new Promise<void>((done) => other.listen(Number(place.settings['PORT']), '127.0.0.1', done));
    const program = start();
    expect(await program.exit()).toBe(1);
    expect(program.errors).toContain(
      `Port ${place.settings['PORT']} on 127.0.0.1 is taken by another program`,
    );
    other.close();
  });

  it('tells every wrong setting and does not start', async () => {
    const program = start({ ...place.settings, PORT: 'x', LINKLEDGER_COLOUR: 'red' });
    expect(await program.exit()).toBe(1);
    expect(program.errors).toContain('PORT');
    expect(program.errors).toContain('LINKLEDGER_COLOUR');
    expect(program.output).toBe('');
  });

  it('asks for a token at the first set-up when others can reach it', async () => {
    const program = start({ ...place.settings, HOST: '0.0.0.0' });
    expect(await program.firstLine()).toMatch(
      /^Linkledger is ready at http:\/\/localhost:\d+ - the first set-up asks for this token: [\w-]{24}$/,
    );
  });
});

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

(isRoot ? it : it.skip)('npm start tells an account that it may not write in the data folder', async () => {
  const place = await freshInstallation();
  const program = new Program(place.settings, NOBODY);
  expect(await program.exit()).toBe(1);
  expect(program.errors).toContain(`This account may not write in ${place.folder}`);
  await place.remove();
});

describe('npm start, by accounts', () => {
  const cases: [string, Parameters<typeof freshInstallation>[0], typeof NOBODY | undefined][] = [
    ['root, in a folder others may enter', {}, undefined],
    ['root, in a folder nobody else may enter', { mode: 0o700 }, undefined],
    ['an ordinary account', { owner: NOBODY }, NOBODY],
  ];

  (isRoot ? it : it.skip).each(cases)('works for %s', async (_, folder, account) => {
    const place = await freshInstallation(folder);
    const program = new Program(place.settings, account);
    expect(await program.firstLine()).toBe(`Linkledger is ready at ${place.address}`);
    expect(await program.kill('SIGTERM')).toBe(0);
    expect(place.postmasterPid()).toBeNull();
    await place.remove();
  });
});
