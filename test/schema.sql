extension pg_trgm

CREATE OR REPLACE FUNCTION public.app_client_ids()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
        select case when coalesce(nullif(current_setting('app.client_ids', true), ''), '*') = '*' then '{}'::uuid[]
          else string_to_array(current_setting('app.client_ids', true), ',')::uuid[] end
      $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.app_sees_all_clients()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        select coalesce(nullif(current_setting('app.client_ids', true), ''), '*') = '*'
      $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.claim_outbound(speaks integer, asked uuid, by_owner bigint, moment timestamp with time zone)
 RETURNS TABLE(attempt integer)
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
        update outbound_messages o set state = 'claimed', attempt = o.attempt + 1, owner = by_owner, claimed_at = moment,
          first_try_at = coalesce(o.first_try_at, moment), updated_at = moment
        where o.id = (select i.id from outbound_messages i
            where i.id = asked and i.state in ('ready', 'deferred') and i.not_before <= moment and i.held_at is null
            for update skip locked)
          and exists (select 1 from sending_control c where not c.is_paused and c.protocol <= speaks)
        returning o.attempt
      $function$
-- owner linkledger_owner -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.contact_places_counted_delete()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select distinct workspace_id, site_id from removed where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set contact_count = (select count(*)::int from contact_places cp
  join contacts c on c.workspace_id = cp.workspace_id and c.id = cp.contact_id
  where cp.workspace_id = p.workspace_id and cp.site_id = p.site_id and not cp.is_former and c.archived_at is null) from (select distinct workspace_id, site_id from removed where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.contact_places_counted_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select distinct workspace_id, site_id from added where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set contact_count = (select count(*)::int from contact_places cp
  join contacts c on c.workspace_id = cp.workspace_id and c.id = cp.contact_id
  where cp.workspace_id = p.workspace_id and cp.site_id = p.site_id and not cp.is_former and c.archived_at is null) from (select distinct workspace_id, site_id from added where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.contact_places_counted_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select workspace_id, site_id from added where site_id is not null
      union select workspace_id, site_id from removed where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set contact_count = (select count(*)::int from contact_places cp
  join contacts c on c.workspace_id = cp.workspace_id and c.id = cp.contact_id
  where cp.workspace_id = p.workspace_id and cp.site_id = p.site_id and not cp.is_former and c.archived_at is null) from (select workspace_id, site_id from added where site_id is not null
      union select workspace_id, site_id from removed where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.contacts_counted()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select distinct cp.workspace_id, cp.site_id from added a
      join removed r on r.workspace_id = a.workspace_id and r.id = a.id and r.archived_at is distinct from a.archived_at
      join contact_places cp on cp.workspace_id = a.workspace_id and cp.contact_id = a.id and cp.site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set contact_count = (select count(*)::int from contact_places cp
  join contacts c on c.workspace_id = cp.workspace_id and c.id = cp.contact_id
  where cp.workspace_id = p.workspace_id and cp.site_id = p.site_id and not cp.is_former and c.archived_at is null) from (select distinct cp.workspace_id, cp.site_id from added a
      join removed r on r.workspace_id = a.workspace_id and r.id = a.id and r.archived_at is distinct from a.archived_at
      join contact_places cp on cp.workspace_id = a.workspace_id and cp.contact_id = a.id and cp.site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.count_domains_of_all_sites()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select count(*) from sites where kind = 'domain' and archived_at is null
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.domains_of_all_sites(after_key text, at_most integer)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select distinct site_key from sites where kind = 'domain' and archived_at is null and site_key > after_key collate "C"
        order by site_key limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.drop_partitions_before(parent text, moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        declare
          part record;
          dropped integer := 0;
        begin
          if not parent = any (partitioned_tables()) then raise exception 'not a partitioned table: %', parent; end if;
          if moment > clock_timestamp() - interval '30 days' then raise exception 'the last 30 days are kept'; end if;
          for part in
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass(parent)
              and c.relname <= parent || to_char((moment - interval '1 month') at time zone 'UTC', '"_"YYYY"_"MM')
          loop
            execute format('drop table %I', part.relname);
            dropped := dropped + 1;
          end loop;
          return dropped;
        end
      $function$
-- owner linkledger_owner -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.due_crawl_plans(moment timestamp with time zone, at_most integer)
 RETURNS TABLE(workspace_id uuid, brand_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select p.workspace_id, p.brand_id from crawl_plans p
        where p.is_on and p.next_at <= moment order by p.next_at limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.due_crawls(moment timestamp with time zone, at_most integer)
 RETURNS TABLE(workspace_id uuid, crawl_id uuid, host_slot text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select c.workspace_id, c.id, c.host_slot from crawls c
        where c.state = 'running' and c.due_at <= moment
        order by c.due_at limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.due_outbound(speaks integer, moment timestamp with time zone, at_most integer, per_mailbox integer)
 RETURNS TABLE(workspace_id uuid, message_id uuid, mailbox_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select d.workspace_id, d.id, d.mailbox_id from (
          select n.*, row_number() over (partition by n.workspace_id, n.mailbox_id order by n.not_before, n.id) as place from (
            select o.workspace_id, o.id, o.mailbox_id, o.not_before from outbound_messages o
            join mailboxes m on m.workspace_id = o.workspace_id and m.id = o.mailbox_id
            where o.state in ('ready', 'deferred') and o.not_before <= moment and o.held_at is null
              and (not (o.kind = 'sequence') or m.next_slot_at is null or m.next_slot_at <= moment)
              and exists (select 1 from sending_control c where not c.is_paused and c.protocol <= speaks)
              and o.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, o.workspace_id)
            order by o.not_before, o.id limit 500
          ) n
        ) d where d.place <= per_mailbox order by d.not_before, d.id limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.due_placements(asked_slot text, moment timestamp with time zone, at_most integer)
 RETURNS TABLE(workspace_id uuid, placement_id uuid, next_check_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select p.workspace_id, p.id, p.next_check_at from placements p
        where p.host_slot = asked_slot and p.next_check_at <= moment
        order by (p.next_check_reason is not distinct from 'asked') desc, p.next_check_at limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.due_target_pages(asked_slot text, moment timestamp with time zone, at_most integer)
 RETURNS TABLE(workspace_id uuid, target_page_id uuid, next_check_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select t.workspace_id, t.id, t.next_check_at from target_pages t
        where t.host_slot = asked_slot and t.next_check_at <= moment
        order by t.next_check_at limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.ensure_partitions(first_moment timestamp with time zone, months integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        declare
          parent text;
          first_month timestamptz := date_trunc('month', first_moment at time zone 'UTC') at time zone 'UTC';
          month_start timestamptz;
          month_end timestamptz;
          made integer := 0;
        begin
          if months < 1 or months > 36 then raise exception 'months must be 1 to 36'; end if;
          perform pg_advisory_xact_lock(hashtext('linkledger.partitions'));
          foreach parent in array partitioned_tables() loop
            if to_regclass(parent) is null then continue; end if;
            for step in 0 .. months - 1 loop
              month_start := (first_month at time zone 'UTC' + make_interval(months => step)) at time zone 'UTC';
              month_end := (first_month at time zone 'UTC' + make_interval(months => step + 1)) at time zone 'UTC';
              if to_regclass(parent || to_char(month_start at time zone 'UTC', '"_"YYYY"_"MM')) is null then
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                  parent || to_char(month_start at time zone 'UTC', '"_"YYYY"_"MM'), parent, uuid_floor(month_start), uuid_floor(month_end));
                made := made + 1;
              end if;
            end loop;
          end loop;
          return made;
        end
      $function$
-- owner linkledger_owner -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.find_report_link(of_workspace uuid, of_token bytea, moment timestamp with time zone)
 RETURNS TABLE(link_id uuid, report_id uuid, client_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select l.id, l.report_id, l.client_id
        from report_links l
        join reports r on r.workspace_id = l.workspace_id and r.id = l.report_id and r.state = 'sent' and r.archived_at is null
        where l.workspace_id = of_workspace and l.token_sha256 = of_token and l.revoked_at is null and l.expires_at > moment
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.installation_has_workspace()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select exists (select 1 from workspaces)
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.mailboxes_to_read()
 RETURNS TABLE(workspace_id uuid, mailbox_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select m.workspace_id, m.id from mailboxes m
        where m.archived_at is null and m.sign_in <> 'catcher' and m.imap_host <> ''
          and coalesce(m.pause_code, '') not in ('credentials_refused', 'token_refused', 'uid_validity_unstable')
          and m.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, m.workspace_id)
        order by m.workspace_id, m.id
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.next_due_of_host(asked_slot text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select least(
          (select min(p.next_check_at) from placements p where p.host_slot = asked_slot and p.next_check_at is not null),
          (select min(t.next_check_at) from target_pages t where t.host_slot = asked_slot and t.next_check_at is not null))
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.next_order_number()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select coalesce(max(number), 0) + 1 from orders
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.orphaned_outbound(lock_class integer)
 RETURNS TABLE(workspace_id uuid, message_id uuid, state text, attempt integer, owner bigint)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select o.workspace_id, o.id, o.state, o.attempt, o.owner from outbound_messages o
        where o.state in ('claimed', 'in_doubt') and o.owner is not null
          and not exists (select 1 from pg_locks l
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2 and l.classid::bigint = lock_class
              and l.objid::bigint = o.owner
              and l.database = (select d.oid from pg_database d where d.datname = current_database()))
          and o.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, o.workspace_id)
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.outbound_copies_due(sent_before timestamp with time zone, at_most integer)
 RETURNS TABLE(workspace_id uuid, mailbox_id uuid, message_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select o.workspace_id, o.mailbox_id, o.id from outbound_messages o
        join mailboxes m on m.workspace_id = o.workspace_id and m.id = o.mailbox_id and m.sign_in <> 'catcher'
        where o.state = 'sent' and o.looked_at is null and o.sent_at <= sent_before
          and o.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, o.workspace_id)
        order by o.sent_at, o.id limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.outbound_doubts(doubted_before timestamp with time zone, looked_before timestamp with time zone, at_most integer)
 RETURNS TABLE(workspace_id uuid, mailbox_id uuid, message_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select o.workspace_id, o.mailbox_id, o.id from outbound_messages o
        where o.state = 'in_doubt' and o.owner is null and o.in_doubt_at <= doubted_before
          and (o.looked_at is null or o.looked_at <= looked_before)
          and o.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, o.workspace_id)
        order by o.in_doubt_at, o.id limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.partitioned_tables()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
        select array['events', 'event_subjects', 'checks']
      $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.prospects_at_other_site()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      new.contact_count := (select count(*)::int from contact_places cp
  join contacts c on c.workspace_id = cp.workspace_id and c.id = cp.contact_id
  where cp.workspace_id = new.workspace_id and cp.site_id = new.site_id and not cp.is_former and c.archived_at is null);
      new.last_touch_at := (select t.at from touches t
  where t.workspace_id = new.workspace_id and t.site_id = new.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1);
      new.last_touch_member_id := (select t.member_id from touches t
  where t.workspace_id = new.workspace_id and t.site_id = new.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1);
      new.do_not_contact := exists (select 1 from suppressions s
  where s.workspace_id = new.workspace_id and s.site_id = new.site_id and s.lifted_at is null and s.client_id is null);
      return new;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.publishers_named_like(wanted_key text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from publishers
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null and name_key % wanted_key and similarity(name_key, wanted_key) >= 0.7
        order by similarity(name_key, wanted_key) desc, id limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.release_blob(released bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        delete from blobs b where b.sha256 = released
          and not exists (select 1 from inbound_messages where blob_sha256 = released)
          and not exists (select 1 from evidence where blob_sha256 = released)
          and not exists (select 1 from imports where file_sha256 = released)
          and not exists (select 1 from sightings where picture_sha256 = released)
          and not exists (select 1 from clients where logo_sha256 = released)
          and not exists (select 1 from placement_term_sources where document_sha256 = released)
          and not exists (select 1 from pitch_files where sha256 = released)
          and not exists (select 1 from reports where content_sha256 = released)
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.sealing_key_ids()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
        select distinct encode(substring(sealed from 2 for 4), 'hex') from (
          select sealed_key as sealed from service_keys
          union all select sealed_secret from mailboxes
          union all select sealed_secret from oauth_apps
        ) kept where sealed is not null
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.search_contacts(words text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from contacts
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
        limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.search_conversations(words text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from conversations
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
          and (client_id is null or (select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.search_pitches(words text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from pitches
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
          and ((select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.search_placements(words text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from placements
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and (coalesce(source_url, source_host) || ' ' || target_url) ilike '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
          and ((select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.search_prospects(words text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from prospects
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
        limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.search_publishers(words text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from publishers
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and archived_at is null
          and search_text like '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
        limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.search_relationships(words text, at_most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select r.id from sites s
        join relationships r on r.workspace_id = s.workspace_id and r.site_id = s.id
        where s.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
          and s.site_key like '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
          and ((select app_sees_all_clients()) or r.client_id = any ((select app_client_ids())::uuid[]))
        limit at_most
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.session_principal(asked_hash bytea)
 RETURNS TABLE(session_id uuid, user_id uuid, locale text, created_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, workspace_id uuid, member_id uuid, role text, client_ids uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        #variable_conflict use_column
        begin
          return query
            select s.id, u.id, u.locale, s.created_at, s.last_seen_at, s.expires_at, m.workspace_id, m.id, m.role,
              case when m.limited_to_clients then array(
                select c.client_id from member_clients c where c.workspace_id = m.workspace_id and c.member_id = m.id) end
            from sessions s
            join users u on u.id = s.user_id and u.disabled_at is null
            join members m on m.workspace_id = s.workspace_id and m.user_id = u.id and m.left_at is null
            where s.token_hash = asked_hash;
        end
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.setup_state()
 RETURNS TABLE(is_set_up boolean, demo_workspace_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select exists (select 1 from workspaces where not is_demo),
          (select id from workspaces where is_demo order by created_at limit 1)
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.sites_in_use(asked uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        declare
          place record;
          here uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
        begin
          for place in
            select k.conrelid::regclass::text as table_name, a.attname as column_name
            from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
            where k.contype = 'f' and k.confrelid = 'sites'::regclass
          loop
            return query execute format('select distinct %1$I from %2$s where workspace_id = $1 and %1$I = any ($2)',
              place.column_name, place.table_name) using here, asked;
          end loop;
        end
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.snoozes_over(at timestamp with time zone)
 RETURNS TABLE(workspace_id uuid, conversation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select c.workspace_id, c.id from conversations c
        where c.snoozed_until <= at
          and c.workspace_id = coalesce(nullif(current_setting('app.workspace_id', true), '')::uuid, c.workspace_id)
        order by c.snoozed_until limit 1000
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.suppressions_told_delete()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select distinct workspace_id, site_id from removed where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set do_not_contact = exists (select 1 from suppressions s
  where s.workspace_id = p.workspace_id and s.site_id = p.site_id and s.lifted_at is null and s.client_id is null) from (select distinct workspace_id, site_id from removed where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.suppressions_told_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select distinct workspace_id, site_id from added where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set do_not_contact = exists (select 1 from suppressions s
  where s.workspace_id = p.workspace_id and s.site_id = p.site_id and s.lifted_at is null and s.client_id is null) from (select distinct workspace_id, site_id from added where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.suppressions_told_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select workspace_id, site_id from added where site_id is not null
      union select workspace_id, site_id from removed where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set do_not_contact = exists (select 1 from suppressions s
  where s.workspace_id = p.workspace_id and s.site_id = p.site_id and s.lifted_at is null and s.client_id is null) from (select workspace_id, site_id from added where site_id is not null
      union select workspace_id, site_id from removed where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.touches_told_delete()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select distinct workspace_id, site_id from removed where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set last_touch_at = (select t.at from touches t
  where t.workspace_id = p.workspace_id and t.site_id = p.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1), last_touch_member_id = (select t.member_id from touches t
  where t.workspace_id = p.workspace_id and t.site_id = p.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1) from (select distinct workspace_id, site_id from removed where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.touches_told_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select distinct workspace_id, site_id from added where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set last_touch_at = (select t.at from touches t
  where t.workspace_id = p.workspace_id and t.site_id = p.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1), last_touch_member_id = (select t.member_id from touches t
  where t.workspace_id = p.workspace_id and t.site_id = p.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1) from (select distinct workspace_id, site_id from added where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.touches_told_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      perform 1 from prospects p join (select workspace_id, site_id from added where site_id is not null
      union select workspace_id, site_id from removed where site_id is not null) s on p.workspace_id = s.workspace_id and p.site_id = s.site_id
        order by p.id for no key update of p;
      if not found then return null; end if;
      update prospects p set last_touch_at = (select t.at from touches t
  where t.workspace_id = p.workspace_id and t.site_id = p.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1), last_touch_member_id = (select t.member_id from touches t
  where t.workspace_id = p.workspace_id and t.site_id = p.site_id and t.archived_at is null order by t.at desc, t.id desc limit 1) from (select workspace_id, site_id from added where site_id is not null
      union select workspace_id, site_id from removed where site_id is not null) s where p.workspace_id = s.workspace_id and p.site_id = s.site_id;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.uuid_floor(moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
AS $function$
        select (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
      $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.wake_hosts_of_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      insert into hosts (slot, due_at)
      select c.host_slot, min(c.next_check_at) from changed c
      where c.host_slot is not null and c.next_check_at is not null 
      group by c.host_slot order by c.host_slot
      on conflict (slot) do update set due_at = excluded.due_at
        where hosts.due_at is null or hosts.due_at > excluded.due_at;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.wake_hosts_of_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    begin
      insert into hosts (slot, due_at)
      select c.host_slot, min(c.next_check_at) from changed c
      where c.host_slot is not null and c.next_check_at is not null and not exists (select from before b where b.workspace_id = c.workspace_id and b.id = c.id
             and b.host_slot = c.host_slot and b.next_check_at is not distinct from c.next_check_at)
      group by c.host_slot order by c.host_slot
      on conflict (slot) do update set due_at = excluded.due_at
        where hosts.due_at is null or hosts.due_at > excluded.due_at;
      return null;
    end
  $function$
-- owner linkledger_owner

CREATE OR REPLACE FUNCTION public.workspace_ids()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select id from workspaces order by created_at
      $function$
-- owner linkledger_definer -- execute linkledger_app

CREATE OR REPLACE FUNCTION public.workspaces_of_user(asked_user uuid)
 RETURNS TABLE(workspace_id uuid, workspace_name text, member_id uuid, role text, is_demo boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select w.id, w.name, m.id, m.role, w.is_demo
        from members m join workspaces w on w.id = m.workspace_id
        where m.user_id = asked_user and m.left_at is null
        order by w.created_at
      $function$
-- owner linkledger_definer -- execute linkledger_app

table api_tokens row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  expires_at timestamp with time zone
  id uuid not null
  last_used_at timestamp with time zone
  member_id uuid not null
  name text not null
  prefix text not null
  revoked_at timestamp with time zone
  scope text not null
  token_hash bytea not null
  workspace_id uuid not null
constraint api_tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
constraint api_tokens_pkey PRIMARY KEY (workspace_id, id)
constraint api_tokens_scope_check CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text])))
constraint api_tokens_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint api_tokens_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
CREATE UNIQUE INDEX api_tokens_hash ON public.api_tokens USING btree (workspace_id, token_hash)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table approval_comments row security forced owner linkledger_owner
  approval_id uuid not null
  author_member_id uuid
  body text not null
  by_client boolean not null
  client_id uuid not null
  id uuid not null
  workspace_id uuid not null
  written_at timestamp with time zone not null
constraint approval_comments_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
constraint approval_comments_pkey PRIMARY KEY (workspace_id, id)
constraint approval_comments_workspace_id_author_member_id_fkey FOREIGN KEY (workspace_id, author_member_id) REFERENCES members(workspace_id, id)
constraint approval_comments_workspace_id_client_id_approval_id_fkey FOREIGN KEY (workspace_id, client_id, approval_id) REFERENCES approvals(workspace_id, client_id, id)
CREATE INDEX approval_comments_approval ON public.approval_comments USING btree (workspace_id, approval_id, written_at)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table approvals row security forced owner linkledger_owner
  asked_at timestamp with time zone not null
  asked_by_member_id uuid
  brand_id uuid not null
  campaign_id uuid
  client_id uuid not null
  content jsonb not null default '{}'::jsonb
  decided_at timestamp with time zone
  decided_by_member_id uuid
  due_on date
  id uuid not null
  note text not null default ''::text
  pitch_id uuid
  reason text not null default ''::text
  state text not null default 'asked'::text
  subject text not null
  workspace_id uuid not null
constraint approvals_check CHECK (((state = 'asked'::text) = (decided_at IS NULL)))
constraint approvals_note_check CHECK ((length(note) <= 2000))
constraint approvals_pkey PRIMARY KEY (workspace_id, id)
constraint approvals_reason_check CHECK ((length(reason) <= 5000))
constraint approvals_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
constraint approvals_subject_check CHECK ((subject = ANY (ARRAY['site'::text, 'topic'::text, 'draft'::text])))
constraint approvals_workspace_id_asked_by_member_id_fkey FOREIGN KEY (workspace_id, asked_by_member_id) REFERENCES members(workspace_id, id)
constraint approvals_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint approvals_workspace_id_client_id_campaign_id_fkey FOREIGN KEY (workspace_id, client_id, campaign_id) REFERENCES campaigns(workspace_id, client_id, id)
constraint approvals_workspace_id_client_id_pitch_id_fkey FOREIGN KEY (workspace_id, client_id, pitch_id) REFERENCES pitches(workspace_id, client_id, id)
constraint approvals_workspace_id_decided_by_member_id_fkey FOREIGN KEY (workspace_id, decided_by_member_id) REFERENCES members(workspace_id, id)
constraint approvals_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX approvals_asked ON public.approvals USING btree (workspace_id, pitch_id, subject) WHERE ((state = 'asked'::text) AND (pitch_id IS NOT NULL))
CREATE INDEX approvals_newest ON public.approvals USING btree (workspace_id, asked_at, id)
CREATE UNIQUE INDEX approvals_of_client ON public.approvals USING btree (workspace_id, client_id, id)
CREATE INDEX approvals_pitch ON public.approvals USING btree (workspace_id, pitch_id) WHERE (pitch_id IS NOT NULL)
CREATE INDEX approvals_state ON public.approvals USING btree (workspace_id, client_id, state, asked_at, id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table assets row security forced owner linkledger_owner
  archived_at timestamp with time zone
  brand_id uuid not null
  client_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  description text not null default ''::text
  id uuid not null
  owner_member_id uuid
  ready_on date
  revision integer not null default 1
  status text not null default 'planned'::text
  target_page_id uuid
  title text not null
  topics text[] not null default '{}'::text[]
  type text not null
  updated_at timestamp with time zone not null
  url text
  workspace_id uuid not null
constraint assets_pkey PRIMARY KEY (workspace_id, id)
constraint assets_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'in_progress'::text, 'ready'::text, 'retired'::text])))
constraint assets_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
constraint assets_type_check CHECK ((type = ANY (ARRAY['research'::text, 'visual'::text, 'tool'::text, 'case_study'::text, 'guide'::text, 'interview'::text, 'article'::text, 'other'::text])))
constraint assets_url_check CHECK ((length(url) <= 4000))
constraint assets_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint assets_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint assets_workspace_id_owner_member_id_fkey FOREIGN KEY (workspace_id, owner_member_id) REFERENCES members(workspace_id, id)
constraint assets_workspace_id_target_page_id_fkey FOREIGN KEY (workspace_id, target_page_id) REFERENCES target_pages(workspace_id, id)
CREATE INDEX assets_brand ON public.assets USING btree (workspace_id, brand_id, created_at, id)
CREATE INDEX assets_newest ON public.assets USING btree (workspace_id, created_at, id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table audit_events row security forced owner linkledger_owner
  action text not null
  actor_kind text not null
  actor_user_id uuid
  at timestamp with time zone not null
  id uuid not null
  outcome text not null
  params jsonb not null default '{}'::jsonb
  request_id text
  subject_id uuid
  subject_kind text
  workspace_id uuid not null
constraint audit_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'token'::text, 'system'::text])))
constraint audit_events_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'denied'::text])))
constraint audit_events_pkey PRIMARY KEY (workspace_id, id)
constraint audit_events_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant insert, select to linkledger_app
grant delete, insert, select, update to linkledger_definer

table authority_ranks owner linkledger_owner
  first_rank bigint not null
  reading_id uuid not null
  second_rank bigint
  site_key text not null
constraint authority_ranks_pkey PRIMARY KEY (reading_id, site_key)
constraint authority_ranks_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES authority_readings(id) ON DELETE CASCADE
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table authority_readings owner linkledger_owner
  error_code text
  finished_at timestamp with time zone
  id uuid not null
  listed bigint not null default 0
  measured_on date
  release text not null default ''::text
  source text not null
  started_at timestamp with time zone not null
  state text not null default 'running'::text
  unreadable bigint not null default 0
constraint authority_readings_pkey PRIMARY KEY (id)
constraint authority_readings_source_check CHECK ((source = ANY (ARRAY['common_crawl'::text, 'tranco'::text])))
constraint authority_readings_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
CREATE INDEX authority_readings_newest ON public.authority_readings USING btree (source, started_at)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table awaited_searches row security forced owner linkledger_owner
  candidates jsonb not null default '[]'::jsonb
  client_id uuid not null
  next_search_at timestamp with time zone
  placement_id uuid not null
  read_pages jsonb not null default '{}'::jsonb
  result text
  searched_at timestamp with time zone
  workspace_id uuid not null
constraint awaited_searches_pkey PRIMARY KEY (workspace_id, placement_id)
constraint awaited_searches_result_check CHECK ((result = ANY (ARRAY['found'::text, 'not_found'::text, 'no_feed'::text, 'could_not_read'::text])))
constraint awaited_searches_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint awaited_searches_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
CREATE INDEX awaited_searches_due ON public.awaited_searches USING btree (next_search_at) WHERE (next_search_at IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table blobs owner linkledger_owner
  content bytea not null
  created_at timestamp with time zone not null
  encoding text not null
  media_type text not null default 'application/octet-stream'::text
  sha256 bytea not null
  size integer not null
constraint blobs_encoding_check CHECK ((encoding = ANY (ARRAY['identity'::text, 'gzip'::text, 'br'::text])))
constraint blobs_pkey PRIMARY KEY (sha256)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table brands row security forced owner linkledger_owner
  aliases text[] not null default '{}'::text[]
  archived_at timestamp with time zone
  client_id uuid not null
  created_at timestamp with time zone not null
  description text not null default ''::text
  home_url text not null
  id uuid not null
  name text not null
  site_key text not null
  workspace_id uuid not null
constraint brands_description_check CHECK ((length(description) <= 500))
constraint brands_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint brands_pkey PRIMARY KEY (workspace_id, id)
constraint brands_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
CREATE UNIQUE INDEX brands_client ON public.brands USING btree (workspace_id, client_id, id)
CREATE UNIQUE INDEX brands_name ON public.brands USING btree (workspace_id, client_id, lower(name)) WHERE (archived_at IS NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table campaign_members row security forced owner linkledger_owner
  campaign_id uuid not null
  client_id uuid not null
  member_id uuid not null
  workspace_id uuid not null
constraint campaign_members_pkey PRIMARY KEY (workspace_id, campaign_id, member_id)
constraint campaign_members_workspace_id_client_id_campaign_id_fkey FOREIGN KEY (workspace_id, client_id, campaign_id) REFERENCES campaigns(workspace_id, client_id, id)
constraint campaign_members_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
CREATE INDEX campaign_members_member ON public.campaign_members USING btree (workspace_id, member_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table campaign_target_pages row security forced owner linkledger_owner
  campaign_id uuid not null
  client_id uuid not null
  goal text not null default ''::text
  next_action text not null default ''::text
  next_action_on date
  owner_member_id uuid
  position integer not null default 0
  target_page_id uuid not null
  workspace_id uuid not null
constraint campaign_target_pages_pkey PRIMARY KEY (workspace_id, campaign_id, target_page_id)
constraint campaign_target_pages_workspace_id_client_id_campaign_id_fkey FOREIGN KEY (workspace_id, client_id, campaign_id) REFERENCES campaigns(workspace_id, client_id, id)
constraint campaign_target_pages_workspace_id_owner_member_id_fkey FOREIGN KEY (workspace_id, owner_member_id) REFERENCES members(workspace_id, id)
constraint campaign_target_pages_workspace_id_target_page_id_fkey FOREIGN KEY (workspace_id, target_page_id) REFERENCES target_pages(workspace_id, id)
CREATE INDEX campaign_target_pages_page ON public.campaign_target_pages USING btree (workspace_id, target_page_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table campaigns row security forced owner linkledger_owner
  agreed_per_month integer
  approvals text[] not null default '{}'::text[]
  archived_at timestamp with time zone
  brand_id uuid not null
  budget_minor bigint
  client_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  currency text
  ends_on date
  first_mails_per_week integer
  id uuid not null
  kind text not null
  name text not null
  notes text not null default ''::text
  on_conflict text not null default 'warn'::text
  on_exclusion text not null default 'block'::text
  owner_member_id uuid
  revision integer not null default 1
  starts_on date
  status text not null default 'planning'::text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint campaigns_agreed_per_month_check CHECK (((agreed_per_month >= 0) AND (agreed_per_month <= 10000)))
constraint campaigns_budget_minor_check CHECK ((budget_minor >= 0))
constraint campaigns_check CHECK (((budget_minor IS NULL) OR (currency IS NOT NULL)))
constraint campaigns_check1 CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)))
constraint campaigns_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint campaigns_first_mails_per_week_check CHECK (((first_mails_per_week >= 0) AND (first_mails_per_week <= 100000)))
constraint campaigns_kind_check CHECK ((kind ~ '^[a-z][a-z_]{0,39}$'::text))
constraint campaigns_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint campaigns_on_conflict_check CHECK ((on_conflict = ANY (ARRAY['warn'::text, 'block'::text])))
constraint campaigns_on_exclusion_check CHECK ((on_exclusion = ANY (ARRAY['warn'::text, 'block'::text])))
constraint campaigns_pkey PRIMARY KEY (workspace_id, id)
constraint campaigns_status_check CHECK ((status = ANY (ARRAY['planning'::text, 'running'::text, 'paused'::text, 'finished'::text])))
constraint campaigns_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint campaigns_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint campaigns_workspace_id_owner_member_id_fkey FOREIGN KEY (workspace_id, owner_member_id) REFERENCES members(workspace_id, id)
CREATE INDEX campaigns_brand ON public.campaigns USING btree (workspace_id, brand_id)
CREATE INDEX campaigns_newest ON public.campaigns USING btree (workspace_id, created_at, id)
CREATE UNIQUE INDEX campaigns_of_client ON public.campaigns USING btree (workspace_id, client_id, id)
CREATE INDEX campaigns_owner ON public.campaigns USING btree (workspace_id, owner_member_id) WHERE (owner_member_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table checks partition by RANGE (id) row security forced owner linkledger_owner
  at timestamp with time zone not null
  duration_ms integer not null default 0
  evidence_hash text
  final_url text
  findings jsonb not null default '[]'::jsonb
  id uuid not null
  links jsonb
  origin text not null
  page_status integer
  placement_id uuid not null
  redirects jsonb not null default '[]'::jsonb
  rendered boolean not null default false
  robots jsonb
  seen jsonb
  state_after text not null
  verdict text not null
  workspace_id uuid not null
constraint checks_origin_check CHECK ((origin = ANY (ARRAY['schedule'::text, 'asked'::text, 'by_hand'::text])))
constraint checks_pkey PRIMARY KEY (workspace_id, id)
constraint checks_verdict_check CHECK ((verdict = ANY (ARRAY['live'::text, 'differs'::text, 'absent'::text, 'unreachable'::text, 'unverifiable'::text])))
constraint checks_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
CREATE INDEX checks_of_placement ON ONLY public.checks USING btree (workspace_id, placement_id, id DESC)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant insert, select to linkledger_app
grant delete, insert, select, update to linkledger_definer

table client_exclusions row security forced owner linkledger_owner
  client_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  id uuid not null
  note text not null default ''::text
  reason text not null
  site_id uuid not null
  workspace_id uuid not null
constraint client_exclusions_pkey PRIMARY KEY (workspace_id, id)
constraint client_exclusions_reason_check CHECK ((reason = ANY (ARRAY['competitor'::text, 'blocked'::text, 'client_wish'::text, 'other'::text])))
constraint client_exclusions_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint client_exclusions_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX client_exclusions_client ON public.client_exclusions USING btree (workspace_id, client_id, id)
CREATE UNIQUE INDEX client_exclusions_site ON public.client_exclusions USING btree (workspace_id, site_id, client_id)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table clients row security forced owner linkledger_owner
  archived_at timestamp with time zone
  created_at timestamp with time zone not null
  id uuid not null
  locale text not null default 'en'::text
  logo_sha256 bytea
  logo_type text
  name text not null
  notes text not null default ''::text
  workspace_id uuid not null
constraint clients_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'nl'::text])))
constraint clients_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint clients_pkey PRIMARY KEY (workspace_id, id)
constraint clients_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX clients_name ON public.clients USING btree (workspace_id, lower(name)) WHERE (archived_at IS NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table conditions row security forced owner linkledger_owner
  asked_on date
  currency text
  id uuid not null
  import_id uuid
  notes text not null default ''::text
  outdated_at timestamp with time zone
  outdated_reason text
  price_minor bigint
  publisher_id uuid
  recorded_at timestamp with time zone not null
  recorded_by uuid
  refused_topics text[] not null default '{}'::text[]
  rel_policy text
  replaced_by_id uuid
  site_id uuid
  turnaround_days integer
  type text
  words_from integer
  words_to integer
  workspace_id uuid not null
constraint conditions_check CHECK (((publisher_id IS NOT NULL) OR (site_id IS NOT NULL)))
constraint conditions_check1 CHECK (((price_minor IS NULL) = (currency IS NULL)))
constraint conditions_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint conditions_outdated_reason_check CHECK ((outdated_reason = ANY (ARRAY['new_owner'::text, 'replaced'::text, 'removed'::text])))
constraint conditions_pkey PRIMARY KEY (workspace_id, id)
constraint conditions_price_minor_check CHECK ((price_minor >= 0))
constraint conditions_rel_policy_check CHECK ((rel_policy = ANY (ARRAY['follow'::text, 'nofollow'::text, 'sponsored'::text, 'ugc'::text, 'any'::text])))
constraint conditions_turnaround_days_check CHECK ((turnaround_days >= 0))
constraint conditions_type_check CHECK ((type = ANY (ARRAY['editorial'::text, 'guest_post'::text, 'link_insertion'::text, 'digital_pr'::text, 'journalist_quote'::text, 'directory'::text, 'broken_link'::text, 'unlinked_mention'::text, 'partnership'::text, 'comment'::text])))
constraint conditions_words_from_check CHECK ((words_from >= 0))
constraint conditions_words_to_check CHECK ((words_to >= 0))
constraint conditions_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint conditions_workspace_id_publisher_id_fkey FOREIGN KEY (workspace_id, publisher_id) REFERENCES publishers(workspace_id, id)
constraint conditions_workspace_id_replaced_by_id_fkey FOREIGN KEY (workspace_id, replaced_by_id) REFERENCES conditions(workspace_id, id)
constraint conditions_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX conditions_publisher ON public.conditions USING btree (workspace_id, publisher_id, recorded_at) WHERE (publisher_id IS NOT NULL)
CREATE INDEX conditions_replaced_by ON public.conditions USING btree (workspace_id, replaced_by_id) WHERE (replaced_by_id IS NOT NULL)
CREATE INDEX conditions_site ON public.conditions USING btree (workspace_id, site_id, recorded_at) WHERE (site_id IS NOT NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table contact_addresses row security forced owner linkledger_owner
  address text not null
  address_key text not null
  archived_at timestamp with time zone
  checked_at timestamp with time zone
  checked_by text
  contact_id uuid not null
  created_at timestamp with time zone not null
  finding_code text
  id uuid not null
  import_id uuid
  is_main boolean not null default false
  status text not null default 'unknown'::text
  workspace_id uuid not null
constraint contact_addresses_address_check CHECK ((length(address) <= 320))
constraint contact_addresses_pkey PRIMARY KEY (workspace_id, id)
constraint contact_addresses_status_check CHECK ((status = ANY (ARRAY['unknown'::text, 'valid'::text, 'risky'::text, 'invalid'::text, 'bounced'::text])))
constraint contact_addresses_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
CREATE INDEX contact_addresses_contact ON public.contact_addresses USING btree (workspace_id, contact_id)
CREATE INDEX contact_addresses_import ON public.contact_addresses USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE UNIQUE INDEX contact_addresses_key ON public.contact_addresses USING btree (workspace_id, address_key) WHERE (archived_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table contact_grounds row security forced owner linkledger_owner
  contact_id uuid not null
  evidence_on date
  evidence_text text not null default ''::text
  evidence_url text
  ground text not null
  id uuid not null
  import_id uuid
  recorded_at timestamp with time zone not null
  recorded_by uuid
  withdrawn_at timestamp with time zone
  withdrawn_reason text
  workspace_id uuid not null
constraint contact_grounds_ground_check CHECK ((ground = ANY (ARRAY['consent'::text, 'published_for_purpose'::text, 'existing_customer'::text, 'journalist_request'::text, 'ongoing_correspondence'::text, 'other'::text])))
constraint contact_grounds_pkey PRIMARY KEY (workspace_id, id)
constraint contact_grounds_withdrawn_reason_check CHECK ((withdrawn_reason = ANY (ARRAY['new_owner'::text, 'objected'::text, 'by_hand'::text])))
constraint contact_grounds_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
CREATE INDEX contact_grounds_contact ON public.contact_grounds USING btree (workspace_id, contact_id, recorded_at)
CREATE INDEX contact_grounds_import ON public.contact_grounds USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table contact_places row security forced owner linkledger_owner
  contact_id uuid not null
  created_at timestamp with time zone not null
  id uuid not null
  import_id uuid
  is_former boolean not null default false
  publisher_id uuid
  role text not null default ''::text
  since_on date
  site_id uuid
  until_on date
  workspace_id uuid not null
constraint contact_places_check CHECK (((site_id IS NULL) <> (publisher_id IS NULL)))
constraint contact_places_pkey PRIMARY KEY (workspace_id, id)
constraint contact_places_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
constraint contact_places_workspace_id_publisher_id_fkey FOREIGN KEY (workspace_id, publisher_id) REFERENCES publishers(workspace_id, id)
constraint contact_places_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX contact_places_contact ON public.contact_places USING btree (workspace_id, contact_id)
CREATE INDEX contact_places_import ON public.contact_places USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX contact_places_of_publisher ON public.contact_places USING btree (workspace_id, publisher_id) WHERE (publisher_id IS NOT NULL)
CREATE INDEX contact_places_of_site ON public.contact_places USING btree (workspace_id, site_id) WHERE (site_id IS NOT NULL)
CREATE UNIQUE INDEX contact_places_publisher ON public.contact_places USING btree (workspace_id, contact_id, publisher_id) WHERE (publisher_id IS NOT NULL)
CREATE UNIQUE INDEX contact_places_site ON public.contact_places USING btree (workspace_id, contact_id, site_id) WHERE (site_id IS NOT NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
CREATE TRIGGER contact_places_counted_delete AFTER DELETE ON public.contact_places REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION contact_places_counted_delete()
CREATE TRIGGER contact_places_counted_insert AFTER INSERT ON public.contact_places REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION contact_places_counted_insert()
CREATE TRIGGER contact_places_counted_update AFTER UPDATE ON public.contact_places REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION contact_places_counted_update()

table contact_proposals row security forced owner linkledger_owner
  address text
  address_key text
  confidence integer
  contact_id uuid
  decided_at timestamp with time zone
  decided_by uuid
  evidence_text text not null default ''::text
  found_at timestamp with time zone not null
  found_by text not null default 'reading'::text
  id uuid not null
  name text not null default ''::text
  page_kind text not null
  page_url text not null
  position text not null default ''::text
  proposed_ground text
  site_id uuid not null
  state text not null default 'open'::text
  workspace_id uuid not null
constraint contact_proposals_found_by_check CHECK ((found_by = ANY (ARRAY['reading'::text, 'hunter'::text])))
constraint contact_proposals_page_kind_check CHECK ((page_kind = ANY (ARRAY['contact'::text, 'about'::text, 'author'::text, 'imprint'::text, 'advertising'::text, 'home'::text, 'service'::text])))
constraint contact_proposals_pkey PRIMARY KEY (workspace_id, id)
constraint contact_proposals_proposed_ground_check CHECK ((proposed_ground = 'published_for_purpose'::text))
constraint contact_proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'dismissed'::text])))
constraint contact_proposals_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
constraint contact_proposals_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint contact_proposals_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE UNIQUE INDEX contact_proposals_once ON public.contact_proposals USING btree (workspace_id, site_id, COALESCE(address_key, ''::text), lower(name))
CREATE INDEX contact_proposals_open ON public.contact_proposals USING btree (workspace_id, found_at, id) WHERE (state = 'open'::text)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table contacts row security forced owner linkledger_owner
  archived_at timestamp with time zone
  corresponded_mailbox_id uuid
  corresponded_on date
  country text
  created_at timestamp with time zone not null
  created_by uuid
  erased_at timestamp with time zone
  first_name text not null default ''::text
  form_of_address text not null default 'unknown'::text
  ground text
  id uuid not null
  import_id uuid
  is_former boolean not null default false
  language text
  last_name text not null default ''::text
  main_address text
  main_address_status text
  merged_into_id uuid
  name text not null default ''::text
  name_key text not null default ''::text
  notes text not null default ''::text
  objected_at timestamp with time zone
  position text not null default ''::text
  revision integer not null default 1
  search_text text not null default ''::text
  time_zone text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint contacts_check CHECK (((corresponded_on IS NULL) = (corresponded_mailbox_id IS NULL)))
constraint contacts_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
constraint contacts_form_of_address_check CHECK ((form_of_address = ANY (ARRAY['unknown'::text, 'informal'::text, 'formal'::text])))
constraint contacts_ground_check CHECK ((ground = ANY (ARRAY['consent'::text, 'published_for_purpose'::text, 'existing_customer'::text, 'journalist_request'::text, 'ongoing_correspondence'::text, 'other'::text])))
constraint contacts_language_check CHECK ((language ~ '^[a-z]{2}$'::text))
constraint contacts_main_address_status_check CHECK ((main_address_status = ANY (ARRAY['unknown'::text, 'valid'::text, 'risky'::text, 'invalid'::text, 'bounced'::text])))
constraint contacts_pkey PRIMARY KEY (workspace_id, id)
constraint contacts_workspace_id_corresponded_mailbox_id_fkey FOREIGN KEY (workspace_id, corresponded_mailbox_id) REFERENCES mailboxes(workspace_id, id)
constraint contacts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint contacts_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id)
constraint contacts_workspace_id_merged_into_id_fkey FOREIGN KEY (workspace_id, merged_into_id) REFERENCES contacts(workspace_id, id)
CREATE INDEX contacts_address_status ON public.contacts USING btree (workspace_id, main_address_status, id) WHERE (archived_at IS NULL)
CREATE INDEX contacts_archived ON public.contacts USING btree (workspace_id, archived_at, id) WHERE (archived_at IS NOT NULL)
CREATE INDEX contacts_corresponded_mailbox ON public.contacts USING btree (workspace_id, corresponded_mailbox_id) WHERE (corresponded_mailbox_id IS NOT NULL)
CREATE INDEX contacts_country ON public.contacts USING btree (workspace_id, country, id) WHERE ((archived_at IS NULL) AND (country IS NOT NULL))
CREATE INDEX contacts_former ON public.contacts USING btree (workspace_id, id) WHERE ((archived_at IS NULL) AND is_former)
CREATE INDEX contacts_ground ON public.contacts USING btree (workspace_id, ground, id) WHERE (archived_at IS NULL)
CREATE INDEX contacts_import ON public.contacts USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX contacts_language ON public.contacts USING btree (workspace_id, language, id) WHERE ((archived_at IS NULL) AND (language IS NOT NULL))
CREATE INDEX contacts_merged ON public.contacts USING btree (workspace_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
CREATE INDEX contacts_name ON public.contacts USING btree (workspace_id, name_key, id) WHERE (archived_at IS NULL)
CREATE INDEX contacts_newest ON public.contacts USING btree (workspace_id, created_at, id) WHERE (archived_at IS NULL)
CREATE INDEX contacts_search ON public.contacts USING gin (search_text gin_trgm_ops)
CREATE INDEX contacts_updated ON public.contacts USING btree (workspace_id, updated_at, id) WHERE (archived_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
CREATE TRIGGER contacts_counted AFTER UPDATE ON public.contacts REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION contacts_counted()

table conversation_notes row security forced owner linkledger_owner
  client_id uuid
  conversation_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  id uuid not null
  text text not null
  workspace_id uuid not null
constraint conversation_notes_pkey PRIMARY KEY (workspace_id, id)
constraint conversation_notes_text_check CHECK (((length(text) >= 1) AND (length(text) <= 5000)))
constraint conversation_notes_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table conversation_pitches row security forced owner linkledger_owner
  client_id uuid not null
  conversation_id uuid not null
  pitch_id uuid not null
  workspace_id uuid not null
constraint conversation_pitches_pkey PRIMARY KEY (workspace_id, conversation_id, pitch_id)
constraint conversation_pitches_workspace_id_client_id_pitch_id_fkey FOREIGN KEY (workspace_id, client_id, pitch_id) REFERENCES pitches(workspace_id, client_id, id)
constraint conversation_pitches_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id)
CREATE INDEX conversation_pitches_pitch ON public.conversation_pitches USING btree (workspace_id, pitch_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table conversations row security forced owner linkledger_owner
  archived_at timestamp with time zone
  assignee_member_id uuid
  client_id uuid
  contact_id uuid
  created_at timestamp with time zone not null
  from_address text not null default ''::text
  from_name text not null default ''::text
  id uuid not null
  last_at timestamp with time zone not null
  last_in_at timestamp with time zone
  last_kind text
  mailbox_id uuid
  message_count integer not null default 0
  revision integer not null default 1
  search_text text not null default ''::text
  site_id uuid
  snippet text not null default ''::text
  snoozed_until timestamp with time zone
  state text not null default 'waiting'::text
  subject text not null default ''::text
  subject_key text not null default ''::text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint conversations_pkey PRIMARY KEY (workspace_id, id)
constraint conversations_state_check CHECK ((state = ANY (ARRAY['to_answer'::text, 'waiting'::text, 'done'::text, 'unmatched'::text, 'other'::text])))
constraint conversations_workspace_id_assignee_member_id_fkey FOREIGN KEY (workspace_id, assignee_member_id) REFERENCES members(workspace_id, id)
constraint conversations_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint conversations_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
constraint conversations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint conversations_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
constraint conversations_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX conversations_assignee ON public.conversations USING btree (workspace_id, assignee_member_id, state) WHERE (archived_at IS NULL)
CREATE INDEX conversations_contact ON public.conversations USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL)
CREATE INDEX conversations_newest ON public.conversations USING btree (workspace_id, last_at, id) WHERE (archived_at IS NULL)
CREATE INDEX conversations_search ON public.conversations USING gin (search_text gin_trgm_ops)
CREATE INDEX conversations_site ON public.conversations USING btree (workspace_id, site_id) WHERE (site_id IS NOT NULL)
CREATE INDEX conversations_snoozed ON public.conversations USING btree (snoozed_until) WHERE (snoozed_until IS NOT NULL)
CREATE INDEX conversations_state ON public.conversations USING btree (workspace_id, state, last_at, id) WHERE (archived_at IS NULL)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table crawl_pages row security forced owner linkledger_owner
  attempts smallint not null default 0
  crawl_id uuid not null
  depth smallint not null default 0
  finding_code text
  http_status integer
  link_count integer
  page_no integer not null
  pattern_hash bytea
  read_at timestamp with time zone
  state text not null default 'waiting'::text
  url text not null
  url_hash bytea not null
  workspace_id uuid not null
constraint crawl_pages_pkey PRIMARY KEY (workspace_id, crawl_id, page_no)
constraint crawl_pages_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'failed'::text, 'refused'::text, 'skipped'::text])))
constraint crawl_pages_url_check CHECK ((length(url) <= 4000))
constraint crawl_pages_workspace_id_crawl_id_fkey FOREIGN KEY (workspace_id, crawl_id) REFERENCES crawls(workspace_id, id)
CREATE INDEX crawl_pages_pattern ON public.crawl_pages USING btree (workspace_id, crawl_id, pattern_hash) WHERE (pattern_hash IS NOT NULL)
CREATE UNIQUE INDEX crawl_pages_url ON public.crawl_pages USING btree (workspace_id, crawl_id, url_hash)
CREATE INDEX crawl_pages_waiting ON public.crawl_pages USING btree (workspace_id, crawl_id, page_no) WHERE (state = 'waiting'::text)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table crawl_plans row security forced owner linkledger_owner
  brand_id uuid not null
  client_id uuid not null
  every_days integer not null default 30
  is_on boolean not null default true
  next_at timestamp with time zone
  page_limit integer not null default 5000
  read_completely_at timestamp with time zone
  workspace_id uuid not null
constraint crawl_plans_every_days_check CHECK (((every_days >= 1) AND (every_days <= 365)))
constraint crawl_plans_page_limit_check CHECK (((page_limit >= 1) AND (page_limit <= 50000)))
constraint crawl_plans_pkey PRIMARY KEY (workspace_id, brand_id)
constraint crawl_plans_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
CREATE INDEX crawl_plans_due ON public.crawl_plans USING btree (next_at) WHERE is_on
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table crawls row security forced owner linkledger_owner
  brand_id uuid not null
  client_id uuid not null
  due_at timestamp with time zone
  error_code text
  finished_at timestamp with time zone
  host_slot text not null
  id uuid not null
  is_complete boolean not null default false
  is_cut boolean not null default false
  links_found integer not null default 0
  page_limit integer not null
  pages_failed integer not null default 0
  pages_found integer not null default 0
  pages_read integer not null default 0
  pages_skipped integer not null default 0
  started_at timestamp with time zone not null
  started_by uuid
  state text not null default 'running'::text
  workspace_id uuid not null
constraint crawls_pkey PRIMARY KEY (workspace_id, id)
constraint crawls_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'failed'::text])))
constraint crawls_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
CREATE INDEX crawls_brand ON public.crawls USING btree (workspace_id, brand_id, started_at DESC)
CREATE INDEX crawls_due ON public.crawls USING btree (due_at) WHERE (state = 'running'::text)
CREATE UNIQUE INDEX crawls_running ON public.crawls USING btree (workspace_id, brand_id) WHERE (state = 'running'::text)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table credentials owner linkledger_owner
  changed_at timestamp with time zone not null
  password_hash text not null
  user_id uuid not null
constraint credentials_pkey PRIMARY KEY (user_id)
constraint credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table custom_fields row security forced owner linkledger_owner
  archived_at timestamp with time zone
  choices text[] not null default '{}'::text[]
  created_at timestamp with time zone not null
  field_key text not null
  id uuid not null
  name text not null
  position integer not null default 0
  record_kind text not null
  type text not null
  workspace_id uuid not null
constraint custom_fields_field_key_check CHECK ((field_key ~ '^[a-z][a-z0-9_]{0,39}$'::text))
constraint custom_fields_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
constraint custom_fields_pkey PRIMARY KEY (workspace_id, id)
constraint custom_fields_record_kind_check CHECK ((record_kind = ANY (ARRAY['prospect'::text, 'contact'::text, 'publisher'::text])))
constraint custom_fields_type_check CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'yes_no'::text, 'choice'::text, 'url'::text])))
constraint custom_fields_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX custom_fields_key ON public.custom_fields USING btree (workspace_id, record_kind, field_key)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table custom_values row security forced owner linkledger_owner
  date_value date
  field_id uuid not null
  import_id uuid
  number_value double precision
  record_id uuid not null
  text_value text
  workspace_id uuid not null
constraint custom_values_pkey PRIMARY KEY (workspace_id, field_id, record_id)
constraint custom_values_text_value_check CHECK ((length(text_value) <= 2000))
constraint custom_values_workspace_id_field_id_fkey FOREIGN KEY (workspace_id, field_id) REFERENCES custom_fields(workspace_id, id)
CREATE INDEX custom_values_date ON public.custom_values USING btree (workspace_id, field_id, date_value, record_id) WHERE (date_value IS NOT NULL)
CREATE INDEX custom_values_import ON public.custom_values USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX custom_values_number ON public.custom_values USING btree (workspace_id, field_id, number_value, record_id) WHERE (number_value IS NOT NULL)
CREATE INDEX custom_values_record ON public.custom_values USING btree (workspace_id, record_id)
CREATE INDEX custom_values_text ON public.custom_values USING btree (workspace_id, field_id, "left"(text_value, 100), record_id) WHERE (text_value IS NOT NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table enrollment_steps row security forced owner linkledger_owner
  client_id uuid not null
  code text
  condition text not null default 'always'::text
  done_at timestamp with time zone
  due_at timestamp with time zone
  enrollment_id uuid not null
  html text
  in_thread boolean not null default true
  is_edited boolean not null default false
  kind text not null
  locale text not null default 'en'::text
  outbound_id uuid
  purpose text
  state text not null default 'waiting'::text
  step_no integer not null
  subject text
  task_holds boolean not null default false
  task_id uuid
  task_kind text
  task_title text
  template_id uuid
  template_version_id uuid
  text text
  wait_working_days integer not null
  workspace_id uuid not null
constraint enrollment_steps_condition_check CHECK ((condition = ANY (ARRAY['always'::text, 'has_address'::text, 'no_address'::text])))
constraint enrollment_steps_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'task'::text])))
constraint enrollment_steps_pkey PRIMARY KEY (workspace_id, enrollment_id, step_no)
constraint enrollment_steps_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'skipped'::text, 'cancelled'::text])))
constraint enrollment_steps_workspace_id_client_id_enrollment_id_fkey FOREIGN KEY (workspace_id, client_id, enrollment_id) REFERENCES enrollments(workspace_id, client_id, id)
CREATE INDEX enrollment_steps_task ON public.enrollment_steps USING btree (workspace_id, task_id) WHERE (task_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table enrollments row security forced owner linkledger_owner
  approved_at timestamp with time zone
  approved_by uuid
  campaign_id uuid not null
  client_id uuid not null
  contact_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  generation integer not null default 1
  id uuid not null
  is_cold boolean not null default true
  mailbox_id uuid not null
  member_id uuid
  next_due_at timestamp with time zone
  next_step_no integer
  paused_until date
  pitch_id uuid not null
  recipient_zone text
  revision integer not null default 1
  sequence_id uuid not null
  site_id uuid
  state text not null default 'running'::text
  state_code text
  state_params jsonb not null default '{}'::jsonb
  state_since timestamp with time zone not null
  to_address text not null
  to_address_key text not null
  updated_at timestamp with time zone not null
  version_id uuid not null
  workspace_id uuid not null
constraint enrollments_pkey PRIMARY KEY (workspace_id, id)
constraint enrollments_state_check CHECK ((state = ANY (ARRAY['awaiting_approval'::text, 'running'::text, 'paused'::text, 'finished'::text, 'stopped'::text])))
constraint enrollments_workspace_id_client_id_pitch_id_fkey FOREIGN KEY (workspace_id, client_id, pitch_id) REFERENCES pitches(workspace_id, client_id, id)
constraint enrollments_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
constraint enrollments_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint enrollments_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
constraint enrollments_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
constraint enrollments_workspace_id_sequence_id_fkey FOREIGN KEY (workspace_id, sequence_id) REFERENCES sequences(workspace_id, id)
constraint enrollments_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
constraint enrollments_workspace_id_version_id_fkey FOREIGN KEY (workspace_id, version_id) REFERENCES sequence_versions(workspace_id, id)
CREATE INDEX enrollments_address ON public.enrollments USING btree (workspace_id, to_address_key)
CREATE INDEX enrollments_campaign ON public.enrollments USING btree (workspace_id, campaign_id, state)
CREATE INDEX enrollments_contact ON public.enrollments USING btree (workspace_id, contact_id)
CREATE INDEX enrollments_due ON public.enrollments USING btree (next_due_at) WHERE ((state = 'running'::text) AND (next_due_at IS NOT NULL))
CREATE INDEX enrollments_mailbox ON public.enrollments USING btree (workspace_id, mailbox_id, state)
CREATE INDEX enrollments_newest ON public.enrollments USING btree (workspace_id, created_at, id)
CREATE UNIQUE INDEX enrollments_of_client ON public.enrollments USING btree (workspace_id, client_id, id)
CREATE UNIQUE INDEX enrollments_open ON public.enrollments USING btree (workspace_id, pitch_id, contact_id) WHERE (state = ANY (ARRAY['awaiting_approval'::text, 'running'::text, 'paused'::text]))
CREATE INDEX enrollments_paused ON public.enrollments USING btree (workspace_id, paused_until) WHERE ((state = 'paused'::text) AND (paused_until IS NOT NULL))
CREATE INDEX enrollments_pitch ON public.enrollments USING btree (workspace_id, pitch_id)
CREATE INDEX enrollments_sequence ON public.enrollments USING btree (workspace_id, sequence_id, state, id)
CREATE INDEX enrollments_site ON public.enrollments USING btree (workspace_id, site_id) WHERE (site_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table event_deliveries row security forced owner linkledger_owner
  delivered_at timestamp with time zone not null
  event_id uuid not null
  listener text not null
  workspace_id uuid not null
constraint event_deliveries_pkey PRIMARY KEY (workspace_id, event_id, listener)
constraint event_deliveries_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table event_subjects partition by RANGE (event_id) row security forced owner linkledger_owner
  event_id uuid not null
  subject_id uuid not null
  subject_kind text not null
  workspace_id uuid not null
constraint event_subjects_pkey PRIMARY KEY (workspace_id, subject_kind, subject_id, event_id)
constraint event_subjects_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant insert, select to linkledger_app
grant delete, insert, select, update to linkledger_definer

table events partition by RANGE (id) row security forced owner linkledger_owner
  actor_user_id uuid
  at timestamp with time zone not null
  client_id uuid
  id uuid not null
  kind text not null
  params jsonb not null default '{}'::jsonb
  workspace_id uuid not null
constraint events_pkey PRIMARY KEY (workspace_id, id)
constraint events_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (true)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant insert, select to linkledger_app
grant delete, insert, select, update to linkledger_definer

table evidence row security forced owner linkledger_owner
  blob_sha256 bytea not null
  first_seen_at timestamp with time zone not null
  hash text not null
  id uuid not null
  placement_id uuid not null
  workspace_id uuid not null
constraint evidence_blob_sha256_fkey FOREIGN KEY (blob_sha256) REFERENCES blobs(sha256)
constraint evidence_pkey PRIMARY KEY (workspace_id, id)
constraint evidence_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
CREATE UNIQUE INDEX evidence_hash ON public.evidence USING btree (workspace_id, placement_id, hash)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table hosts owner linkledger_owner
  backoff_count integer not null default 0
  backoff_until timestamp with time zone
  due_at timestamp with time zone
  lease_expires_at timestamp with time zone
  lease_owner text
  lease_token uuid
  next_slot_at timestamp with time zone not null default '-infinity'::timestamp with time zone
  robots jsonb
  robots_fetched_at timestamp with time zone
  slot text not null
constraint hosts_pkey PRIMARY KEY (slot)
constraint hosts_slot_check CHECK ((length(slot) <= 300))
CREATE INDEX hosts_due ON public.hosts USING btree (due_at) WHERE (due_at IS NOT NULL)
CREATE INDEX hosts_leased ON public.hosts USING btree (lease_owner) WHERE (lease_owner IS NOT NULL)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table idempotency_keys row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  key text not null
  principal uuid not null
  request_hash bytea not null
  response jsonb
  status integer not null
  workspace_id uuid not null
constraint idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
constraint idempotency_keys_pkey PRIMARY KEY (workspace_id, principal, key)
constraint idempotency_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table import_batches row security forced owner linkledger_owner
  batch_no integer not null
  counts jsonb not null
  first_row_no integer not null
  import_id uuid not null
  is_undone boolean not null default false
  last_row_no integer not null
  rows text not null
  workspace_id uuid not null
constraint import_batches_pkey PRIMARY KEY (workspace_id, import_id, batch_no)
constraint import_batches_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table import_changes row security forced owner linkledger_owner
  after jsonb not null
  batch_no integer not null
  before jsonb
  change_no integer not null
  import_id uuid not null
  record_id uuid not null
  row_no integer not null
  table_name text not null
  workspace_id uuid not null
constraint import_changes_pkey PRIMARY KEY (workspace_id, import_id, batch_no, change_no)
constraint import_changes_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id)
CREATE INDEX import_changes_record ON public.import_changes USING btree (workspace_id, record_id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table import_mappings row security forced owner linkledger_owner
  content text not null
  header_hash bytea not null
  id uuid not null
  mapping jsonb not null
  options jsonb not null default '{}'::jsonb
  used_at timestamp with time zone not null
  workspace_id uuid not null
constraint import_mappings_pkey PRIMARY KEY (workspace_id, id)
constraint import_mappings_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX import_mappings_header ON public.import_mappings USING btree (workspace_id, header_hash)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table imports row security forced owner linkledger_owner
  bad_rows integer not null default 0
  brand_id uuid
  changed_rows integer not null default 0
  client_id uuid
  columns jsonb not null default '[]'::jsonb
  content text not null default 'placements'::text
  created_at timestamp with time zone not null
  created_by uuid
  created_rows integer not null default 0
  dialect jsonb not null default '{}'::jsonb
  duplicate_rows integer not null default 0
  error_code text
  file_name text not null
  file_sha256 bytea
  file_size bigint not null default 0
  finished_at timestamp with time zone
  format text not null default 'placements'::text
  ground text
  ground_note text not null default ''::text
  id uuid not null
  job_id uuid
  last_batch_no integer not null default 0
  last_row_no integer not null default 0
  limited_to uuid[]
  mapping jsonb not null default '{}'::jsonb
  options jsonb not null default '{}'::jsonb
  recognition jsonb not null default '{}'::jsonb
  skipped_rows integer not null default 0
  state text not null default 'uploaded'::text
  summary jsonb not null default '{}'::jsonb
  total_rows integer not null default 0
  undone_at timestamp with time zone
  upload_id uuid
  workspace_id uuid not null
constraint imports_file_sha256_fkey FOREIGN KEY (file_sha256) REFERENCES blobs(sha256)
constraint imports_ground_check CHECK ((ground = ANY (ARRAY['consent'::text, 'published_for_purpose'::text, 'existing_customer'::text, 'journalist_request'::text, 'ongoing_correspondence'::text, 'other'::text, 'none_known'::text])))
constraint imports_pkey PRIMARY KEY (workspace_id, id)
constraint imports_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'trying'::text, 'tried'::text, 'running'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'failed'::text])))
constraint imports_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint imports_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint imports_workspace_id_upload_id_fkey FOREIGN KEY (workspace_id, upload_id) REFERENCES uploads(workspace_id, id)
CREATE INDEX imports_newest ON public.imports USING btree (workspace_id, created_at DESC)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table inbound_messages row security forced owner linkledger_owner
  attachments jsonb not null default '[]'::jsonb
  blob_sha256 bytea
  body_hash bytea not null
  body_html text
  body_text text not null default ''::text
  client_id uuid
  conversation_id uuid
  corrected_at timestamp with time zone
  corrected_by uuid
  corrected_kind text
  created_at timestamp with time zone not null
  effects jsonb not null default '[]'::jsonb
  folder text not null
  from_address text not null default ''::text
  from_address_key text not null default ''::text
  from_name text not null default ''::text
  id uuid not null
  in_reply_to text
  kind text not null
  mailbox_id uuid not null
  match_rule text not null default 'none'::text
  message_id text
  opt_out jsonb
  outbound_id uuid
  quoted_text text not null default ''::text
  received_at timestamp with time zone not null
  recipients jsonb not null default '[]'::jsonb
  reference_ids text[] not null default '{}'::text[]
  returns_on date
  rule text not null
  sent_at timestamp with time zone
  subject text not null default ''::text
  terms jsonb
  terms_state text not null default 'none'::text
  to_addresses text[] not null default '{}'::text[]
  tries integer not null default 0
  uid bigint not null
  uid_validity numeric(20,0) not null
  workspace_id uuid not null
