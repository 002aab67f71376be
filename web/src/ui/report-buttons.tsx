import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMessages } from '../i18n/messages-provider.js';

/** What a reader of a report may take along: its sheet, or what the printer makes of it. */
export function ReportButtons({ address }: { readonly address: string }) {
  const t = useMessages();
  return (
    <>
      <Button
        variant="default"
        component="a"
        href={`${address}/file.xlsx`}
        leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
      >
        {t.text('reports.sheet')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
        onClick={() => window.print()}
      >
        {t.text('reports.print')}
      </Button>
    </>
  );
}
