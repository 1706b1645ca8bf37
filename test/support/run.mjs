// Runs the tests: `node test/support/run.mjs [--all] [FILE.test.ts ...]`; `--all` adds Firefox and WebKit.
import { startTestRunner } from '@web/test-runner';
import config from '../../web-test-runner.config.mjs';

const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => runner.stop());
runner.on('stopped', () => process.exit());