constraint inbound_messages_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'auto_reply'::text, 'left_company'::text, 'bounce'::text, 'complaint'::text, 'unsubscribe'::text, 'own'::text, 'other'::text, 'unparsed'::text])))
constraint inbound_messages_pkey PRIMARY KEY (workspace_id, id)
constraint inbound_messages_terms_state_check CHECK ((terms_state = ANY (ARRAY['none'::text, 'offered'::text, 'recorded'::text, 'dismissed'::text])))
constraint inbound_messages_workspace_id_conversation_id_fkey FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations(workspace_id, id)
constraint inbound_messages_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint inbound_messages_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
constraint inbound_messages_workspace_id_outbound_id_fkey FOREIGN KEY (workspace_id, outbound_id) REFERENCES outbound_messages(workspace_id, id)
CREATE INDEX inbound_messages_conversation ON public.inbound_messages USING btree (workspace_id, conversation_id, received_at, id) WHERE (conversation_id IS NOT NULL)
CREATE INDEX inbound_messages_from ON public.inbound_messages USING btree (workspace_id, from_address_key, received_at)
CREATE INDEX inbound_messages_message_id ON public.inbound_messages USING btree (workspace_id, message_id) WHERE (message_id IS NOT NULL)
CREATE INDEX inbound_messages_newest ON public.inbound_messages USING btree (workspace_id, received_at, id)
CREATE INDEX inbound_messages_outbound ON public.inbound_messages USING btree (workspace_id, outbound_id) WHERE (outbound_id IS NOT NULL)
CREATE UNIQUE INDEX inbound_messages_place ON public.inbound_messages USING btree (workspace_id, mailbox_id, folder, uid_validity, uid)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table invitations row security forced owner linkledger_owner
  accepted_at timestamp with time zone
  client_ids uuid[] not null default '{}'::uuid[]
  created_at timestamp with time zone not null
  email text not null
  expires_at timestamp with time zone not null
  id uuid not null
  invited_by uuid not null
  limited_to_clients boolean not null default false
  revoked_at timestamp with time zone
  role text not null
  token_hash bytea not null
  workspace_id uuid not null
