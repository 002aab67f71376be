import { Button, Group, NumberInput, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { exactTime } from '../../../i18n/times.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import type { CrawlPlan } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { relationshipActs, relationshipKeys } from '../relationships-api.js';

/** When the site is read by itself, and how far. */
export function PlanForm({ plan }: { readonly plan: CrawlPlan }) {
  const t = useMessages();
  const queries = useQueryClient();
  const { isOn, everyDays, pageLimit } = plan;
  const form = useForm({ initialValues: { isOn, everyDays, pageLimit } });
  const { isSending, problem, onSubmit } = useFormAct(form, async (body) => {
    await relationshipActs.planCrawl(plan.brandId, body);
    await queries.invalidateQueries({ queryKey: relationshipKeys.plan(plan.brandId) });
    toast(t.text('app.saved'));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Switch
          label={t.text('relationships.crawl.isOn')}
          {...form.getInputProps('isOn', { type: 'checkbox' })}
        />
        <div className={classes['two']}>
          <NumberInput
            label={t.text('relationships.crawl.everyDays')}
            min={1}
            max={365}
            allowDecimal={false}
            {...form.getInputProps('everyDays')}
          />
          <NumberInput
            label={t.text('relationships.crawl.pageLimit')}
            min={1}
            max={50_000}
            allowDecimal={false}
            thousandSeparator=" "
            {...form.getInputProps('pageLimit')}
          />
        </div>
        <ProblemAlert error={problem} />
        <Group justify="space-between" gap="sm">
          <span className={classes['quiet']}>
            {plan.nextAt &&
              plan.isOn &&
              t.text('relationships.crawl.next', { time: exactTime(new Date(plan.nextAt), t) })}
          </span>
          <Button type="submit" loading={isSending}>
            {t.text('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
