import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { firstLoad } from './scripts/first-load.ts'
import { CHROMIUM_ARGS, chromiumPath } from './tests/chromium.ts'
import { LongFirst } from './tests/long-first.ts'

const BROWSER = 'tests/**/*.browser.test.{ts,tsx}'
/** Tests with a page (jsdom's, by a comment at their head) or a browser's ways to a server: what they leave is seen by the next one. */
const APART = [
  'tests/{backends,editor,fuzz,screens,ui}/**/*.test.{ts,tsx}',
  'tests/formats/read-picture-words.test.ts',
  'tests/store/use-desk.test.tsx',
]

/** What all tests in Node have in common. */
const inNode = {
  environment: 'node',
  // Properties and whole pages take their time on a busy machine; none of them is about time.
  testTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
  // Vitest leaves one processor to itself, which on a machine of two is half of them.
  maxWorkers: availableParallelism(),
  globalSetup: ['tests/templates.ts'],
  setupFiles: ['tests/setup.ts'],
}

const underTest = process.env['VITEST'] !== undefined

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/offline',
      filename: 'service-worker.ts',
      // src/main.tsx registers it: a script in the page is against the server's policy.
      injectRegister: false,
      injectManifest: {
        globPatterns: ['assets/*', '*.{svg,png}'],
        // What spelling is checked with is kept once it was used: see isKeptOnUse.
        globIgnores: ['assets/*.{wasm,aff,dic}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
      manifest: {
        name: 'Stet',
        short_name: 'Stet',
        description: 'An editorial desk in the browser',
        lang: 'en-GB',
        display: 'standalone',
        start_url: '/',
        background_color: '#f7f6f2',
        theme_color: '#1d5c9e',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  build: {
    target: 'es2023',
    manifest: true,
    // A dictionary's rules are small, but fetched like its words; what stands in a script can't be, by the server's policy.
    assetsInlineLimit: (file) => (file.endsWith('.aff') ? false : undefined),
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: firstLoad(), debugName: 'first load' }] } },
    },
    // tests/run.ts measures what each route loads, compressed.
    chunkSizeWarningLimit: 1000,
  },
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: {
          ...inNode,
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [BROWSER, ...APART],
          // These leave nothing behind, and their modules take longer to load than most of them to run.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...inNode, name: 'apart', include: APART, exclude: [BROWSER] },
      },
      {
        extends: true,
        // What tests import only by way of a worker or of `import()` is not seen from them: found in the middle of a run it
        // has all pages loaded anew, and the test that runs then fails.
        optimizeDeps: { entries: ['src/main.tsx', 'src/**/*-worker.ts'] },
        test: {
          name: 'browser',
          include: [BROWSER],
          fileParallelism: false,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: underTest ? { executablePath: await chromiumPath(), args: CHROMIUM_ARGS } : {},
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: ['tests/end-to-end/*.e2e.ts'],
          globalSetup: ['tests/end-to-end/serve-app.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Each has browsers and a server of its own: two at once take two thirds of the time, and on a slow machine run out of patience.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