constraint invitations_client_limited CHECK (((role <> 'client'::text) OR limited_to_clients))
constraint invitations_pkey PRIMARY KEY (workspace_id, id)
constraint invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'member'::text, 'viewer'::text, 'client'::text])))
constraint invitations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint invitations_workspace_id_invited_by_fkey FOREIGN KEY (workspace_id, invited_by) REFERENCES members(workspace_id, id)
CREATE UNIQUE INDEX invitations_token ON public.invitations USING btree (workspace_id, token_hash)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table job_items row security forced owner linkledger_owner
  before jsonb
  error_code text
  item_id uuid not null
  item_no integer not null
  job_id uuid not null
  state text not null default 'waiting'::text
  workspace_id uuid not null
constraint job_items_pkey PRIMARY KEY (workspace_id, job_id, item_no)
constraint job_items_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'skipped'::text, 'failed'::text])))
constraint job_items_workspace_id_job_id_fkey FOREIGN KEY (workspace_id, job_id) REFERENCES jobs(workspace_id, id)
CREATE INDEX job_items_waiting ON public.job_items USING btree (workspace_id, job_id, item_no) WHERE (state = 'waiting'::text)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table jobs row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  created_by uuid
  error_code text
  failed integer not null default 0
  finished integer not null default 0
  finished_at timestamp with time zone
  id uuid not null
  kind text not null
  params jsonb not null default '{}'::jsonb
  result jsonb not null default '{}'::jsonb
  started_at timestamp with time zone
  state text not null default 'waiting'::text
  total integer not null default 0
  workspace_id uuid not null
