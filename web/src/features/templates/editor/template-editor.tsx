import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import { toast, toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import type { DraftWords, TemplateDetail, TemplateFinding } from '../template-views.js';
import classes from '../templates.module.css';
import { lintOf, refreshTemplates, snippetList, templateActs, templateVariables } from '../templates-api.js';
import type { CodeHandle } from './code-field.js';
import { FindingsList } from './findings-list.js';
import { PreviewPanel } from './preview-panel.js';
import { VariablesPanel } from './variables-panel.js';
import { VersionsPanel } from './versions-panel.js';
import { WordsPanel } from './words-panel.js';

const PARTS = ['variables', 'words', 'preview'] as const;
type Part = (typeof PARTS)[number];
const AFTER_MS = 300;

/** The editor: variables left, the words in the middle, and the mail they make right. */
export function TemplateEditor({ template }: { readonly template: TemplateDetail }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write') && template.archivedAt === null;
  const [words, setWords] = useState<DraftWords>(wordsOf(template));
  const [part, setPart] = useState<Part>('words');
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const editor = useRef<CodeHandle | null>(null);
  const { kind, purpose, locale, formOfAddress } = template;
  const [settled] = useDebouncedValue(words, AFTER_MS);
  const draft = { ...settled, subjects: [...settled.subjects], kind, purpose, locale, formOfAddress };
  const { data: findings = template.findings } = useQuery(lintOf(draft));
  const { data: variables } = useQuery(templateVariables(kind, locale));
  const { data: snippets } = useQuery(snippetList(locale));
  const isChanged = JSON.stringify(words) !== JSON.stringify(wordsOf(template));
  useBlocker({
    shouldBlockFn: () => isChanged && !window.confirm(t.text('templates.leaveUnsaved')),
    enableBeforeUnload: isChanged,
    disabled: !isChanged,
  });

  const save = async () => {
    setSaving(true);
    setProblem(null);
    try {
      const body = { ...words, subjects: [...words.subjects], revision: template.revision };
      const saved = await templateActs.save(template.id, body, idempotencyKey());
      setWords(wordsOf(saved));
      await refreshTemplates(queries);
      toast(t.text('templates.saved', { no: saved.versionNo }));
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };
  const goTo = (finding: TemplateFinding) => {
    setPart('words');
    if (finding.part === 'body') editor.current?.goTo(finding.line, finding.column);
  };
  return (
    <>
      <Top
        template={template}
        isChanged={isChanged}
        isSaving={isSaving}
        onSave={mayWrite && findings.problems.length === 0 ? () => void save() : null}
      />
      <ProblemAlert error={problem} />
      <SegmentedControl
        className={classes['tabs'] ?? ''}
        fullWidth
        aria-label={t.text('templates.part')}
        value={part}
        onChange={(value) => setPart(PARTS.find((one) => one === value) ?? 'words')}
        data={PARTS.map((value) => ({ value, label: t.text(`templates.parts.${value}`) }))}
      />
      <div className={classes['editor']}>
        <div className={classes['column']} data-hidden={part !== 'variables' || undefined}>
          <VariablesPanel
            variables={variables?.items ?? []}
            snippets={snippets?.items ?? []}
            onInsert={
              mayWrite
                ? (text) => {
                    setPart('words');
                    editor.current?.insert(text);
                  }
                : null
            }
          />
        </div>
        <div className={classes['column']} data-hidden={part !== 'words' || undefined}>
          <WordsPanel
            words={words}
            onChange={setWords}
            readOnly={!mayWrite}
            findings={findings}
            variables={variables?.items ?? []}
            snippets={(snippets?.items ?? []).map(({ key }) => key)}
            editor={editor}
          />
          <Panel title={t.text('templates.findings')}>
            <FindingsList findings={findings} onPick={goTo} />
          </Panel>
          <VersionsPanel
            template={template}
            mayRestore={mayWrite && !isChanged}
            onRestored={(now) => setWords(wordsOf(now))}
          />
          <RecordTimeline kind="template" id={template.id} />
        </div>
        <div className={classes['column']} data-hidden={part !== 'preview' || undefined}>
          <PreviewPanel kind={kind} locale={locale} words={settled} />
        </div>
      </div>
    </>
  );
}

interface TopProps {
  readonly template: TemplateDetail;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  /** Null while it cannot be saved. */
  readonly onSave: (() => void) | null;
}

function Top({ template, isChanged, isSaving, onSave }: TopProps) {
  const t = useMessages();
  const mayWrite = useMay('write') && template.archivedAt === null;
  const { purpose, locale } = template;
  return (
    <div className={layout['top']}>
      <div className={layout['lead']}>
        <span className={classes['tag']}>{t.text(`templates.purposes.${purpose}`)}</span>
        <span className={classes['tag']}>{t.text(`templates.locales.${locale}`)}</span>
        {template.clientName && <span className={classes['tag']}>{template.clientName}</span>}
        {template.archivedAt && <span className={classes['tag']}>{t.text('templates.archived')}</span>}
        <span>
          {isChanged
            ? t.text('templates.unsaved')
            : t.text('templates.versionNo', { no: template.versionNo })}
        </span>
      </div>
      <div className={layout['acts']}>
        <ArchiveButton template={template} />
        {mayWrite && (
          <Button loading={isSaving} disabled={!isChanged || !onSave} onClick={() => onSave?.()}>
            {t.text('templates.save')}
          </Button>
        )}
      </div>
    </div>
  );
}

function wordsOf({ subjects, body, html }: DraftWords): DraftWords {
  return { subjects, body, html };
}

function ArchiveButton({ template }: { readonly template: TemplateDetail }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write');
  if (!mayWrite) return null;
  const refresh = () => refreshTemplates(queries);
  const restore = () => templateActs.restore(template.id).finally(refresh);
  const archive = async () => {
    try {
      await templateActs.archive(template.id);
      toastWithUndo(t, t.text('templates.archivedNow', { name: template.name }), restore);
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  if (template.archivedAt)
    return (
      <Button
        variant="default"
        onClick={() => void restore().catch((error: unknown) => toastProblem(t, error))}
      >
        {t.text('templates.restore')}
      </Button>
    );
  return (
    <Button variant="default" onClick={() => void archive()}>
      {t.text('templates.archive')}
    </Button>
  );
}
