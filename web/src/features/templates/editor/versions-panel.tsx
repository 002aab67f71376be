import { Button, Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import type { TemplateDetail, TemplateVersion } from '../template-views.js';
import classes from '../templates.module.css';
import { refreshTemplates, templateActs, templateVersions } from '../templates-api.js';
import { lineChanges } from './line-changes.js';

interface Props {
  readonly template: TemplateDetail;
  readonly mayRestore: boolean;
  readonly onRestored: (template: TemplateDetail) => void;
}

/** Earlier versions: what differs from the present one, and the way back to it. */
export function VersionsPanel({ template, mayRestore, onRestored }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const [chosenId, setChosen] = useState<string | null>(null);
  const { data } = useQuery(templateVersions(template.id));
  const versions = data?.items ?? [];
  const chosen = versions.find(({ id }) => id === chosenId);
  if (versions.length < 2) return null;
  const restore = async (version: TemplateVersion) => {
    try {
      const now = await templateActs.restoreVersion(template.id, version.id);
      onRestored(now);
      setChosen(null);
      await refreshTemplates(queries);
      toast(t.text('templates.saved', { no: now.versionNo }));
    } catch (error) {
      toastProblem(t, error);
    }
  };
  return (
    <Panel title={t.text('templates.versions')}>
      <div className={classes['stack']}>
        <Select
          label={t.text('templates.compare')}
          placeholder={t.text('templates.chooseVersion')}
          clearable
          data={versions
            .filter(({ isCurrent }) => !isCurrent)
            .map(({ id, no, note }) => ({
              value: id,
              label: `${t.text('templates.versionNo', { no })}${note ? ` · ${note}` : ''}`,
            }))}
          value={chosenId}
          onChange={setChosen}
        />
        {chosen && (
          <>
            <div className={classes['quiet']}>
              {chosen.createdByName ?? t.text('templates.somebody')} · <RelativeTime at={chosen.createdAt} />
            </div>
            <pre className={classes['lines']}>
              {lineChanges(textOf(chosen), textOf(template)).map(({ change, text, no }) => (
                <span key={no} className={classes['line']} data-change={change}>
                  {change === 'added' ? '+ ' : change === 'removed' ? '− ' : '  '}
                  {text}
                </span>
              ))}
            </pre>
            {mayRestore && (
              <div>
                <Button variant="default" onClick={() => void restore(chosen)}>
                  {t.text('templates.restoreVersion', { no: chosen.no })}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Panel>
  );
}

function textOf({
  subjects,
  body,
  html,
}: {
  readonly subjects: readonly string[];
  readonly body: string;
  readonly html: string | null;
}): string {
  return [...subjects, '', body, ...(html === null ? [] : ['', html])].join('\n');
}
