/** Dependency directions of the source tree (ARCHITECTURE.md). Type-only imports count. */
const adapters = ['sqlite', 'documents', 'selling-api', 'ads-api', 'login', 'log', 'system', 'vault']

module.exports = {
  forbidden: [
    {
      name: 'shared-stays-pure',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { pathNot: ['^src/shared', 'node_modules/(zod|temporal-polyfill|temporal-spec)/'] },
    },
    {
      name: 'temporal-in-lib-alone',
      severity: 'error',
      from: { path: '^src/(shared/(domain|contract)|main/core|main/datasets)' },
      to: { path: 'node_modules/temporal' },
    },
    {
      name: 'domain-knows-no-contract',
      severity: 'error',
      from: { path: '^src/shared/domain' },
      to: { pathNot: '^src/shared/(domain|lib)' },
    },
    { name: 'datasets-stay-pure', severity: 'error', from: { path: '^src/main/datasets' }, to: { pathNot: '^src/(main/datasets|shared)' } },
    {
      name: 'core-sees-ports-only',
      severity: 'error',
      from: { path: '^src/main/core' },
      to: { pathNot: '^src/(main/core|main/datasets|shared)' },
    },
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { path: '^src/main/core/ports' },
      to: { pathNot: '^src/(main/core/ports|main/datasets|shared)' },
    },
    {
      name: 'features-meet-in-app',
      severity: 'error',
      from: { path: '^src/main/core/(authorization|sync|backfill|health|notices|reports|channels|diagnose)/' },
      to: { path: '^src/main/core/', pathNot: ['^src/main/core/$1/', '^src/main/core/ports/', '^src/main/core/backfill/'] },
    },
    {
      name: 'backfill-is-for-sync',
      severity: 'error',
      from: { path: '^src/main/core/(authorization|health|notices|reports|channels|diagnose)/' },
      to: { path: '^src/main/core/backfill/' },
    },
    {
      name: 'adapters-touch-core-only-through-ports',
      severity: 'error',
      from: { path: '^src/main/adapters' },
      to: { path: '^src/main/core', pathNot: '^src/main/core/ports' },
    },
    ...adapters.map((name) => ({
      name: `adapter-${name}-does-not-see-others`,
      severity: 'error',
      from: { path: `^src/main/adapters/${name}/` },
      to: { path: '^src/main/adapters/', pathNot: `^src/main/adapters/${name}/` },
    })),
    {
      name: 'adapters-do-not-see-hosts',
      severity: 'error',
      from: { path: '^src/main/(adapters|workers|core|datasets)' },
      to: { path: '^src/(main/hosts|preload|renderer|main/[^/]+\\.ts$)' },
    },
    {
      name: 'only-hosts-start-workers',
      severity: 'error',
      from: { path: '^src/main/(adapters|core|datasets)' },
      to: { path: '^src/main/workers' },
    },
    {
      name: 'electron-only-in-its-host',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/(main/hosts/electron|preload)' },
      to: { path: ['^electron$', 'node_modules/electron/', 'node_modules/electron-store'] },
    },
    {
      name: 'sqlite-only-in-its-adapter',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/main/adapters/sqlite' },
      to: { path: 'node_modules/(@types/)?better-sqlite3' },
    },
    {
      name: 'hosts-do-not-see-each-other',
      severity: 'error',
      from: { path: '^src/main/hosts/([^/]+)/' },
      to: { path: '^src/main/hosts/', pathNot: '^src/main/hosts/($1|common)/' },
    },
    {
      name: 'renderer-is-a-client',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { path: '^src/', pathNot: '^src/(renderer|shared)' },
    },
    {
      name: 'views-reach-backend-through-state',
      severity: 'error',
      from: { path: '^src/renderer/(screens|parts|format|text)' },
      to: { path: '^src/renderer/transport' },
    },
    {
      name: 'preload-is-a-bridge',
      severity: 'error',
      from: { path: '^src/preload' },
      to: { pathNot: ['^src/preload', '^src/shared/contract', '^electron$', 'node_modules/electron/'] },
    },
    {
      name: 'broker-stands-apart',
      severity: 'error',
      from: { path: '^src/broker' },
      to: { path: '^src/', pathNot: '^src/(broker|shared)' },
    },
    {
      name: 'stand-in-stands-apart',
      severity: 'error',
      from: { path: '^src/stand-in' },
      to: { path: '^src/', pathNot: '^src/(stand-in|shared/lib)' },
    },
    {
      name: 'stand-in-is-never-shipped',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(stand-in|demo)' },
      to: { path: '^src/(stand-in|demo)' },
    },
    { name: 'nothing-ships-test-code', severity: 'error', from: { path: '^src' }, to: { path: '^(test|bench)' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['\\?raw$', '\\.css$'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  },
}