constraint jobs_pkey PRIMARY KEY (workspace_id, id)
constraint jobs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'undone'::text])))
constraint jobs_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE INDEX jobs_newest ON public.jobs USING btree (workspace_id, created_at DESC)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table limits owner linkledger_owner
  blocked_until timestamp with time zone
  hits integer not null
  key text not null
  window_started_at timestamp with time zone not null
constraint limits_pkey PRIMARY KEY (key)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table link_sightings row security forced owner linkledger_owner
  anchors text[] not null default '{}'::text[]
  client_id uuid not null
  first_seen_on date
  is_image boolean
  is_sitewide boolean
  last_seen_at timestamp with time zone
  link_id uuid not null
  lost_at timestamp with time zone
  lost_reason text
  observed_at timestamp with time zone not null
  origin_id uuid not null
  region text
  rel text
  state text not null
  via text not null
  workspace_id uuid not null
constraint link_sightings_pkey PRIMARY KEY (workspace_id, link_id, via, origin_id)
constraint link_sightings_state_check CHECK ((state = ANY (ARRAY['live'::text, 'lost'::text, 'unknown'::text])))
constraint link_sightings_via_check CHECK ((via = ANY (ARRAY['placement'::text, 'import'::text, 'crawl'::text, 'hand'::text])))
constraint link_sightings_workspace_id_link_id_fkey FOREIGN KEY (workspace_id, link_id) REFERENCES links(workspace_id, id)
CREATE INDEX link_sightings_origin ON public.link_sightings USING btree (workspace_id, origin_id, link_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table linking_sites row security forced owner linkledger_owner
  brand_id uuid not null
  client_id uuid not null
  first_seen_on date
  follow_count bigint
  id uuid not null
  import_id uuid not null
  last_seen_at timestamp with time zone
  link_count bigint
  lost_at timestamp with time zone
  lost_reason text
  named text not null
  observed_at timestamp with time zone not null
  site_id uuid not null
  source text not null
  state text not null
  workspace_id uuid not null
constraint linking_sites_follow_count_check CHECK ((follow_count >= 0))
constraint linking_sites_link_count_check CHECK ((link_count >= 0))
constraint linking_sites_named_check CHECK (((length(named) >= 1) AND (length(named) <= 300)))
constraint linking_sites_pkey PRIMARY KEY (workspace_id, id)
constraint linking_sites_source_check CHECK (((length(source) >= 1) AND (length(source) <= 40)))
constraint linking_sites_state_check CHECK ((state = ANY (ARRAY['live'::text, 'lost'::text])))
constraint linking_sites_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint linking_sites_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX linking_sites_import ON public.linking_sites USING btree (workspace_id, import_id, id)
CREATE INDEX linking_sites_site ON public.linking_sites USING btree (workspace_id, site_id, brand_id)
CREATE UNIQUE INDEX linking_sites_told ON public.linking_sites USING btree (workspace_id, brand_id, source, named, import_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table links row security forced owner linkledger_owner
  anchors text[] not null default '{}'::text[]
  brand_id uuid not null
  client_id uuid not null
  created_at timestamp with time zone not null
  direction text not null
  first_seen_on date
  id uuid not null
  is_image boolean
  is_sitewide boolean
  last_seen_at timestamp with time zone
  lost_at timestamp with time zone
  lost_reason text
  placement_id uuid
  region text
  rel text
  seen_by text[] not null default '{}'::text[]
  site_id uuid not null
  source_hash bytea not null
  source_url text not null
  state text not null
  target_hash bytea not null
  target_url text not null
  workspace_id uuid not null
constraint links_direction_check CHECK ((direction = ANY (ARRAY['to_us'::text, 'to_them'::text])))
constraint links_pkey PRIMARY KEY (workspace_id, id)
constraint links_source_hash_check CHECK ((length(source_hash) = 16))
constraint links_source_url_check CHECK ((length(source_url) <= 4000))
constraint links_state_check CHECK ((state = ANY (ARRAY['live'::text, 'lost'::text, 'unknown'::text])))
constraint links_target_hash_check CHECK ((length(target_hash) = 16))
constraint links_target_url_check CHECK ((length(target_url) <= 4000))
constraint links_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint links_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
constraint links_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE UNIQUE INDEX links_pair ON public.links USING btree (workspace_id, brand_id, direction, source_hash, target_hash)
CREATE INDEX links_placement ON public.links USING btree (workspace_id, placement_id) WHERE (placement_id IS NOT NULL)
CREATE INDEX links_site ON public.links USING btree (workspace_id, site_id, brand_id, first_seen_on)
CREATE INDEX links_target ON public.links USING btree (workspace_id, brand_id, target_hash) WHERE (direction = 'to_us'::text)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table mail_facts_done row security forced owner linkledger_owner
  at timestamp with time zone not null
  fact_key bytea not null
  inbound_id uuid not null
  workspace_id uuid not null
constraint mail_facts_done_pkey PRIMARY KEY (workspace_id, fact_key)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table mailbox_clients row security forced owner linkledger_owner
  client_id uuid not null
  mailbox_id uuid not null
  workspace_id uuid not null
constraint mailbox_clients_pkey PRIMARY KEY (workspace_id, mailbox_id, client_id)
constraint mailbox_clients_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint mailbox_clients_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table mailbox_days row security forced owner linkledger_owner
  day date not null
  first_mails integer not null default 0
  mailbox_id uuid not null
  mails integer not null default 0
  workspace_id uuid not null
constraint mailbox_days_pkey PRIMARY KEY (workspace_id, mailbox_id, day)
constraint mailbox_days_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table mailbox_folders row security forced owner linkledger_owner
  error_code text
  generation integer not null default 1
  last_uid bigint not null default 0
  mailbox_id uuid not null
  path text not null
  polled_from timestamp with time zone
  polled_until timestamp with time zone
  resets timestamp with time zone[] not null default '{}'::timestamp with time zone[]
  special_use text not null default 'other'::text
  uid_validity numeric(20,0) not null default 0
  workspace_id uuid not null
constraint mailbox_folders_pkey PRIMARY KEY (workspace_id, mailbox_id, path)
constraint mailbox_folders_special_use_check CHECK ((special_use = ANY (ARRAY['inbox'::text, 'sent'::text, 'junk'::text, 'all'::text, 'archive'::text, 'other'::text])))
constraint mailbox_folders_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table mailbox_leases row security forced owner linkledger_owner
  leased_until timestamp with time zone not null
  mailbox_id uuid not null
  owner text not null
  purpose text not null
  workspace_id uuid not null
constraint mailbox_leases_pkey PRIMARY KEY (workspace_id, mailbox_id, purpose)
constraint mailbox_leases_purpose_check CHECK ((purpose = 'reading'::text))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table mailboxes row security forced owner linkledger_owner
  address text not null
  address_key text not null
  archived_at timestamp with time zone
  cap_per_day integer not null default 30
  connected_at timestamp with time zone
  created_at timestamp with time zone not null
  created_by uuid
  dkim_selector text not null default ''::text
  domain_checked_at timestamp with time zone
  domain_checks jsonb not null default '{}'::jsonb
  gap_jitter_seconds integer not null default 60
  gap_seconds integer not null default 90
  history_at timestamp with time zone
  history_found integer not null default 0
  history_read integer not null default 0
  history_state text not null default 'not_asked'::text
  id uuid not null
  imap_host text not null default ''::text
  imap_port integer not null default 993
  imap_security text not null default 'tls'::text
  next_slot_at timestamp with time zone
  owner_member_id uuid
  pause_code text
  pause_params jsonb not null default '{}'::jsonb
  paused_at timestamp with time zone
  paused_by uuid
  ramp_from integer
  ramp_started_on date
  ramp_step integer not null default 2
  revision integer not null default 1
  sealed_secret bytea
  sender_name text not null default ''::text
  sent_copy text not null default 'unknown'::text
  sent_copy_seen integer not null default 0
  sign_in text not null
  signature text not null default ''::text
  smtp_host text not null default ''::text
  smtp_port integer not null default 465
  smtp_security text not null default 'tls'::text
  state text not null default 'active'::text
  time_zone text not null default 'Europe/Amsterdam'::text
  token_expires_at timestamp with time zone
  token_lease uuid
  token_lease_until timestamp with time zone
  updated_at timestamp with time zone not null
  user_name text not null default ''::text
  window_from time without time zone not null default '09:00:00'::time without time zone
  window_until time without time zone not null default '17:00:00'::time without time zone
  work_days integer[] not null default '{1,2,3,4,5}'::integer[]
  workspace_id uuid not null
constraint mailboxes_address_check CHECK ((length(address) <= 320))
constraint mailboxes_cap_per_day_check CHECK (((cap_per_day >= 0) AND (cap_per_day <= 10000)))
constraint mailboxes_dkim_selector_check CHECK ((length(dkim_selector) <= 100))
constraint mailboxes_gap_jitter_seconds_check CHECK (((gap_jitter_seconds >= 0) AND (gap_jitter_seconds <= 86400)))
constraint mailboxes_gap_seconds_check CHECK (((gap_seconds >= 0) AND (gap_seconds <= 86400)))
constraint mailboxes_history_state_check CHECK ((history_state = ANY (ARRAY['not_asked'::text, 'refused'::text, 'running'::text, 'done'::text, 'failed'::text])))
constraint mailboxes_imap_port_check CHECK (((imap_port >= 1) AND (imap_port <= 65535)))
constraint mailboxes_imap_security_check CHECK ((imap_security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))
constraint mailboxes_pkey PRIMARY KEY (workspace_id, id)
constraint mailboxes_ramp_from_check CHECK (((ramp_from >= 1) AND (ramp_from <= 10000)))
constraint mailboxes_ramp_step_check CHECK (((ramp_step >= 1) AND (ramp_step <= 1000)))
constraint mailboxes_sender_name_check CHECK ((length(sender_name) <= 200))
constraint mailboxes_sent_copy_check CHECK ((sent_copy = ANY (ARRAY['unknown'::text, 'by_server'::text, 'by_us'::text])))
constraint mailboxes_sign_in_check CHECK ((sign_in = ANY (ARRAY['password'::text, 'google'::text, 'microsoft'::text, 'custom'::text, 'catcher'::text])))
constraint mailboxes_signature_check CHECK ((length(signature) <= 5000))
constraint mailboxes_smtp_port_check CHECK (((smtp_port >= 1) AND (smtp_port <= 65535)))
constraint mailboxes_smtp_security_check CHECK ((smtp_security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))
constraint mailboxes_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text])))
constraint mailboxes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint mailboxes_workspace_id_owner_member_id_fkey FOREIGN KEY (workspace_id, owner_member_id) REFERENCES members(workspace_id, id)
CREATE UNIQUE INDEX mailboxes_address ON public.mailboxes USING btree (workspace_id, address_key) WHERE (archived_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table match_teachings row security forced owner linkledger_owner
  contact_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  from_address_key text not null
  id uuid not null
  ignore boolean not null default false
  site_id uuid
  workspace_id uuid not null
constraint match_teachings_pkey PRIMARY KEY (workspace_id, id)
constraint match_teachings_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
constraint match_teachings_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE UNIQUE INDEX match_teachings_from ON public.match_teachings USING btree (workspace_id, from_address_key)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table member_clients row security forced owner linkledger_owner
  client_id uuid not null
  member_id uuid not null
  workspace_id uuid not null
constraint member_clients_pkey PRIMARY KEY (workspace_id, member_id, client_id)
constraint member_clients_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint member_clients_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table members row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  digest boolean not null default true
  email text not null
  id uuid not null
  left_at timestamp with time zone
  limited_to_clients boolean not null default false
  name text not null
  position text not null default ''::text
  role text not null
  user_id uuid not null
  workspace_id uuid not null
constraint members_client_limited CHECK (((role <> 'client'::text) OR limited_to_clients))
constraint members_pkey PRIMARY KEY (workspace_id, id)
constraint members_position_check CHECK ((length("position") <= 120))
constraint members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'member'::text, 'viewer'::text, 'client'::text])))
constraint members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
constraint members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX members_user ON public.members USING btree (workspace_id, user_id) WHERE (left_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table merged_rows row security forced owner linkledger_owner
  after jsonb
  before jsonb
  merge_id uuid not null
  row_key jsonb not null
  step_no integer not null
  table_name text not null
  workspace_id uuid not null
constraint merged_rows_pkey PRIMARY KEY (workspace_id, merge_id, step_no)
constraint merged_rows_workspace_id_merge_id_fkey FOREIGN KEY (workspace_id, merge_id) REFERENCES merges(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table merges row security forced owner linkledger_owner
  act text not null
  choices jsonb not null default '{}'::jsonb
  done_at timestamp with time zone not null
  done_by uuid
  id uuid not null
  kept_id uuid not null
  kind text not null
  moved_rows integer not null default 0
  other_id uuid not null
  undo_until timestamp with time zone not null
  undone_at timestamp with time zone
  undone_by uuid
  workspace_id uuid not null
constraint merges_act_check CHECK ((act = ANY (ARRAY['merge'::text, 'split'::text, 'rejoin'::text])))
constraint merges_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'publisher'::text, 'site'::text])))
constraint merges_pkey PRIMARY KEY (workspace_id, id)
constraint merges_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE INDEX merges_newest ON public.merges USING btree (workspace_id, done_at, id)
CREATE INDEX merges_subject ON public.merges USING btree (workspace_id, kept_id, other_id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table not_doubles row security forced owner linkledger_owner
  decided_at timestamp with time zone not null
  decided_by uuid
  first_id uuid not null
  kind text not null
  second_id uuid not null
  workspace_id uuid not null
constraint not_doubles_check CHECK ((first_id < second_id))
constraint not_doubles_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'publisher'::text, 'site'::text])))
constraint not_doubles_pkey PRIMARY KEY (workspace_id, kind, first_id, second_id)
constraint not_doubles_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table notes row security forced owner linkledger_owner
  archived_at timestamp with time zone
  body text not null
  client_id uuid
  id uuid not null
  subject_id uuid not null
  subject_kind text not null
  workspace_id uuid not null
  written_at timestamp with time zone not null
  written_by uuid
