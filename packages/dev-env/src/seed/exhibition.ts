import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import type { Entry, StandState } from '@sheber/contract/stand'
import type { Db } from '@sheber/db/open'
import { board, exhibition, exhibitionOrganiser, judge, judgeStand, project, room, score, stand, teamMember } from '@sheber/db/schema'
import { boardRoom } from '@sheber/document/room'
import { eq } from 'drizzle-orm'
import { idOf, type OrganisationName, type PersonName, type TeamName } from '../people.ts'

/** Exhibitions and stands as rows: what a command would decide is not decided again. */

const dayMs = 86_400_000
const said = (text: string) => ({ kk: text, ru: text, en: text })

export const nominations = [
  { id: idOf('nomination models'), title: { kk: 'Модельдер', ru: 'Модели', en: 'Models' } },
  { id: idOf('nomination robots'), title: { kk: 'Роботтар', ru: 'Роботы', en: 'Robots' } },
]

/** Entries from yesterday until tomorrow; two criteria of three levels. */
export const aPlan = (now: Date, over: Partial<Plan> = {}): Plan => {
  const day = (days: number) => new Date(now.getTime() + days * dayMs).toISOString()
  const levels = [0, 1, 2].map((points) => ({ points, text: said(`Деңгей ${points}`) }))
  return {
    kind: 'exhibition',
    title: { kk: 'Техникалық шығармашылық көрмесі', ru: 'Выставка технического творчества', en: 'Exhibition of technical creativity' },
    about: said('Жобаларды көрсетеміз.'),
    place: said('Зал'),
    directions: [],
    nominations,
    ages: { from: 7, to: 18 },
    teamMax: 5,
    rubric: {
      criteria: [
        { id: 'idea', title: { kk: 'Идея', ru: 'Идея', en: 'Idea' }, weight: 40, levels },
        { id: 'making', title: { kk: 'Жасалуы', ru: 'Исполнение', en: 'Making' }, weight: 60, levels },
      ],
    },
    windows: {
      entriesFrom: day(-1),
      entriesTo: day(1),
      hallFrom: day(2),
      judgingFrom: day(2),
      judgingTo: day(3),
      resultsAt: day(4),
    },
    late: false,
    awards: 'places',
    ties: 'share',
    release: 'all',
    viewsMin: 3,
    listed: false,
    visitors: { react: true, ask: true, vote: true },
    hall: { width: 20, height: 12 },
    ...over,
  }
}

interface AskedExhibition {
  readonly word?: string
  readonly state?: ExhibitionState
  readonly plan?: Partial<Plan>
  readonly organisers?: readonly OrganisationName[]
}

/** Returns its id. */
export const seedExhibition = async (
  db: Db,
  now: Date,
  { word = 'exhibition', state = 'call', plan = {}, organisers = ['centre'] }: AskedExhibition = {},
): Promise<string> => {
  const id = idOf(word)
  const by = idOf('botagoz')
  await db.insert(exhibition).values({
    id,
    plan: aPlan(now, plan),
    year: now.getUTCFullYear(),
    state,
    founderId: idOf(organisers[0] ?? 'centre'),
    createdBy: by,
    createdAt: now,
    changedAt: now,
  })
  await db
    .insert(exhibitionOrganiser)
    .values(organisers.map((name) => ({ exhibitionId: id, organisationId: idOf(name), addedBy: by, createdAt: now })))
  return id
}

export const anEntry = (over: Partial<Entry> = {}): Entry => ({
  nominationId: nominations[0]?.id ?? null,
  title: 'Көпір макеті',
  about: 'Ағаштан жасалған көпір, 12 кг көтереді.',
  posterId: null,
  pictures: [],
  modelId: null,
  video: null,
  records: [],
  parts: [],
  adults: 'Жетекші араны ұстауға көмектесті.',
  ...over,
})

interface AskedStand {
  readonly exhibitionId: string
  /** Another word, another project of the team, with a board of its own; absent: the project that the team has. */
  readonly word?: string
  readonly team?: TeamName
  readonly state?: StandState
  readonly entry?: Partial<Entry>
  readonly number?: number
}

/** Returns its id. */
export const seedStand = async (
  db: Db,
  now: Date,
  { exhibitionId, word, team = 'bridge', state = 'admitted', entry = {}, number }: AskedStand,
): Promise<string> => {
  const id = idOf(`stand ${word ?? team} ${exhibitionId}`)
  const by = idOf('madina')
  let projectId = idOf(`${team} project`)
  if (word) {
    projectId = idOf(`${word} project`)
    const title = entry.title ?? word
    await db
      .insert(project)
      .values({ id: projectId, teamId: idOf(team), title, direction: 'modelling', createdBy: by, createdAt: now, changedAt: now })
    await db.insert(board).values({ id: idOf(`${word} board`), projectId, createdAt: now })
    await db.insert(room).values({ name: boardRoom(idOf(`${word} board`)), lineage: idOf(`${word} lineage`), createdAt: now })
  }
  const members = await db
    .select({ id: teamMember.personId })
    .from(teamMember)
    .where(eq(teamMember.teamId, idOf(team)))
  const isIn = state !== 'draft'
  await db.insert(stand).values({
    id,
    exhibitionId,
    projectId,
    entry: anEntry({ title: word ?? 'Көпір макеті', ...entry }),
    state,
    members: members.map((one) => ({ ...one, adult: ['madina', 'yerlan', 'marat'].some((name) => idOf(name) === one.id) })),
    ...(isIn && { enteredAt: now, enteredBy: by }),
    ...(number !== undefined && { number }),
    createdBy: by,
    createdAt: now,
    changedAt: now,
  })
  return id
}

/** Somebody of the cast judges in it, and has said that nothing conflicts; these stands are theirs to score. Returns the judge's id. */
export const seedJudge = async (
  db: Db,
  now: Date,
  {
    exhibitionId,
    person,
    shadow = false,
    stands = [],
  }: { readonly exhibitionId: string; readonly person: PersonName; readonly shadow?: boolean; readonly stands?: readonly string[] },
): Promise<string> => {
  const id = idOf(`judge ${person} ${exhibitionId}`)
  await db.insert(judge).values({
    id,
    exhibitionId,
    personId: idOf(person),
    shadow,
    nominations: [],
    invitedBy: idOf('botagoz'),
    createdAt: now,
    acceptedAt: now,
    declaredAt: now,
  })
  const seats = stands.map((standId, place) => ({ judgeId: id, standId, place, createdAt: now, changedAt: now }))
  if (seats.length > 0) await db.insert(judgeStand).values(seats)
  return id
}

/** A judge has seen a stand and scored it, whole, by the rubric of `aPlan`. */
export const seedScore = async (
  db: Db,
  now: Date,
  asked: { readonly judgeId: string; readonly standId: string; readonly total: number; readonly words: string },
): Promise<void> => {
  const { judgeId, standId, total, words } = asked
  await db.insert(judgeStand).values({ judgeId, standId, place: 0, state: 'done', createdAt: now, changedAt: now })
  const marks = [
    { criterionId: 'idea', points: total < 50 ? 1 : 2 },
    { criterionId: 'making', points: 1 },
  ]
  await db
    .insert(score)
    .values({ id: idOf(`score ${judgeId} ${standId}`), judgeId, standId, marks, total, words, madeAt: now, createdAt: now })
}
