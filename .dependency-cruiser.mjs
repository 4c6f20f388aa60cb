// Which part of the product may know which. Every rule says why, and the check plants one violation of each in a scratch
// folder (scripts/checks/boundaries.mjs): a rule that finds nothing any more is a failure too.

/** A later module may know an earlier one, never the other way round. */
export const MODULES = [
  'activity',
  'people',
  'organisations',
  'ideas',
  'uploads',
  'support',
  'discussion',
  'components',
  'reuse',
  'mandates',
  'agreements',
  'ledger',
  'rounds',
  'pledges',
  'tranches',
  'ventures',
  'returns',
  'portfolio',
  'grants',
  'commons',
  'measurement',
  'notifications',
  'pipeline',
  'stewardship',
  'exchange',
];

const TESTS = '\\.(spec|int-spec|story-spec|test|e2e)\\.tsx?$';

/** For one tree of modules: a rule for each module that forbids the ones after it. */
function order(tree, name, comment) {
  return MODULES.slice(0, -1).map((module, index) => ({
    name: `${name}-${module}`,
    comment,
    severity: 'error',
    from: { path: `^${tree}/${module}/`, pathNot: TESTS },
    to: { path: `^${tree}/(${MODULES.slice(index + 1).join('|')})/` },
  }));
}

export default {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment:
        'The rules are functions from facts to decisions. With no framework, database, clock or dependency in them, they can be read by a treasurer, run in a browser and tested without anything else.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TESTS },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'packages-know-nothing-of-ours',
      comment:
        'publiccode and licences are useful to anyone, under their own licence. An import of the product would put them under its licence and make them useless alone.',
      severity: 'error',
      from: { path: '^packages/(publiccode|licences)/src/' },
      to: { path: '^(packages/(?!$1/)|apps/)|@openimpact/' },
    },
    {
      name: 'builders-know-only-the-domain',
      comment:
        'Builders are the same for every test. A builder that knew the API could not serve the tests of the rules.',
      severity: 'error',
      from: { path: '^packages/builders/src/', pathNot: TESTS },
      to: { pathNot: '^packages/(builders|domain)/' },
    },
    {
      name: 'modules-meet-at-the-index',
      comment:
        'What a module offers is its index.ts. Behind it a module can be rebuilt without reading the other twenty-one.',
      severity: 'error',
      from: { path: '^(apps/api/src/modules|packages/domain/src)/([^/]+)/', pathNot: TESTS },
      to: { path: '^$1/[^/]+/', pathNot: '^$1/($2/|shared/|[^/]+/index\\.ts$)' },
    },
    ...order(
      'apps/api/src/modules',
      'order',
      'The money must not depend on what is told about it: pledges adds to rounds, rounds never hears of pledges. A cycle of modules is one module that nobody can take apart.',
    ),
    ...order(
      'packages/domain/src',
      'domain-order',
      'The rules follow the same order as the modules: a rule about a round can be understood before pledges exist.',
    ),
    {
      name: 'application-does-not-know-graphql',
      comment:
        'A use case is the same whether GraphQL, a command or a job asks. If it knew the schema, a renamed field could change what is decided.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/(application|persistence)/', pathNot: TESTS },
      to: { path: '^apps/api/src/modules/$1/graphql/' },
    },
    {
      name: 'application-does-not-know-rows',
      comment:
        'Stores speak domain types and hide how they are kept. A use case that reads a row would decide on columns, and a migration would change a rule.',
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/(application|graphql)/', pathNot: TESTS },
      to: { path: '^apps/api/src/modules/$1/persistence/.*\\.row\\.ts$' },
    },
    {
      name: 'typeorm-stays-behind-the-stores',
      comment:
        'Rows, transactions and migrations are TypeORM; everything else is domain types or SQL. Otherwise a lazy relation turns one statement into a hundred.',
      severity: 'error',
      from: {
        path: '^apps/api/src/modules/[^/]+/(application|graphql)/',
        pathNot: TESTS,
      },
      to: { path: '(^|node_modules/)typeorm(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'Every module stands on the platform. If it stood on one of them, none could be taken out.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: TESTS },
      to: { path: '^apps/api/src/modules/' },
    },
    {
      name: 'api-and-web-meet-in-the-schema',
      comment:
        'The schema is the contract between server and pages. An import past it would tie their releases together.',
      severity: 'error',
      from: { path: '^apps/(api|web|e2e)/' },
      to: { path: '^apps/(?!$1/)[^/]+/', pathNot: '^apps/api/schema\\.graphql$' },
    },
    {
      name: 'features-do-not-import-features',
      comment: 'A route composes features. Two features that know each other load together and break together.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/web/src/features/(?!$1/)' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'A button has no opinion about pledges: ui and lib serve every feature because they know none.',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib|messages)/', pathNot: TESTS },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'features-do-not-import-routes',
      comment: 'Routes compose features. The other way round, every feature would load every page.',
      severity: 'error',
      from: { path: '^apps/web/src/features/', pathNot: TESTS },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'product-does-not-import-tests',
      comment: 'Tests know the product. What is shipped must not need what is not.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: `${TESTS}|^apps/web/src/testing/` },
      to: { path: `${TESTS}|^apps/[^/]+/test/|^apps/web/src/testing/` },
    },
    {
      name: 'everything-resolves',
      comment:
        'An import that is not found is an import that no rule above can judge. Generated files and packages of types alone are not there to be found.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/(src|test|migrations)/' },
      to: { couldNotResolve: true, pathNot: '(^|/)gql/|^virtual:|^@graphql-typed-document-node/' },
    },
  ],
  options: {
    // The compiler has no interface that this tool could read it through.
    parser: 'swc',
    doNotFollow: { path: 'node_modules|/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
};
