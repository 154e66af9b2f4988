import type { ExhibitionState, Plan } from '@sheber/contract/exhibition'
import { exhibition, exhibitionOrganiser, organisation } from '@sheber/db/schema'
import { stageOf, type Stage } from '@sheber/domain/exhibition'
import { folded, hallIsOpen, type Findable } from '@sheber/domain/hall'
import type { OfExhibition } from '@sheber/domain/permission'
import { asc, desc, eq, notInArray } from 'drizzle-orm'
import type { Tail } from '../../facts/tail.ts'
import { openHeld } from '../../held.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow, thingOfExhibition } from '../exhibition/exhibition.thing.ts'
import { faceOf, type Face } from './hall.face.ts'
import { finalShown, type FinalShown } from './hall.final.ts'
import { filesShown, type ShownFile } from './hall.files.ts'
import { standMark } from './hall.marks.ts'
import { dayThere, type HallWords } from './hall.words.ts'
import { awardsShown, type ShownAward } from '../result/result.shown.ts'
import { standsInParts, type ShownStand } from '../stand/stand.shown.ts'

/** A stand as the hall has it: with its awards, its files, and what may be searched of it. */
export interface HallStand extends ShownStand, Findable {
  readonly awards: readonly ShownAward[]
  readonly files: ReadonlyMap<string, ShownFile>
}

/** An exhibition as it stood a moment ago. */
export interface Hall {
  readonly id: string
  readonly thing: OfExhibition
  readonly plan: Plan
  readonly state: ExhibitionState
  /** … and as the world is told of it at the hour at which it was read. */
  readonly stage: Stage
  /** Why it is called off, in its organisers' words; empty: it is not. */
  readonly reason: string
  readonly year: number
  readonly organisers: readonly string[]
  /** What the world may see, by number. */
  readonly open: readonly HallStand[]
  /** How many stand in it beside them. */
  readonly shut: number
  /** All that were ever admitted, by their ids. */
  readonly all: ReadonlyMap<string, HallStand>
  readonly awards: readonly ShownAward[]
  /** Null: it holds none, or nothing of it has begun. */
  readonly final: FinalShown | null
}

export interface Listed {
  readonly id: string
  readonly plan: Plan
  readonly state: ExhibitionState
  readonly stage: Stage
  readonly year: number
}

const loadHall = async ({ db, clock }: Pick<Services, 'db' | 'clock'>, id: string): Promise<Hall | null> => {
  const now = clock.now()
  const [of, thing, organisers, awards] = await Promise.all([
    exhibitionNow(db, id),
    thingOfExhibition(db, id),
    db
      .select({ name: organisation.name })
      .from(exhibitionOrganiser)
      .innerJoin(organisation, eq(organisation.id, exhibitionOrganiser.organisationId))
      .where(eq(exhibitionOrganiser.exhibitionId, id))
      .orderBy(asc(exhibitionOrganiser.createdAt), asc(organisation.id)),
    awardsShown(db, id, now),
  ])
  if (!of || !thing) return null
  const awardsOf = Map.groupBy(awards, ({ standId }) => standId)
  const titleOf = new Map(of.plan.nominations.map(({ id, title }) => [id, Object.values(title).join(' ')]))
  const all: HallStand[] = []
  for await (const some of standsInParts(db, id, now)) {
    const files = await filesShown(db, some)
    for (const one of some) {
      const { title, about, nominationId, direction } = one.shown
      const own = awardsOf.get(one.id) ?? []
      const made: HallStand = {
        ...one,
        ...{ nominationId, direction, awards: own, awarded: own.length > 0 },
        files: files.get(one.id) ?? new Map<string, ShownFile>(),
        organisationId: one.organisation?.id ?? null,
        folded: folded([one.number ?? '', title, about, titleOf.get(nominationId ?? '') ?? '', one.organisation?.name ?? ''].join(' ')),
      }
      // Here, in its part: the first look at the front page would need the marks of all of them at once.
      standMark(made)
      all.push(made)
    }
  }
  return {
    ...{ id, thing, plan: of.plan, state: of.state, stage: stageOf(of, now), reason: of.reason, year: of.year, awards },
    final: await finalShown(db, of),
    organisers: organisers.map(({ name }) => name),
    open: hallIsOpen(of.state) ? all.filter((one) => one.admitted && one.open) : [],
    shut: all.filter((one) => one.admitted && !one.open).length,
    all: new Map(all.map((one) => [one.id, one])),
  }
}

