import { Injectable } from '@nestjs/common';
import { isRoleAddress } from '../../core/discovery/person-words.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { ContactDetail, NewContact } from '../contacts/contact-forms.port.js';
import { ContactsService } from '../contacts/contacts.service.js';
import type { ProposalList, ProposalsQuery, ProposalView } from './discovery.dto.js';
import type { ProposalWish } from './proposal-wish.dto.js';
import { type ProposalRow, ProposalsRepository } from './proposals.repository.js';

/** Contacts that were proposed, and what people make of them. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalsRepository,
    private readonly contacts: ContactsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, asked: ProposalsQuery): Promise<ProposalList> {
    const state = asked.state ?? 'open';
    const siteId = asked.siteId ?? null;
    const after = asked.cursor === undefined ? null : afterOf(asked.cursor);
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.proposals.page({ siteId, state, after, limit: asked.limit });
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor('found', [last.sortKey, last.id]),
      );
      const isWhole = asked.cursor === undefined && rows.length <= asked.limit;
      const total = isWhole ? rows.length : await this.proposals.count(siteId, state);
      return { items: shown.map(viewOf), nextCursor, ...totalOf(total) };
    });
  }

  /**
   * Makes a contact at the proposal's site. Throws `discovery.proposal_not_found`, `discovery.proposal_decided`, and what adding a contact throws:
   * `contact.address_taken` names the contact that has the address.
   */
  accept(scope: WorkspaceScope, id: string, wish: ProposalWish): Promise<ContactDetail> {
    return this.database.inWorkspace(scope, async () => {
      const proposal = await this.open(id);
      const contact = await this.contacts.add(scope, contactOf(proposal, wish));
      await this.proposals.decide(id, 'accepted', contact.id, this.clock.now());
      return contact;
    });
  }

  /** Throws `discovery.proposal_not_found`, `discovery.proposal_decided`. */
  dismiss(scope: WorkspaceScope, id: string): Promise<ProposalView> {
    return this.database.inWorkspace(scope, async () => {
      const { siteId } = await this.open(id);
      await this.proposals.decide(id, 'dismissed', null, this.clock.now());
      await this.events.record({
        kind: 'contact_proposal.dismissed',
        subjects: [{ kind: 'site', id: siteId }],
        params: { proposalId: id },
      });
      const row = await this.proposals.find(id);
      if (row === null) throw new AppError('discovery.proposal_not_found', { id });
      return viewOf(row);
    });
  }

  private async open(id: string): Promise<ProposalRow> {
    const row = await this.proposals.lock(id);
    if (row === null) throw new AppError('discovery.proposal_not_found', { id });
    if (row.state !== 'open') throw new AppError('discovery.proposal_decided');
    return row;
  }
}

/** What is sent wins over what was proposed; the page goes along as evidence where its ground is taken. */
function contactOf(
  proposal: ProposalRow,
  { address, role, ground, takeGround, ...wish }: ProposalWish,
): NewContact {
  const written = address ?? proposal.address;
  const proposed =
    takeGround === true && proposal.proposedGround !== null && written === proposal.address
      ? {
          ground: proposal.proposedGround,
          evidenceUrl: proposal.pageUrl,
          evidenceOn: proposal.foundAt.toISOString().slice(0, 10),
          evidenceText: proposal.evidenceText,
        }
      : undefined;
  const taken = ground ?? proposed;
  return {
    name: proposal.name,
    position: proposal.position,
    ...wish,
    addresses: written === null ? [] : [{ address: written }],
    siteIds: [proposal.siteId],
    ...(role === undefined ? {} : { role }),
    ...(taken === undefined ? {} : { ground: taken }),
  };
}

function viewOf({ siteKey, address, ...row }: ProposalRow & { sortKey?: string }): ProposalView {
  const { sortKey: _, ...shown } = row;
  return {
    ...shown,
    address,
    displayHost: displayHost(siteKey),
    isGeneric: address !== null && isRoleAddress(address),
  };
}

function afterOf(cursor: string): { foundAt: string; id: string } {
  const [foundAt, id] = readCursor(cursor, 'found', 2);
  return { foundAt: cursorTime(foundAt), id: cursorText(id, UUID_FORM) };
}
