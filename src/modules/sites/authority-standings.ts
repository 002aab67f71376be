import { Injectable } from '@nestjs/common';
import { AUTHORITY_SOURCES, type AuthoritySource, standingIn } from '../../core/sites/authority.js';
import { AuthorityRepository } from './authority.repository.js';
import type { AuthorityStandingView, SiteMetric } from './site-metrics.dto.js';
import type { SiteView } from './sites.dto.js';

/** What open lists say about a site, also when they say nothing. In the open transaction. */
@Injectable()
export class AuthorityStandings {
  constructor(private readonly authority: AuthorityRepository) {}

  async of(
    site: Pick<SiteView, 'kind' | 'createdAt'>,
    latest: readonly SiteMetric[],
  ): Promise<AuthorityStandingView[]> {
    const readings = await this.authority.lastDone();
    return AUTHORITY_SOURCES.map((source) => {
      const reading = readings.find((one) => one.source === source) ?? null;
      const standing = standingIn(
        reading === null ? null : { release: reading.release, startedAt: reading.startedAt.getTime() },
        {
          isDomain: site.kind === 'domain',
          createdAt: site.createdAt.getTime(),
          figureRelease: releaseOf(source, latest),
        },
      );
      return { source, standing, release: reading?.release ?? '' };
    });
  }
}

function releaseOf(source: AuthoritySource, latest: readonly SiteMetric[]): string | null {
  return latest.find((figure) => figure.source === source)?.release ?? null;
}
