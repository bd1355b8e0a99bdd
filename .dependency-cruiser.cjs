/** What every ring may use: the configuration, the log, and the figures that are counted. */
const leaves = ['env', 'log', 'figures'];

/** Who may import whom: the house rules, one line a ring. A new folder of lib needs a line of its own. */
const rings = {
  core: [],
  'catalog-file': ['core'],
  store: ['core', ...leaves],
  icalendar: ['core', ...leaves],
  commands: ['core', 'catalog-file', 'store', 'icalendar', ...leaves],
  queries: ['core', 'catalog-file', 'store', ...leaves],
  auth: ['core', 'store', ...leaves],
  api: ['core', 'commands', 'queries', 'auth', ...leaves],
  demo: ['core', 'store', 'commands', ...leaves],
  timers: ['core', 'store', 'commands', 'notify', ...leaves],
  notify: ['core', ...leaves],
  intake: ['core', 'store', 'commands', 'notify', ...leaves],
  jobs: ['core', 'store', 'commands', 'notify', ...leaves],
  edge: ['core', 'store', 'commands', ...leaves],
  live: ['core', 'store', 'queries', ...leaves],
  'command-line': ['core', 'store', 'commands', 'queries', 'auth', ...leaves],
  main: ['edge', 'live', ...leaves],
  start: ['store', 'env-rules', ...leaves],
};

const tests = '(\\.test\\.tsx?|/testing/[^/]+\\.ts)$';

const ringRules = Object.entries(rings).map(([ring, allowed]) => ({
  name: `${ring}-imports`,
  comment: `lib/${ring} may import ${[...allowed, 'itself'].join(', ')} and nothing else of ours`,
  severity: 'error',
  from: { path: `^lib/${ring}/`, pathNot: tests },
  to: { path: '^(lib|app|components|e2e|bench)/', pathNot: `^lib/(${[ring, ...allowed].join('|')})(/|\\.ts$)` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'types may name each other; what runs may not',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
    ...ringRules,
    {
      name: 'core-packages',
      comment: 'the rules stand on zod and one time-zone library',
      severity: 'error',
      from: { path: '^lib/core/', pathNot: tests },
      to: {
        dependencyTypesNot: ['local', 'aliased', 'aliased-tsconfig'],
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-utils)/',
      },
    },
    {
      name: 'leaf-files',
      comment: 'what every ring may use imports nothing of ours but each other',
      severity: 'error',
      from: { path: `^lib/(${leaves.join('|')}|env-rules)\\.ts$` },
      to: { path: '^(lib|app|components)/', pathNot: `^lib/(${leaves.join('|')}|env-rules)\\.ts$` },
    },
    {
      name: 'known-rings',
      comment: 'every file of lib belongs to a ring with a line above, or is a leaf or main',
      severity: 'error',
      from: {
        path: '^lib/',
        pathNot: [tests, `^lib/((${Object.keys(rings).join('|')})/|(${leaves.join('|')}|env-rules|main)\\.ts$)`],
      },
      to: {},
    },
    {
      name: 'main-starts',
      comment: 'main starts what runs; screens come to it through Next, and what starts it is another program',
      severity: 'error',
      from: { path: '^lib/main\\.ts$' },
      to: { path: '^(app|components|e2e|bench|lib/(start|command-line))/' },
    },
    {
      name: 'nobody-imports-programs',
      comment: 'main and the commands of the command line are begun, never imported',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: ['^lib/main\\.ts$', '^lib/command-line/'] },
      to: { path: '^lib/(main(/|\\.ts$)|command-line/)', pathNot: '^lib/main/[^/]+$' },
    },
    {
      name: 'components-imports',
      severity: 'error',
      from: { path: '^components/', pathNot: tests },
      to: { path: '^(lib|app|e2e|bench)/', pathNot: '^lib/(core/|live/contract\\.ts$)' },
    },
    {
      name: 'app-imports',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: {
        path: '^(lib|e2e|bench)/',
        pathNot: `^lib/((core|commands|queries|auth|api|intake|icalendar)/|(${leaves.join('|')})\\.ts$)`,
      },
    },
    {
      name: 'database-doors',
      comment: 'Prisma and pg are used by store, queries, the sign-in library and what starts Postgres only',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: ['^lib/(store|queries|auth|start)/', tests] },
      to: {
        path: ['node_modules/(@prisma|\\.prisma|pg)/', '^lib/store/generated/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { path: '^(lib|app|components)/', pathNot: [tests, '^lib/start/test\\.mjs'] },
      to: { path: ['^(e2e|bench)/', tests] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/store/generated/'] },
    exclude: { path: ['^\\.next/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
