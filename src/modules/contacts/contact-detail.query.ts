import { Injectable } from '@nestjs/common';
import { proposeLocale } from '../../core/contacts/propose-locale.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SitesService } from '../sites/sites.service.js';
import { COLUMNS, type ContactRecord, JOINS, type PlaceRecord, placeOf, rowOf } from './contact-record.js';
import type {
  ContactAddressView,
  ContactDetail,
  ContactGroundView,
  ContactPlaceView,
  ContactWarning,
  ProposedGround,
} from './contact-views.dto.js';

type DetailRecord = ContactRecord & Pick<ContactDetail, 'firstName' | 'lastName' | 'notes' | 'importId'>;
type PlaceDetail = PlaceRecord & Pick<ContactPlaceView, 'id' | 'sinceOn' | 'untilOn'>;

const ADDRESS = `id, address, is_main as "isMain", status, finding_code as "findingCode", checked_at as "checkedAt",
  checked_by as "checkedBy", created_at as "createdAt"`;

/** A contact with all that belongs to it, in the open transaction. */
@Injectable()
export class ContactDetails {
  constructor(
    private readonly database: Database,
    private readonly sites: SitesService,
  ) {}

  /** Throws `contact.not_found`. */
  async get(id: string, warnings: readonly ContactWarning[] = []): Promise<ContactDetail> {
    const rows = await this.query<DetailRecord>(
      `select ${COLUMNS}, c.first_name as "firstName", c.last_name as "lastName", c.notes, c.import_id as "importId"
       from contacts c ${JOINS} where c.id = $1`,
      [id],
    );
    const record = rows[0];
    if (record === undefined) throw new AppError('contact.not_found', { id });
    const { firstName, lastName, notes, importId, ...row } = record;
    const places = await this.places(id);
    const current = places.filter((place) => !place.isFormer);
    const hints = proposeLocale(current.flatMap(({ siteKey }) => (siteKey === null ? [] : [siteKey])));
    return {
      ...rowOf(row, await this.sites.today()),
      firstName,
      lastName,
      notes,
      importId,
      erasedAt: row.erasedAt,
      places: places.map(placeView),
      addresses: await this.addresses(id),
      grounds: await this.grounds(id),
      proposedGround: await this.proposedGround(id),
      hints: {
        language: row.language === null ? hints.language : null,
        country: row.country === null ? hints.country : null,
      },
      warnings: [...warnings],
    };
  }

  /** Contacts of these names at one of these places that are not the one itself. */
  async alike(id: string): Promise<ContactWarning[]> {
    const rows = await this.query<{ contactId: string; name: string }>(
      `select distinct o.id as "contactId", o.name from contacts c
       join contacts o on o.workspace_id = c.workspace_id and o.name_key = c.name_key and o.id <> c.id and o.archived_at is null
       where c.id = $1 and c.name_key <> '' and (
         exists (select 1 from contact_places mine join contact_places theirs on theirs.workspace_id = mine.workspace_id
           and theirs.contact_id = o.id and (theirs.site_id = mine.site_id or theirs.publisher_id = mine.publisher_id)
           where mine.contact_id = c.id)
         or not exists (select 1 from contact_places mine where mine.contact_id = c.id)
       ) order by o.name limit 5`,
      [id],
    );
    return rows.map((row) => ({ code: 'name_alike', ...row }));
  }

  /** One address, or null. */
  async address(id: string): Promise<ContactAddressView | null> {
    const rows = await this.query<ContactAddressView>(
      `select ${ADDRESS} from contact_addresses where id = $1 and archived_at is null`,
      [id],
    );
    return rows[0] ?? null;
  }

  private addresses(id: string): Promise<ContactAddressView[]> {
    return this.query(
      `select ${ADDRESS} from contact_addresses where contact_id = $1 and archived_at is null order by is_main desc, created_at, id`,
      [id],
    );
  }

  private places(id: string): Promise<PlaceDetail[]> {
    return this.query(
      `select cp.id, cp.site_id as "siteId", cp.publisher_id as "publisherId", s.site_key as "siteKey", u.name as "publisherName", cp.role,
         cp.is_former as "isFormer", cp.since_on::text as "sinceOn", cp.until_on::text as "untilOn"
       from contact_places cp
       left join sites s on s.workspace_id = cp.workspace_id and s.id = cp.site_id
       left join publishers u on u.workspace_id = cp.workspace_id and u.id = cp.publisher_id
       where cp.contact_id = $1 order by cp.is_former, cp.created_at, cp.id`,
      [id],
    );
  }

  private grounds(id: string): Promise<ContactGroundView[]> {
    return this.query(
      `select g.id, g.ground, g.evidence_url as "evidenceUrl", g.evidence_on::text as "evidenceOn", g.evidence_text as "evidenceText",
         g.recorded_at as "recordedAt", (select m.name from members m where m.user_id = g.recorded_by order by m.left_at desc nulls first limit 1) as "recordedByName",
         g.withdrawn_at as "withdrawnAt", g.withdrawn_reason as "withdrawnReason"
       from contact_grounds g where g.contact_id = $1 order by g.recorded_at desc, g.id desc`,
      [id],
    );
  }

  /** What earlier mail offers as a ground: nothing where one stands, one like it was withdrawn, or the person objected. */
  private async proposedGround(id: string): Promise<ProposedGround | null> {
    const rows = await this.query<ProposedGround>(
      `select 'ongoing_correspondence' as ground, c.corresponded_on::text as "evidenceOn", m.id as "mailboxId", m.address as "mailboxAddress"
       from contacts c join mailboxes m on m.workspace_id = c.workspace_id and m.id = c.corresponded_mailbox_id
       where c.id = $1 and c.objected_at is null and c.erased_at is null and not exists (
         select 1 from contact_grounds g where g.contact_id = c.id and (g.withdrawn_at is null or g.ground = 'ongoing_correspondence'))`,
      [id],
    );
    return rows[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function placeView({ id, sinceOn, untilOn, ...place }: PlaceDetail): ContactPlaceView {
  return { id, sinceOn, untilOn, ...placeOf(place) };
}
