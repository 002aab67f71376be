const order = [
  'access',
  'jobs',
  'views',
  'clients',
  'sites',
  'publishers',
  'contacts',
  'prospects',
  'placements',
  'verifier',
  'relationships',
  'discovery',
  'templates',
  'tasks',
  'campaigns',
  'orders',
  'approvals',
  'mailboxes',
  'courtesy',
  'sending',
  'sequences',
  'inbox',
  'reclaims',
  'imports',
  'merges',
  'reports',
  'team',
  'alerts',
  'demo',
];

/** News goes up as events: a module may only import the ones before it in the order. */
const downwards = order.slice(0, -1).map((lower, position) => ({
  name: `${lower}-calls-only-downwards`,
  comment: 'Calls between modules go down the list of domains; news goes up as events.',
  severity: 'error',
  from: { path: `^src/modules/${lower}/` },
  to: { path: `^src/modules/(${order.slice(position + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-rings',
      comment: 'An import ring makes two files one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment: 'Core imports only core and a few pure packages, each named here with its reason.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^src/core/',
          '^node_modules/parse5/', // reads HTML as the standard says, no I/O
          '^node_modules/entities/', // types of parse5
          '^node_modules/tldts', // the public suffix list as a pure function
          '^node_modules/ipaddr\\.js/', // classes of addresses, pure arithmetic
        ],
      },
    },
    {
      name: 'platform-knows-only-core',
      comment: 'The outside world stands behind ports and knows no module.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|main|worker|cli|app\\.module)' },
    },
    {
      name: 'modules-are-entered-by-their-door',
      comment: 'Another module is entered through its .module.ts or .service.ts, or a port made for it.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/',
        pathNot: ['^src/modules/$1/', '\\.module\\.ts$', '\\.service\\.ts$', '\\.port\\.ts$'],
      },
    },
    {
      name: 'only-storage-knows-typeorm',
      comment: 'Repositories, queries, entities, modules, migrations and the database platform know TypeORM.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '\\.(repository|query|queries|entity|module)\\.ts$',
          '^src/platform/database/',
          '^src/platform/[^/]+/[^/]+-rows\\.ts$',
          '\\.spec\\.ts$',
        ],
      },
      to: { path: '^node_modules/(typeorm|@nestjs/typeorm)/' },
    },
    {
      name: 'web-knows-the-server-by-its-client',
      comment: 'The UI knows the server only through the generated client.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|migrations|test)/' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      comment: 'The server serves the built UI as files, it imports nothing of it.',
      from: { path: '^(src|migrations)/' },
      to: { path: '^web/' },
    },
    {
      name: 'features-stand-apart',
      comment: 'One feature of the UI never imports another.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'no-drawers',
      comment: 'Barrels and drawers named utils, helpers or common hide what a file is for.',
      severity: 'error',
      from: {},
      to: { path: '^(src|web/src)/.*(/index\\.tsx?$|/(utils|helpers|common|manager)(/|\\.))' },
    },
    {
      name: 'nothing-unresolved',
      comment:
        'An import must exist. @dist is the built program, found when the sender of the tests is bundled.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@dist/' },
    },
    ...downwards,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};
