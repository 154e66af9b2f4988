import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const names = '(broadcastchannel|dom|environment|error|logging)'
/** By the package's name, or within it. */
const asked = new RegExp(`^(lib0|\\.)/${names}(\\.js)?$`)
const found = new RegExp(`[\\\\/]node_modules[\\\\/]lib0[\\\\/]${names}\\.js$`)

/** Of lib0, on which Yjs stands, a board needs little, and each of these files brings much along: ours stand for them, and say what for. */
export const standIns = (): Plugin => ({
  name: 'stand-ins',
  enforce: 'pre',
  resolveId: {
    filter: { id: asked },
    async handler(id, by, options) {
      const file = await this.resolve(id, by, { ...options, skipSelf: true })
      const name = file && found.exec(file.id)?.[1]
      return name ? fileURLToPath(new URL(`src/lib/lib0/${name}.ts`, import.meta.url)) : file
    },
  },
})
