import { Tooltip } from '@mantine/core';
import type { Messages } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { countInWords, dayInWords } from '../../i18n/times.js';
import type { Told } from './relationship-views.js';
import classes from './relationships.module.css';

const TOOLS = ['ahrefs', 'moz', 'majestic', 'semrush', 'se_ranking', 'search_console'] as const;

/** The tool that made a list; a list nobody named the tool of is just a list. */
export function toolInWords(source: string, t: Messages): string {
  const tool = TOOLS.find((known) => known === source);
  return tool ? t.text(`prospects.source.${tool}`) : t.text('relationships.told.someList');
}

/** How many links a tool tells of where no page is known: never among the links that are. */
export function ToldCount({ told }: { readonly told: Told }) {
  const t = useMessages();
  const tool = toolInWords(told.source, t);
  const links = told.links === null ? '' : countInWords(told.links, true, t);
  return (
    <Tooltip label={t.text('relationships.told.cellWhat', { tool, day: dayInWords(told.asOf, t) })}>
      <span className={classes['quiet']}>
        {told.links === null ? tool : t.text('relationships.told.cell', { tool, count: told.links, links })}
      </span>
    </Tooltip>
  );
}
