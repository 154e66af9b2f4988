import type { Draft } from '@sheber/contract/framework'
import type { Language } from '@sheber/contract/words'
import { inLanguage } from './framework.ts'
import { identities, nothing, Notes, planted, type Imported, type Row } from './import.ts'

/** As its own files say it, in English: whoever brings the file in renames them there. */
const matrixStates = ['Ready for assessment', 'Does not meet the standard', 'Partially meets the standard', 'Meets the standard'] as const

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const rows = (value: unknown): readonly Plain[] => (Array.isArray(value) ? value.filter(isPlain) : [])

/**
 * Reads a `.matrix` file of Mahara's SmartEvidence: `{ framework: { name, description, standards: [{ shortname, name,
 * standardelement: [{ shortname, name, elementid, parentelementid }] }], evidencestatuses } }`. Older files have no such ids, and say only
 * of each element whether it stands below the last one that does not (`parent: true`). Its four states of an evidence are
 * no levels; Sheber has states of its own. Null: it is none.
 */
export const readMatrix = (value: unknown, { newId, otherwise }: { newId: () => string; otherwise: Language }): Imported | null => {
  const given = isPlain(value) ? value : {}
  const framework = isPlain(given.framework) ? given.framework : given
  if (!Array.isArray(framework.standards)) return null
  const notes = new Notes()
  const idOf = identities(notes, newId)
  const say = (words: unknown) => ({ ...nothing, [otherwise]: notes.words(words) })
  const read = rows(framework.standards).flatMap((standard, at): Row[] => {
    const key = `standard ${at}`
    const named = (name: unknown) => `${key} element ${String(name)}`
    let above: unknown = null
    const elements = rows(standard.standardelement).map((element, nth): Row => {
      const own = element.elementid ?? element.shortname ?? `nth ${nth}`
      const asked = element.parentelementid ?? element.parentid ?? element.parent
      const parent = asked === true ? above : asked === false ? null : asked
      if (parent === null || parent === undefined || parent === '') above = own
      return {
        key: named(own),
        parent: parent === undefined || parent === null || parent === '' ? key : named(parent),
        code: notes.words(element.shortname, 40),
        title: say(element.name || element.description),
      }
    })
    return [
      { key, parent: null, code: notes.words(standard.shortname, 40), title: say(standard.name || standard.description) },
      ...elements,
    ]
  })
  const draft: Draft = {
    title: say(framework.name),
    description: say(framework.description),
    version: '',
    rollup: 'latest',
    licence: '',
    attribution: '',
    levels: [],
    competencies: planted(read, notes, idOf),
    links: [],
  }
  // Everything in such a file gets a name here: that is no news to anybody.
  return { id: newId(), draft, notes: notes.all.filter(({ code }) => code !== 'id-made') }
}

/**
 * The same the other way about, in one language. The form knows areas with elements below them, to any depth, and no levels, links,
 * successors or versions: those are not in it. What stands in no area is an area of its own, and what is retired stays behind.
 */
export const matrixOf = (
  { title, description, competencies }: Pick<Draft, 'title' | 'description' | 'competencies'>,
  language: Language,
) => {
  const alive = competencies.filter(({ retired }) => !retired)
  const here = new Set(alive.map(({ id }) => id))
  const below = Map.groupBy(alive, ({ parentId }) => (parentId !== null && here.has(parentId) ? parentId : null))
  const elements = (parentId: string, top: boolean): object[] =>
    (below.get(parentId) ?? []).flatMap((one) => [
      {
        shortname: one.code,
        name: inLanguage(one.title, language),
        elementid: one.id,
        ...(!top && { parentelementid: parentId }),
        description: '',
      },
      ...elements(one.id, false),
    ])
  return {
    framework: {
      institution: 'all',
      name: inLanguage(title, language),
      selfassess: true,
      description: inLanguage(description, language),
      // What Mahara calls its four states, in its own order: it refuses a file without them.
      evidencestatuses: [
        { begun: matrixStates[0] },
        { incomplete: matrixStates[1] },
        { partialcomplete: matrixStates[2] },
        { completed: matrixStates[3] },
      ],
      standards: (below.get(null) ?? []).map((one, at) => ({
        shortname: one.code,
        name: inLanguage(one.title, language),
        description: '',
        priority: at + 1,
        standardelement: elements(one.id, true),
      })),
    },
  }
}
