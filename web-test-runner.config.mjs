import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromiumLauncher, findChromium, NO_CHROMIUM } from './test/support/browsers/chromium.mjs';
import { firefoxLauncher } from './test/support/browsers/firefox.mjs';
import { webkitLauncher } from './test/support/browsers/webkit.mjs';
import { devtoolsPlugin } from './test/support/runner/devtools-plugin.mjs';
import { frameworksPlugin } from './test/support/runner/frameworks-plugin.mjs';
import { strictPages } from './test/support/runner/strict-pages.mjs';
import { tallyReporter } from './test/support/runner/tally-reporter.mjs';

const ZONES = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe'];
const TESTS = 'test/**/*.test.ts';
const ZONE_TESTS = 'test/**/*.zone.test.ts';
/** These need servers: `npm run test:oracle`. */
const ORACLE_TESTS = 'test/oracle/**';

const chosen = process.argv.slice(2).filter((argument) => argument.endsWith('.test.ts'));
const files = chosen.length
  ? chosen.filter((file) => !file.endsWith('.zone.test.ts'))
  : [TESTS, `!${ZONE_TESTS}`, `!${ORACLE_TESTS}`];
const zoneFiles = chosen.length ? chosen.filter((file) => file.endsWith('.zone.test.ts')) : [ZONE_TESTS];
const withOthers = ['--all', '--others'].some((option) => process.argv.includes(option));
const withChromium = !process.argv.includes('--others');

const chromium = withChromium ? await findChromium() : null;
if (withChromium && !chromium) {
  console.error(NO_CHROMIUM);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const others = withOthers ? [firefoxLauncher(), webkitLauncher()] : [];
for (const other of others) if (typeof other === 'string') console.log(`${other}: its tests are left out`);

const browsers = [
  ...(chromium ? [chromiumLauncher(chromium)] : []),
  ...others.filter((other) => typeof other !== 'string'),
];
if (browsers.length === 0) {
  console.log('0 passed, 0 failed');
  process.exit(0);
}

export default {
  rootDir: '.',
  files,
  nodeResolve: true,
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
    devtoolsPlugin(),
    frameworksPlugin(),
  ],
  middleware: [strictPages],
  browsers,
  groups:
    chromium && zoneFiles.length
      ? ZONES.map((zone) => ({ name: zone, files: zoneFiles, browsers: [chromiumLauncher(chromium, zone)] }))
      : [],
  concurrentBrowsers: 1,
  concurrency: 1,
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverage: chromium !== null && (chosen.length === 0 || process.argv.includes('--coverage')),
  coverageConfig: { include: ['src/core/**/*.ts', 'src/timeframe/**/*.ts'], report: false },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), tallyReporter()],
};
