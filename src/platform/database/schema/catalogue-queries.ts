/** Our own tables: of schema public, no partitions, not the list of migrations. */
const OURS = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'`;

export const EXTENSIONS = `
  select 'extension ' || extname as line from pg_extension where extname <> 'plpgsql' order by extname`;

/** Functions of ours with their owner, because a definer function is worth what its owner may do. */
export const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || '-- owner ' || pg_get_userbyid(p.proowner)
    || coalesce(' -- execute ' || (
      select string_agg(case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee) end, ', ' order by 1)
      from aclexplode(p.proacl) a where a.grantee <> p.proowner), '') as line
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
    and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by p.oid::regprocedure::text`;

export const TABLES = `
  select c.relname as name,
    'table ' || c.relname
      || case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
      || case when c.relrowsecurity then ' row security' else '' end
      || case when c.relforcerowsecurity then ' forced' else '' end
      || ' owner ' || pg_get_userbyid(c.relowner) as head,
    array(
      select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attgenerated = 's' then ' generated ' || pg_get_expr(d.adbin, d.adrelid)
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      order by a.attname) as columns
  from pg_class c where ${OURS} order by c.relname`;

/** Since 18 "not null" is a constraint, too; it stands with the column. */
export const CONSTRAINTS = `
  select c.relname as name, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where ${OURS} and k.contype in ('p', 'u', 'f', 'c', 'x') and k.conparentid = 0
  order by c.relname, k.conname`;

export const INDEXES = `
  select c.relname as name, pg_get_indexdef(i.indexrelid) as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
  where ${OURS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = i.indrelid)
  order by c.relname, x.relname`;

export const POLICIES = `
  select c.relname as name,
    'policy ' || p.polname || case when p.polpermissive then '' else ' restrictive' end || ' for ' || p.polcmd::text
      || ' to ' || (select string_agg(pg_get_userbyid(r), ', ' order by pg_get_userbyid(r)) from unnest(p.polroles) r)
      || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') as line
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where ${OURS} order by c.relname, p.polname`;

/** Rights of others than the owner, whose own list grew in 17. */
export const GRANTS = `
  select c.relname as name,
    'grant ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || ' to ' || pg_get_userbyid(a.grantee) as line
  from pg_class c, aclexplode(c.relacl) a
  where ${OURS} and a.grantee <> c.relowner
  group by c.relname, a.grantee order by c.relname, pg_get_userbyid(a.grantee)`;

export const TRIGGERS = `
  select c.relname as name, pg_get_triggerdef(t.oid) as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where ${OURS} and not t.tgisinternal order by c.relname, t.tgname`;
