export default {
  // Jest would leave a core to whoever watches, which on two cores is half of the machine.
  maxWorkers: '100%',
  // A database of its own for each file is made in a second on an idle machine, and in ten on a busy one.
  testTimeout: 60_000,
  // Every file loads the server anew, and some of it stays behind: at four gigabytes a worker did little but collect it.
  workerIdleMemoryLimit: '1200MB',
  projects: [
    'packages/domain',
    'packages/publiccode',
    'packages/licences',
    'packages/builders',
    'apps/api',
    'apps/web',
  ],
};
