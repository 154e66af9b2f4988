import { defineConfig, devices } from '@playwright/test'
import type { SheberOptions } from './e2e/test.ts'

/** `PLAYWRIGHT_JSON_OUTPUT_NAME` names the file that the JSON report goes to, for whoever reads results by machine. */
const json = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME']

/**
 * A browser heeds the last list of what it leaves out, so ours holds Playwright's own (playwright-core, chromiumSwitches) and what nobody sees
 * here: two pages of Chromium's own for its address bar, which each new page of ours brought along in a process apiece and which took a
 * second of a core, more than most pages that are tested; and a process held ready for another site, of which there is none.
 */
const leftOut = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
]

export default defineConfig<SheberOptions, SheberOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/setup.ts',
  // At a desk a test that passes the second time has found something. Where changes are taken, two hundred of them on a loaded
  // machine may stumble over it: one is run once more, and named as such beside the sum.
  retries: process.env['CI'] ? 1 : 0,
  // Half of the time a browser waits: two of them keep two cores busy.
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // No promise of speed, only the end of one that hangs: the longest of several browsers need a minute on the slowest machine that was met.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: json ? [['list'], ['json', { outputFile: json }]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'ru-RU',
    timezoneId: 'Asia/Almaty',
    // Recording slows every step, and where changes are taken nobody can open it.
    trace: process.env['CI'] ? 'off' : 'retain-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${leftOut.join(',')}`,
        // A camera that shows a moving picture: who may use it is asked all the same.
        '--use-fake-device-for-media-stream=device-count=2',
      ],
    },
  },
})
