import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { startApp, TEST_NOW, type TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { type Person, signIn } from '../http/people.js';
import { aPlacement, aTeam, check, type MadeBrand } from './agency.js';
import { anOccurrence, aPage, aVisit } from './visit.js';

/** A visit that finds the link, labelled. */
export const SEEN = aVisit({ page: aPage({ occurrences: [anOccurrence({ rel: ['sponsored'] })] }) });
/** A visit that finds the link without a label. */
export const UNLABELLED = aVisit({ page: aPage({ occurrences: [anOccurrence()] }) });
const GONE = aVisit({ page: aPage() });

/** A line as it is usually wanted. */
export const LINE = { buyingMinor: 10_050, buyingVatRate: 2100, sellingMinor: 20_000, sellingVatRate: 2100 };

/** An order that was placed, with its line and the placement it buys. */
export interface Placed {
  readonly id: string;
  readonly line: string;
  readonly placement: string;
}

/** The body of an answer that must be one of success. */
export async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(body)}`);
  return body;
}

/** Where orders are made in tests: the program with an owner, a member, and a brand. */
export class OrderDesk {
  app!: TestApp;
  owner!: Person;
  member!: Person;
  brand!: MadeBrand;
  private places = 0;

  /** Opens it before the tests of a file and closes it after them; each test begins at the same moment. */
  static ofThisFile(): OrderDesk {
    const desk = new OrderDesk();
    beforeAll(() => desk.open());
    afterAll(() => desk.app.close());
    beforeEach(() => desk.begin());
    return desk;
  }

  /** Puts the clock back; sessions end while it runs on. */
  async begin(now: Date = TEST_NOW): Promise<void> {
    this.app.clock.setTo(now);
    this.owner = await signIn(this.app, this.owner.email);
    this.member = await signIn(this.app, this.member.email);
  }

  async place(): Promise<string> {
    this.places += 1;
    const placement = await aPlacement(this.owner, this.brand.brandId, {
      sourceUrl: `https://news${String(this.places)}.example/post`,
      type: 'link_insertion',
      compensation: 'money',
    });
    return String(placement.id);
  }

  post(path: string, body: object = {}, who = this.owner): Promise<Answer> {
    return who.browser.post(path, body);
  }

  order(id: string): Promise<Answer['body']> {
    return ok(this.owner.browser.get(`/orders/${id}`));
  }

  quote(wish: object = {}, who = this.member): Promise<Answer['body']> {
    return ok(
      this.post('/orders', { brandId: this.brand.brandId, currency: 'EUR', lines: [LINE], ...wish }, who),
    );
  }

  async visited(placementId: string, visit: typeof SEEN): Promise<void> {
    await check(this.app, this.owner, placementId, visit);
    await this.app.get(JobRuntime).drain();
  }

  async lost(placementId: string): Promise<void> {
    for (const hours of [0, 24, 25, 24]) {
      this.app.clock.advance({ hours });
      await check(this.app, this.owner, placementId, GONE);
    }
    await this.app.get(JobRuntime).drain();
    await this.begin(this.app.clock.now());
  }

  /** An order for one placement that was ordered with the supplier. */
  async ordered(wish: object = {}): Promise<Placed> {
    const placement = await this.place();
    const made = await this.quote({ lines: [{ ...LINE, placementId: placement }], ...wish });
    for (const act of ['approve', 'order']) await ok(this.post(`/orders/${made.id}/${act}`));
    return { id: made.id, line: made.lines[0].id, placement };
  }

  async paid(wish: object = {}): Promise<Placed> {
    const one = await this.ordered(wish);
    await this.visited(one.placement, SEEN);
    await ok(this.post(`/orders/${one.id}/pay`, { invoiceReference: 'INV-1' }));
    return one;
  }

  private async open(): Promise<void> {
    this.app = await startApp();
    ({ owner: this.owner, member: this.member, brand: this.brand } = await aTeam(this.app, 'shop'));
  }
}
