import { Modal, Table } from '@mantine/core';
import type { MetricView } from '../../../api/prospect-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { metricFigure, metricWhen } from '../../../ui/metric-words.js';

interface Props {
  readonly title: string;
  readonly history: readonly MetricView[];
  readonly onClose: () => void;
}

/** Every time one figure was measured, newest first. */
export function MetricHistory({ title, history, onClose }: Props) {
  const t = useMessages();
  const rows = [...history].sort((a, b) => b.measuredOn.localeCompare(a.measuredOn));
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.text('app.close') }}>
      <Table aria-label={title}>
        <Table.Tbody>
          {rows.map((one) => (
            <Table.Tr key={one.measuredOn}>
              <Table.Th scope="row" fw={400}>
                {metricWhen(one, t)}
              </Table.Th>
              <Table.Td ta="right">{metricFigure(one, t)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
