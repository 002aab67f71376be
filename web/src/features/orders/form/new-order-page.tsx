import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { components } from '../../../api/schema.generated.js';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../orders.module.css';
import { orderActs, pitchOfOrder, refreshOrders } from '../orders-api.js';
import { draftRules, freshDraft, freshLine, newOrderOf, type OrderDraft } from './order-draft.js';
import { DealFields, MoneyFields, TermFields } from './order-fields.js';

const route = getRouteApi('/frame/orders/new');
type Pitch = components['schemas']['PitchDetail'];

/** A new order: alone, or from a pitch, whose site and placements are its lines. */
export function NewOrderPage() {
  const t = useMessages();
  const { pitchId, campaignId } = route.useSearch();
  const { brand, clients } = useScope();
  const pitch = useQuery({ ...pitchOfOrder(pitchId ?? ''), enabled: pitchId !== undefined });
  const brands = clients.flatMap((client) => client.brands).filter(({ archivedAt }) => !archivedAt);
  const brandId = brand?.id ?? (brands.length === 1 ? (brands[0]?.id ?? null) : null);
  const isReady = pitchId === undefined ? clients.length > 0 : pitch.data !== undefined;
  return (
    <Page narrow>
      <PageHeader title={t.text('orders.new')} parent={<Link to="/orders">{t.text('orders.title')}</Link>} />
      {pitch.error && !pitch.data && (
        <ProblemAlert error={pitch.error} onRetry={() => void pitch.refetch()} />
      )}
      {isReady ? (
        <NewOrderForm
          known={pitch.data ? fromPitch(pitch.data) : freshDraft({ brandId, campaignId: campaignId ?? null })}
          pitchId={pitchId}
        />
      ) : (
        !pitch.error && <Skeleton height={320} radius="lg" />
      )}
    </Page>
  );
}

function fromPitch({ brandId, campaignId, siteId, displayHost, placements }: Pitch): OrderDraft {
  const site = { site: displayHost ?? '', siteId };
  const lines =
    placements.length === 0
      ? [freshLine(site)]
      : placements.map(({ id }) => freshLine({ ...site, placementId: id }));
  return freshDraft({ brandId, campaignId, lines });
}

function NewOrderForm({
  known,
  pitchId,
}: {
  readonly known: OrderDraft;
  readonly pitchId: string | undefined;
}) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<OrderDraft>({ initialValues: known, validate: draftRules(t) });
  const act = useFormAct(form, async (draft, headers) => {
    const made = await orderActs.add(newOrderOf(draft, pitchId), headers);
    await refreshOrders(queries);
    await navigate({ to: '/orders/$id', params: { id: made.id } });
  });
  return (
    <form onSubmit={act.onSubmit} noValidate className={classes['form']}>
      <Stack gap="md">
        <Panel title={t.text('orders.form.deal')}>
          <DealFields form={form} isNew />
        </Panel>
        <Panel title={t.text('orders.form.lines')}>
          <MoneyFields form={form} />
        </Panel>
        <Panel title={t.text('orders.form.terms')}>
          <TermFields form={form} />
        </Panel>
        <ProblemAlert error={act.problem} />
        <Group justify="flex-end">
          <Button variant="default" renderRoot={(props) => <Link to="/orders" {...props} />}>
            {t.text('app.cancel')}
          </Button>
          <Button type="submit" loading={act.isSending}>
            {t.text('orders.form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
