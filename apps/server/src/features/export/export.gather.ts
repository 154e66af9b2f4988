import type { badge } from '@sheber/contract/badge'
import { casePath } from '@sheber/domain/case'
import { badgePaths } from '@sheber/domain/credential'
import type { evidence } from '@sheber/contract/evidence'
import type { file, File } from '@sheber/contract/file'
import type { Former, framework, Framework } from '@sheber/contract/framework'
import type { Portfolio, portfolio } from '@sheber/contract/portfolio'
import { idPattern } from '@sheber/contract/ids'
import type { Reply, Route } from '@sheber/contract/kit'
import { refuse } from '@sheber/contract/refusal'
import type { review, Submission } from '@sheber/contract/review'
import type { Language } from '@sheber/contract/words'
import { picturesIn, type Body } from '@sheber/document/body'
import { savedName } from '@sheber/domain/file'
import { inLanguage } from '@sheber/domain/framework'
import { newestOf } from '@sheber/domain/former'
import { confirmedBefore, mapOf } from '@sheber/domain/map'
import type { PortfolioRecord, PortfolioSnapshot } from '@sheber/document/portfolio'
import type { Inside } from '../../plugins/pages.ts'
import { drawingOf, whole } from './export.drawing.ts'
import type { Kept, KeptEvidence, KeptMap, KeptName, KeptPiece, KeptRecord, KeptRemark, KeptReview } from './export.kept.ts'
import { leafOf } from './export.leaf.ts'
import { sizeOf } from './export.words.ts'
import type { Entry } from './export.zip.ts'

/** The doors of this house, through which an export goes on behalf of whoever asked for it. */
export interface Doors {
  ask<R extends Route>(path: string): Promise<Reply<R>>
  /** Null: there is nothing, or nothing for them. */
  bytes(path: string): Promise<Buffer | null>
}

