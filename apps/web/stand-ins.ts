import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const file = /[\\/]node_modules[\\/]lib0[\\/](broadcastchannel|dom|environment|error|logging)\.js$/

/** Of lib0, on which Yjs stands, a board needs little, and each of these files brings much along: ours stand for them, and say what for. */
export const standIns = (): Plugin => ({
  name: 'stand-ins',
  enforce: 'pre',
  resolveId: {
    // By the package's name, or within it.
    filter: { id: /^(lib0|\.)\/(broadcastchannel|dom|environment|error|logging)(\.js)?$/ },
    async handler(asked, by, options) {
      const found = await this.resolve(asked, by, { ...options, skipSelf: true })
      const name = found && file.exec(found.id)?.[1]
      return name ? fileURLToPath(new URL(`src/lib/lib0/${name}.ts`, import.meta.url)) : found
    },
  },
})
