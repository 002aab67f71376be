import { Alert, Radio, Select, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportSheet, ImportView } from '../../../api/import-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../imports.module.css';
import { acts, importFormats, showImport } from '../imports-api.js';
import { ReadingFacts } from './reading-facts.js';
import type { Planning } from './use-plan.js';

/** Files of no tool are named so by the server. */
const OWN_SHEET = 'Spreadsheet: ';

/** What the file was taken for and how surely, which sheet of it is read, and what its rows are: a person may say otherwise. */
export function RecognisedPanel({
  made,
  planning,
}: {
  readonly made: ImportView;
  readonly planning: Planning;
}) {
  const t = useMessages();
  const { plan, contents, holds } = planning;
  const isOwnSheet = made.formatName?.startsWith(OWN_SHEET) ?? false;
  const title = isOwnSheet ? t.text('imports.recognised.ownSheet') : made.formatName;
  return (
    <Panel title={t.text('imports.recognised.title')} aside={<ReadingFacts made={made} />}>
      {made.refused === null && (
        <p className={classes['sentence']} data-confidence={made.confidence}>
          {t.text(`imports.recognised.${made.confidence}`, { format: title })}
        </p>
      )}
      {made.remembered && <p className={classes['teach']}>{t.text('imports.recognised.remembered')}</p>}
      {made.sheets.length > 1 && <Sheets made={made} />}
      {made.refused !== null ? (
        <Alert color="removed" variant="light">
          {t.text(refusalKey(made.refused))}
        </Alert>
      ) : (
        <Select
          className={classes['content'] ?? ''}
          label={t.text('imports.recognised.holds')}
          description={t.text(`imports.contentWhat.${plan.content}`)}
          inputWrapperOrder={['label', 'input', 'description']}
          data={contents.map(({ content }) => ({
            value: content,
            label: t.text(`imports.content.${content}`),
          }))}
          value={plan.content}
          allowDeselect={false}
          onChange={(content) => content && holds(content)}
        />
      )}
    </Panel>
  );
}

function refusalKey(refused: string) {
  return refused === 'internal_links' ? 'imports.refused.internal_links' : 'imports.refused.link_texts';
}

/** The sheets of a workbook, or the files of an archive: one of them is read. */
function Sheets({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write');
  const [problem, setProblem] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);
  const choose = async (name: string) => {
    setReading(true);
    setProblem(null);
    try {
      showImport(queries, await acts.sheet(made.id, name));
    } catch (error) {
      setProblem(error);
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <Radio.Group
        label={t.text('imports.sheets.title')}
        description={t.text(isReading ? 'imports.sheets.reading' : 'imports.sheets.one')}
        value={made.sheets.find(({ chosen }) => chosen)?.name ?? null}
        onChange={(name) => void choose(name)}
      >
        <Stack gap={6} mt="xs">
          {made.sheets.map((sheet) => (
            <Radio
              key={sheet.name}
              value={sheet.name}
              label={sheet.name}
              description={<SheetSays sheet={sheet} />}
              disabled={!mayWrite || isReading || sheet.refused !== null}
            />
          ))}
        </Stack>
      </Radio.Group>
      <ProblemAlert error={problem} />
    </>
  );
}

function SheetSays({ sheet }: { readonly sheet: ImportSheet }) {
  const t = useMessages();
  const formats = useQuery(importFormats).data?.formats;
  if (sheet.refused !== null) return t.text(refusalKey(sheet.refused));
  const format = formats?.find(({ id }) => id === sheet.format)?.name;
  const content = t.text(`imports.content.${sheet.content}`);
  return format ? t.text('imports.sheets.of', { format, content }) : content;
}
