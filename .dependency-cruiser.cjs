/** Who may import whom: the house rules, one line a ring. */
const rings = {
  core: ['core'],
  store: ['core', 'env', 'log', 'clock'],
  intake: ['core', 'env', 'log', 'clock'],
  notify: ['core', 'env', 'log', 'clock'],
  commands: ['core', 'store', 'env', 'log', 'clock'],
  queries: ['core', 'store', 'env', 'log', 'clock'],
  auth: ['core', 'store', 'env', 'log', 'clock'],
  api: ['core', 'commands', 'queries', 'auth', 'env', 'log', 'clock'],
  demo: ['core', 'store', 'commands', 'env', 'log', 'clock'],
  timers: ['core', 'store', 'commands', 'notify', 'env', 'log', 'clock'],
  jobs: ['core', 'store', 'commands', 'notify', 'env', 'log', 'clock'],
  edge: ['core', 'store', 'commands', 'intake', 'env', 'log', 'clock'],
  live: ['core', 'store', 'queries', 'env', 'log', 'clock'],
  start: ['store', 'env', 'env-rules', 'log'],
};

const tests = '\\.test\\.tsx?$';

const ringRules = Object.entries(rings).map(([ring, allowed]) => ({
  name: `${ring}-imports`,
  comment: `lib/${ring} may import ${allowed.join(', ')} and itself only`,
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
      comment: 'env, log and clock import nothing of ours but each other',
      severity: 'error',
      from: { path: '^lib/(env|log|clock)\\.ts$' },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/(env|env-rules|log|clock)\\.ts$' },
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
        pathNot: '^lib/((core|commands|queries|intake|auth|api)/|(clock|env|log)\\.ts$)',
      },
    },
    {
      name: 'database-doors',
      comment: 'Prisma and pg are used by store, queries and the sign-in library only',
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
      from: { path: '^(lib|app|components)/', pathNot: [tests, '^lib/start/(testing/|test\\.mjs)'] },
      to: { path: ['^(e2e|bench)/', tests, '^lib/start/testing/'] },
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
