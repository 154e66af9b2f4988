import { levelsMax, rollups, type Competency, type Draft, type Level, type Link, type Rollup, type Said } from '@sheber/contract/framework'
import { uuidPattern } from '@sheber/contract/ids'
import { languages, type Language } from '@sheber/contract/words'
import { linkKindOf, ourExtension } from './case.ts'
import { identities, nothing, Notes, planted, type Imported, type Row } from './import.ts'

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const plain = (value: unknown): Plain => (isPlain(value) ? value : {})
const rows = (value: unknown): readonly Plain[] => (Array.isArray(value) ? value.filter(isPlain) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : Infinity)

/** `kk-KZ`, `ru`, nothing: what is in another language is kept as if it were the first one asked for. */
const languageOf = (value: unknown, fallback: Language): Language => {
  const [short] = text(value).toLowerCase().split('-')
  return languages.find((one) => one === short) ?? fallback
}

interface Association {
  readonly id: string
  readonly type: string
  readonly origin: string
  readonly destination: string
  readonly to: Plain
  readonly place: number
}

/**
 * Reads a CASE package, 1.0 or 1.1, from anywhere. Null: it is none. What cannot stand as it is, is mended and noted.
 * `otherwise`: the language of what does not say its own.
 */
export const readPackage = (value: unknown, { newId, otherwise }: { newId: () => string; otherwise: Language }): Imported | null => {
  const given = plain(value)
  const document = plain(given.CFDocument)
  if (!isPlain(given.CFDocument) || !(Array.isArray(given.CFItems) || given.CFItems === undefined)) return null
  if (text(document.title).trim() === '') return null
  const notes = new Notes()
  const idOf = identities(notes, newId)
  const documentId = text(document.identifier).toLowerCase()
  const first = languageOf(document.language, otherwise)
  const associations = readAssociations(given)
  const items = rows(given.CFItems)
  const translations = translationsOf(items, associations, first, notes)
  const tree = treeOf(associations, documentId, notes)
  const { levels, descriptors } = levelsOf(given, first, notes, idOf)
  const replaced = new Map(associations.filter(({ type }) => type === 'replacedBy').map(({ origin, destination }) => [origin, destination]))

  const read = items
    .filter((item) => !translations.keys.has(text(item.identifier).toLowerCase()))
    .map((item, at) => ({ item, at, place: tree.get(text(item.identifier).toLowerCase())?.place ?? number(item.listEnumeration) }))
    .sort((a, b) => (a.place === b.place ? a.at - b.at : a.place - b.place))
    .map(({ item, at }): Row => {
      const key = text(item.identifier).toLowerCase() || `item ${at}`
      const parent = tree.get(key)?.parent ?? null
      const successor = replaced.get(key)
      const language = languageOf(item.language, first)
      return {
        key,
        parent: parent === null || parent === documentId ? null : parent,
        code: notes.words(item.humanCodingScheme, 40),
        title: { ...nothing, ...translations.of.get(key), [language]: notes.words(item.fullStatement || item.abbreviatedStatement) },
        retired: text(item.statusEndDate) !== '',
        replacedBy: successor !== undefined && uuidPattern.test(successor) ? successor : null,
        descriptors: descriptors.get(key) ?? [],
      }
    })
  const competencies = planted(read, notes, idOf)
  const ours = plain(plain(document.extensions)[ourExtension])
  const draft: Draft = {
    title: saidBy(ours.title, notes) ?? { ...nothing, [first]: notes.words(document.title) },
    description: saidBy(ours.description, notes) ?? { ...nothing, [first]: notes.words(document.description) },
    version: notes.words(document.version, 40),
    rollup: rollups.find((one): one is Rollup => one === ours.rollup) ?? 'latest',
    licence: notes.words(plain(document.licenseURI).title, 200),
    attribution: notes.words(document.notes || (isPlain(ours.title) ? '' : document.creator), 4_000),
    levels,
    competencies,
    links: linksOf(associations, competencies, notes, idOf),
  }
  return { id: uuidPattern.test(documentId) ? documentId : newId(), draft, notes: notes.all }
}

/** Translations of our own, in an extension. */
const saidBy = (value: unknown, notes: Notes): Said | null =>
  isPlain(value) ? { kk: notes.words(value.kk), ru: notes.words(value.ru), en: notes.words(value.en) } : null

const readAssociations = (given: Plain): readonly Association[] =>
  rows(given.CFAssociations).map((one) => ({
    id: text(one.identifier),
    type: text(one.associationType),
    origin: text(plain(one.originNodeURI).identifier).toLowerCase(),
    destination: text(plain(one.destinationNodeURI).identifier).toLowerCase(),
    to: plain(one.destinationNodeURI),
    place: number(one.sequenceNumber),
  }))

