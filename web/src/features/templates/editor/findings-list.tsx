import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { TemplateFinding, TemplateFindings } from '../template-views.js';
import classes from '../templates.module.css';

interface Props {
  readonly findings: TemplateFindings;
  readonly onPick: (finding: TemplateFinding) => void;
}

/** What keeps the words from being saved, then what is doubtful; a click leads there. */
export function FindingsList({ findings, onPick }: Props) {
  const t = useMessages();
  const { problems, warnings } = findings;
  const count = { problems: problems.length, warnings: warnings.length };
  return (
    <>
      <p role="status" className={classes['counted']}>
        {t.text('templates.findingCount', count)}
      </p>
      <ul className={classes['findings']}>
        {[
          ...problems.map((one) => ({ ...one, isProblem: true })),
          ...warnings.map((one) => ({ ...one, isProblem: false })),
        ].map(({ isProblem, ...finding }) => (
          <li
            key={`${finding.part}${finding.index}:${finding.line}:${finding.column}${finding.code}${finding.message}`}
          >
            <button
              type="button"
              className={classes['finding']}
              data-problem={isProblem || undefined}
              onClick={() => onPick(finding)}
            >
              {isProblem ? (
                <IconAlertCircle size={16} stroke={1.75} aria-label={t.text('templates.isProblem')} />
              ) : (
                <IconAlertTriangle size={16} stroke={1.75} aria-label={t.text('templates.isWarning')} />
              )}
              <span>
                <span className={classes['quiet']}>{placeOf(finding)}</span> {finding.message}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );

  function placeOf({ part, index, line, column, length }: TemplateFinding): string {
    const name =
      part === 'subject'
        ? t.text('templates.subjectNo', { no: index + 1 })
        : t.text(`templates.mailParts.${part}`);
    return length === 0 ? name : t.text('templates.place', { part: name, line, column });
  }
}
