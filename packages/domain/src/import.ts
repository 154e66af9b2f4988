import { competenciesMax, type Competency, type Draft, type Said } from '@sheber/contract/framework'
import { uuidPattern } from '@sheber/contract/ids'
import { inLanguage } from './framework.ts'

/**
 * What an import had to mend, so that a person can look before they save.
 *
 * too-many           more than a framework may have: the rest was left out
 * direction-turned   the package said `isChildOf` from parent to child
 * circle-cut         stood below itself; stands at the top now
 * parent-missing     stood below something that is not there; stands at the top now
 * id-twice           a second thing with the same identifier was left out
 * id-made            had no identifier that can be kept, and got a new one
 * statement-missing  says nothing, and was left out
 * link-dropped       a link of a kind, or with an end, that cannot be kept
 * level-line-dropped a line of the sheet of levels about a competency or a level that is not there
 * shortened          was longer than can be kept
 */
export type NoteCode =
  | 'too-many'
  | 'direction-turned'
  | 'circle-cut'
  | 'parent-missing'
  | 'id-twice'
  | 'id-made'
  | 'statement-missing'
  | 'link-dropped'
  | 'level-line-dropped'
  | 'shortened'

export interface Note {
  readonly code: NoteCode
  readonly count: number
  /** Of the first of them, for whoever looks for it. */
  readonly example: string
}

export interface Imported {
  /** Of the framework, where the file says one. */
  readonly id: string
  readonly draft: Draft
  readonly notes: readonly Note[]
}

export const nothing: Said = { kk: '', ru: '', en: '' }

const statementLettersMax = 2_000

/** Gathers what was mended, kind by kind. */
export class Notes {
  readonly #found = new Map<NoteCode, { count: number; example: string }>()

  add(code: NoteCode, example: string, count = 1): void {
    const known = this.#found.get(code)
    if (known) known.count += count
    else this.#found.set(code, { count, example: example.slice(0, 120) })
  }
  get all(): readonly Note[] {
    return [...this.#found].map(([code, { count, example }]) => ({ code, count, example }))
  }

  /** Words as they may be kept: no controls, and not for ever. */
  words(value: unknown, most = statementLettersMax): string {
    const clean = (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
      .replace(/[^\P{C}\t\n\r]/gu, '')
      .trim()
      .normalize('NFC')
    if (clean.length <= most) return clean
    this.add('shortened', clean)
    return clean.slice(0, most)
  }
}

/** One line of a file that is read, before it is known whether it can stand where it says. */
export interface Row {
  /** As the file names it; anything. */
  readonly key: string
  readonly parent: string | null
  readonly code: string
  readonly title: Said
  readonly retired?: boolean
  readonly replacedBy?: string | null
  readonly descriptors?: Competency['descriptors']
}

/** UUIDs are kept, in small letters; whatever else names a thing gets one. */
export const identities = (notes: Notes, newId: () => string) => {
  const made = new Map<string, string>()
  return (key: string): string => {
    const small = key.toLowerCase()
    if (uuidPattern.test(small)) return small
    const known = made.get(key)
    if (known !== undefined) return known
    const id = newId()
    made.set(key, id)
    notes.add('id-made', key)
    return id
  }
}

/** As somebody finds it again in the file. */
const named = ({ code, title }: Pick<Row, 'code' | 'title'>): string => code || inLanguage(title, 'kk')

/** Rows in their order, each below its parent or at the top. */
export const planted = (rows: readonly Row[], notes: Notes, idOf: (key: string) => string): Competency[] => {
  const taken = new Map<string, Row>()
  for (const row of rows) {
    const id = idOf(row.key)
    if (taken.has(id)) notes.add('id-twice', named(row))
    else if (Object.values(row.title).every((words) => words === '')) notes.add('statement-missing', row.code || row.key)
    else if (taken.size >= competenciesMax) notes.add('too-many', named(row))
    else taken.set(id, row)
  }
  const competencies = [...taken].map(([id, row]): Competency => {
    const asked = row.parent === null ? null : idOf(row.parent)
    const missing = asked !== null && !taken.has(asked)
    if (missing) notes.add('parent-missing', named(row))
    return {
      id,
      parentId: missing ? null : asked,
      code: row.code,
      title: row.title,
      descriptors: row.descriptors ?? [],
      retired: row.retired ?? false,
      replacedBy: row.replacedBy ?? null,
    }
  })
  return inDepth(uncircled(competencies, notes))
}

/** Each before what stands below it, as it is read on a page. */
const inDepth = (competencies: readonly Competency[]): Competency[] => {
  const below = new Map<string | null, Competency[]>()
  for (const one of competencies) {
    const beside = below.get(one.parentId)
    if (beside) beside.push(one)
    else below.set(one.parentId, [one])
  }
  const ordered: Competency[] = []
  const waiting = [...(below.get(null) ?? [])].reverse()
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    ordered.push(one)
    waiting.push(...[...(below.get(one.id) ?? [])].reverse())
  }
  return ordered
}

/** Each circle is cut where it is first met: every row is walked once, however many circles there are. */
const uncircled = (competencies: readonly Competency[], notes: Notes): Competency[] => {
  const byId = new Map(competencies.map((one) => [one.id, one]))
  const good = new Set<string>()
  const cut = new Set<string>()
  for (const { id } of competencies) {
    const way = new Set<string>()
    let at: Competency | undefined = byId.get(id)
    while (at && !good.has(at.id) && !way.has(at.id)) {
      way.add(at.id)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
    if (at && !good.has(at.id)) {
      cut.add(at.id)
      notes.add('circle-cut', named(at))
    }
    for (const one of way) good.add(one)
  }
  return competencies.map((one) => (cut.has(one.id) ? { ...one, parentId: null } : one))
}
