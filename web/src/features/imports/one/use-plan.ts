import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportContentView, ImportView } from '../../../api/import-views.js';
import { mappingFor } from '../column-mapping.js';
import { type ImportPlan, importFormats } from '../imports-api.js';

/** What a person says of a file while they say it, beginning with what the server proposed. */
export interface Planning {
  readonly plan: ImportPlan;
  /** What the chosen content can hold; undefined until the list is there. */
  readonly content: ImportContentView | undefined;
  readonly contents: readonly ImportContentView[];
  readonly change: (to: Partial<ImportPlan>) => void;
  /** Says that the file holds something else: columns that mean something there, too, keep their meaning. */
  readonly holds: (content: ImportContentView['content']) => void;
}

/** Holds the plan of an import on its way. */
export function usePlan(made: ImportView): Planning {
  const contents = useQuery(importFormats).data?.contents ?? [];
  const [plan, setPlan] = useState<ImportPlan>(() => planOf(made));
  const change = (to: Partial<ImportPlan>) => setPlan((before) => ({ ...before, ...to }));
  return {
    plan,
    contents,
    content: contents.find(({ content }) => content === plan.content),
    change,
    holds: (wanted) => {
      const next = contents.find(({ content }) => content === wanted);
      if (!next) return;
      const mapping = mappingFor(next, { ...made.mapping, ...plan.mapping });
      change({ content: wanted, mapping });
    },
  };
}

function planOf({ content, mapping, options, values, ground, groundNote }: ImportView): ImportPlan {
  return { content, mapping, options, values, ground, groundNote };
}
