import { useCallback } from 'react';
import { query } from '../../api/client.js';
import type { AnswerOf } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { metricTitle } from '../../ui/metric-words.js';

type OwnField = AnswerOf<'/api/v1/custom-fields'>['items'][number];
const NONE: readonly OwnField[] = [];

/** The team's own fields of prospects, which a column may hold. */
export function useOwnFields(): readonly OwnField[] {
  const asked = { params: { query: { recordKind: 'prospect' } } } as const;
  return query.useQuery('get', '/api/v1/custom-fields', asked).data?.items ?? NONE;
}

/** Names a field as the screen does: a figure by who measured it, an own field by its name, a remark as a line of the notes. */
export function useFieldName(): (field: string) => string {
  const t = useMessages();
  const own = useOwnFields();
  return useCallback(
    (field) => {
      const [family, first = '', ...rest] = field.split('.');
      if (family === 'metric') return metricTitle({ source: first, metric: rest.join('.') }, t);
      if (family === 'custom') return own.find(({ fieldKey }) => fieldKey === first)?.name ?? first;
      if (family === 'remark') return t.text('imports.field.remark');
      if (family === 'competitor') return t.text('imports.field.competitor');
      const key = `imports.field.${field}`;
      return t.has(key) ? t.text(key) : field;
    },
    [own, t],
  );
}
