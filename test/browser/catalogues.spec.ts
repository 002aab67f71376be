import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';

const CATALOGUES = join(__dirname, '../../web/src/i18n');
const files = readdirSync(join(CATALOGUES, 'en'));

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** The kinds of message parts that are no parameters: plain words (0), and the # of a plural (7). */
const WITHOUT_PARAMETERS: readonly number[] = [0, 7];

function catalogue(locale: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(CATALOGUES, locale, file), 'utf8')) as Record<string, string>;
}

/** Names of the parameters and elements of a message. */
function parameters(message: string): string[] {
  const found = new Set<string>();
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (WITHOUT_PARAMETERS.includes(part.type)) continue;
      if ('value' in part) found.add(part.value);
      if ('options' in part) for (const { value } of Object.values(part.options)) visit(value);
      if ('children' in part) visit(part.children);
    }
  };
  visit(new IntlMessageFormat(message, 'en').getAst());
  return [...found].sort();
}

it('English and Dutch have the same files', () => {
  expect(readdirSync(join(CATALOGUES, 'nl'))).toEqual(files);
});

describe.each(files)('%s', (file) => {
  const en = catalogue('en', file);
  const nl = catalogue('nl', file);

  it('has the same messages in English and Dutch', () => {
    expect(Object.keys(nl).sort()).toEqual(Object.keys(en).sort());
  });

  it('takes the same parameters in English and Dutch', () => {
    const of = (messages: Record<string, string>) =>
      Object.fromEntries(Object.keys(en).map((key) => [key, parameters(messages[key] ?? '')]));
    expect(of(nl)).toEqual(of(en));
  });

  it('shouts nowhere and leaves nothing empty', () => {
    const all = [...Object.entries(en), ...Object.entries(nl)];
    expect(all.filter(([, text]) => text === '' || text.includes('!'))).toEqual([]);
  });
});
