// `npm run test:oracle [FILE.test.ts ...]`: what the Prometheus source answers, against real servers that are filled
// from the simulated endpoint; what is not installed is left out.
import { readdirSync } from 'node:fs';
import { startTestRunner } from '@web/test-runner';
import { startOracle } from './servers.mjs';

const ORACLE_TESTS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/oracle/${name}`);
if (process.argv.length === 2) process.argv.push(...ORACLE_TESTS);

const { default: config } = await import('../../web-test-runner.config.mjs');
const oracle = await startOracle();
for (const reason of Object.values(oracle.missing)) console.log(`${reason}; its oracle tests are left out`);
if (oracle.servers.length === 0) {
  console.log('0 passed, 0 failed');
  process.exit(0);
}
const runner = await startTestRunner({
  config: { ...config, middleware: [oracle.middleware, ...config.middleware] },
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => runner.stop());
runner.on('stopped', async () => {
  await oracle.stop();
  process.exit();
});
