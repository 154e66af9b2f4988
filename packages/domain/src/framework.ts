import type { Competency, Draft, FrameworkState, Said, Wording } from '@sheber/contract/framework'
import { refuse } from '@sheber/contract/refusal'
import { languages } from '@sheber/contract/plain'
import type { Language } from '@sheber/contract/words'

/**
 * title-missing   says nothing in any language
 * code-twice      two that are asked for have the same code
 * id-twice        two things with one name
 * parent-unknown  stands below something that is not there
 * circle          stands below itself
 * level-unknown   describes a level that is not there
 * levels-missing  nothing to confirm: published frameworks need at least two
 * link-lost       begins at a competency that is not there, or leads nowhere
 */
export type ProblemCode =
  'title-missing' | 'code-twice' | 'id-twice' | 'parent-unknown' | 'circle' | 'level-unknown' | 'levels-missing' | 'link-lost'

export interface Problem {
  readonly code: ProblemCode
  /** Of the competency, level or link; null: of the framework itself. */
  readonly id: string | null
}

export const levelsMin = 2

const isSaid = (said: Said) => languages.some((language) => said[language].trim() !== '')

/** In the reader's language; where nobody has written it yet, in one that there is. */
export const inLanguage = (said: Said, language: Language): string =>
  [language, 'ru', 'kk', 'en'].map((one) => said[one as Language].trim()).find((words) => words !== '') ?? ''

/** Languages in which something of it is still unsaid, and how much. */
export const unsaidOf = ({ title, levels, competencies }: Draft): Readonly<Record<Language, number>> => {
  const all = [title, ...levels.map((level) => level.title), ...competencies.filter((one) => !one.retired).map((one) => one.title)]
  const count = (language: Language) => all.filter((said) => said[language].trim() === '').length
  return { kk: count('kk'), ru: count('ru'), en: count('en') }
}

/** How many there are to learn: what only holds others is an area, and what is retired is asked for no more. */
export const countOf = ({ competencies }: Pick<Draft, 'competencies'>): number => {
  const areas = new Set(competencies.map(({ parentId }) => parentId))
  return competencies.filter(({ id, retired }) => !retired && !areas.has(id)).length
}

/** Ids that stand below themselves, over however many steps. */
export const circlesOf = (competencies: readonly Pick<Competency, 'id' | 'parentId'>[]): ReadonlySet<string> => {
  const parents = new Map(competencies.map(({ id, parentId }) => [id, parentId]))
  // Whatever leads to the root is good, and everything on the way to it: each is walked once.
  const good = new Set<string>()
  const bad = new Set<string>()
  for (const { id } of competencies) {
    const way = new Set<string>()
    let at: string | null | undefined = id
    while (at && !good.has(at) && !bad.has(at) && !way.has(at)) {
      way.add(at)
      at = parents.get(at)
    }
    const found = at && !good.has(at) ? bad : good
    for (const one of way) found.add(one)
  }
  return bad
}

const repeated = (values: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  return new Set(values.filter((value) => seen.size === seen.add(value).size))
}

/** What stands in the way of saving it, and with `ready` of publishing it. */
export const problemsOf = (draft: Draft, ready = false): readonly Problem[] => {
  const { title, levels, competencies, links } = draft
  const problems: Problem[] = []
  const found = (code: ProblemCode, id: string | null) => problems.push({ code, id })
  const ids = new Set(competencies.map(({ id }) => id))
  const levelIds = new Set(levels.map(({ id }) => id))
  const twice = repeated([...levels, ...competencies, ...links].map(({ id }) => id))
  const codes = repeated(competencies.filter(({ code, retired }) => code !== '' && !retired).map(({ code }) => code))
  const circles = circlesOf(competencies)
  if (!isSaid(title)) found('title-missing', null)
  if (ready && levels.length < levelsMin) found('levels-missing', null)
  for (const { id, title } of levels) {
    if (twice.has(id)) found('id-twice', id)
    if (!isSaid(title)) found('title-missing', id)
  }
  for (const { id, title, code, parentId, descriptors, retired } of competencies) {
    if (twice.has(id)) found('id-twice', id)
    if (!isSaid(title)) found('title-missing', id)
    if (!retired && codes.has(code)) found('code-twice', id)
    if (parentId !== null && !ids.has(parentId)) found('parent-unknown', id)
    else if (circles.has(id)) found('circle', id)
    if (descriptors.some(({ levelId }) => !levelIds.has(levelId)) || repeated(descriptors.map(({ levelId }) => levelId)).size > 0)
      found('level-unknown', id)
  }
  for (const { id, from, to } of links) {
    if (twice.has(id)) found('id-twice', id)
    if (!ids.has(from) || (to.id === null && to.uri === null) || to.id === from) found('link-lost', id)
  }
  return problems
}

const mended = (draft: Draft, ready: boolean): Draft => {
  const problems = problemsOf(draft, ready)
  return problems.length > 0 ? refuse('framework-broken', { n: problems.length }) : draft
}

export interface Standing {
  readonly state: FrameworkState
  readonly edition: number
  readonly draft: Draft
}

/**
 * What a framework is after its editor has saved it. A draft is whatever its author says. What was published is leant on by
 * evidence: its levels stay as many and in their order, and a competency that is left out is retired in its place. So it is with
 * whatever of a draft is `leant` on already: a school's topic, say.
 */
