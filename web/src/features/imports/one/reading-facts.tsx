import type { ImportView } from '../../../api/import-views.js';
import type { MessageKey } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';

const DELIMITERS: Readonly<Record<string, MessageKey>> = {
  ',': 'imports.reading.comma',
  ';': 'imports.reading.semicolon',
  '\t': 'imports.reading.tab',
  '|': 'imports.reading.bar',
};

/** How the file is written, in one line for those who want to know: its encoding, separator and the line of its header. */
export function ReadingFacts({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const { encoding, delimiter, headerLine } = made.reading;
  const separator = DELIMITERS[delimiter ?? ''];
  const facts = [
    encoding?.toUpperCase(),
    separator && t.text(separator),
    headerLine !== null && headerLine > 1 && t.text('imports.reading.header', { line: headerLine }),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return <>{facts.join(' · ')}</>;
}
