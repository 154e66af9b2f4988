import { createHash } from 'node:crypto'
import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { groups } from './chunks.ts'
import { compileHints } from './compile-hints.ts'
import { icons } from './icons.ts'
import { standIns } from './stand-ins.ts'
import { ground } from './src/routes/(app)/board/[boardId]/ground.ts'
import { wake } from './wake.ts'

const server = `127.0.0.1:${process.env.PORT ?? 3000}`

export default defineConfig({
  plugins: [
    icons(),
    standIns(),
    wake(),
    compileHints(['start', 'engine', 'board']),
    sveltekit({
      adapter: adapter(),
      compilerOptions: { runes: true },
      // A jury's page and a board register it by themselves, once they are at leisure (`lib/copy/keep`).
      serviceWorker: { register: false },
      // All styles come with the page: a dozen small files of their own cost a weak network a second before anything is seen.
      inlineStyleThreshold: 20_000,
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self', `sha256-${createHash('sha256').update(ground).digest('base64')}`],
          'style-src': ['self'],
          // The one style attribute there is: Kit's announcer of a new page to screen readers.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'font-src': ['self'],
          // blob: and data: are pictures that the page itself has made.
          'img-src': ['self', 'blob:', 'data:'],
          // A film of a team: from this house, or from this very device while it is being sent.
          'media-src': ['self', 'blob:'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'worker-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  // Chrome 107 is what the oldest laptops of a school still run; newer colours and nesting are lowered for it.
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 107 << 16, firefox: 104 << 16, safari: 16 << 16 } } },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          // Svelte does not say which of its files only define something: without this word a board carries all of them.
          treeshake: {
            moduleSideEffects: [
              {
                test: /svelte[\\/]src[\\/](internal[\\/]client[\\/](dom[\\/]elements[\\/]custom-element|dev[\\/])|legacy[\\/]|reactivity[\\/])/,
                sideEffects: false,
              },
            ],
          },
          output: {
            codeSplitting: { groups },
          },
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': `http://${server}`,
      '/files': `http://${server}`,
      // Public pages; not /portfolio.
      '^/p/': `http://${server}`,
      '^/e(/|\\?|$)': `http://${server}`,
      '/health': `http://${server}`,
      '/events': { target: `ws://${server}`, ws: true },
      '/sync': { target: `ws://${server}`, ws: true },
    },
  },
})
