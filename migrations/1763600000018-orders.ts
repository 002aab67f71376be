import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definerFunction, tenantTable } from './sql/tenant.js';

/** Orders with their lines and credits: the commercial side of placements. Amounts are minor units; VAT rates are hundredths of a percent. */
export class Orders1763600000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders (
        workspace_id uuid not null references workspaces (id),
        id uuid not null,
        number integer not null,
        client_id uuid not null,
        brand_id uuid not null,
        campaign_id uuid,
        pitch_id uuid,
        supplier_publisher_id uuid,
        stage text not null default 'quoted' check (stage in ('quoted', 'approved', 'ordered', 'cancelled')),
        state text not null default 'quoted' check (state in ('quoted', 'approved', 'ordered', 'live', 'payable', 'paid', 'credited', 'cancelled')),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        budget_rate numeric check (budget_rate > 0 and budget_rate < 10000000000 and scale(budget_rate) <= 10),
        budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
        po_reference text not null default '',
        invoice_reference text not null default '',
        label_agreed text check (label_agreed in ('sponsored', 'nofollow', 'none')),
        term_months integer check (term_months between 1 and 600),
        starts_on date,
        ends_on date,
        renewal_asked_at timestamptz,
        renewal text not null default 'undecided' check (renewal in ('undecided', 'renew', 'let_end', 'renewed')),
        renews_order_id uuid,
        quoted_on date not null,
        approved_on date,
        ordered_on date,
        paid_on date,
        notes text not null default '',
        owner_member_id uuid,
        revision integer not null default 1,
        created_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        archived_at timestamptz,
        primary key (workspace_id, id),
        check ((budget_rate is null) = (budget_currency is null)),
        check (ends_on is null or starts_on is null or ends_on >= starts_on),
        foreign key (workspace_id, client_id, brand_id) references brands (workspace_id, client_id, id),
        foreign key (workspace_id, client_id, campaign_id) references campaigns (workspace_id, client_id, id),
        foreign key (workspace_id, client_id, pitch_id) references pitches (workspace_id, client_id, id),
        foreign key (workspace_id, supplier_publisher_id) references publishers (workspace_id, id),
        foreign key (workspace_id, owner_member_id) references members (workspace_id, id),
        foreign key (workspace_id, renews_order_id) references orders (workspace_id, id)
      );
      create unique index orders_number on orders (workspace_id, number);
      create unique index orders_of_client on orders (workspace_id, client_id, id);
      create index orders_newest on orders (workspace_id, created_at, id);
      create index orders_state on orders (workspace_id, state, id) where archived_at is null;
      create index orders_campaign on orders (workspace_id, campaign_id) where campaign_id is not null;
      create index orders_pitch on orders (workspace_id, pitch_id) where pitch_id is not null;
      create index orders_supplier on orders (workspace_id, supplier_publisher_id) where supplier_publisher_id is not null;
      create index orders_ending on orders (workspace_id, ends_on) where ends_on is not null;
      create index orders_owner on orders (workspace_id, owner_member_id) where owner_member_id is not null;
      create index orders_renews on orders (workspace_id, renews_order_id) where renews_order_id is not null;

      create table order_lines (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        order_id uuid not null,
        position integer not null default 0,
        site_id uuid,
        placement_id uuid,
        replaces_line_id uuid,
        description text not null default '' check (length(description) <= 500),
        type text,
        buying_minor bigint not null check (buying_minor >= 0),
        buying_vat_rate integer not null default 0 check (buying_vat_rate between 0 and 10000),
        selling_minor bigint check (selling_minor >= 0),
        selling_vat_rate integer not null default 0 check (selling_vat_rate between 0 and 10000),
        renewed_by_line_id uuid,
        invoice_reference text not null default '',
        paid_on date,
        state text not null default 'open' check (state in ('open', 'live', 'payable', 'paid', 'lost', 'credited', 'replaced', 'cancelled')),
        live_at timestamptz,
        met_at timestamptz,
        lost_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, order_id) references orders (workspace_id, client_id, id),
        foreign key (workspace_id, site_id) references sites (workspace_id, id),
        foreign key (workspace_id, placement_id) references placements (workspace_id, id),
        foreign key (workspace_id, replaces_line_id) references order_lines (workspace_id, id),
        foreign key (workspace_id, renewed_by_line_id) references order_lines (workspace_id, id) deferrable initially deferred
      );
      create index order_lines_order on order_lines (workspace_id, order_id, position);
      create unique index order_lines_placement on order_lines (workspace_id, placement_id) 
        where placement_id is not null and renewed_by_line_id is null and state not in ('cancelled', 'replaced', 'credited');
      create index order_lines_site on order_lines (workspace_id, site_id) where site_id is not null;
      create index order_lines_of_placement on order_lines (workspace_id, placement_id) where placement_id is not null;
      create index order_lines_replaced on order_lines (workspace_id, replaces_line_id) where replaces_line_id is not null;
      create index order_lines_renewed on order_lines (workspace_id, renewed_by_line_id) where renewed_by_line_id is not null;

      create table order_credits (
        workspace_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        order_id uuid not null,
        line_id uuid not null,
        amount_minor bigint not null check (amount_minor > 0),
        vat_minor bigint not null default 0 check (vat_minor >= 0),
        reference text not null default '',
        reason text not null default '',
        credited_on date not null,
        recorded_by uuid,
        recorded_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, client_id, order_id) references orders (workspace_id, client_id, id),
        foreign key (workspace_id, line_id) references order_lines (workspace_id, id)
      );
      create index order_credits_order on order_credits (workspace_id, order_id);
      create index order_credits_line on order_credits (workspace_id, line_id);

      alter table tasks add column order_id uuid,
        add foreign key (workspace_id, order_id) references orders (workspace_id, id);
      create index tasks_order on tasks (workspace_id, order_id) where order_id is not null;

      ${['orders', 'order_lines', 'order_credits'].map((table) => tenantTable(table, { clientColumn: 'client_id' })).join('\n')}

      create function next_order_number() returns integer
        language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(max(number), 0) + 1 from orders
        where workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid
      $$;
      ${definerFunction('next_order_number()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function next_order_number();
      alter table tasks drop column order_id;
      drop table order_credits, order_lines, orders;
    `);
  }
}
