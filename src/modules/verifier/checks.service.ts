import { Injectable } from '@nestjs/common';
import { evidenceDiff } from '../../core/verifier/evidence-diff.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import { findingSentence, type Locale } from '../../platform/i18n/catalogue.js';
import type { KeptEvidence } from './check-evidence.js';
import type { CheckList, ChecksQuery, CheckView, EvidenceView } from './checks.dto.js';
import { type CheckRecordRow, ChecksQueries, type EvidencePlace } from './checks.query.js';

const ORDER = 'checks';

/** What checks of a placement found, for people to read. */
@Injectable()
export class ChecksService {
  constructor(
    private readonly database: Database,
    private readonly queries: ChecksQueries,
    private readonly blobs: BlobStore,
  ) {}

  /** Throws `placement.not_found` for one that is not visible. */
  list(scope: WorkspaceScope, id: string, query: ChecksQuery & { locale: Locale }): Promise<CheckList> {
    const beforeId =
      query.cursor === undefined ? null : cursorText(readCursor(query.cursor, ORDER, 1)[0], UUID_FORM);
    return this.database.inWorkspace(scope, async () => {
      await this.found(id);
      const rows = await this.queries.page(id, beforeId, query.limit);
      const { shown, nextCursor } = pageOf(rows, query.limit, (last) => writeCursor(ORDER, [last.id]));
      const items = shown.map((row) => viewOf(row, query.locale));
      return { items, nextCursor, ...totalOf(await this.queries.count(id)) };
    });
  }

  /** Throws `placement.not_found`, and `placement.evidence_not_found` when nothing was kept. */
  async evidence(scope: WorkspaceScope, id: string, checkId: string | null): Promise<EvidenceView> {
    const { place, earlier } = await this.database.inWorkspace(scope, async () => {
      await this.found(id);
      const found = await this.queries.evidence(id, checkId);
      if (found === null) throw new AppError('placement.evidence_not_found', { id });
      return { place: found, earlier: await this.queries.evidenceBefore(id, found) };
    });
    const kept = await this.read(place);
    const html = htmlOf(kept);
    const before = earlier === null ? null : { at: earlier.at, html: htmlOf(await this.read(earlier)) };
    const { url, status, headers, rendered, bodySha256, bodyBytes, occurrences } = kept;
    return {
      checkId: place.checkId,
      at: place.at,
      url,
      status,
      html,
      before,
      diff: evidenceDiff(before?.html ?? html, html),
      headers,
      occurrences: occurrences.map((occurrence) => ({ ...occurrence, rel: [...occurrence.rel] })),
      rendered,
      bodySha256,
      bodyBytes,
      hash: place.hash,
    };
  }

  private async found(id: string): Promise<void> {
    if (!(await this.queries.isVisible(id))) throw new AppError('placement.not_found', { id });
  }

  private async read({ blobSha256, hash }: EvidencePlace): Promise<KeptEvidence> {
    const blob = await this.blobs.get(blobSha256.toString('hex'));
    if (blob === null) throw new Error(`the evidence ${hash} lost its bytes`);
    return JSON.parse(blob.content.toString('utf8')) as KeptEvidence;
  }
}

/** The HTML around all occurrences as one text; empty where the link was not found. */
function htmlOf({ occurrences }: KeptEvidence): string {
  return occurrences.map(({ html }) => html).join('\n\n');
}

function viewOf(row: CheckRecordRow, locale: Locale): CheckView {
  const findings = row.findings.map((finding) => ({ ...finding, message: findingSentence(finding, locale) }));
  return { ...row, findings };
}
