import { isRowCode } from '../../core/imports/row-codes.js';
import { formatMessage, type Locale, type MessageParams } from './catalogue.js';
import { importRows as english } from './en/import-rows.js';
import { importRows as dutch } from './nl/import-rows.js';

const IMPORT_ROWS = { en: english, nl: dutch } as const;

/** Why a row of an import cannot be taken or brings nothing, in words. */
export function importRowSentence(locale: Locale, code: string, params: MessageParams): string {
  return formatMessage(IMPORT_ROWS[locale][isRowCode(code) ? code : 'other'], locale, params);
}
