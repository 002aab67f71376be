import { Select } from '@mantine/core';
import { IMPORT_FIELDS, type ImportColumn, type ImportMapping } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { fieldOf, NEEDED_FIELDS, withColumn } from '../column-mapping.js';
import classes from '../imports.module.css';

const LEFT_OUT = 'none';

interface Props {
  readonly columns: readonly ImportColumn[];
  readonly mapping: ImportMapping;
  readonly onChange: (next: ImportMapping) => void;
}

/** The columns of the file with what stands in them, each with what it is read as. */
export function ColumnsTable({ columns, mapping, onChange }: Props) {
  const t = useMessages();
  const fields = [
    { value: LEFT_OUT, label: t.text('imports.columns.leftOut') },
    ...IMPORT_FIELDS.map((field) => ({
      value: field,
      label: NEEDED_FIELDS.includes(field)
        ? t.text('imports.columns.needed', { field: t.text(`imports.field.${field}`) })
        : t.text(`imports.field.${field}`),
    })),
  ];
  return (
    <div className={classes['scroll']}>
      <table className={`${classes['table']} ${classes['wide']}`}>
        <thead>
          <tr>
            <th scope="col">{t.text('imports.columns.column')}</th>
            <th scope="col">{t.text('imports.columns.sample')}</th>
            <th scope="col">{t.text('imports.columns.readAs')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.index}>
              <th scope="row">
                {column.name || t.text('imports.columns.noName', { number: column.index + 1 })}
              </th>
              <td className={classes['sample']}>
                {column.sample.length === 0
                  ? t.text('imports.columns.empty')
                  : column.sample.map((value) => <div key={value}>{value}</div>)}
              </td>
              <td>
                <Select
                  aria-label={t.text('imports.columns.readAsOf', { column: column.name })}
                  data={fields}
                  value={fieldOf(mapping, column.index) ?? LEFT_OUT}
                  allowDeselect={false}
                  onChange={(value) => {
                    const field = IMPORT_FIELDS.find((one) => one === value) ?? null;
                    onChange(withColumn(mapping, column.index, field));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
