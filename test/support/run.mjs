// Runs the tests: `node test/support/run.mjs [--all] [FILE.test.ts ...]`; `--all` adds Firefox and WebKit.

import { missingPackages } from '../../demo/server/packages.mjs';

// What drives Chromium is an ES module, and the runner requires it.
if (!process.features.require_module) {
  console.error(`The tests need Node 20.19, 22.12 or later: this is ${process.version}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const missing = missingPackages();
if (missing) {
  console.error(missing);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const { startTestRunner } = await import('@web/test-runner');
const { default: config } = await import('../../web-test-runner.config.mjs');
const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => runner.stop());
runner.on('stopped', () => process.exit());