constraint notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
constraint notes_pkey PRIMARY KEY (workspace_id, id)
constraint notes_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['site'::text, 'publisher'::text, 'contact'::text, 'relationship'::text, 'campaign'::text, 'pitch'::text, 'order'::text])))
constraint notes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE INDEX notes_subject ON public.notes USING btree (workspace_id, subject_kind, subject_id, written_at) WHERE (archived_at IS NULL)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table notifications row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  dedupe_key text not null
  digest_day date
  id uuid not null
  kind text not null
  member_id uuid not null
  params jsonb not null default '{}'::jsonb
  read_at timestamp with time zone
  subject_id uuid
  subject_kind text not null
  workspace_id uuid not null
constraint notifications_kind_check CHECK ((kind ~ '^[a-z][a-z_]{0,39}$'::text))
constraint notifications_pkey PRIMARY KEY (workspace_id, id)
constraint notifications_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
CREATE INDEX notifications_newest ON public.notifications USING btree (workspace_id, member_id, id DESC)
CREATE UNIQUE INDEX notifications_once ON public.notifications USING btree (workspace_id, member_id, dedupe_key)
CREATE INDEX notifications_undigested ON public.notifications USING btree (workspace_id, member_id, created_at) WHERE (digest_day IS NULL)
CREATE INDEX notifications_unread ON public.notifications USING btree (workspace_id, member_id) WHERE (read_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table oauth_apps row security forced owner linkledger_owner
  authorize_url text
  client_id text not null
  created_at timestamp with time zone not null
  created_by uuid
  id uuid not null
  provider text not null
  scope text not null default ''::text
  sealed_secret bytea not null
  tenant text not null default 'common'::text
  token_url text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint oauth_apps_pkey PRIMARY KEY (workspace_id, id)
constraint oauth_apps_provider_check CHECK ((provider = ANY (ARRAY['google'::text, 'microsoft'::text, 'custom'::text])))
constraint oauth_apps_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX oauth_apps_provider ON public.oauth_apps USING btree (workspace_id, provider)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table oauth_states row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  facts jsonb not null default '{}'::jsonb
  provider text not null
  sealed_verifier bytea not null
  state_hash bytea not null
  user_id uuid not null
  workspace_id uuid not null
constraint oauth_states_pkey PRIMARY KEY (workspace_id, state_hash)
constraint oauth_states_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table order_credits row security forced owner linkledger_owner
  amount_minor bigint not null
  client_id uuid not null
  credited_on date not null
  id uuid not null
  line_id uuid not null
  order_id uuid not null
  reason text not null default ''::text
  recorded_at timestamp with time zone not null
  recorded_by uuid
  reference text not null default ''::text
  vat_minor bigint not null default 0
  workspace_id uuid not null
constraint order_credits_amount_minor_check CHECK ((amount_minor > 0))
constraint order_credits_pkey PRIMARY KEY (workspace_id, id)
constraint order_credits_vat_minor_check CHECK ((vat_minor >= 0))
constraint order_credits_workspace_id_client_id_order_id_fkey FOREIGN KEY (workspace_id, client_id, order_id) REFERENCES orders(workspace_id, client_id, id)
constraint order_credits_workspace_id_line_id_fkey FOREIGN KEY (workspace_id, line_id) REFERENCES order_lines(workspace_id, id)
CREATE INDEX order_credits_line ON public.order_credits USING btree (workspace_id, line_id)
CREATE INDEX order_credits_order ON public.order_credits USING btree (workspace_id, order_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table order_lines row security forced owner linkledger_owner
  buying_minor bigint not null
  buying_vat_rate integer not null default 0
  client_id uuid not null
  description text not null default ''::text
  id uuid not null
  invoice_reference text not null default ''::text
  live_at timestamp with time zone
  lost_at timestamp with time zone
  met_at timestamp with time zone
  order_id uuid not null
  paid_on date
  placement_id uuid
  position integer not null default 0
  renewed_by_line_id uuid
  replaces_line_id uuid
  selling_minor bigint
  selling_vat_rate integer not null default 0
  site_id uuid
  state text not null default 'open'::text
  type text
  workspace_id uuid not null
constraint order_lines_buying_minor_check CHECK ((buying_minor >= 0))
constraint order_lines_buying_vat_rate_check CHECK (((buying_vat_rate >= 0) AND (buying_vat_rate <= 10000)))
constraint order_lines_description_check CHECK ((length(description) <= 500))
constraint order_lines_pkey PRIMARY KEY (workspace_id, id)
constraint order_lines_selling_minor_check CHECK ((selling_minor >= 0))
constraint order_lines_selling_vat_rate_check CHECK (((selling_vat_rate >= 0) AND (selling_vat_rate <= 10000)))
constraint order_lines_state_check CHECK ((state = ANY (ARRAY['open'::text, 'live'::text, 'payable'::text, 'paid'::text, 'lost'::text, 'credited'::text, 'replaced'::text, 'cancelled'::text])))
constraint order_lines_workspace_id_client_id_order_id_fkey FOREIGN KEY (workspace_id, client_id, order_id) REFERENCES orders(workspace_id, client_id, id)
constraint order_lines_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
constraint order_lines_workspace_id_renewed_by_line_id_fkey FOREIGN KEY (workspace_id, renewed_by_line_id) REFERENCES order_lines(workspace_id, id) DEFERRABLE INITIALLY DEFERRED
constraint order_lines_workspace_id_replaces_line_id_fkey FOREIGN KEY (workspace_id, replaces_line_id) REFERENCES order_lines(workspace_id, id)
constraint order_lines_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX order_lines_of_placement ON public.order_lines USING btree (workspace_id, placement_id) WHERE (placement_id IS NOT NULL)
CREATE INDEX order_lines_order ON public.order_lines USING btree (workspace_id, order_id, "position")
CREATE UNIQUE INDEX order_lines_placement ON public.order_lines USING btree (workspace_id, placement_id) WHERE ((placement_id IS NOT NULL) AND (renewed_by_line_id IS NULL) AND (state <> ALL (ARRAY['cancelled'::text, 'replaced'::text, 'credited'::text])))
CREATE INDEX order_lines_renewed ON public.order_lines USING btree (workspace_id, renewed_by_line_id) WHERE (renewed_by_line_id IS NOT NULL)
CREATE INDEX order_lines_replaced ON public.order_lines USING btree (workspace_id, replaces_line_id) WHERE (replaces_line_id IS NOT NULL)
CREATE INDEX order_lines_site ON public.order_lines USING btree (workspace_id, site_id) WHERE (site_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table orders row security forced owner linkledger_owner
  approved_on date
  archived_at timestamp with time zone
  brand_id uuid not null
  budget_currency text
  budget_rate numeric
  campaign_id uuid
  client_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  currency text not null
  ends_on date
  id uuid not null
  invoice_reference text not null default ''::text
  label_agreed text
  notes text not null default ''::text
  number integer not null
  ordered_on date
  owner_member_id uuid
  paid_on date
  pitch_id uuid
  po_reference text not null default ''::text
  quoted_on date not null
  renewal text not null default 'undecided'::text
  renewal_asked_at timestamp with time zone
  renews_order_id uuid
  revision integer not null default 1
  stage text not null default 'quoted'::text
  starts_on date
  state text not null default 'quoted'::text
  supplier_publisher_id uuid
  term_months integer
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint orders_budget_currency_check CHECK ((budget_currency ~ '^[A-Z]{3}$'::text))
constraint orders_budget_rate_check CHECK (((budget_rate > (0)::numeric) AND (budget_rate < ('10000000000'::bigint)::numeric) AND (scale(budget_rate) <= 10)))
constraint orders_check CHECK (((budget_rate IS NULL) = (budget_currency IS NULL)))
constraint orders_check1 CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on)))
constraint orders_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
constraint orders_label_agreed_check CHECK ((label_agreed = ANY (ARRAY['sponsored'::text, 'nofollow'::text, 'none'::text])))
constraint orders_pkey PRIMARY KEY (workspace_id, id)
constraint orders_renewal_check CHECK ((renewal = ANY (ARRAY['undecided'::text, 'renew'::text, 'let_end'::text, 'renewed'::text])))
constraint orders_stage_check CHECK ((stage = ANY (ARRAY['quoted'::text, 'approved'::text, 'ordered'::text, 'cancelled'::text])))
constraint orders_state_check CHECK ((state = ANY (ARRAY['quoted'::text, 'approved'::text, 'ordered'::text, 'live'::text, 'payable'::text, 'paid'::text, 'credited'::text, 'cancelled'::text])))
constraint orders_term_months_check CHECK (((term_months >= 1) AND (term_months <= 600)))
constraint orders_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint orders_workspace_id_client_id_campaign_id_fkey FOREIGN KEY (workspace_id, client_id, campaign_id) REFERENCES campaigns(workspace_id, client_id, id)
constraint orders_workspace_id_client_id_pitch_id_fkey FOREIGN KEY (workspace_id, client_id, pitch_id) REFERENCES pitches(workspace_id, client_id, id)
constraint orders_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint orders_workspace_id_owner_member_id_fkey FOREIGN KEY (workspace_id, owner_member_id) REFERENCES members(workspace_id, id)
constraint orders_workspace_id_renews_order_id_fkey FOREIGN KEY (workspace_id, renews_order_id) REFERENCES orders(workspace_id, id)
constraint orders_workspace_id_supplier_publisher_id_fkey FOREIGN KEY (workspace_id, supplier_publisher_id) REFERENCES publishers(workspace_id, id)
CREATE INDEX orders_campaign ON public.orders USING btree (workspace_id, campaign_id) WHERE (campaign_id IS NOT NULL)
CREATE INDEX orders_ending ON public.orders USING btree (workspace_id, ends_on) WHERE (ends_on IS NOT NULL)
CREATE INDEX orders_newest ON public.orders USING btree (workspace_id, created_at, id)
CREATE UNIQUE INDEX orders_number ON public.orders USING btree (workspace_id, number)
CREATE UNIQUE INDEX orders_of_client ON public.orders USING btree (workspace_id, client_id, id)
CREATE INDEX orders_owner ON public.orders USING btree (workspace_id, owner_member_id) WHERE (owner_member_id IS NOT NULL)
CREATE INDEX orders_pitch ON public.orders USING btree (workspace_id, pitch_id) WHERE (pitch_id IS NOT NULL)
CREATE INDEX orders_renews ON public.orders USING btree (workspace_id, renews_order_id) WHERE (renews_order_id IS NOT NULL)
CREATE INDEX orders_state ON public.orders USING btree (workspace_id, state, id) WHERE (archived_at IS NULL)
CREATE INDEX orders_supplier ON public.orders USING btree (workspace_id, supplier_publisher_id) WHERE (supplier_publisher_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table outbound_messages row security forced owner linkledger_owner
  attempt integer not null default 0
  body_html text
  body_text text not null
  campaign_id uuid
  claimed_at timestamp with time zone
  client_id uuid
  contact_id uuid
  conversation_id uuid
  crashes integer not null default 0
  created_at timestamp with time zone not null
  created_by uuid
  enrollment_id uuid
  evidence jsonb not null default '[]'::jsonb
  failure_code text
  final_reply text
  first_try_at timestamp with time zone
  from_address text not null
  from_name text not null default ''::text
  generation integer not null default 1
  held_at timestamp with time zone
  hold_code text
  hold_params jsonb not null default '{}'::jsonb
  id uuid not null
  in_doubt_at timestamp with time zone
  in_reply_to text
  is_cold boolean not null default false
  is_first boolean not null default false
  kind text not null
  looked_at timestamp with time zone
  looks integer not null default 0
  mail_bytes bytea
  mailbox_id uuid not null
  member_id uuid
  message_id text not null
  not_before timestamp with time zone not null
  owner bigint
  pitch_id uuid
  reference_ids text[] not null default '{}'::text[]
  sent_at timestamp with time zone
  settled_by uuid
  site_id uuid
  state text not null default 'ready'::text
  step_no integer
  subject text not null
  template_version_id uuid
  to_address text not null
  to_address_key text not null
  to_domain text not null
  to_name text not null default ''::text
  unsubscribe_url text
  updated_at timestamp with time zone not null
  window_from time without time zone
  window_until time without time zone
  window_zone text
  work_days integer[]
  workspace_id uuid not null
constraint outbound_messages_check CHECK (((kind <> 'sequence'::text) OR ((enrollment_id IS NOT NULL) AND (step_no IS NOT NULL) AND (client_id IS NOT NULL))))
constraint outbound_messages_kind_check CHECK ((kind = ANY (ARRAY['sequence'::text, 'reply'::text, 'single'::text])))
constraint outbound_messages_pkey PRIMARY KEY (workspace_id, id)
constraint outbound_messages_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'claimed'::text, 'in_doubt'::text, 'sent'::text, 'failed'::text, 'deferred'::text, 'cancelled'::text, 'unknown'::text])))
constraint outbound_messages_workspace_id_client_id_enrollment_id_fkey FOREIGN KEY (workspace_id, client_id, enrollment_id) REFERENCES enrollments(workspace_id, client_id, id)
constraint outbound_messages_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
constraint outbound_messages_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint outbound_messages_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
constraint outbound_messages_workspace_id_pitch_id_fkey FOREIGN KEY (workspace_id, pitch_id) REFERENCES pitches(workspace_id, id)
constraint outbound_messages_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX outbound_messages_address ON public.outbound_messages USING btree (workspace_id, to_address_key, sent_at)
CREATE INDEX outbound_messages_busy ON public.outbound_messages USING btree (state, workspace_id, id) WHERE (state = ANY (ARRAY['claimed'::text, 'in_doubt'::text]))
CREATE INDEX outbound_messages_campaign ON public.outbound_messages USING btree (workspace_id, campaign_id, claimed_at) WHERE (campaign_id IS NOT NULL)
CREATE INDEX outbound_messages_contact ON public.outbound_messages USING btree (workspace_id, contact_id, claimed_at) WHERE (contact_id IS NOT NULL)
CREATE INDEX outbound_messages_conversation ON public.outbound_messages USING btree (workspace_id, conversation_id) WHERE (conversation_id IS NOT NULL)
CREATE INDEX outbound_messages_copies ON public.outbound_messages USING btree (sent_at, id) WHERE ((state = 'sent'::text) AND (looked_at IS NULL))
CREATE INDEX outbound_messages_domain ON public.outbound_messages USING btree (workspace_id, to_domain, claimed_at)
CREATE INDEX outbound_messages_due ON public.outbound_messages USING btree (not_before, id) WHERE (state = ANY (ARRAY['ready'::text, 'deferred'::text]))
CREATE INDEX outbound_messages_mailbox ON public.outbound_messages USING btree (workspace_id, mailbox_id, state, not_before, id)
CREATE UNIQUE INDEX outbound_messages_message_id ON public.outbound_messages USING btree (workspace_id, message_id)
CREATE INDEX outbound_messages_pitch ON public.outbound_messages USING btree (workspace_id, pitch_id) WHERE (pitch_id IS NOT NULL)
CREATE INDEX outbound_messages_sent ON public.outbound_messages USING btree (workspace_id, sent_at, id) WHERE (sent_at IS NOT NULL)
CREATE INDEX outbound_messages_site ON public.outbound_messages USING btree (workspace_id, site_id) WHERE (site_id IS NOT NULL)
CREATE UNIQUE INDEX outbound_messages_step ON public.outbound_messages USING btree (workspace_id, enrollment_id, step_no, generation) WHERE (enrollment_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table owner_changes row security forced owner linkledger_owner
  changed_at timestamp with time zone not null
  changed_by uuid
  changes jsonb not null default '[]'::jsonb
  id uuid not null
  note text not null default ''::text
  publisher_id uuid not null
  site_id uuid not null
  undone_at timestamp with time zone
  workspace_id uuid not null
constraint owner_changes_pkey PRIMARY KEY (workspace_id, id)
constraint owner_changes_workspace_id_publisher_id_fkey FOREIGN KEY (workspace_id, publisher_id) REFERENCES publishers(workspace_id, id)
constraint owner_changes_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX owner_changes_site ON public.owner_changes USING btree (workspace_id, site_id, changed_at)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table pitch_contacts row security forced owner linkledger_owner
  client_id uuid not null
  contact_id uuid not null
  pitch_id uuid not null
  position integer not null default 0
  workspace_id uuid not null
constraint pitch_contacts_pkey PRIMARY KEY (workspace_id, pitch_id, contact_id)
constraint pitch_contacts_workspace_id_client_id_pitch_id_fkey FOREIGN KEY (workspace_id, client_id, pitch_id) REFERENCES pitches(workspace_id, client_id, id)
constraint pitch_contacts_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
CREATE INDEX pitch_contacts_contact ON public.pitch_contacts USING btree (workspace_id, contact_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table pitch_files row security forced owner linkledger_owner
  added_at timestamp with time zone not null
  added_by uuid
  archived_at timestamp with time zone
  client_id uuid not null
  field_key text not null
  id uuid not null
  name text not null
  pitch_id uuid not null
  sha256 bytea not null
  size integer not null
  type text not null
  workspace_id uuid not null
constraint pitch_files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)))
constraint pitch_files_pkey PRIMARY KEY (workspace_id, id)
constraint pitch_files_workspace_id_client_id_pitch_id_fkey FOREIGN KEY (workspace_id, client_id, pitch_id) REFERENCES pitches(workspace_id, client_id, id)
CREATE INDEX pitch_files_pitch ON public.pitch_files USING btree (workspace_id, pitch_id, added_at)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table pitches row security forced owner linkledger_owner
  approval_states jsonb not null default '{}'::jsonb
  archived_at timestamp with time zone
  asset_id uuid
  assignee_member_id uuid
  brand_id uuid not null
  campaign_id uuid not null
  client_id uuid not null
  closed_at timestamp with time zone
  created_at timestamp with time zone not null
  created_by uuid
  fields jsonb not null default '{}'::jsonb
  first_contacted_at timestamp with time zone
  id uuid not null
  kind text not null
  label text not null default ''::text
  loss_note text not null default ''::text
  loss_reason text
  next_step text not null default ''::text
  next_step_on date
  outcome text
  paused_until date
  revision integer not null default 1
  search_text text not null default ''::text
  site_id uuid
  stage text not null
  stage_position integer not null default 0
  stage_since timestamp with time zone not null
  status text not null default 'waiting_us'::text
  target_page_id uuid
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint pitches_check CHECK (((status = 'closed'::text) = (outcome IS NOT NULL)))
constraint pitches_check1 CHECK (((outcome = 'lost'::text) = (loss_reason IS NOT NULL)))
constraint pitches_label_check CHECK ((length(label) <= 200))
constraint pitches_next_step_check CHECK ((length(next_step) <= 300))
constraint pitches_outcome_check CHECK ((outcome = ANY (ARRAY['won'::text, 'lost'::text])))
constraint pitches_pkey PRIMARY KEY (workspace_id, id)
constraint pitches_status_check CHECK ((status = ANY (ARRAY['waiting_us'::text, 'waiting_them'::text, 'paused'::text, 'closed'::text])))
constraint pitches_workspace_id_asset_id_fkey FOREIGN KEY (workspace_id, asset_id) REFERENCES assets(workspace_id, id)
constraint pitches_workspace_id_assignee_member_id_fkey FOREIGN KEY (workspace_id, assignee_member_id) REFERENCES members(workspace_id, id)
constraint pitches_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint pitches_workspace_id_client_id_campaign_id_fkey FOREIGN KEY (workspace_id, client_id, campaign_id) REFERENCES campaigns(workspace_id, client_id, id)
constraint pitches_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint pitches_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
constraint pitches_workspace_id_target_page_id_fkey FOREIGN KEY (workspace_id, target_page_id) REFERENCES target_pages(workspace_id, id)
CREATE INDEX pitches_asset ON public.pitches USING btree (workspace_id, asset_id) WHERE (asset_id IS NOT NULL)
CREATE INDEX pitches_assignee ON public.pitches USING btree (workspace_id, assignee_member_id, status) WHERE (archived_at IS NULL)
CREATE INDEX pitches_board ON public.pitches USING btree (workspace_id, campaign_id, stage_position, stage_since, id) WHERE (archived_at IS NULL)
CREATE INDEX pitches_closed ON public.pitches USING btree (workspace_id, closed_at, id) WHERE (closed_at IS NOT NULL)
CREATE INDEX pitches_newest ON public.pitches USING btree (workspace_id, created_at, id) WHERE (archived_at IS NULL)
CREATE INDEX pitches_next ON public.pitches USING btree (workspace_id, next_step_on, id) WHERE ((archived_at IS NULL) AND (next_step_on IS NOT NULL) AND (status <> 'closed'::text))
CREATE UNIQUE INDEX pitches_of_client ON public.pitches USING btree (workspace_id, client_id, id)
CREATE INDEX pitches_paused ON public.pitches USING btree (workspace_id, paused_until) WHERE ((status = 'paused'::text) AND (paused_until IS NOT NULL))
CREATE INDEX pitches_search ON public.pitches USING gin (search_text gin_trgm_ops)
CREATE INDEX pitches_site ON public.pitches USING btree (workspace_id, site_id) WHERE (site_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table placement_term_sources row security forced owner linkledger_owner
  agreed_on date
  client_id uuid not null
  document_name text
  document_sha256 bytea
  id uuid not null
  kind text not null
  mail_id uuid
  placement_id uuid not null
  recorded_at timestamp with time zone not null
  recorded_by uuid
  reference text not null
  terms text[] not null
  workspace_id uuid not null
constraint placement_term_sources_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'note'::text, 'person'::text, 'mail'::text])))
constraint placement_term_sources_pkey PRIMARY KEY (workspace_id, id)
constraint placement_term_sources_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 4000)))
constraint placement_term_sources_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint placement_term_sources_workspace_id_mail_id_fkey FOREIGN KEY (workspace_id, mail_id) REFERENCES inbound_messages(workspace_id, id)
constraint placement_term_sources_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
CREATE INDEX placement_term_sources_mail ON public.placement_term_sources USING btree (workspace_id, mail_id) WHERE (mail_id IS NOT NULL)
CREATE INDEX placement_term_sources_placement ON public.placement_term_sources USING btree (workspace_id, placement_id, recorded_at)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table placements row security forced owner linkledger_owner
  anchor_standing text not null default 'unknown'::text
  anchor_value text
  archived_at timestamp with time zone
  brand_id uuid not null
  broken_rules integer not null default 0
  campaign_id uuid
  checked_at timestamp with time zone
  client_id uuid not null
  close_reason text
  compensation text not null default 'none'::text
  created_at timestamp with time zone not null
  due_on date
  duration_standing text not null default 'unknown'::text
  duration_until date
  evidence_hash text
  finding_codes text[] not null default '{}'::text[]
  first_live_at timestamp with time zone
  host_slot text
  id uuid not null
  import_id uuid
  indexable_standing text not null default 'unknown'::text
  indexable_value boolean
  is_baseline_removed boolean not null default false
  label text
  labelling_agreed boolean not null default false
  last_check_id uuid
  last_seen_at timestamp with time zone
  last_verdicts text not null default ''::text
  main_text_hash text
  match_step text not null default 'equivalent'::text
  memory jsonb not null default '{}'::jsonb
  next_check_at timestamp with time zone
  next_check_reason text
  notes text not null default ''::text
  owner_member_id uuid
  page_changed_at timestamp with time zone
  page_language text
  page_status integer
  page_title text
  pitch_id uuid
  rechecking boolean not null default false
  region_standing text not null default 'unknown'::text
  region_value text
  rel_standing text not null default 'unknown'::text
  rel_value text
  replaced_by_id uuid
  revision integer not null default 1
  seen_anchor text
  seen_by_hand_until date
  seen_rel text
  site_id uuid
  source_host text not null default ''::text
  source_url text
  source_url_key text
  state text not null default 'awaited'::text
  state_since timestamp with time zone not null
  takes_baseline boolean not null default false
  target_failing boolean not null default false
  target_page_id uuid
  target_path text not null default ''::text
  target_url text not null
  target_url_key text not null
  type text not null
  unmet_terms integer not null default 0
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint placements_anchor_standing_check CHECK ((anchor_standing = ANY (ARRAY['agreed'::text, 'expected'::text, 'unknown'::text])))
constraint placements_check CHECK (((source_url IS NULL) = (source_url_key IS NULL)))
constraint placements_check1 CHECK (((source_url IS NULL) = (host_slot IS NULL)))
constraint placements_compensation_check CHECK ((compensation = ANY (ARRAY['none'::text, 'money'::text, 'product_or_service'::text, 'link_in_return'::text])))
constraint placements_duration_standing_check CHECK ((duration_standing = ANY (ARRAY['agreed'::text, 'expected'::text, 'unknown'::text])))
constraint placements_indexable_standing_check CHECK ((indexable_standing = ANY (ARRAY['agreed'::text, 'expected'::text, 'unknown'::text])))
constraint placements_label_check CHECK ((label = 'own_network'::text))
constraint placements_match_step_check CHECK ((match_step = ANY (ARRAY['exact'::text, 'equivalent'::text, 'redirects_to_target'::text, 'same_path_other_query'::text, 'same_site'::text])))
constraint placements_pkey PRIMARY KEY (workspace_id, id)
constraint placements_region_standing_check CHECK ((region_standing = ANY (ARRAY['agreed'::text, 'expected'::text, 'unknown'::text])))
constraint placements_region_value_check CHECK ((region_value = ANY (ARRAY['content'::text, 'nav'::text, 'header'::text, 'footer'::text, 'aside'::text, 'comment'::text])))
constraint placements_rel_standing_check CHECK ((rel_standing = ANY (ARRAY['agreed'::text, 'expected'::text, 'unknown'::text])))
constraint placements_rel_value_check CHECK ((rel_value = ANY (ARRAY['follow'::text, 'nofollow'::text, 'sponsored'::text, 'ugc'::text, 'any'::text])))
constraint placements_source_url_check CHECK ((length(source_url) <= 4000))
constraint placements_state_check CHECK ((state = ANY (ARRAY['awaited'::text, 'live'::text, 'differs'::text, 'removed'::text, 'site_down'::text, 'site_gone'::text, 'check_by_hand'::text, 'ended'::text, 'released'::text, 'replaced'::text])))
constraint placements_target_url_check CHECK ((length(target_url) <= 4000))
constraint placements_type_check CHECK ((type = ANY (ARRAY['editorial'::text, 'guest_post'::text, 'link_insertion'::text, 'digital_pr'::text, 'journalist_quote'::text, 'directory'::text, 'broken_link'::text, 'unlinked_mention'::text, 'partnership'::text, 'comment'::text])))
constraint placements_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint placements_workspace_id_client_id_campaign_id_fkey FOREIGN KEY (workspace_id, client_id, campaign_id) REFERENCES campaigns(workspace_id, client_id, id)
constraint placements_workspace_id_client_id_pitch_id_fkey FOREIGN KEY (workspace_id, client_id, pitch_id) REFERENCES pitches(workspace_id, client_id, id)
constraint placements_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint placements_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id)
constraint placements_workspace_id_owner_member_id_fkey FOREIGN KEY (workspace_id, owner_member_id) REFERENCES members(workspace_id, id)
constraint placements_workspace_id_replaced_by_id_fkey FOREIGN KEY (workspace_id, replaced_by_id) REFERENCES placements(workspace_id, id)
constraint placements_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
constraint placements_workspace_id_target_page_id_fkey FOREIGN KEY (workspace_id, target_page_id) REFERENCES target_pages(workspace_id, id)
CREATE INDEX placements_archived ON public.placements USING btree (workspace_id, archived_at, id) WHERE (archived_at IS NOT NULL)
CREATE INDEX placements_campaign ON public.placements USING btree (workspace_id, campaign_id) WHERE (campaign_id IS NOT NULL)
CREATE INDEX placements_checked ON public.placements USING btree (workspace_id, COALESCE(checked_at, '-infinity'::timestamp with time zone), id) WHERE (archived_at IS NULL)
CREATE INDEX placements_client ON public.placements USING btree (workspace_id, client_id, brand_id, state) WHERE (archived_at IS NULL)
CREATE INDEX placements_due ON public.placements USING btree (host_slot, next_check_at) WHERE (next_check_at IS NOT NULL)
CREATE INDEX placements_first_live ON public.placements USING btree (workspace_id, client_id, first_live_at) WHERE (first_live_at IS NOT NULL)
CREATE INDEX placements_import ON public.placements USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX placements_newest ON public.placements USING btree (workspace_id, created_at, id) WHERE (archived_at IS NULL)
CREATE INDEX placements_overdue ON public.placements USING btree (workspace_id, due_on) WHERE ((archived_at IS NULL) AND (state = 'awaited'::text) AND (due_on IS NOT NULL))
CREATE INDEX placements_owner ON public.placements USING btree (workspace_id, owner_member_id) WHERE (archived_at IS NULL)
CREATE UNIQUE INDEX placements_pair ON public.placements USING btree (workspace_id, brand_id, md5(source_url_key), md5(target_url_key)) WHERE ((archived_at IS NULL) AND (source_url_key IS NOT NULL) AND (state <> ALL (ARRAY['ended'::text, 'released'::text, 'replaced'::text])))
CREATE INDEX placements_pitch ON public.placements USING btree (workspace_id, pitch_id) WHERE (pitch_id IS NOT NULL)
CREATE INDEX placements_rechecking ON public.placements USING btree (workspace_id, id) WHERE ((archived_at IS NULL) AND rechecking)
CREATE INDEX placements_replaced ON public.placements USING btree (workspace_id, replaced_by_id) WHERE (replaced_by_id IS NOT NULL)
CREATE INDEX placements_search ON public.placements USING gin ((((COALESCE(source_url, source_host) || ' '::text) || target_url)) gin_trgm_ops)
CREATE INDEX placements_site ON public.placements USING btree (workspace_id, site_id, state) WHERE (archived_at IS NULL)
CREATE INDEX placements_source ON public.placements USING btree (workspace_id, source_host, id) WHERE (archived_at IS NULL)
CREATE INDEX placements_state ON public.placements USING btree (workspace_id, state, state_since, id) WHERE (archived_at IS NULL)
CREATE INDEX placements_state_since ON public.placements USING btree (workspace_id, state_since, id) WHERE (archived_at IS NULL)
CREATE INDEX placements_target_failing ON public.placements USING btree (workspace_id, id) WHERE ((archived_at IS NULL) AND target_failing)
CREATE INDEX placements_target_page ON public.placements USING btree (workspace_id, target_page_id)
CREATE INDEX placements_unlabelled ON public.placements USING btree (workspace_id, id) WHERE ((archived_at IS NULL) AND ('compensated_unlabelled'::text = ANY (finding_codes)))
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
CREATE TRIGGER placements_added_wake_hosts AFTER INSERT ON public.placements REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION wake_hosts_of_added()
CREATE TRIGGER placements_changed_wake_hosts AFTER UPDATE ON public.placements REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION wake_hosts_of_changed()

