import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fieldValues } from '../../src/core/campaigns/field-values.js';
import { KIND_LOCALES, type Kind, type KindLocale } from '../../src/core/campaigns/kind.js';
import { missingFor } from '../../src/core/campaigns/move-pitch.js';
import { fieldsProblem } from '../../src/core/campaigns/pitch-fields.js';
import { checkMail } from '../../src/core/templates/check-template.js';
import { lintMail } from '../../src/core/templates/lint-mail.js';
import {
  type MailSource,
  type RenderedMail,
  readPart,
  renderMail,
} from '../../src/core/templates/render-mail.js';
import { readStarterFile } from '../../src/core/templates/starter-file.js';
import type { TemplateNode } from '../../src/core/templates/template-tree.js';
import type { TemplateValue } from '../../src/core/templates/values.js';
import { exampleValues, variablesOf } from '../../src/core/templates/variables.js';
import { loadKinds } from '../../src/platform/campaign-kinds/load-kinds.js';
import { fromRoot } from '../../src/platform/paths.js';
import { allThere, aStanding } from '../builders/campaign-kind.js';
import { fullPitch } from '../builders/full-pitch.js';

const FOLDERS = readdirSync(fromRoot('templates')).filter((folder) => folder !== 'system');
const STARTERS = FOLDERS.flatMap((folder) =>
  readdirSync(fromRoot('templates', folder)).map((file) => `${folder}/${file}`),
);
const FORMS = [true, false];

const kinds = new Map<string, Kind>();
beforeAll(async () => {
  for (const kind of await loadKinds(fromRoot('src', 'core', 'campaigns', 'kinds')))
    kinds.set(kind.key, kind);
});

interface Starter {
  readonly kind: Kind;
  readonly purpose: string;
  readonly locale: KindLocale;
  readonly mail: MailSource;
}

function starter(file: string): Starter {
  const [, folder = '', purpose = '', locale = ''] =
    /^([a-z_]+)\/([a-z_0-9]+)\.(en|nl)\.hbs$/.exec(file) ?? [];
  const read = readStarterFile(readFileSync(fromRoot('templates', file), 'utf8'))!;
  const mail = { subjects: read.subjects, body: read.body, html: null };
  return { kind: kinds.get(folder)!, purpose, locale: locale as KindLocale, mail };
}

/** Everything a mail of the kind may name, from a pitch that lacks nothing. */
function fullValues({ kind, locale }: Starter, isFormal: boolean): Map<string, TemplateValue> {
  const values = exampleValues(variablesOf([]), locale, isFormal);
  for (const [path, value] of fieldValues(kind, fullPitch(kind.key, locale), locale)) values.set(path, value);
  return values;
}

/** Of the own fields only those a stage asks for, of the rest only what nobody writes without. */
function barestValues(one: Starter, isFormal: boolean): Map<string, TemplateValue> {
  const asked = new Set(
    Object.values(one.kind.required)
      .flat()
      .map((key) => `field.${key}`),
  );
  const optional = new Set([
    'contact.position',
    'target.title',
    'brand.description',
    'sender.position',
    'sender.address',
    'placement.anchor',
    'placement.liveSince',
    'order.term',
  ]);
  const isKept = (path: string): boolean =>
    path.startsWith('field.') ? asked.has(path) : !optional.has(path);
  return new Map([...fullValues(one, isFormal)].filter(([path]) => isKept(path)));
}

/** A mail that is short and shows no trace of what was left out. */
function expectTidy(rendered: RenderedMail): void {
  expect(rendered).toMatchObject({ ok: true });
  const texts = rendered.ok ? [...rendered.subjects, rendered.text] : [];
  for (const text of texts)
    expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|null| {2}|\n\n\n| [,.;:]|[,.]{2}|^\s/);
  expect(texts.at(-1)?.split(/\s+/).length).toBeLessThanOrEqual(155);
}

function filled(one: Starter, values: ReadonlyMap<string, TemplateValue>): RenderedMail {
  return renderMail(one.mail, { values, snippets: new Map(), locale: one.locale });
}

