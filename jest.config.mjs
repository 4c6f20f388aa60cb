export default {
  // Jest would leave a core to whoever watches, which on two cores is half of the machine.
  maxWorkers: '100%',
  // A database of its own for each file is made in a second on an idle machine, and in ten on a busy one.
  // `npm run test:crash` does hundreds of times what a test does here a few times.
  testTimeout: process.env['OPENIMPACT_CRASH'] === 'full' ? 600_000 : 60_000,
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
