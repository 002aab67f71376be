import { Select } from '@mantine/core';
import type { ImportColumn, ImportContentView, ImportMapping } from '../../../api/import-views.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { fieldsOf, freeRemark, withColumn } from '../column-mapping.js';
import { useFieldName, useOwnFields } from '../field-names.js';
import classes from '../imports.module.css';

const LEFT_OUT = 'none';
const AS_REMARK = 'remark';
/** Figures of sites a sheet often holds, offered beside those the file was seen to hold. */
const FIGURES = [
  'metric.ahrefs.domain_rating',
  'metric.ahrefs.organic_traffic',
  'metric.moz.domain_authority',
  'metric.moz.spam_score',
  'metric.majestic.trust_flow',
  'metric.majestic.citation_flow',
  'metric.semrush.authority_score',
  'metric.semrush.organic_traffic',
  'metric.hand.traffic',
];
const WITHOUT_FIGURES: readonly string[] = ['placements', 'target_pages'];
const WITH_OWN_FIELDS: readonly string[] = ['prospects', 'contacts', 'link_gap'];

interface Props {
  readonly columns: readonly ImportColumn[];
  readonly content: ImportContentView;
  readonly mapping: ImportMapping;
  readonly onChange: (next: ImportMapping) => void;
}

/** The columns of the file with what stands in them, each with what it is read as. */
export function ColumnsTable({ columns, content, mapping, onChange }: Props) {
  const t = useMessages();
  const choices = useChoices(content, mapping);
  return (
    <div className={classes['scroll']}>
      <table className={`${classes['table']} ${classes['columns']} ${classes['stack']}`}>
        <thead>
          <tr>
            <th scope="col">{t.text('imports.columns.column')}</th>
            <th scope="col">{t.text('imports.columns.sample')}</th>
            <th scope="col">{t.text('imports.columns.readAs')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              fields={fieldsOf(mapping, column.index)}
              choices={choices}
              onChoose={(field) => onChange(withColumn(mapping, column.index, field))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly column: ImportColumn;
  readonly fields: readonly string[];
  readonly choices: Choices;
  readonly onChoose: (field: string | null) => void;
}

function ColumnRow({ column, fields, choices, onChoose }: RowProps) {
  const t = useMessages();
  const nameOf = useFieldName();
  const name = columnName(column, t);
  const [first, ...others] = fields;
  const isRemark = first?.startsWith('remark.') === true;
  const choose = (value: string | null) => {
    if (value === LEFT_OUT) onChoose(null);
    else if (value === AS_REMARK) onChoose(choices.remark);
    else onChoose(value);
  };
  return (
    <tr data-out={first === undefined || undefined}>
      <th scope="row">{name}</th>
      <td className={classes['sample']}>
        {column.sample.length === 0
          ? t.text('imports.columns.empty')
          : [...new Set(column.sample)].map((value) => <div key={value}>{value}</div>)}
      </td>
      <td className={classes['readAs']}>
        <Select
          aria-label={t.text('imports.columns.readAsOf', { column: name })}
          data={choices.data.map(({ group, items }) => ({ group, items: [...items] }))}
          value={first === undefined ? LEFT_OUT : isRemark ? AS_REMARK : first}
          allowDeselect={false}
          searchable
          onChange={choose}
        />
        {others.length > 0 && (
          <span className={classes['also']}>
            {t.text('imports.columns.also', {
              fields: new Intl.ListFormat(t.locale).format(others.map(nameOf)),
            })}
          </span>
        )}
      </td>
    </tr>
  );
}

function columnName({ name, index }: ImportColumn, t: Messages): string {
  return name.trim() || t.text('imports.columns.noName', { number: index + 1 });
}

interface Choices {
  readonly data: readonly {
    readonly group: string;
    readonly items: readonly { value: string; label: string }[];
  }[];
  /** The field a column kept as a remark becomes. */
  readonly remark: string;
}

/** What a column can be read as: nothing, a field of the content (the needed ones first), a figure, an own field. */
function useChoices({ content, fields, required }: ImportContentView, mapping: ImportMapping): Choices {
  const t = useMessages();
  const nameOf = useFieldName();
  const own = useOwnFields();
  const needed = new Set(required.flat());
  const item = (field: string) => ({ value: field, label: nameOf(field) });
  const neededItem = (field: string) => ({
    value: field,
    label: t.text('imports.columns.needed', { field: nameOf(field) }),
  });
  const seen = Object.keys(mapping).filter((field) => field.startsWith('metric.'));
  const figures = WITHOUT_FIGURES.includes(content) ? [] : [...new Set([...seen, ...FIGURES])];
  const rivals = Object.keys(mapping).filter((field) => field.startsWith('competitor.'));
  const ownItems = WITH_OWN_FIELDS.includes(content)
    ? own.filter(({ archivedAt }) => archivedAt === null).map(({ fieldKey }) => item(`custom.${fieldKey}`))
    : [];
  const data = [
    {
      group: t.text('imports.columns.unused'),
      items: [
        { value: LEFT_OUT, label: t.text('imports.columns.leftOut') },
        { value: AS_REMARK, label: t.text('imports.columns.asRemark') },
      ],
    },
    {
      group: t.text('imports.columns.neededOnes'),
      items: fields.filter((field) => needed.has(field)).map(neededItem),
    },
    {
      group: t.text('imports.columns.otherOnes'),
      items: [...fields.filter((field) => !needed.has(field)), ...rivals].map(item),
    },
    { group: t.text('imports.columns.figures'), items: figures.map(item) },
    { group: t.text('imports.columns.own'), items: ownItems },
  ];
  return { data: data.filter(({ items }) => items.length > 0), remark: freeRemark(mapping) };
}
