/** What a prospect shows of its site, as expressions over `workspace_id` and `site_id` of a row. */
const CONTACTS_AT = (row: string): string => `(select count(*)::int from contact_places cp
  join contacts c on c.workspace_id = cp.workspace_id and c.id = cp.contact_id
  where cp.workspace_id = ${row}.workspace_id and cp.site_id = ${row}.site_id and not cp.is_former and c.archived_at is null)`;
const LAST_TOUCH = (row: string, column: string): string => `(select t.${column} from touches t
  where t.workspace_id = ${row}.workspace_id and t.site_id = ${row}.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1)`;
const SUPPRESSED = (row: string, wanted = ''): string => `exists (select 1 from suppressions s
  where s.workspace_id = ${row}.workspace_id and s.site_id = ${row}.site_id and s.lifted_at is null${wanted})`;

/** A trigger function that brings the prospects of the touched sites up to date, in the order of their ids. */
function keepsTrue(name: string, sites: string, set: string): string {
  return `create function ${name}() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      perform 1 from prospects p join (${sites}) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set ${set} from (${sites}) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $$;`;
}

const TOUCHED_SITES = {
  insert: 'select distinct workspace_id, site_id from added where site_id is not null',
  update: `select workspace_id, site_id from added where site_id is not null
      union select workspace_id, site_id from removed where site_id is not null`,
  delete: 'select distinct workspace_id, site_id from removed where site_id is not null',
};

/** Statement triggers for all three kinds of writing on a table that has `site_id`. */
function triggers(table: string, name: string, set: string): string {
  const tables = {
    insert: 'new table as added',
    update: 'old table as removed new table as added',
    delete: 'old table as removed',
  };
  return (['insert', 'update', 'delete'] as const)
    .map(
      (act) => `${keepsTrue(`${name}_${act}`, TOUCHED_SITES[act], set)}
      create trigger ${name}_${act} after ${act} on ${table}
        referencing ${tables[act]} for each statement execute function ${name}_${act}();`,
    )
    .join('\n');
}

function atOtherSite(wanted: string): string {
  return `create function prospects_at_other_site() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      new.contact_count := ${CONTACTS_AT('new')};
      new.last_touch_at := ${LAST_TOUCH('new', 'at')};
      new.last_touch_member_id := ${LAST_TOUCH('new', 'member_id')};
      new.do_not_contact := ${SUPPRESSED('new', wanted)};
      return new;
    end
  $$;`;
}

/** The functions that keep `do_not_contact` true, anew: only entries that `wanted` names count. */
export function doNotContactKeptTrue(wanted: string): string {
  const set = `do_not_contact = ${SUPPRESSED('p', wanted)}`;
  const told = (['insert', 'update', 'delete'] as const).map((act) =>
    keepsTrue(`suppressions_told_${act}`, TOUCHED_SITES[act], set),
  );
  return [...told, atOtherSite(wanted)]
    .join('\n')
    .replaceAll('create function', 'create or replace function');
}

/**
 * Columns of prospects that follow from other tables. Many write those tables (people, imports, merges, erasing), so the tables
 * themselves keep the columns true.
 */
export const PROSPECTS_KEPT_TRUE = `
  ${triggers('contact_places', 'contact_places_counted', `contact_count = ${CONTACTS_AT('p')}`)}
  ${triggers('touches', 'touches_told', `last_touch_at = ${LAST_TOUCH('p', 'at')}, last_touch_member_id = ${LAST_TOUCH('p', 'member_id')}`)}
  ${triggers('suppressions', 'suppressions_told', `do_not_contact = ${SUPPRESSED('p')}`)}
  ${keepsTrue(
    'contacts_counted',
    `select distinct cp.workspace_id, cp.site_id from added a
      join removed r on r.workspace_id = a.workspace_id and r.id = a.id and r.archived_at is distinct from a.archived_at
      join contact_places cp on cp.workspace_id = a.workspace_id and cp.contact_id = a.id and cp.site_id is not null`,
    `contact_count = ${CONTACTS_AT('p')}`,
  )}
  create trigger contacts_counted after update on contacts
    referencing old table as removed new table as added for each statement execute function contacts_counted();

  ${atOtherSite('')}
  create trigger prospects_at_other_site before update on prospects
    for each row when (new.site_id <> old.site_id) execute function prospects_at_other_site();
`;