export const saveFramework = (
  { state, edition, draft: before }: Standing,
  asked: { edition: number; draft: Draft },
  leant: ReadonlySet<string> = new Set(),
): Draft => {
  if (state === 'retired') return refuse('framework-retired')
  if (asked.edition !== edition) return refuse('framework-changed')
  const fixed = state === 'published'
  const levels = asked.draft.levels.map(({ id }) => id)
  const sameLevels = levels.length === before.levels.length && before.levels.every(({ id }, at) => id === levels[at])
  const lostLevel = before.levels.some(({ id }) => leant.has(id) && !levels.includes(id))
  if (fixed ? !sameLevels : lostLevel) return refuse('level-fixed')
  const kept = new Set(asked.draft.competencies.map(({ id }) => id))
  const dropped = before.competencies.filter(({ id }) => !kept.has(id) && (fixed || leant.has(id)))
  const here = new Set([...kept, ...dropped.map(({ id }) => id)])
  const retired = dropped.map((one) => ({
    ...one,
    retired: true,
    parentId: one.parentId !== null && here.has(one.parentId) ? one.parentId : null,
    descriptors: one.descriptors.filter(({ levelId }) => levels.includes(levelId)),
  }))
  return mended({ ...asked.draft, competencies: [...asked.draft.competencies, ...retired] }, fixed)
}

export const publishFramework = ({ state, draft }: Standing): Draft =>
  state === 'retired' ? refuse('framework-retired') : mended(draft, true)

const isSame = (one: Said, other: Said) => languages.every((language) => one[language] === other[language])

/**
 * What was shipped once, and is shipped with descriptors now. They are given to competencies that have none and still say what
 * they said when they came; nothing else is touched. Null: there is nothing to give.
 */
export const describeAnew = ({ state, draft }: Pick<Standing, 'state' | 'draft'>, shipped: Draft): Draft | null => {
  const sameLevels =
    draft.levels.length === shipped.levels.length &&
    draft.levels.every(({ id, title }, at) => {
      const level = shipped.levels[at]
      return level?.id === id && isSame(level.title, title)
    })
  // A sentence of a level that means something else by now would be a wrong one.
  if (state === 'retired' || !sameLevels) return null
  const asShipped = new Map(shipped.competencies.map((one) => [one.id, one]))
  const lacking = ({ id, code, title, descriptors, retired }: Competency) => {
    const one = asShipped.get(id)
    return one && one.descriptors.length > 0 && descriptors.length === 0 && !retired && code === one.code && isSame(title, one.title)
  }
  if (!draft.competencies.some(lacking)) return null
  return {
    ...draft,
    competencies: draft.competencies.map((one) => (lacking(one) ? { ...one, descriptors: asShipped.get(one.id)?.descriptors ?? [] } : one)),
  }
}

/** The next version: everything anew, and each competency knows its successor. Retired ones are left behind. */
export const renewFramework = (draft: Draft, version: string, newId: () => string): { readonly before: Draft; readonly next: Draft } => {
  const ids = new Map<string, string>()
  const renewed = (id: string) => ids.get(id) ?? ids.set(id, newId()).get(id) ?? id
  const asked = draft.competencies.filter(({ retired }) => !retired)
  const here = new Set(asked.map(({ id }) => id))
  const next: Draft = {
    ...draft,
    version,
    levels: draft.levels.map((level) => ({ ...level, id: renewed(level.id) })),
    competencies: asked.map((one) => ({
      ...one,
      id: renewed(one.id),
      // Below something that was retired, it stands at the top.
      parentId: one.parentId !== null && here.has(one.parentId) ? renewed(one.parentId) : null,
      descriptors: one.descriptors.map(({ levelId, text }) => ({ levelId: renewed(levelId), text })),
      replacedBy: null,
    })),
    links: draft.links
      .filter(({ from }) => here.has(from))
      .map((link) => ({
        ...link,
        id: newId(),
        from: renewed(link.from),
        to: { ...link.to, id: link.to.id !== null && here.has(link.to.id) ? renewed(link.to.id) : link.to.id },
      })),
  }
  const before = { ...draft, competencies: draft.competencies.map((one) => (one.retired ? one : { ...one, replacedBy: renewed(one.id) })) }
  return { before, next }
}

type Descriptors = Competency['descriptors']

const sameDescriptors = (one: Descriptors, other: Descriptors) =>
  one.length === other.length &&
  one.every(({ levelId, text }) => other.some((there) => there.levelId === levelId && isSame(there.text, text)))

/** What was said otherwise before, of all that evidence leans on: kept, so that whoever claimed it may be read as they read it. */
export const rewordedIn = (
  before: Pick<Draft, 'levels' | 'competencies'>,
  after: Pick<Draft, 'levels' | 'competencies'>,
  leant: ReadonlySet<string>,
): Omit<Wording, 'edition' | 'until'>[] => {
  const levels = new Map(after.levels.map((one) => [one.id, one]))
  const competencies = new Map(after.competencies.map((one) => [one.id, one]))
  return [
    ...before.levels.flatMap(({ id, title, text }) => {
      const now = levels.get(id)
      const isOther = now && leant.has(id) && !(isSame(now.title, title) && isSame(now.text, text))
      return isOther ? [{ of: id, title, text, descriptors: [] }] : []
    }),
    ...before.competencies.flatMap(({ id, title, descriptors }) => {
      const now = competencies.get(id)
      const isOther = now && leant.has(id) && !(isSame(now.title, title) && sameDescriptors(now.descriptors, descriptors))
      return isOther ? [{ of: id, title, text: null, descriptors }] : []
    }),
  ]
}

/** What a competency or a level said at a moment; null: what it says today. */
export const wordingAt = (wordings: readonly Wording[], of: string, at: string): Wording | null =>
  wordings.filter((one) => one.of === of && one.until > at).toSorted((a, b) => (a.until < b.until ? -1 : 1))[0] ?? null
