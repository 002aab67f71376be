import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Visit } from '../../core/verifier/facts.js';
import { readFacts } from '../../core/verifier/html-facts.js';
import { judge } from '../../core/verifier/judge.js';
import { matchOccurrences } from '../../core/verifier/redirect-steps.js';
import { newId } from '../../platform/database/id.js';
import {
  type JudgedCheck,
  PlacementChecksService,
  type PlacementToCheck,
} from '../placements/placement-checks.service.js';
import { checkEvidence } from './check-evidence.js';
import { cutEvidence } from './visit/evidence.js';

/** An answer as a page gave it at some time. */
export interface KeptAnswer {
  readonly status: number;
  readonly html: string;
  /** The text was made by scripts: what stands here is what a browser showed. */
  readonly isRendered: boolean;
}

const CONTENT_TYPE = 'text/html; charset=utf-8';

/** Checks placements against answers that were kept, as if the visit were made at that time: for filling in a history. */
@Injectable()
export class PageReplay {
  constructor(private readonly checks: PlacementChecksService) {}

  /** Placements as a check needs them. */
  load(workspaceId: string, ids: readonly string[]): Promise<PlacementToCheck[]> {
    return this.checks.load(workspaceId, ids);
  }

  /** Judges and records one answer for each placement, all at one moment. */
  async record(
    workspaceId: string,
    answers: readonly { readonly placement: PlacementToCheck; readonly answer: KeptAnswer }[],
    at: Date,
  ): Promise<void> {
    const checks = answers.map(({ placement, answer }) => judged(placement, answer, at));
    await this.checks.record(workspaceId, checks, () => Promise.resolve(true));
  }
}

function judged(placement: PlacementToCheck, answer: KeptAnswer, at: Date): JudgedCheck {
  const visit = visitOf(placement, answer);
  const read = {
    body: Buffer.from(answer.html),
    contentType: CONTENT_TYPE,
    headers: {},
    rendered: answer.isRendered,
  };
  const evidence = visit.page === null ? null : cutEvidence(read, visit.page.occurrences, visit.matches);
  const target = { targetUrl: placement.terms.targetUrl, match: placement.terms.match };
  return {
    id: newId(at),
    placementId: placement.id,
    revision: placement.revision,
    at,
    origin: 'schedule',
    visit,
    judgement: judge(placement.terms, visit, placement.context),
    evidence: checkEvidence({ target, visit, evidence }),
    durationMs: 120 + (answer.html.length % 400),
  };
}

function visitOf({ sourceUrl, terms }: PlacementToCheck, { status, html, isRendered }: KeptAnswer): Visit {
  const isDown = status >= 500;
  const origin = { url: sourceUrl, charset: 'utf-8', robotsTags: [], linkHeaders: [] };
  const page = isDown ? null : readFacts(html, origin, sha256);
  const { matches, ownSiteRedirects } = matchOccurrences(page?.occurrences ?? [], terms.targetUrl, new Map());
  return {
    failure: isDown ? { code: 'server_error', detail: null } : null,
    robotsAllowed: { own: true, googlebot: true },
    status,
    finalUrl: sourceUrl,
    redirects: [],
    contentType: CONTENT_TYPE,
    page,
    limit: null,
    rendering: isRendered ? 'done' : 'none',
    matches,
    ownSiteRedirects,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
