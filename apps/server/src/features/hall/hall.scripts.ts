import { languages, type Language } from '@sheber/contract/words'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A script of the pages' own build, and what it imports at once. */
export interface Script {
  readonly script: string
  readonly imports: readonly string[]
}

export type ScriptName = `${'turn' | 'screen'}/${Language}`

/** Null: the pages were not built, and a page goes without. */
export type Scripts = (name: ScriptName) => Script | null

/** Written by `apps/web/wake.ts`, which names the same files. */
const built = fileURLToPath(new URL('../../../../web/build/client/_app/hall.json', import.meta.url))

const asTheyAre = Object.fromEntries(
  (['turn', 'screen'] as const).flatMap((name) =>
    languages.map((language) => [`${name}/${language}`, { script: `/src/lib/hall/${name}/${language}.ts`, imports: [] }]),
  ),
)

const read = (): Readonly<Record<string, Script>> => {
  try {
    return JSON.parse(readFileSync(built, 'utf8')) as Record<string, Script>
  } catch {
    return {}
  }
}

/** The few pages of a hall that do more than show: by scripts of the pages' build, where there is one. */
export const openScripts = ({ dev }: { readonly dev: boolean }): Scripts => {
  const all: Readonly<Record<string, Script>> = dev ? asTheyAre : read()
  return (name) => all[name] ?? null
}

/** As attributes of the element that it works on. */
export const scriptData = ({ script, imports }: Script): string => `data-script="${script}" data-imports="${imports.join(' ')}"`

/**
 * Nobody who only reads fetches what turns a model: first a button, and all else once somebody presses it or touches the picture.
 * A press that came to nothing may be tried again.
 */
export const turnLoader = `const place = document.querySelector('.model')
const { script, imports, turn, away } = place.dataset
const button = document.createElement('button')
const told = document.createElement('p')
button.type = 'button'
button.textContent = turn
told.setAttribute('role', 'status')
let tries = 0
const begin = async () => {
  if (button.disabled) return
  button.disabled = true
  told.textContent = ''
  for (const href of imports.split(' ')) if (href && !tries) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  try {
    if (!place.dataset.ready) await import(tries++ ? script + '?' + tries : script)
    place.dispatchEvent(new CustomEvent('turn'))
  } catch {
    told.textContent = away
  }
  button.disabled = false
}
button.addEventListener('click', begin)
place.querySelector('figure')?.addEventListener('click', begin)
place.querySelector('h2').after(button, told)
`