table prospect_tags row security forced owner linkledger_owner
  import_id uuid
  prospect_id uuid not null
  tag_id uuid not null
  workspace_id uuid not null
constraint prospect_tags_pkey PRIMARY KEY (workspace_id, tag_id, prospect_id)
constraint prospect_tags_workspace_id_prospect_id_fkey FOREIGN KEY (workspace_id, prospect_id) REFERENCES prospects(workspace_id, id)
constraint prospect_tags_workspace_id_tag_id_fkey FOREIGN KEY (workspace_id, tag_id) REFERENCES tags(workspace_id, id)
CREATE INDEX prospect_tags_import ON public.prospect_tags USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX prospect_tags_prospect ON public.prospect_tags USING btree (workspace_id, prospect_id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table prospects row security forced owner linkledger_owner
  archived_at timestamp with time zone
  contact_count integer not null default 0
  country text
  created_at timestamp with time zone not null
  created_by uuid
  do_not_contact boolean not null default false
  fit jsonb not null default '{}'::jsonb
  fit_no smallint not null default 0
  fit_yes smallint not null default 0
  id uuid not null
  import_id uuid
  language text
  last_touch_at timestamp with time zone
  last_touch_member_id uuid
  lock_until timestamp with time zone
  notes text not null default ''::text
  owner_member_id uuid
  revision integer not null default 1
  search_text text not null default ''::text
  site_id uuid not null
  site_key text not null
  stage text not null default 'unknown'::text
  status text not null default 'new'::text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint prospects_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
constraint prospects_language_check CHECK ((language ~ '^[a-z]{2}$'::text))
constraint prospects_pkey PRIMARY KEY (workspace_id, id)
constraint prospects_stage_check CHECK ((stage = ANY (ARRAY['unknown'::text, 'cold'::text, 'contacted'::text, 'engaged'::text, 'partner'::text, 'dormant'::text, 'declined'::text])))
constraint prospects_status_check CHECK ((status = ANY (ARRAY['new'::text, 'researching'::text, 'qualified'::text, 'paused'::text, 'unfit'::text])))
constraint prospects_workspace_id_last_touch_member_id_fkey FOREIGN KEY (workspace_id, last_touch_member_id) REFERENCES members(workspace_id, id)
constraint prospects_workspace_id_owner_member_id_fkey FOREIGN KEY (workspace_id, owner_member_id) REFERENCES members(workspace_id, id)
constraint prospects_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX prospects_archived ON public.prospects USING btree (workspace_id, archived_at, id) WHERE (archived_at IS NOT NULL)
CREATE INDEX prospects_fit ON public.prospects USING btree (workspace_id, fit_yes, id) WHERE (archived_at IS NULL)
CREATE INDEX prospects_import ON public.prospects USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX prospects_key ON public.prospects USING btree (workspace_id, site_key, id) WHERE (archived_at IS NULL)
CREATE INDEX prospects_newest ON public.prospects USING btree (workspace_id, created_at, id) WHERE (archived_at IS NULL)
CREATE INDEX prospects_owner ON public.prospects USING btree (workspace_id, owner_member_id) WHERE (owner_member_id IS NOT NULL)
CREATE INDEX prospects_search ON public.prospects USING gin (search_text gin_trgm_ops)
CREATE UNIQUE INDEX prospects_site ON public.prospects USING btree (workspace_id, site_id)
CREATE INDEX prospects_status ON public.prospects USING btree (workspace_id, (
CASE status
    WHEN 'new'::text THEN 1
    WHEN 'researching'::text THEN 2
    WHEN 'qualified'::text THEN 3
    WHEN 'paused'::text THEN 4
    ELSE 5
END), id) WHERE (archived_at IS NULL)
CREATE INDEX prospects_touch ON public.prospects USING btree (workspace_id, (
CASE
    WHEN (last_touch_at IS NULL) THEN '-infinity'::timestamp with time zone
    ELSE last_touch_at
END), id) WHERE (archived_at IS NULL)
CREATE INDEX prospects_updated ON public.prospects USING btree (workspace_id, updated_at, id) WHERE (archived_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
CREATE TRIGGER prospects_at_other_site BEFORE UPDATE ON public.prospects FOR EACH ROW WHEN ((new.site_id <> old.site_id)) EXECUTE FUNCTION prospects_at_other_site()

table publishers row security forced owner linkledger_owner
  archived_at timestamp with time zone
  country text
  created_at timestamp with time zone not null
  created_by uuid
  home_url text
  id uuid not null
  import_id uuid
  kind text not null default 'unknown'::text
  merged_into_id uuid
  name text not null
  name_key text not null
  notes text not null default ''::text
  revision integer not null default 1
  search_text text not null default ''::text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint publishers_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
constraint publishers_kind_check CHECK ((kind = ANY (ARRAY['unknown'::text, 'editor'::text, 'media_group'::text, 'broker'::text, 'supplier'::text])))
constraint publishers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint publishers_pkey PRIMARY KEY (workspace_id, id)
constraint publishers_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint publishers_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id)
constraint publishers_workspace_id_merged_into_id_fkey FOREIGN KEY (workspace_id, merged_into_id) REFERENCES publishers(workspace_id, id)
CREATE INDEX publishers_alike ON public.publishers USING gin (name_key gin_trgm_ops)
CREATE INDEX publishers_archived ON public.publishers USING btree (workspace_id, archived_at, id) WHERE (archived_at IS NOT NULL)
CREATE INDEX publishers_import ON public.publishers USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX publishers_merged ON public.publishers USING btree (workspace_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
CREATE INDEX publishers_name ON public.publishers USING btree (workspace_id, name_key, id) WHERE (archived_at IS NULL)
CREATE INDEX publishers_newest ON public.publishers USING btree (workspace_id, created_at, id) WHERE (archived_at IS NULL)
CREATE INDEX publishers_search ON public.publishers USING gin (search_text gin_trgm_ops)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table reclamation_placements row security forced owner linkledger_owner
  changed_links text not null default 'not_known'::text
  check_id uuid
  client_id uuid not null
  finding_codes text[] not null default '{}'::text[]
  got_worse_at timestamp with time zone not null
  outcome text not null default 'open'::text
  outcome_at timestamp with time zone
  placement_id uuid not null
  reclamation_id uuid not null
  state text not null
  workspace_id uuid not null
constraint reclamation_placements_changed_links_check CHECK ((changed_links = ANY (ARRAY['only_ours'::text, 'all_external'::text, 'some'::text, 'not_known'::text])))
constraint reclamation_placements_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'restored'::text, 'refused'::text, 'replaced'::text, 'ended'::text, 'dismissed'::text])))
constraint reclamation_placements_pkey PRIMARY KEY (workspace_id, reclamation_id, placement_id)
constraint reclamation_placements_workspace_id_client_id_reclamation__fkey FOREIGN KEY (workspace_id, client_id, reclamation_id) REFERENCES reclamations(workspace_id, client_id, id)
constraint reclamation_placements_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
CREATE INDEX reclamation_placements_placement ON public.reclamation_placements USING btree (workspace_id, placement_id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table reclamations row security forced owner linkledger_owner
  assignee_member_id uuid
  client_id uuid not null
  closed_at timestamp with time zone
  created_at timestamp with time zone not null
  id uuid not null
  note text not null default ''::text
  pitch_id uuid
  publisher_id uuid
  revision integer not null default 1
  sent_at timestamp with time zone
  sent_by uuid
  site_id uuid
  state text not null default 'proposed'::text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint reclamations_check CHECK (((publisher_id IS NULL) <> (site_id IS NULL)))
constraint reclamations_pkey PRIMARY KEY (workspace_id, id)
constraint reclamations_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'sent'::text, 'answered'::text, 'restored'::text, 'refused'::text, 'dismissed'::text])))
constraint reclamations_workspace_id_assignee_member_id_fkey FOREIGN KEY (workspace_id, assignee_member_id) REFERENCES members(workspace_id, id)
constraint reclamations_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint reclamations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint reclamations_workspace_id_pitch_id_fkey FOREIGN KEY (workspace_id, pitch_id) REFERENCES pitches(workspace_id, id)
constraint reclamations_workspace_id_publisher_id_fkey FOREIGN KEY (workspace_id, publisher_id) REFERENCES publishers(workspace_id, id)
constraint reclamations_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX reclamations_newest ON public.reclamations USING btree (workspace_id, state, created_at, id)
CREATE UNIQUE INDEX reclamations_of_client ON public.reclamations USING btree (workspace_id, client_id, id)
CREATE INDEX reclamations_open_publisher ON public.reclamations USING btree (workspace_id, client_id, publisher_id) WHERE ((publisher_id IS NOT NULL) AND (state = ANY (ARRAY['proposed'::text, 'sent'::text, 'answered'::text])))
CREATE INDEX reclamations_open_site ON public.reclamations USING btree (workspace_id, client_id, site_id) WHERE ((site_id IS NOT NULL) AND (state = ANY (ARRAY['proposed'::text, 'sent'::text, 'answered'::text])))
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table relationships row security forced owner linkledger_owner
  brand_id uuid not null
  client_id uuid not null
  created_at timestamp with time zone not null
  id uuid not null
  import_id uuid
  litmus_at timestamp with time zone
  litmus_by uuid
  litmus_note text not null default ''::text
  newest_on date
  oldest_on date
  readers_gain boolean
  reason text
  reason_note text not null default ''::text
  revision integer not null default 1
  site_id uuid not null
  stage text not null default 'unknown'::text
  to_them_live integer not null default 0
  to_them_lost integer not null default 0
  to_them_unknown integer not null default 0
  to_us_live integer not null default 0
  to_us_lost integer not null default 0
  to_us_unknown integer not null default 0
  told_state text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
  would_link_anyway boolean