describe('the full pitch of these tests', () => {
  it('fills every field of every kind and meets whatever a stage asks for', () => {
    for (const kind of kinds.values()) {
      for (const locale of KIND_LOCALES) {
        const { proof: _, ...fields } = fullPitch(kind.key, locale);
        const unwritten = kind.fields.filter(
          ({ key, type }) => !['files', 'proof'].includes(type) && fields[key] === undefined,
        );
        expect([kind.key, unwritten, fieldsProblem(kind, fields)]).toEqual([kind.key, [], null]);
        const pitch = aStanding({ fields: fullPitch(kind.key, locale) });
        const missing = kind.stages.flatMap((stage) => missingFor(kind, stage.key, pitch, allThere()));
        expect([kind.key, missing]).toEqual([kind.key, []]);
      }
    }
  });
});

describe('starter mails', () => {
  it('are there for every mail of every kind in every language, and no others', () => {
    const wanted = [...kinds.values()].flatMap((kind) =>
      kind.mails.flatMap((purpose) => KIND_LOCALES.map((locale) => `${kind.key}/${purpose}.${locale}.hbs`)),
    );
    expect([...STARTERS].sort()).toEqual(wanted.sort());
  });

  describe.each(STARTERS)('%s', (file) => {
    it('can be read: it has a name, two or three subjects, a note, and names only what its kind has', () => {
      const read = readStarterFile(readFileSync(fromRoot('templates', file), 'utf8'))!;
      expect([read.name, read.note].every((text) => text.length > 5)).toBe(true);
      expect([2, 3]).toContain(read.subjects.length);
      const one = starter(file);
      const variables = new Set(variablesOf(one.kind.fields).map(({ path }) => path));
      const known = { variables, elsewhere: new Set<string>(), snippets: new Set<string>() };
      expect(checkMail(one.mail, known).problems).toEqual([]);
    });

    it.each(FORMS)('is filled in from a full pitch, formally: %s', (isFormal) => {
      const one = starter(file);
      expectTidy(filled(one, fullValues(one, isFormal)));
    });

    it.each(FORMS)(
      'is filled in from a pitch with nothing but what its stages ask for, formally: %s',
      (isFormal) => {
        const one = starter(file);
        expectTidy(filled(one, barestValues(one, isFormal)));
      },
    );

    it('warns of nothing', () => {
      const one = starter(file);
      const examples = { formal: fullValues(one, true), informal: fullValues(one, false) };
      const variables = checkMail(one.mail, {
        variables: new Set(),
        elsewhere: new Set(),
        snippets: new Set(),
      }).variables;
      const subject = {
        kind: one.kind.key,
        purpose: one.purpose,
        locale: one.locale,
        formOfAddress: 'none' as const,
        snippets: new Map<string, string>(),
        examples,
        variables,
      };
      expect(lintMail(one.mail, subject)).toEqual([]);
    });

    it('names each variable that is missing', () => {
      const one = starter(file);
      for (const isFormal of FORMS) {
        const values = fullValues(one, isFormal);
        for (const path of neededBy(one.mail, values)) {
          const rest = new Map([...values].filter(([known]) => known !== path));
          expect([path, filled(one, rest)]).toMatchObject([
            path,
            { ok: false, missing: expect.arrayContaining([path]) },
          ]);
        }
        expect(filled(one, new Map())).toMatchObject({ ok: false });
      }
    });
  });
});

/** The variables a mail cannot do without: printed, without a word to take their place, and not only where they are asked for first. */
function neededBy(mail: MailSource, values: ReadonlyMap<string, TemplateValue>): Set<string> {
  const parts = [...mail.subjects, mail.body].map((source) => readPart(source, 'body', 0).nodes ?? []);
  return new Set(parts.flatMap((nodes) => printed(nodes, values, new Set())));
}

function printed(
  nodes: readonly TemplateNode[],
  values: ReadonlyMap<string, TemplateValue>,
  asked: ReadonlySet<string>,
): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.kind === 'block') {
      const holds = values.get(node.path) !== undefined && values.get(node.path) !== false;
      return printed(holds ? node.inside : node.otherwise, values, new Set([...asked, node.path]));
    }
    if (node.kind !== 'value' || node.args.length > 1) return [];
    return node.args.flatMap((argument) =>
      'path' in argument && !asked.has(argument.path) ? [argument.path] : [],
    );
  });
}

it('keeps a folder of mails for nobody else', () => {
  expect(
    FOLDERS.filter(
      (folder) =>
        !existsSync(join(fromRoot('src', 'core', 'campaigns', 'kinds'), `${folder.replaceAll('_', '-')}.ts`)),
    ),
  ).toEqual([]);
});