/** What an item is a translation of, and the languages that an item has besides its own. */
const translationsOf = (items: readonly Plain[], associations: readonly Association[], first: Language, notes: Notes) => {
  const byKey = new Map(items.map((item) => [text(item.identifier).toLowerCase(), item]))
  const keys = new Set<string>()
  const of = new Map<string, Partial<Said>>()
  for (const { type, origin, destination } of associations) {
    const item = byKey.get(origin)
    if (type !== 'isTranslationOf' || !item || !byKey.has(destination) || origin === destination || keys.has(destination)) continue
    keys.add(origin)
    of.set(destination, { ...of.get(destination), [languageOf(item.language, first)]: notes.words(item.fullStatement) })
  }
  return { keys, of }
}

/** Of each item, what it stands below. Some say it the wrong way round: what is at the top then points from the document. */
const treeOf = (associations: readonly Association[], documentId: string, notes: Notes) => {
  const said = associations.filter(({ type }) => type === 'isChildOf')
  const fromDocument = said.filter(({ origin }) => origin === documentId).length
  const toDocument = said.filter(({ destination }) => destination === documentId).length
  const turned = fromDocument > toDocument
  if (turned) notes.add('direction-turned', '', said.length)
  const tree = new Map<string, { parent: string; place: number }>()
  for (const { origin, destination, place } of said) {
    const [child, parent] = turned ? [destination, origin] : [origin, destination]
    if (!tree.has(child)) tree.set(child, { parent, place })
  }
  return tree
}

const linksOf = (
  associations: readonly Association[],
  competencies: readonly Competency[],
  notes: Notes,
  idOf: (key: string) => string,
): Link[] => {
  const here = new Set(competencies.map(({ id }) => id))
  const known = new Set(['isChildOf', 'isTranslationOf', 'replacedBy'])
  return associations.flatMap(({ id, type, origin, destination, to }, at) => {
    if (known.has(type)) return []
    const kind = linkKindOf(type)
    const uri = text(to.uri)
    const isUuid = uuidPattern.test(destination)
    const isAddress = /^(https?|urn):[!-~]+$/.test(uri) && uri.length <= 1_000
    if (kind === null || !here.has(origin) || (!isUuid && !isAddress) || destination === origin) {
      notes.add('link-dropped', `${type} ${text(to.title)}`)
      return []
    }
    // An address of this package's own items is made anew wherever it stands.
    const inside = isUuid && here.has(destination)
    return {
      id: idOf(id || `association ${at}`),
      from: origin,
      kind,
      to: { id: isUuid ? destination : null, uri: inside || !isAddress ? null : uri, title: inside ? '' : notes.words(to.title, 200) },
    }
  })
}

/** The rubric with the most steps says which levels there are; one of ours says also what is true of all. */
const levelsOf = (given: Plain, first: Language, notes: Notes, idOf: (key: string) => string) => {
  const criteria = rows(given.CFRubrics).flatMap((rubric) => rows(rubric.CFRubricCriteria))
  const stepsOf = (criterion: Plain) =>
    rows(criterion.CFRubricCriterionLevels)
      .toSorted((a, b) => order(a) - order(b))
      .slice(0, levelsMax)
  const order = (step: Plain) => Math.min(number(step.score), number(step.position))
  const general = criteria.find((criterion) => criterion.CFItemURI === undefined)
  const widest = general ?? criteria.toSorted((a, b) => stepsOf(b).length - stepsOf(a).length)[0]
  const steps = widest ? stepsOf(widest) : []
  const levels = steps.map((step, at): Level => {
    const ours = plain(plain(step.extensions)[ourExtension])
    return {
      id: idOf(text(step.identifier) || `level ${at}`),
      title: saidBy(ours.quality, notes) ?? { ...nothing, [first]: notes.words(step.quality) || String(at + 1) },
      text: general ? (saidBy(ours.description, notes) ?? { ...nothing, [first]: notes.words(step.description) }) : nothing,
    }
  })
  const descriptors = new Map<string, Competency['descriptors']>()
  for (const criterion of criteria) {
    const key = text(plain(criterion.CFItemURI).identifier).toLowerCase()
    if (key === '') continue
    const own = stepsOf(criterion).flatMap((step) => {
      const level = levels[steps.findIndex((one) => order(one) === order(step))]
      const ours = plain(plain(step.extensions)[ourExtension])
      const said = saidBy(ours.description, notes) ?? { ...nothing, [first]: notes.words(step.description) }
      return level && Object.values(said).some((words) => words !== '') ? { levelId: level.id, text: said } : []
    })
    if (own.length > 0) descriptors.set(key, own)
  }
  return { levels, descriptors }
}
