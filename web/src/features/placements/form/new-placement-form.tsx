import { Alert, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlacementRow } from '../../../api/placement-views.js';
import { ApiProblem, isProblem } from '../../../api/problem.js';
import { useScope } from '../../../app/session/scope.js';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { AddressFields } from './address-fields.js';
import { expectedRel } from './expected-rel.js';
import classes from './form.module.css';
import { emptyDraft, faultsOf, isFaultless, needsSource } from './placement-form.js';
import { SourceFields } from './source-fields.js';
import { TargetAnchors } from './target-anchors.js';
import { TermFields } from './term-fields.js';
import { useAdd } from './use-add.js';
import { CareFields, WhatFields } from './what-fields.js';

/** The form that teaches: what it asks for stands on the left, what each answer will do on the right. */
export function NewPlacementForm({ onAdded }: { readonly onAdded: (row: PlacementRow) => void }) {
  const t = useMessages();
  const { member } = useSession();
  const { brand } = useScope();
  const [blank] = useState(() => emptyDraft(brand?.id ?? '', member.id));
  const [draft, setDraft] = useState(blank);
  const [isTried, setTried] = useState(false);
  const { add, isAdding, problem } = useAdd(onAdded);
  const faults = faultsOf(blank, draft);
  const change = (to: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...to }));
  return (
    <form
      className={classes['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isFaultless(faults)) void add(draft);
      }}
    >
      <div className={classes['stack']}>
        <Panel title={t.text('placements.form.where')}>
          <div className={classes['stack']}>
            <AddressFields draft={draft} faults={isTried ? faults.fields : {}} change={change} />
            <TargetAnchors brandId={draft.brandId} target={draft.target} />
          </div>
        </Panel>
        <Panel title={t.text('placements.form.what')}>
          <div className={classes['stack']}>
            <WhatFields draft={draft} change={change} />
          </div>
        </Panel>
        <Panel>
          <div className={classes['stack']}>
            <TermFields
              draft={draft.terms}
              problems={isTried ? faults.terms : {}}
              expectedRel={expectedRel(draft.type, draft.compensation)}
              onChange={(terms) => change({ terms })}
            />
            {needsSource(blank, draft) && (
              <SourceFields
                source={draft.terms.source}
                problem={isTried ? faults.source : null}
                onChange={(source) => change({ terms: { ...draft.terms, source } })}
              />
            )}
          </div>
        </Panel>
        <Panel title={t.text('placements.form.care')}>
          <div className={classes['stack']}>
            <CareFields draft={draft} change={change} />
          </div>
        </Panel>
        <Refusal problem={problem} />
        {isTried && !isFaultless(faults) && (
          <Alert variant="light" color="removed" role="alert">
            {t.text('placements.form.notYet')}
          </Alert>
        )}
        <Group gap="sm">
          <Button type="submit" loading={isAdding}>
            {t.text('placements.form.save')}
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/placements" {...props} />}>
            {t.text('app.cancel')}
          </Button>
        </Group>
      </div>
      <Panel title={t.text('placements.form.nextTitle')}>
        <ol className={classes['steps']}>
          {(['one', 'two', 'three'] as const).map((step) => (
            <li key={step}>{t.text(`placements.form.next.${step}`)}</li>
          ))}
        </ol>
      </Panel>
    </form>
  );
}

/** A link that is already followed is shown, not refused with a code. */
function Refusal({ problem }: { readonly problem: unknown }) {
  const t = useMessages();
  const id = problem instanceof ApiProblem ? problem.params['id'] : undefined;
  if (!isProblem(problem, 'placement.duplicate') || typeof id !== 'string')
    return <ProblemAlert error={problem} />;
  return (
    <Alert variant="light" role="alert">
      {t.text('placements.form.duplicate')}{' '}
      <Link to="/placements/$id" params={{ id }}>
        {t.text('placements.form.openIt')}
      </Link>
    </Alert>
  );
}
