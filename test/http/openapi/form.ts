/** The smallest PNG there is. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A form with a file, as a browser sends it. */
export function form(
  fields: Readonly<Record<string, string>>,
  file = '',
  content: string | Uint8Array<ArrayBuffer> = 'a,b\n',
  name = 'a.csv',
): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  if (file !== '') data.set(file, new Blob([content], { type: 'text/csv' }), name);
  return data;
}
