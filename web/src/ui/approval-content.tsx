import type { components } from '../api/schema.generated.js';
import { useMessages } from '../i18n/messages-provider.js';
import { dayInWords } from '../i18n/times.js';
import classes from './approval-content.module.css';
import { metricFigure, metricTitle } from './metric-words.js';
import { Facts, Panel } from './page.js';
import { RelativeTime } from './relative-time.js';

export type ApprovalContentView = components['schemas']['ApprovalContentView'];
type Comment = components['schemas']['ApprovalComment'];
type Line = ApprovalContentView['lines'][number];

/** What a client is asked, word for word. `fileAt` says where a file lies. */
export function ApprovalContent({
  content,
  note,
  fileAt,
}: {
  readonly content: ApprovalContentView;
  readonly note: string;
  readonly fileAt: (sha256: string) => string;
}) {
  const t = useMessages();
  const { site, language, targetUrl, authority, lines, files } = content;
  const names = new Intl.DisplayNames(t.locale, { type: 'language' });
  const rows = [
    ...(site ? [{ name: t.text('approvals.site'), value: site }] : []),
    ...(authority
      ? [
          {
            name: metricTitle(authority, t),
            value: `${metricFigure(authority, t)} · ${dayInWords(authority.measuredOn, t)}`,
          },
        ]
      : []),
    ...(language ? [{ name: t.text('approvals.language'), value: languageName(names, language) }] : []),
    ...(targetUrl ? [{ name: t.text('approvals.target'), value: <Outside url={targetUrl} /> }] : []),
  ];
  return (
    <Panel title={t.text('approvals.what')}>
      {note && <p className={classes['note']}>{note}</p>}
      <Facts rows={rows} />
      {lines.map((line) => (
        <section key={line.label} className={classes['line']}>
          <h3 className={classes['label']}>{line.label}</h3>
          <Said line={line} />
        </section>
      ))}
      {files.length > 0 && (
        <section className={classes['line']}>
          <h3 className={classes['label']}>{t.text('approvals.files')}</h3>
          <ul className={classes['files']}>
            {files.map(({ name, sha256 }) => (
              <li key={sha256}>
                <a href={fileAt(sha256)} download={name}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}

function Said({ line }: { readonly line: Line }) {
  const t = useMessages();
  const [first = ''] = line.values;
  if (line.form === 'url') return <Outside url={first} />;
  if (line.form === 'day') return <p className={classes['text']}>{dayInWords(first, t)}</p>;
  if (line.values.length < 2) return <p className={classes['text']}>{first}</p>;
  return (
    <ul className={classes['files']}>
      {line.values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  );
}

function Outside({ url }: { readonly url: string }) {
  if (!/^https?:\/\//.test(url)) return <span>{url}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {url}
    </a>
  );
}

function languageName(names: Intl.DisplayNames, language: string): string {
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}

/** What both sides said about it, the oldest first. */
export function ApprovalComments({ comments }: { readonly comments: readonly Comment[] }) {
  const t = useMessages();
  if (comments.length === 0) return <p className={classes['quiet']}>{t.text('approvals.noComments')}</p>;
  return (
    <ol className={classes['comments']}>
      {comments.map(({ id, body, byClient, authorName, writtenAt }) => (
        <li key={id}>
          <p className={classes['quiet']}>
            <b>{authorName ?? t.text(byClient ? 'approvals.byClient' : 'approvals.byTeam')}</b>{' '}
            {t.text(byClient ? 'approvals.byClient' : 'approvals.byTeam')} · <RelativeTime at={writtenAt} />
          </p>
          <p className={classes['text']}>{body}</p>
        </li>
      ))}
    </ol>
  );
}