constraint relationships_pkey PRIMARY KEY (workspace_id, id)
constraint relationships_reason_check CHECK ((reason = ANY (ARRAY['shared_event'::text, 'podcast_or_guest'::text, 'tool_and_tutorial'::text, 'case_studies'::text, 'curated_hub'::text, 'other'::text])))
constraint relationships_stage_check CHECK ((stage = ANY (ARRAY['unknown'::text, 'cold'::text, 'contacted'::text, 'engaged'::text, 'partner'::text, 'dormant'::text, 'declined'::text])))
constraint relationships_told_state_check CHECK ((told_state = ANY (ARRAY['live'::text, 'lost'::text])))
constraint relationships_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
constraint relationships_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX relationships_client ON public.relationships USING btree (workspace_id, client_id, brand_id, id)
CREATE INDEX relationships_import ON public.relationships USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX relationships_newest ON public.relationships USING btree (workspace_id, COALESCE(newest_on, '-infinity'::date), id)
CREATE UNIQUE INDEX relationships_pair ON public.relationships USING btree (workspace_id, brand_id, site_id)
CREATE INDEX relationships_site ON public.relationships USING btree (workspace_id, site_id)
CREATE INDEX relationships_to_them ON public.relationships USING btree (workspace_id, to_them_live, id)
CREATE INDEX relationships_to_us ON public.relationships USING btree (workspace_id, to_us_live, id)
CREATE INDEX relationships_updated ON public.relationships USING btree (workspace_id, updated_at, id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table report_links row security forced owner linkledger_owner
  client_id uuid not null
  created_at timestamp with time zone not null
  created_by uuid
  expires_at timestamp with time zone not null
  id uuid not null
  last_opened_at timestamp with time zone
  opened_count integer not null default 0
  report_id uuid not null
  revoked_at timestamp with time zone
  token_sha256 bytea not null
  workspace_id uuid not null
constraint report_links_pkey PRIMARY KEY (workspace_id, id)
constraint report_links_workspace_id_client_id_report_id_fkey FOREIGN KEY (workspace_id, client_id, report_id) REFERENCES reports(workspace_id, client_id, id)
CREATE INDEX report_links_report ON public.report_links USING btree (workspace_id, report_id)
CREATE UNIQUE INDEX report_links_token ON public.report_links USING btree (workspace_id, token_sha256)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table reports row security forced owner linkledger_owner
  archived_at timestamp with time zone
  checks_asked_at timestamp with time zone
  client_id uuid not null
  comment text not null default ''::text
  content jsonb
  content_sha256 bytea
  created_at timestamp with time zone not null
  created_by uuid
  id uuid not null
  locale text not null
  month date not null
  replaces_id uuid
  revision integer not null default 1
  sent_at timestamp with time zone
  sent_by uuid
  state text not null default 'draft'::text
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint reports_check CHECK (((state = 'sent'::text) = (content_sha256 IS NOT NULL)))
constraint reports_check1 CHECK (((content IS NULL) = (content_sha256 IS NULL)))
constraint reports_check2 CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)))
constraint reports_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'nl'::text])))
constraint reports_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
constraint reports_pkey PRIMARY KEY (workspace_id, id)
constraint reports_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text])))
constraint reports_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint reports_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint reports_workspace_id_replaces_id_fkey FOREIGN KEY (workspace_id, replaces_id) REFERENCES reports(workspace_id, id)
CREATE UNIQUE INDEX reports_draft ON public.reports USING btree (workspace_id, client_id, month) WHERE ((state = 'draft'::text) AND (archived_at IS NULL))
CREATE INDEX reports_newest ON public.reports USING btree (workspace_id, client_id, month, created_at)
CREATE UNIQUE INDEX reports_of_client ON public.reports USING btree (workspace_id, client_id, id)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy draft_only_changed restrictive for w to linkledger_app using ((state = 'draft'::text)) check (true)
policy draft_only_deleted restrictive for d to linkledger_app using ((state = 'draft'::text))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table saved_views row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  id uuid not null
  is_shared boolean not null default false
  list text not null
  member_id uuid not null
  name text not null
  query text not null
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint saved_views_list_check CHECK ((list = ANY (ARRAY['prospects'::text, 'publishers'::text, 'contacts'::text, 'relationships'::text, 'placements'::text, 'campaigns'::text, 'pitches'::text, 'orders'::text])))
constraint saved_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
constraint saved_views_pkey PRIMARY KEY (workspace_id, id)
constraint saved_views_query_check CHECK ((length(query) <= 4000))
constraint saved_views_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint saved_views_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
CREATE INDEX saved_views_list ON public.saved_views USING btree (workspace_id, list, member_id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table sending_control owner linkledger_owner
  facts jsonb not null default '{}'::jsonb
  is_paused boolean not null default false
  only_one boolean not null default true
  pause_code text
  paused_at timestamp with time zone
  protocol integer not null default 1
  reconciled_at timestamp with time zone
  restore_token text
constraint sending_control_only_one_check CHECK (only_one)
constraint sending_control_pkey PRIMARY KEY (only_one)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table sequence_steps row security forced owner linkledger_owner
  client_id uuid
  condition text not null default 'always'::text
  in_thread boolean not null default true
  kind text not null
  step_no integer not null
  task_holds boolean not null default false
  task_kind text
  task_title text not null default ''::text
  template_id uuid
  version_id uuid not null
  wait_working_days integer not null default 0
  workspace_id uuid not null
constraint sequence_steps_check CHECK (((kind = 'mail'::text) = (template_id IS NOT NULL)))
constraint sequence_steps_check1 CHECK (((kind = 'task'::text) = (task_kind IS NOT NULL)))
constraint sequence_steps_condition_check CHECK ((condition = ANY (ARRAY['always'::text, 'has_address'::text, 'no_address'::text])))
constraint sequence_steps_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'task'::text])))
constraint sequence_steps_pkey PRIMARY KEY (workspace_id, version_id, step_no)
constraint sequence_steps_step_no_check CHECK (((step_no >= 1) AND (step_no <= 20)))
constraint sequence_steps_task_title_check CHECK ((length(task_title) <= 300))
constraint sequence_steps_wait_working_days_check CHECK (((wait_working_days >= 0) AND (wait_working_days <= 365)))
constraint sequence_steps_workspace_id_template_id_fkey FOREIGN KEY (workspace_id, template_id) REFERENCES templates(workspace_id, id)
constraint sequence_steps_workspace_id_version_id_fkey FOREIGN KEY (workspace_id, version_id) REFERENCES sequence_versions(workspace_id, id)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table sequence_versions row security forced owner linkledger_owner
  client_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  ends_on_date_field text
  id uuid not null
  in_recipient_zone boolean not null default true
  needs_approval boolean not null default false
  no integer not null
  sequence_id uuid not null
  window_from time without time zone not null default '09:00:00'::time without time zone
  window_until time without time zone not null default '17:00:00'::time without time zone
  work_days integer[] not null default '{1,2,3,4,5}'::integer[]
  workspace_id uuid not null
constraint sequence_versions_pkey PRIMARY KEY (workspace_id, id)
constraint sequence_versions_workspace_id_sequence_id_fkey FOREIGN KEY (workspace_id, sequence_id) REFERENCES sequences(workspace_id, id)
CREATE UNIQUE INDEX sequence_versions_no ON public.sequence_versions USING btree (workspace_id, sequence_id, no)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table sequences row security forced owner linkledger_owner
  archived_at timestamp with time zone
  client_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  id uuid not null
  kind text
  locale text not null default 'en'::text
  name text not null
  revision integer not null default 1
  updated_at timestamp with time zone not null
  version_id uuid
  version_no integer not null default 0
  workspace_id uuid not null
constraint sequences_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'nl'::text])))
constraint sequences_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint sequences_pkey PRIMARY KEY (workspace_id, id)
constraint sequences_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint sequences_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX sequences_name ON public.sequences USING btree (workspace_id, lower(name)) WHERE (archived_at IS NULL)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table service_keys row security forced owner linkledger_owner
  base_url text
  created_at timestamp with time zone not null
  created_by uuid
  hint text not null
  id uuid not null
  last_error_code text
  last_used_at timestamp with time zone
  sealed_key bytea not null
  service text not null
  workspace_id uuid not null
constraint service_keys_pkey PRIMARY KEY (workspace_id, id)
constraint service_keys_service_check CHECK ((service = ANY (ARRAY['hunter'::text, 'ahrefs'::text, 'moz'::text, 'search'::text])))
constraint service_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX service_keys_service ON public.service_keys USING btree (workspace_id, service)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table sessions owner linkledger_owner
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  id uuid not null
  last_seen_at timestamp with time zone not null
  token_hash bytea not null
  user_agent text not null default ''::text
  user_id uuid not null
  workspace_id uuid
constraint sessions_pkey PRIMARY KEY (id)
constraint sessions_token_hash_key UNIQUE (token_hash)
constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
CREATE INDEX sessions_user ON public.sessions USING btree (user_id)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table sightings row security forced owner linkledger_owner
  at timestamp with time zone not null
  counts_until date not null
  id uuid not null
  note text not null default ''::text
  picture_sha256 bytea
  placement_id uuid not null
  recorded_by uuid
  workspace_id uuid not null
constraint sightings_picture_sha256_fkey FOREIGN KEY (picture_sha256) REFERENCES blobs(sha256)
constraint sightings_pkey PRIMARY KEY (workspace_id, id)
constraint sightings_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table site_latest_metrics row security forced owner linkledger_owner
  measured_on date not null
  metric text not null
  release text not null default ''::text
  site_id uuid not null
  source text not null
  value double precision not null
  workspace_id uuid not null
