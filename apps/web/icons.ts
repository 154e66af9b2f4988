import type { Plugin } from 'vite'

type Node = readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[]

const file = /@lucide[\\/]svelte[\\/]dist[\\/]icons[\\/][^\\/]+\.svelte$/
const drawing = /const iconData = (\{.*\});?\s*$/m

const markup = (node: Node) =>
  node
    .map(
      ([name, attributes]) =>
        `<${name} ${Object.entries(attributes)
          .map(([key, value]) => `${key}="${value}"`)
          .join(' ')} />`,
    )
    .join('')

/** An icon as markup that never changes: the browser copies it in one piece. */
export const iconOf = (source: string): string => {
  const found = drawing.exec(source)?.[1]
  if (!found) throw new Error('An icon of lucide is written in another way than before')
  const { node } = JSON.parse(found) as { readonly node: Node }
  return `<script lang="ts">
let { size = 24, strokeWidth = 2 }: { size?: number; strokeWidth?: number } = $props()
</script>
<svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width={strokeWidth} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${markup(node)}</svg>`
}

/**
 * Lucide's own icons are put together in the browser, element by element and attribute by attribute, each with a dozen
 * computed values behind it: on an old laptop the bar of a board spent more time on its icons than on its document.
 * They are the library's drawings still; only the component around each of them is ours. All icons are decoration: what
 * a button does is said by its label.
 */
export const icons = (): Plugin => ({
  name: 'icons',
  enforce: 'pre',
  transform: { filter: { id: file }, handler: (source) => ({ code: iconOf(source), map: null }) },
})
