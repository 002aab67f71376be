import { Injectable } from '@nestjs/common';
import { LinkIntake } from '../relationships/link-intake.service.js';
import { RelationshipsService } from '../relationships/relationships.service.js';
import type { DemoPast } from './demo-history.js';
import { hostOf } from './people.js';

const DAY = 86_400_000;

/** One relationship of the demo with links both ways, why, and the litmus test. */
@Injectable()
export class DemoRelationship {
  constructor(
    private readonly relationships: RelationshipsService,
    private readonly links: LinkIntake,
  ) {}

  /** Writes it down in the open transaction. */
  async write({ scope, brandIds, now }: DemoPast): Promise<void> {
    const brandId = brandIds.get('noordlicht') ?? '';
    const { id, siteId, clientId } = await this.relationships.add(
      scope,
      { brandId, siteAddress: hostOf('tuinblog') },
      'en',
    );
    const since = new Date(now.getTime() - 160 * DAY);
    const link = {
      brandId,
      clientId,
      siteId,
      direction: 'to_them' as const,
      sourceUrl: 'http://noordlicht.demo.test/blog/tuin-op-zon',
      targetUrl: 'http://tuinblog.demo.test/zonnige-tuin',
      anchor: 'hun tuinplanner',
      firstSeenOn: since.toISOString().slice(0, 10),
    };
    await this.links.bring([link], { via: 'hand', originId: id, observedAt: now });
    const answers = { wouldLinkAnyway: true, readersGain: true };
    const { revision } = await this.relationships.answer(scope, { id, answers }, 'en');
    const wish = {
      revision,
      stage: 'partner' as const,
      reason: 'tool_and_tutorial' as const,
      reasonNote: 'their readers use our calculator',
    };
    await this.relationships.change(scope, { id, wish }, 'en');
  }
}
