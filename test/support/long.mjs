// `npm run test:long`: the checks that try random texts, with as many as an hour allows.
import { spawnSync } from 'node:child_process';

const CHECKS = ['test/checks/openmetrics-properties.check.mjs'];
const env = { ...process.env, OPENMETRICS_MUTATIONS: '1000000' };
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter', 'spec', ...CHECKS], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