export const doorsOf = (inject: Inside['inject'], headers: Record<string, string>): Doors => ({
  ask: async (url) => {
    const answer = await inject({ method: 'GET', url, headers })
    if (answer.statusCode === 403) return refuse('forbidden')
    if (answer.statusCode === 404) return refuse('not-found')
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`)
    return answer.json()
  },
  bytes: async (url) => {
    const answer = await inject({ method: 'GET', url, headers })
    return answer.statusCode === 200 ? answer.rawPayload : null
  },
})

export interface Gathered {
  readonly kept: Kept
  /** What lies beside the page, each read when its turn comes. */
  readonly files: readonly Entry[]
}

type Shown = Reply<typeof evidence.map>['evidence']

interface Asked {
  readonly doors: Doors
  readonly snapshot: PortfolioSnapshot
  readonly portfolioId: string
  readonly personId: string
  readonly language: Language
  readonly at: Date
  /** Where the world finds this Sheber. */
  readonly base: string
  /** Drawings bring their letters along: for whoever has no font of ours. */
  readonly letters: boolean
}

/** A portfolio with all that belongs to it, as its author may see it today. */
export const gather = async ({ doors, snapshot, portfolioId, personId, language, at, base, letters }: Asked): Promise<Gathered> => {
  const { owner, authors } = await doors.ask<typeof portfolio.look>(`/api/portfolio/${portfolioId}`)
  const { evidence: all } = await doors.ask<typeof evidence.map>(`/api/portfolio/${portfolioId}/map`)
  const lines = await doors.ask<typeof framework.list>('/api/framework')
  const claimed = [...new Set(all.map(({ frameworkId }) => frameworkId))]
  // A version that nothing was claimed of yet is there for what was confirmed in the former one.
  const ids = [...new Set(claimed.flatMap((id) => [id, newestOf(id, lines)]))]
  const frameworks = await Promise.all(ids.map((id) => doors.ask<typeof framework.look>(`/api/framework/${id}`)))
  const formers = await Promise.all(ids.map((id) => doors.ask<typeof framework.former>(`/api/framework/${id}/former`)))
  const submissions = await submissionsOf(doors, portfolioId)
  const nameIn = namesAt(base)
  const badges = owner.kind === 'person' && owner.id === personId ? await doors.ask<typeof badge.mine>('/api/badge/mine') : []

  const files = new Map<string, Entry>()
  let drawings = 0
  const take = (path: string, url: string) => {
    const read = async () => (await doors.bytes(url)) ?? Promise.reject(new Error(`${url} is not there`))
    files.set(path, { path, read })
    return path
  }
  const leaves = new Map<string, Body>()
  for (const piece of snapshot.records.flatMap(({ pieces }) => pieces)) {
    const body = await leafOf(doors, piece)
    if (body) leaves.set(piece.id, body)
  }
  const pictures = Object.fromEntries(
    [...snapshot.records.flatMap(({ body }) => picturesIn(body)), ...(await thereOf(doors, [...leaves.values()].flatMap(picturesIn)))].map(
      (id) => [id, take(`media/${id}.webp`, `/files/${id}/1920.webp`)],
    ),
  )
  const drawn = new Map<string, string>()
  for (const piece of snapshot.records.flatMap(({ pieces }) => pieces)) {
    const svg = await drawingOf(doors, piece, letters)
    if (svg === null) continue
    const path = `media/${++drawings}.svg`
    files.set(path, { path, read: async () => Buffer.from(letters ? await whole(doors, svg) : svg) })
    drawn.set(piece.id, path)
  }
  const shelved = new Map<string, Omit<KeptPiece, 'caption'>>()
  for (const { id, kind, fileId } of snapshot.records.flatMap(({ pieces }) => pieces)) {
    if (kind !== 'file' || !idPattern.test(fileId)) continue
    // One that was taken away is named, and not there.
    const found = await doors.ask<typeof file.look>(`/api/file/${fileId}`).catch(() => null)
    if (found) shelved.set(id, fileKept(found, language, take))
  }
  const records = snapshot.records.map((one) =>
    recordOf(one, { all, frameworks, submissions, nameIn, language, portfolioId, drawn, shelved, leaves }),
  )
  const inSection = (id: string) => snapshot.records.flatMap(({ section }, at) => (section === id ? (records[at] ?? []) : []))
  const known = new Set(snapshot.sections.map(({ id }) => id))
  const { picture, alt } = snapshot.cover
  // What was taken back goes with nobody: a file on a disk cannot be asked whether it still holds.
  const standing = badges.filter(({ revoked }) => revoked === null)
  const kept: Kept = {
    language,
    owner: owner.name,
    authors: namesOf({ authors }),
    title: snapshot.cover.title,
    about: snapshot.cover.about,
    face: idPattern.test(picture) ? { file: take(`media/${picture}.webp`, `/files/${picture}/1920.webp`), alt } : null,
    at: at.toISOString(),
    sections: [
      { title: '', records: snapshot.records.flatMap(({ section }, at) => (known.has(section) ? [] : (records[at] ?? []))) },
      ...snapshot.sections.map(({ id, title }) => ({ title, records: inSection(id) })),
    ],
    maps: frameworks.map((one, at) => mapKept(one, all, { language, portfolioId, nameIn, records: snapshot.records }, formers[at])),
    reviews: reviewsIn(submissions),
    badges: standing.map((one) => ({
      name: inLanguage(one.title, language),
      issuer: one.organisation,
      at: one.at,
      file: take(`badges/${one.id}.png`, badgePaths.baked(one.id)),
    })),
    pictures,
  }
  for (const { id } of standing) take(`badges/${id}.json`, badgePaths.credential(id))
  return { kept, files: [...files.values()] }
}

/** What was taken off the shelf since a page was frozen is not there. */
const thereOf = async (doors: Doors, ids: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const id of new Set(ids)) {
    if (idPattern.test(id) && (await doors.ask<typeof file.look>(`/api/file/${id}`).catch(() => null))) found.push(id)
  }
  return found
}

/** One after the other: each is read as it was handed in, with its whole portfolio. */
const submissionsOf = async (doors: Doors, portfolioId: string): Promise<Submission[]> => {
  const lines = await doors.ask<typeof review.list>(`/api/portfolio/${portfolioId}/review`)
  const found: Submission[] = []
  for (const { id } of lines.toReversed()) {
    // What whoever asks may not read is not theirs to carry away.
    const one = await doors.ask<typeof review.look>(`/api/review/${id}`).catch(() => null)
    if (one) found.push(one)
  }
  return found
}

const reviewsIn = (submissions: readonly Submission[]): KeptReview[] =>
  submissions
    .flatMap(({ reviews, records }) =>
      reviews.map(({ reviewer, outcome, text, at, answer, answeredAt }) => ({
        ...{ by: reviewer.name, outcome, text, at },
        answer: answer && answeredAt ? { text: answer, at: answeredAt } : null,
        records: records.map(({ title }) => title),
      })),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))

const remarksOn = (submissions: readonly Submission[], recordId: string): KeptRemark[] => {
  const all = submissions.flatMap(({ remarks }) => remarks).filter((one) => one.recordId === recordId)
  return [...Map.groupBy(all, ({ threadId }) => threadId).values()].map((thread) => {
    const words = thread.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    return {
      quote: words.find(({ anchor }) => anchor)?.anchor?.quote ?? '',
      settled: words.some(({ settled }) => settled !== null),
      words: words.map(({ by, text, at }) => ({ by: by.name, text, at })),
    }
  })
}

type NameIn = (kind: 'CFDocuments' | 'CFItems', id: string) => KeptName

/** As CASE names frameworks and competencies of this house, whose address is `base`. */
export const namesAt =
  (base: string): NameIn =>
  (kind, id) => ({ identifier: id, uri: `${base}${casePath}/${kind}/${id}` })

const namesOf = ({ authors }: Pick<Portfolio, 'authors'>): string[] => authors.map(({ name }) => name)

interface Around {
  readonly all: Shown
  readonly frameworks: readonly Framework[]
  readonly submissions: readonly Submission[]
  readonly nameIn: NameIn
  readonly language: Language
  readonly portfolioId: string
  /** Where the drawings of pieces stand, by the pieces' ids. */
  readonly drawn: ReadonlyMap<string, string>
  /** … and the files of others. */
  readonly shelved: ReadonlyMap<string, Omit<KeptPiece, 'caption'>>
  /** … and the words of pages. */
  readonly leaves: ReadonlyMap<string, Body>
}

/** As it lies on the shelf, under an ending that programs know it by; a picture is shown, all else is opened. */
const fileKept = ({ id, name, type, bytes }: File, language: Language, take: (path: string, url: string) => string) => {
  const saved = savedName(name, type)
  const ending = /\.\w{1,8}$/.exec(saved)?.[0] ?? ''
  const isPicture = type.startsWith('image/')
  return {
    file: isPicture ? take(`media/${id}.webp`, `/files/${id}/1920.webp`) : take(`media/${id}${ending}`, `/files/${id}`),
    isPicture,
    about: [ending.slice(1).toUpperCase(), sizeOf(bytes, language)].filter(Boolean).join(', '),
  }
}

const recordOf = (one: PortfolioRecord, around: Around): KeptRecord => {
  const { id, kind, title, from, to, prompt, reflection, body, pieces } = one
  return {
    ...{ id, kind, title, from, to, prompt, reflection, body },
    pieces: pieces.map(({ id: piece, caption }) => {
      const drawing = around.drawn.get(piece)
      const file = around.shelved.get(piece) ?? { file: drawing ?? null, isPicture: drawing !== undefined, about: '' }
      const leaf = around.leaves.get(piece)
      return { caption, ...file, ...(leaf && { body: leaf }) }
    }),
    evidence: around.all
      .filter(({ portfolioId, recordId, supersededAt }) => portfolioId === around.portfolioId && recordId === id && supersededAt === null)
      .map((claim) => evidenceOf(claim, around)),
    remarks: remarksOn(around.submissions, id),
  }
}

const evidenceOf = (claim: Shown[number], { frameworks, language, nameIn }: Around): KeptEvidence => {
  const draft = frameworks.find(({ id }) => id === claim.frameworkId)?.draft
  const competency = draft?.competencies.find(({ id }) => id === claim.competencyId)
  const levelOf = (id: string | null) => {
    const at = draft?.levels.findIndex((level) => level.id === id) ?? -1
    const level = draft?.levels[at]
    return level ? `${at + 1}. ${inLanguage(level.title, language)}` : ''
  }
  return {
    case: { document: nameIn('CFDocuments', claim.frameworkId), item: nameIn('CFItems', claim.competencyId) },
    competency: competency ? `${competency.code} ${inLanguage(competency.title, language)}`.trim() : '',
    person: claim.person.name,
    level: levelOf(claim.levelId),
    why: claim.why,
    state: claim.state,
    verdicts: claim.verdicts.map(({ reviewer, verdict, levelId, text, at }) => ({
      ...{ by: reviewer.name, verdict, text, at },
      level: levelOf(levelId),
    })),
    accepted: claim.accepted.map(({ school, topic, goal, by, at }) => ({
      ...{ school, topic, by, at },
      goal: goal ? `${goal.code} ${inLanguage(goal.title, language)}`.trim() : '',
    })),
  }
}

interface Row {
  readonly language: Language
  readonly portfolioId: string
  readonly nameIn: NameIn
  /** That go along. */
  readonly records: readonly Pick<PortfolioRecord, 'id' | 'title'>[]
}

/** A map as it stands today, or as of a day. `all` may hold claims of other frameworks. */
export const mapKept = (
  { id, draft }: Pick<Framework, 'id' | 'draft'>,
  all: Shown,
  { language, portfolioId, nameIn, records }: Row,
  formers: readonly Former[] = [],
  day?: string,
): KeptMap => {
  const showing = (evidence: Shown) =>
    records
      .filter((one) =>
        evidence.some((claim) => claim.portfolioId === portfolioId && claim.recordId === one.id && claim.supersededAt === null),
      )
      .map(({ id: record, title }) => ({ id: record, title }))
  const heightOf = (level: { readonly id: string } | null) => {
    const at = draft.levels.findIndex((one) => one.id === level?.id)
    return at < 0 ? null : at
  }
  const titled = ({ code, title }: Framework['draft']['competencies'][number]) => `${code} ${inLanguage(title, language)}`.trim()
  const areas = mapOf(draft, all, day, formers)
  return {
    case: nameIn('CFDocuments', id),
    framework: inLanguage(draft.title, language),
    version: draft.version,
    attribution: draft.attribution,
    rollup: draft.rollup,
    levels: draft.levels.map(({ title }) => inLanguage(title, language)),
    rows: areas.flatMap(({ area, rows }) => [
      ...(area
        ? [
            {
              ...{ isArea: true, title: titled(area), level: null, claimed: null, evidence: 0, earlier: null },
              ...{ case: nameIn('CFItems', area.id), records: [] },
            },
          ]
        : []),
      ...rows.map((row) => {
        const { competency, shown, claimed, evidence } = row
        const before = confirmedBefore(row)
        return {
          ...{ isArea: false, title: titled(competency), level: heightOf(shown), claimed: heightOf(claimed) },
          evidence: evidence.length,
          earlier: before && { version: before.former.version, level: before.height },
          case: nameIn('CFItems', competency.id),
          records: showing([...evidence]),
        }
      }),
    ]),
  }
}