constraint site_latest_metrics_pkey PRIMARY KEY (workspace_id, site_id, source, metric)
constraint site_latest_metrics_source_check CHECK ((source = ANY (ARRAY['ahrefs'::text, 'moz'::text, 'majestic'::text, 'semrush'::text, 'se_ranking'::text, 'search_console'::text, 'common_crawl'::text, 'tranco'::text, 'hand'::text])))
constraint site_latest_metrics_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint site_latest_metrics_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX site_latest_metrics_value ON public.site_latest_metrics USING btree (workspace_id, source, metric, value, site_id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table site_metrics row security forced owner linkledger_owner
  import_id uuid
  measured_on date not null
  metric text not null
  origin_id uuid not null default '00000000-0000-0000-0000-000000000000'::uuid
  recorded_at timestamp with time zone not null
  release text not null default ''::text
  site_id uuid not null
  source text not null
  value double precision not null
  workspace_id uuid not null
constraint site_metrics_pkey PRIMARY KEY (workspace_id, site_id, source, metric, measured_on, origin_id)
constraint site_metrics_source_check CHECK ((source = ANY (ARRAY['ahrefs'::text, 'moz'::text, 'majestic'::text, 'semrush'::text, 'se_ranking'::text, 'search_console'::text, 'common_crawl'::text, 'tranco'::text, 'hand'::text])))
constraint site_metrics_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint site_metrics_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX site_metrics_import ON public.site_metrics USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table site_publishers row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  id uuid not null
  import_id uuid
  publisher_id uuid not null
  role text not null default 'owner'::text
  since_on date
  site_id uuid not null
  until_on date
  workspace_id uuid not null
constraint site_publishers_pkey PRIMARY KEY (workspace_id, id)
constraint site_publishers_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'broker'::text, 'supplier'::text])))
constraint site_publishers_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id)
constraint site_publishers_workspace_id_publisher_id_fkey FOREIGN KEY (workspace_id, publisher_id) REFERENCES publishers(workspace_id, id)
constraint site_publishers_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE UNIQUE INDEX site_publishers_current ON public.site_publishers USING btree (workspace_id, site_id, publisher_id, role) WHERE (ended_at IS NULL)
CREATE INDEX site_publishers_import ON public.site_publishers USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE UNIQUE INDEX site_publishers_owner ON public.site_publishers USING btree (workspace_id, site_id) WHERE ((ended_at IS NULL) AND (role = 'owner'::text))
CREATE INDEX site_publishers_publisher ON public.site_publishers USING btree (workspace_id, publisher_id)
CREATE INDEX site_publishers_site ON public.site_publishers USING btree (workspace_id, site_id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table sites row security forced owner linkledger_owner
  archived_at timestamp with time zone
  character_changed_at timestamp with time zone
  created_at timestamp with time zone not null
  host text not null
  id uuid not null
  import_id uuid
  kind text not null
  merged_into_id uuid
  notes text not null default ''::text
  owner_changed_at timestamp with time zone
  parent_site_id uuid
  path_prefix text not null default ''::text
  site_key text not null
  workspace_id uuid not null
constraint sites_kind_check CHECK ((kind = ANY (ARRAY['domain'::text, 'host'::text, 'sub_domain'::text, 'path'::text])))
constraint sites_pkey PRIMARY KEY (workspace_id, id)
constraint sites_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint sites_workspace_id_merged_into_id_fkey FOREIGN KEY (workspace_id, merged_into_id) REFERENCES sites(workspace_id, id)
constraint sites_workspace_id_parent_site_id_fkey FOREIGN KEY (workspace_id, parent_site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX sites_domain ON public.sites USING btree (site_key) WHERE ((kind = 'domain'::text) AND (archived_at IS NULL))
CREATE INDEX sites_import ON public.sites USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE UNIQUE INDEX sites_key ON public.sites USING btree (workspace_id, site_key)
CREATE INDEX sites_label ON public.sites USING btree (workspace_id, split_part(site_key, '.'::text, 1)) INCLUDE (site_key) WHERE ((archived_at IS NULL) AND (kind = 'domain'::text))
CREATE INDEX sites_merged ON public.sites USING btree (workspace_id, merged_into_id) WHERE (merged_into_id IS NOT NULL)
CREATE INDEX sites_parent ON public.sites USING btree (workspace_id, parent_site_id) WHERE (parent_site_id IS NOT NULL)
CREATE INDEX sites_words ON public.sites USING gin (site_key gin_trgm_ops)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table snippets row security forced owner linkledger_owner
  archived_at timestamp with time zone
  body text not null
  created_at timestamp with time zone not null
  created_by uuid
  id uuid not null
  key text not null
  locale text not null
  revision integer not null default 1
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint snippets_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
constraint snippets_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text))
constraint snippets_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'nl'::text])))
constraint snippets_pkey PRIMARY KEY (workspace_id, id)
constraint snippets_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX snippets_key ON public.snippets USING btree (workspace_id, key, locale) WHERE (archived_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table suppressions row security forced owner linkledger_owner
  address text
  address_hash bytea
  client_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  evidence text not null default ''::text
  id uuid not null
  import_id uuid
  kind text not null
  lift_reason text not null default ''::text
  lifted_at timestamp with time zone
  lifted_by uuid
  note text not null default ''::text
  reason text not null
  site_id uuid
  source text not null default 'by_hand'::text
  source_id uuid
  workspace_id uuid not null
constraint suppressions_check CHECK (((kind = 'site'::text) = (site_id IS NOT NULL)))
constraint suppressions_check1 CHECK (((kind = 'address'::text) = (address_hash IS NOT NULL)))
constraint suppressions_evidence_check CHECK ((length(evidence) <= 2000))
constraint suppressions_kind_check CHECK ((kind = ANY (ARRAY['address'::text, 'site'::text])))
constraint suppressions_lift_reason_check CHECK ((length(lift_reason) <= 2000))
constraint suppressions_pkey PRIMARY KEY (workspace_id, id)
constraint suppressions_reason_check CHECK ((reason = ANY (ARRAY['asked'::text, 'objected'::text, 'bounced'::text, 'complained'::text, 'client_wish'::text, 'own_choice'::text, 'imported'::text])))
constraint suppressions_source_check CHECK ((source = ANY (ARRAY['by_hand'::text, 'imported'::text, 'reply'::text, 'one_click'::text, 'bounce'::text, 'complaint'::text, 'erasure'::text, 'replayed'::text])))
constraint suppressions_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint suppressions_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint suppressions_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE UNIQUE INDEX suppressions_address ON public.suppressions USING btree (workspace_id, address_hash, client_id) NULLS NOT DISTINCT WHERE ((lifted_at IS NULL) AND (address_hash IS NOT NULL))
CREATE INDEX suppressions_import ON public.suppressions USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX suppressions_newest ON public.suppressions USING btree (workspace_id, created_at, id) WHERE (lifted_at IS NULL)
CREATE UNIQUE INDEX suppressions_site ON public.suppressions USING btree (workspace_id, site_id, client_id) NULLS NOT DISTINCT WHERE ((lifted_at IS NULL) AND (site_id IS NOT NULL))
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
CREATE TRIGGER suppressions_told_delete AFTER DELETE ON public.suppressions REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION suppressions_told_delete()
CREATE TRIGGER suppressions_told_insert AFTER INSERT ON public.suppressions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION suppressions_told_insert()
CREATE TRIGGER suppressions_told_update AFTER UPDATE ON public.suppressions REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION suppressions_told_update()

table system_mails row security forced owner linkledger_owner
  attempts integer not null default 0
  body_html text not null
  body_text text not null
  created_at timestamp with time zone not null
  id uuid not null
  kind text not null
  last_error text
  mail_key text not null
  not_before timestamp with time zone not null
  sent_at timestamp with time zone
  state text not null default 'ready'::text
  subject text not null
  to_address text not null
  to_name text not null default ''::text
  workspace_id uuid not null
constraint system_mails_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'invitation'::text, 'password_reset'::text, 'test'::text])))
constraint system_mails_pkey PRIMARY KEY (workspace_id, id)
constraint system_mails_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'sent'::text, 'caught'::text, 'failed'::text])))
constraint system_mails_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX system_mails_key ON public.system_mails USING btree (workspace_id, mail_key)
CREATE INDEX system_mails_newest ON public.system_mails USING btree (workspace_id, created_at DESC)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table tags row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  id uuid not null
  import_id uuid
  kind text not null default 'tag'::text
  name text not null
  name_key text not null
  workspace_id uuid not null
constraint tags_kind_check CHECK ((kind = ANY (ARRAY['tag'::text, 'topic'::text])))
constraint tags_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
constraint tags_pkey PRIMARY KEY (workspace_id, id)
constraint tags_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE UNIQUE INDEX tags_name ON public.tags USING btree (workspace_id, kind, name_key)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table target_pages row security forced owner linkledger_owner
  archived_at timestamp with time zone
  brand_id uuid not null
  checked_at timestamp with time zone
  client_id uuid not null
  created_at timestamp with time zone not null
  failing_since timestamp with time zone
  final_url text
  finding_code text
  host_slot text not null
  http_status integer
  id uuid not null
  indexable boolean
  label text not null default ''::text
  next_check_at timestamp with time zone
  status text not null default 'unknown'::text
  url text not null
  url_key text not null
  workspace_id uuid not null
constraint target_pages_pkey PRIMARY KEY (workspace_id, id)
constraint target_pages_status_check CHECK ((status = ANY (ARRAY['unknown'::text, 'answers'::text, 'failing'::text, 'could_not_check'::text])))
constraint target_pages_url_check CHECK ((length(url) <= 4000))
constraint target_pages_url_key_check CHECK ((length(url_key) <= 4000))
constraint target_pages_workspace_id_client_id_brand_id_fkey FOREIGN KEY (workspace_id, client_id, brand_id) REFERENCES brands(workspace_id, client_id, id)
CREATE INDEX target_pages_due ON public.target_pages USING btree (host_slot, next_check_at) WHERE (next_check_at IS NOT NULL)
CREATE UNIQUE INDEX target_pages_url ON public.target_pages USING btree (workspace_id, brand_id, md5(url_key)) WHERE (archived_at IS NULL)
policy client_scope restrictive for * to linkledger_app using ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check ((( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
CREATE TRIGGER target_pages_added_wake_hosts AFTER INSERT ON public.target_pages REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION wake_hosts_of_added()
CREATE TRIGGER target_pages_changed_wake_hosts AFTER UPDATE ON public.target_pages REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION wake_hosts_of_changed()

table tasks row security forced owner linkledger_owner
  archived_at timestamp with time zone
  assignee_member_id uuid
  campaign_id uuid
  client_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  done_at timestamp with time zone
  done_by uuid
  due_on date
  facts jsonb not null default '{}'::jsonb
  id uuid not null
  kind text not null default 'other'::text
  note text not null default ''::text
  order_id uuid
  pitch_id uuid
  placement_id uuid
  result text not null default ''::text
  revision integer not null default 1
  site_id uuid
  title text not null
  updated_at timestamp with time zone not null
  workspace_id uuid not null
constraint tasks_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'call'::text, 'form'::text, 'social'::text, 'write'::text, 'draft'::text, 'review'::text, 'prove'::text, 'remove_link'::text, 'renew'::text, 'pay'::text, 'other'::text])))
constraint tasks_pkey PRIMARY KEY (workspace_id, id)
constraint tasks_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
constraint tasks_workspace_id_assignee_member_id_fkey FOREIGN KEY (workspace_id, assignee_member_id) REFERENCES members(workspace_id, id)
constraint tasks_workspace_id_campaign_id_fkey FOREIGN KEY (workspace_id, campaign_id) REFERENCES campaigns(workspace_id, id)
constraint tasks_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint tasks_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint tasks_workspace_id_order_id_fkey FOREIGN KEY (workspace_id, order_id) REFERENCES orders(workspace_id, id)
constraint tasks_workspace_id_pitch_id_fkey FOREIGN KEY (workspace_id, pitch_id) REFERENCES pitches(workspace_id, id)
constraint tasks_workspace_id_placement_id_fkey FOREIGN KEY (workspace_id, placement_id) REFERENCES placements(workspace_id, id)
constraint tasks_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX tasks_assignee ON public.tasks USING btree (workspace_id, assignee_member_id, COALESCE(due_on, 'infinity'::date), id) WHERE ((done_at IS NULL) AND (archived_at IS NULL))
CREATE INDEX tasks_campaign ON public.tasks USING btree (workspace_id, campaign_id) WHERE (campaign_id IS NOT NULL)
CREATE INDEX tasks_client ON public.tasks USING btree (workspace_id, client_id) WHERE (client_id IS NOT NULL)
CREATE INDEX tasks_done ON public.tasks USING btree (workspace_id, done_at, id) WHERE ((done_at IS NOT NULL) AND (archived_at IS NULL))
CREATE INDEX tasks_newest ON public.tasks USING btree (workspace_id, created_at, id)
CREATE INDEX tasks_open ON public.tasks USING btree (workspace_id, COALESCE(due_on, 'infinity'::date), id) WHERE ((done_at IS NULL) AND (archived_at IS NULL))
CREATE INDEX tasks_order ON public.tasks USING btree (workspace_id, order_id) WHERE (order_id IS NOT NULL)
CREATE INDEX tasks_pitch ON public.tasks USING btree (workspace_id, pitch_id) WHERE (pitch_id IS NOT NULL)
CREATE INDEX tasks_placement ON public.tasks USING btree (workspace_id, placement_id) WHERE (placement_id IS NOT NULL)
CREATE INDEX tasks_site ON public.tasks USING btree (workspace_id, site_id) WHERE (site_id IS NOT NULL)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table template_versions row security forced owner linkledger_owner
  body text not null
  client_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  html text
  id uuid not null
  no integer not null
  note text not null default ''::text
  subjects text[] not null
  template_id uuid not null
  variables text[] not null default '{}'::text[]
  workspace_id uuid not null
constraint template_versions_body_check CHECK ((length(body) <= 50000))
constraint template_versions_html_check CHECK ((length(html) <= 200000))
constraint template_versions_pkey PRIMARY KEY (workspace_id, id)
constraint template_versions_subjects_check CHECK (((cardinality(subjects) >= 1) AND (cardinality(subjects) <= 5)))
constraint template_versions_workspace_id_template_id_fkey FOREIGN KEY (workspace_id, template_id) REFERENCES templates(workspace_id, id)
CREATE UNIQUE INDEX template_versions_no ON public.template_versions USING btree (workspace_id, template_id, no)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table templates row security forced owner linkledger_owner
  archived_at timestamp with time zone
  client_id uuid
  created_at timestamp with time zone not null
  created_by uuid
  form_of_address text not null default 'none'::text
  id uuid not null
  kind text
  locale text not null
  name text not null
  purpose text not null
  revision integer not null default 1
  starter text
  updated_at timestamp with time zone not null
  version_no integer not null default 0
  workspace_id uuid not null
constraint templates_form_of_address_check CHECK ((form_of_address = ANY (ARRAY['none'::text, 'informal'::text, 'formal'::text])))
constraint templates_kind_check CHECK ((kind ~ '^[a-z][a-z_]{0,39}$'::text))
constraint templates_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'nl'::text])))
constraint templates_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
constraint templates_pkey PRIMARY KEY (workspace_id, id)
constraint templates_purpose_check CHECK ((purpose = ANY (ARRAY['first'::text, 'follow_up_1'::text, 'follow_up_2'::text, 'thank_you'::text, 'answer'::text, 'reclaim'::text, 'order'::text, 'other'::text])))
constraint templates_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint templates_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE INDEX templates_kind ON public.templates USING btree (workspace_id, kind, purpose, locale) WHERE (archived_at IS NULL)
CREATE UNIQUE INDEX templates_name ON public.templates USING btree (workspace_id, COALESCE(client_id, '00000000-0000-0000-0000-000000000000'::uuid), locale, form_of_address, lower(name)) WHERE (archived_at IS NULL)
policy client_scope restrictive for * to linkledger_app using (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[])))) check (((client_id IS NULL) OR ( SELECT app_sees_all_clients() AS app_sees_all_clients) OR (client_id = ANY (( SELECT app_client_ids() AS app_client_ids)::uuid[]))))
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table touches row security forced owner linkledger_owner
  archived_at timestamp with time zone
  at timestamp with time zone not null
  brand_id uuid
  client_id uuid
  contact_id uuid
  direction text not null default 'out'::text
  id uuid not null
  import_id uuid
  kind text not null
  member_id uuid
  note text not null default ''::text
  recorded_at timestamp with time zone not null
  result text not null default 'unknown'::text
  site_id uuid not null
  workspace_id uuid not null
constraint touches_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text])))
constraint touches_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'call'::text, 'meeting'::text, 'form'::text, 'social'::text, 'placement'::text, 'other'::text])))
constraint touches_pkey PRIMARY KEY (workspace_id, id)
constraint touches_result_check CHECK ((result = ANY (ARRAY['unknown'::text, 'no_answer'::text, 'answered'::text, 'declined'::text, 'agreed'::text, 'placed'::text])))
constraint touches_workspace_id_client_id_fkey FOREIGN KEY (workspace_id, client_id) REFERENCES clients(workspace_id, id)
constraint touches_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
constraint touches_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
constraint touches_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
constraint touches_workspace_id_site_id_fkey FOREIGN KEY (workspace_id, site_id) REFERENCES sites(workspace_id, id)
CREATE INDEX touches_contact ON public.touches USING btree (workspace_id, contact_id, at) WHERE ((contact_id IS NOT NULL) AND (archived_at IS NULL))
CREATE INDEX touches_import ON public.touches USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
CREATE INDEX touches_site ON public.touches USING btree (workspace_id, site_id, at) WHERE (archived_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
CREATE TRIGGER touches_told_delete AFTER DELETE ON public.touches REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION touches_told_delete()
CREATE TRIGGER touches_told_insert AFTER INSERT ON public.touches REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION touches_told_insert()
CREATE TRIGGER touches_told_update AFTER UPDATE ON public.touches REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION touches_told_update()

table upload_parts row security forced owner linkledger_owner
  content bytea not null
  part_no integer not null
  upload_id uuid not null
  workspace_id uuid not null
constraint upload_parts_pkey PRIMARY KEY (workspace_id, upload_id, part_no)
constraint upload_parts_workspace_id_upload_id_fkey FOREIGN KEY (workspace_id, upload_id) REFERENCES uploads(workspace_id, id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table uploads row security forced owner linkledger_owner
  claimed_at timestamp with time zone
  created_at timestamp with time zone not null
  created_by uuid
  file_name text not null
  id uuid not null
  received_at timestamp with time zone
  sha256 bytea
  size bigint not null default 0
  workspace_id uuid not null
constraint uploads_pkey PRIMARY KEY (workspace_id, id)
constraint uploads_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
CREATE INDEX uploads_unclaimed ON public.uploads USING btree (workspace_id, created_at) WHERE (claimed_at IS NULL)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table users owner linkledger_owner
  created_at timestamp with time zone not null
  disabled_at timestamp with time zone
  email text not null
  id uuid not null
  locale text not null default 'en'::text
  name text not null
constraint users_email_check CHECK (((email = lower(email)) AND (length(email) <= 254)))
constraint users_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'nl'::text])))
constraint users_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint users_pkey PRIMARY KEY (id)
CREATE UNIQUE INDEX users_email ON public.users USING btree (email)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table worker_windows owner linkledger_owner
  checks integer not null default 0
  could_not_check integer not null default 0
  hosts integer not null default 0
  silent_until timestamp with time zone
  started_at timestamp with time zone not null
  worker text not null
constraint worker_windows_pkey PRIMARY KEY (worker)
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer

table workspaces row security forced owner linkledger_owner
  created_at timestamp with time zone not null
  id uuid not null
  is_demo boolean not null default false
  locale text not null default 'en'::text
  name text not null
  settings jsonb not null default '{}'::jsonb
  time_zone text not null default 'Europe/Amsterdam'::text
constraint workspaces_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'nl'::text])))
constraint workspaces_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
constraint workspaces_pkey PRIMARY KEY (id)
policy maintenance for * to linkledger_definer, linkledger_owner using (true) check (true)
policy workspace_only for * to linkledger_app using ((id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) check ((id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
grant delete, insert, select, update to linkledger_app
grant delete, insert, select, update to linkledger_definer
