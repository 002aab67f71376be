import { ENTRANCE_NOTE, NO_KEY_NOTE } from '../http/route-marks.js';

type Node = { [key: string]: unknown };

/** The domain that answers the first word of a path: what its operations are listed under. */
const DOMAINS: Readonly<Record<string, string>> = {
  setup: 'access',
  session: 'access',
  sessions: 'access',
  members: 'access',
  invitations: 'access',
  'api-tokens': 'access',
  workspace: 'access',
  'audit-events': 'access',
  clients: 'clients',
  brands: 'clients',
  'target-pages': 'clients',
  sites: 'sites',
  conditions: 'publishers',
  publishers: 'publishers',
  authority: 'sites',
  'site-metrics': 'sites',
  contacts: 'contacts',
  'contact-addresses': 'contacts',
  'contact-places': 'contacts',
  'contact-grounds': 'contacts',
  reclamations: 'reclaims',
  'contact-proposals': 'discovery',
  search: 'discovery',
  services: 'discovery',
  'service-keys': 'discovery',
  prospects: 'prospects',
  tags: 'prospects',
  'custom-fields': 'prospects',
  'custom-values': 'prospects',
  suppressions: 'courtesy',
  touches: 'prospects',
  'saved-views': 'views',
  relationships: 'relationships',
  links: 'relationships',
  crawls: 'relationships',
  timelines: 'relationships',
  notes: 'relationships',
  doubles: 'merges',
  merges: 'merges',
  campaigns: 'campaigns',
  pitches: 'campaigns',
  'campaign-kinds': 'campaigns',
  'pitch-files': 'campaigns',
  templates: 'templates',
  'template-starters': 'templates',
  'template-variables': 'templates',
  snippets: 'templates',
  tasks: 'tasks',
  assets: 'campaigns',
  suggestions: 'campaigns',
  team: 'team',
  'my-day': 'team',
  deliverability: 'sending',
  outbox: 'sending',
  sending: 'sending',
  approvals: 'approvals',
  client: 'reports',
  reports: 'reports',
  'shared-reports': 'reports',
  orders: 'orders',
  budgets: 'orders',
  placements: 'placements',
  imports: 'imports',
  'import-formats': 'imports',
  notifications: 'alerts',
  today: 'alerts',
  mail: 'alerts',
  jobs: 'jobs',
  stream: 'jobs',
  mailboxes: 'mailboxes',
  'oauth-apps': 'mailboxes',
  'mail-catcher': 'mailboxes',
  sequences: 'sequences',
  enrollments: 'sequences',
  'enrollment-checks': 'sequences',
  conversations: 'inbox',
  inbox: 'inbox',
  'inbound-messages': 'inbox',
};

const SECURITY: Readonly<Record<string, readonly Node[]>> = { public: [], session: [{ session: [] }] };

/** A refusal of the API (RFC 9457), as every operation may answer it. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string', enum: ['about:blank'] },
    title: { type: 'string', description: "Heading in the caller's language." },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; programs go by this.', example: 'placement.duplicate' },
    detail: { type: 'string', description: "What happened and what to do, in the caller's language." },
    params: { type: 'object', additionalProperties: true, description: 'What the sentence is made of.' },
    errors: {
      type: 'array',
      description: 'What is wrong with which field, when `code` is `request.invalid`.',
      items: {
        type: 'object',
        required: ['field', 'code', 'message', 'params'],
        properties: {
          field: { type: 'string', example: 'terms.rel.value' },
          code: { type: 'string' },
          message: { type: 'string' },
          params: { type: 'object', additionalProperties: true },
        },
      },
    },
    requestId: { type: 'string', description: 'Names the request in the log of the program.' },
  },
};

const REFUSED = {
  description: 'Refused: `code` says why.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A request repeated with the same key within a day is done once and gets the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/**
 * Adds to the framework's description what holds for every operation: refusals as problems, who may call it, the domain
 * it belongs to, the key that makes a POST happen once, and event streams as what they are.
 */
export function completed(document: Node): Node {
  const paths = Object.entries(document['paths'] as Record<string, Node>).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        operationOf(path, method, operation as Node),
      ]),
    ),
  ]);
  const components = document['components'] as { schemas: Node; [part: string]: unknown };
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...components,
      schemas: { ...components.schemas, Problem: PROBLEM },
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
    },
    tags: [...new Set(Object.values(DOMAINS))].map((name) => ({ name })),
  };
}

function operationOf(path: string, method: string, operation: Node): Node {
  const {
    [ENTRANCE_NOTE]: entrance,
    [NO_KEY_NOTE]: withoutKey,
    responses,
    parameters = [],
    ...rest
  } = operation;
  const takesKey = method === 'post' && withoutKey !== true && entrance !== 'public';
  return {
    ...rest,
    tags: [DOMAINS[path.split('/')[3] ?? ''] ?? 'other'],
    parameters: takesKey
      ? [...(parameters as Node[]), { $ref: '#/components/parameters/IdempotencyKey' }]
      : parameters,
    responses: { ...answersOf(path, responses as Record<string, Node>), default: REFUSED },
    ...(typeof entrance === 'string' && { security: SECURITY[entrance] }),
  };
}

/** The framework leaves out the content of answers that are written by hand: those whose path ends so are event streams. */
function answersOf(path: string, answers: Record<string, Node>): Record<string, Node> {
  const { '200': ok } = answers;
  if (!path.endsWith('/stream') || ok === undefined) return answers;
  return { ...answers, '200': { ...ok, content: { 'text/event-stream': { schema: { type: 'string' } } } } };
}
