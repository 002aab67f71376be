import type { components } from '../api/schema.generated.js';
import classes from './report-paper.module.css';

export type ReportDocument = components['schemas']['ReportDocument'];
type Section = ReportDocument['sections'][number];
type ReportLink = Section['links'][number];
type Words = ReportDocument['words'];

interface Props {
  readonly document: ReportDocument;
  /** Address of the logo, where the report has one. */
  readonly logo: string;
}

/** A monthly report as its client reads it, on screen and on paper: every word of it comes with it, in its language. */
export function ReportPaper({ document: report, logo }: Props) {
  return (
    <article className={classes['paper']} lang={report.locale} data-paper>
      <header className={classes['head']}>
        <div>
          <p className={classes['client']}>{report.client}</p>
          <h2 className={classes['title']}>{report.title}</h2>
          <p className={classes['quiet']}>
            {report.team} · {report.madeText}
          </p>
        </div>
        {report.hasLogo && <img className={classes['logo']} src={logo} alt={report.client} />}
      </header>
      {report.replacesText && <p className={classes['notice']}>{report.replacesText}</p>}
      <ul className={classes['figures']}>
        {report.figures.map(({ key, value, label, note }) => (
          <li key={key} className={classes['figure']}>
            <b className={classes['value']}>{value}</b> {label}
            {note && <span className={classes['quiet']}> {note}</span>}
          </li>
        ))}
      </ul>
      {report.comment && (
        <section>
          <h3 className={classes['subtitle']}>{report.words.comment}</h3>
          <p className={classes['comment']}>{report.comment}</p>
        </section>
      )}
      {report.goals.length > 0 && <Goals report={report} />}
      {report.sections.map((section) => (
        <Part key={section.key} section={section} report={report} />
      ))}
    </article>
  );
}

function Goals({ report: { goals, words } }: { readonly report: ReportDocument }) {
  return (
    <section>
      <h3 className={classes['subtitle']}>{words.goals}</h3>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{words.brand}</th>
            <th scope="col">{words.campaign}</th>
            <th scope="col" className={classes['number']}>
              {words.delivered}
            </th>
            <th scope="col" className={classes['number']}>
              {words.agreed}
            </th>
          </tr>
        </thead>
        <tbody>
          {goals.map(({ brand, campaign, delivered, agreed }) => (
            <tr key={`${brand} ${campaign ?? ''}`}>
              <td data-name={words.brand}>{brand}</td>
              <td data-name={words.campaign}>{campaign ?? words.noCampaign}</td>
              <td data-name={words.delivered} className={classes['number']}>
                {delivered}
              </td>
              <td data-name={words.agreed} className={classes['number']}>
                {agreed ?? words.none}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Part({ section, report }: { readonly section: Section; readonly report: ReportDocument }) {
  const { words } = report;
  return (
    <section>
      <h3 className={classes['subtitle']}>
        {section.title} <span className={classes['quiet']}>{section.links.length}</span>
      </h3>
      {section.links.length === 0 ? (
        <p className={classes['quiet']}>{words.empty}</p>
      ) : (
        <ReportLinks links={section.links} words={words} timeZone={report.timeZone} locale={report.locale} />
      )}
    </section>
  );
}

interface LinksProps {
  readonly links: readonly (ReportLink & { readonly id?: string })[];
  readonly words: Pick<
    Words,
    | 'page'
    | 'target'
    | 'state'
    | 'authority'
    | 'pageUnknown'
    | 'checked'
    | 'seen'
    | 'proof'
    | 'neverChecked'
    | 'replacedBy'
    | 'isReplacement'
    | 'rel'
  >;
  readonly timeZone: string;
  readonly locale: ReportDocument['locale'];
}

/** Links with where they stand, what was seen of them and when. */
export function ReportLinks({ links, words, timeZone, locale }: LinksProps) {
  const tag = locale === 'nl' ? 'nl-NL' : 'en-GB';
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone });
  const plainDays = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (moment: string | null) => (moment === null ? null : days.format(new Date(moment)));
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{words.page}</th>
          <th scope="col">{words.target}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.authority}</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id ?? `${link.site} ${link.sourceUrl ?? ''} ${link.targetUrl} ${link.since}`}>
            <td data-name={words.page}>
              <Address url={link.sourceUrl} otherwise={`${link.site} (${words.pageUnknown})`} />
              <div className={classes['quiet']}>
                {link.brand} · {link.typeText}
                {link.isReplacement && ` · ${words.isReplacement}`}
              </div>
            </td>
            <td data-name={words.target}>
              <Address url={link.targetUrl} otherwise="" />
              {link.anchor !== null && <div className={classes['quiet']}>“{link.anchor}”</div>}
            </td>
            <td data-name={words.state}>
              <span className={classes['state']} data-standing={link.standing}>
                {link.standingText}
              </span>
              {link.rel !== null && (
                <div className={classes['quiet']}>
                  {words.rel}: {link.relText}
                </div>
              )}
              <div className={classes['quiet']}>
                {words.checked}: {day(link.checkedAt) ?? words.neverChecked}
                {link.lastSeenAt && ` · ${words.seen}: ${day(link.lastSeenAt)}`}
                {link.proofAt && ` · ${words.proof}: ${day(link.proofAt)}`}
              </div>
              {link.replacedByUrl && (
                <div className={classes['quiet']}>
                  {words.replacedBy}: <Address url={link.replacedByUrl} otherwise="" />
                </div>
              )}
            </td>
            <td data-name={words.authority}>
              {link.authorityText}
              {link.authority && (
                <div className={classes['quiet']}>
                  {plainDays.format(new Date(`${link.authority.measuredOn}T00:00:00Z`))}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An address in full, without the part everybody knows; only web addresses are links. */
function Address({ url, otherwise }: { readonly url: string | null; readonly otherwise: string }) {
  if (url === null) return <span>{otherwise}</span>;
  const text = url.replace(/^https?:\/\//, '');
  if (!/^https?:\/\//.test(url)) return <span>{text}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  );
}
