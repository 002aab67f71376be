import { Button } from '@mantine/core';
import { IconWorldSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import classes from '../relationships.module.css';
import { crawlPlan, relationshipActs, relationshipKeys } from '../relationships-api.js';

/** Starts reading the brand's own site, or says how far a reading is that goes on. */
export function ReadOwnSite({ brandId }: { readonly brandId: string }) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const plan = useQuery(crawlPlan(brandId));
  const running = plan.data?.crawls.find((crawl) => crawl.state === 'running');
  const start = async () => {
    setBusy(true);
    try {
      await relationshipActs.startCrawl(brandId);
    } catch (error) {
      toastProblem(t, error);
    }
    await queries.invalidateQueries({ queryKey: relationshipKeys.plan(brandId) });
    setBusy(false);
  };
  if (running) {
    return (
      <span className={classes['quiet']} aria-live="polite">
        {t.text('relationships.crawl.running', {
          read: countInWords(running.pagesRead, true, t),
          found: countInWords(running.pagesFound, true, t),
        })}
      </span>
    );
  }
  return (
    <Button
      variant="default"
      loading={isBusy}
      leftSection={<IconWorldSearch size={16} stroke={1.75} aria-hidden />}
      onClick={() => void start()}
    >
      {t.text('relationships.crawl.now')}
    </Button>
  );
}
