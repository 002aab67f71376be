import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

describe('clients', () => {
  it('are made, changed, archived and restored', async () => {
    const made = await owner.browser.post('/clients', { name: '  North Dawn  ', notes: 'Books' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'North Dawn', notes: 'Books', archivedAt: null, brands: [] });
  });
});
