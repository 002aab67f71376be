import type { RowFault } from '../../core/imports/read-row.js';
import { formatMessage, type Locale, type MessageParams } from './catalogue.js';
import { importRows as english } from './en/import-rows.js';
import { importRows as dutch } from './nl/import-rows.js';

const IMPORT_ROWS = { en: english, nl: dutch } as const;

/** Why a row of an import cannot be taken, in words. */
export function importRowSentence(locale: Locale, fault: RowFault, params: MessageParams): string {
  return formatMessage(IMPORT_ROWS[locale][fault], locale, params);
}