const listAll = async ({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<Listed[]> => {
  const rows = await db
    .select({ id: exhibition.id, plan: exhibition.plan, state: exhibition.state, year: exhibition.year })
    .from(exhibition)
    .where(notInArray(exhibition.state, ['draft', 'removed']))
    .orderBy(desc(exhibition.year), desc(exhibition.createdAt), asc(exhibition.id))
  return rows.map((row) => ({ ...row, stage: stageOf(row, clock.now()) }))
}

/** What is said before a hall that is not open: when it opens, or that it is called off and why. Null: it is open. */
export const closedOf = (
  { state, reason, plan }: Pick<Hall, 'state' | 'reason' | 'plan'>,
  w: HallWords,
): { readonly title: string; readonly words: string } | null => {
  if (hallIsOpen(state)) return null
  return state === 'cancelled'
    ? { title: w.off, words: w.offWhy(reason) }
    : { title: w.early, words: w.hallOpens(dayThere(plan.windows.hallFrom)) }
}

export interface Halls {
  /** Null: there is none. */
  of(id: string): Promise<Hall | null>
  /** The newest first. */
  list(): Promise<readonly Listed[]>
  /** Of each of these, what the front door shows. */
  faces(of: readonly Listed[]): Promise<ReadonlyMap<string, Face>>
}

/**
 * How long what was read once answers for everybody, unless something happens that it depends on. Nobody tells when a file is
 * thrown away, and browsers keep pictures for half a minute: together what is taken back is gone within one.
 */
const heldMsMax = 30_000
const hallsMax = 30
/** A face is small, and one year of an archive has so many. */
const facesMax = 300
/** Of what is told once more to each whom it concerns, the first telling is enough. */
const matters =
  /^(consent|exhibition(?=\.(opened|changed|replanned))|final(?!\.(opened|joined|reached|named|left))|stand(?!\.(reminded|offered|welcomed|answered|dropped))|result(?!\.reported)|person|team|organisation)\./

/**
 * A visitor costs no question to the database, and what is taken back is gone as soon as the fact of it is told: whatever a
 * hall shows hangs on these facts. What is told of one exhibition concerns its hall alone; the rest may concern any.
 */
export const openHalls = (services: Pick<Services, 'db' | 'clock'>, tail: Pick<Tail, 'listen' | 'settled'>): Halls => {
  const bounds = { clock: services.clock, msMax: heldMsMax }
  const halls = openHeld<Hall | null>({ ...bounds, max: hallsMax }, tail)
  const lists = openHeld<readonly Listed[]>({ ...bounds, max: 1 }, tail)
  const faces = openHeld<Face>({ ...bounds, max: facesMax }, tail)
  tail.listen(({ name, body }) => {
    if (!matters.test(name)) return
    const id = 'exhibitionId' in body ? body.exhibitionId : undefined
    halls.forget(id)
    faces.forget(id)
    if (name.startsWith('exhibition.')) lists.forget()
  })
  return {
    of: (id) => halls.of(id, () => loadHall(services, id)),
    list: () => lists.of('', () => listAll(services)),
    faces: async (of) => {
      const read = of.map(async (one) => [one.id, await faces.of(one.id, () => faceOf(services.db, one, services.clock.now()))] as const)
      return new Map(await Promise.all(read))
    },
  }
}
