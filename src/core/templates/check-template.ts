import { readTemplate } from './read-template.js';
import { type MailSource, type PartProblem, readPart } from './render-mail.js';
import { type Place, TEMPLATE_LIMITS, type TemplateNode } from './template-tree.js';
import { nearestName } from './variables.js';
import { checkWrittenHtml } from './written-html.js';

export const NAME_CODES = [
  'variable_unknown',
  'variable_not_of_kind',
  'variable_not_printable',
  'snippet_unknown',
] as const;

/** What a template may name: the variables of its kind, those of other kinds (for a better sentence), and the snippets there are. */
export interface KnownNames {
  readonly variables: ReadonlySet<string>;
  readonly elsewhere: ReadonlySet<string>;
  /** Those of the kind that only answer yes or no. */
  readonly flags?: ReadonlySet<string>;
  readonly snippets: ReadonlySet<string>;
}

export interface CheckedMail {
  readonly problems: readonly PartProblem[];
  /** Every variable the parts name, sorted. */
  readonly variables: readonly string[];
  readonly snippets: readonly string[];
}

/** Decides whether a mail can ever be filled in: every part reads, every name is known, the HTML part is sound. */
export function checkMail(mail: MailSource, known: KnownNames): CheckedMail {
  const parts = [
    ...mail.subjects.map((source, index) => ({ source, part: 'subject' as const, index })),
    { source: mail.body, part: 'body' as const, index: 0 },
    ...(mail.html === null ? [] : [{ source: mail.html, part: 'html' as const, index: 0 }]),
  ];
  const problems: PartProblem[] = [];
  const names: Named[] = [];
  for (const { source, part, index } of parts) {
    const reading = readPart(source, part, index);
    const own = reading.nodes === null ? [] : namesOf(reading.nodes);
    const html = part === 'html' && reading.nodes !== null ? checkWrittenHtml(reading.nodes).problems : [];
    names.push(...own);
    problems.push(...reading.problems, ...own.flatMap((name) => nameProblem(name, known, part, index)));
    problems.push(...html.map((problem) => ({ ...problem, part, index })));
  }
  return {
    problems,
    variables: sorted(names.filter((name) => name.kind !== 'snippet')),
    snippets: sorted(names.filter((name) => name.kind === 'snippet')),
  };
}

/** Checks a snippet: it reads, names known variables, and holds no other snippet. */
export function checkSnippet(source: string, known: KnownNames): readonly PartProblem[] {
  const reading = readTemplate(source, TEMPLATE_LIMITS.snippetLength);
  if (!reading.ok) return reading.problems.map((problem) => ({ ...problem, part: 'body', index: 0 }));
  return namesOf(reading.nodes).flatMap((name) =>
    name.kind === 'snippet'
      ? [problemAt(name, 'snippet_in_snippet', { key: name.name }, { part: 'body', index: 0 })]
      : nameProblem(name, known, 'body', 0),
  );
}

type Named = Place & { readonly kind: 'printed' | 'asked' | 'snippet'; readonly name: string };
type Where = Pick<PartProblem, 'part' | 'index'>;

function sorted(names: readonly Named[]): string[] {
  return [...new Set(names.map((name) => name.name))].sort();
}

function problemAt(
  name: Named,
  code: string,
  params: Readonly<Record<string, string>>,
  where: Where,
): PartProblem {
  const { line, column, length } = name;
  return { ...where, code, params, line, column, length };
}

function namesOf(nodes: readonly TemplateNode[]): Named[] {
  return nodes.flatMap((node): Named[] => {
    if (node.kind === 'text') return [];
    const { line, column, length } = node;
    const named = (kind: Named['kind'], name: string): Named => ({ kind, name, line, column, length });
    if (node.kind === 'snippet') return [named('snippet', node.key)];
    if (node.kind === 'value')
      return node.args.flatMap((argument) => ('path' in argument ? [named('printed', argument.path)] : []));
    return [named('asked', node.path), ...namesOf(node.inside), ...namesOf(node.otherwise)];
  });
}

function nameProblem(
  name: Named,
  known: KnownNames,
  part: PartProblem['part'],
  index: number,
): PartProblem[] {
  const where = { part, index };
  if (name.kind === 'snippet') {
    if (known.snippets.has(name.name)) return [];
    return [
      problemAt(
        name,
        'snippet_unknown',
        { key: name.name, nearest: nearestName(name.name, known.snippets) ?? '' },
        where,
      ),
    ];
  }
  if (known.variables.has(name.name)) {
    const isFlag = name.kind === 'printed' && known.flags?.has(name.name) === true;
    return isFlag ? [problemAt(name, 'variable_not_printable', { variable: name.name }, where)] : [];
  }
  if (known.elsewhere.has(name.name))
    return [problemAt(name, 'variable_not_of_kind', { variable: name.name }, where)];
  const nearest = nearestName(name.name, known.variables) ?? '';
  return [problemAt(name, 'variable_unknown', { variable: name.name, nearest }, where)];
}
