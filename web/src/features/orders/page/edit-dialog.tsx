import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { changeOf, draftOf, draftRules, type OrderDraft } from '../form/order-draft.js';
import { DealFields, MoneyFields, TermFields } from '../form/order-fields.js';
import type { OrderDetail } from '../order-views.js';
import { orderActs, refreshOrders } from '../orders-api.js';

interface Props {
  readonly order: OrderDetail;
  readonly onClose: () => void;
}

/** Changes an order. Its lines can be changed until it is ordered; a changed amount takes an approval back. */
export function EditDialog({ order, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<OrderDraft>({ initialValues: draftOf(order), validate: draftRules(t) });
  const act = useFormAct(form, async (draft) => {
    await orderActs.change(order.id, changeOf(draft, order));
    await refreshOrders(queries);
    onClose();
  });
  const isOpen = order.stage === 'quoted' || order.stage === 'approved';
  return (
    <FormDialog title={t.text('orders.edit')} verb={t.text('app.save')} size="lg" onClose={onClose} {...act}>
      <DealFields form={form} isNew={false} />
      {isOpen && <MoneyFields form={form} />}
      <TermFields form={form} />
    </FormDialog>
  );
}
