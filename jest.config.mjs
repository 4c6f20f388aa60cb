export default {
  projects: [
    'packages/domain',
    'packages/publiccode',
    'packages/licences',
    'packages/builders',
    'apps/api',
    'apps/web',
  ],
};
