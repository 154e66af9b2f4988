import { rounds } from '@sheber/contract/judge'
import type { StandReport } from '@sheber/contract/result'
import { refuse } from '@sheber/contract/refusal'
import type { Language } from '@sheber/contract/words'
import type { DbOrTx } from '@sheber/db/open'
import { showsResults } from '@sheber/domain/exhibition'
import { may, type Thing, type Who } from '@sheber/domain/permission'
import { rubricOf, standingOf } from '@sheber/domain/final'
import { criteriaRead, type ComputedStand } from '@sheber/domain/result'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { shownAward } from './result.look.ts'
import { awardsOf, namesOf, oneStand, releasedOf, wordsOf, wordsThrough } from './result.store.ts'
import { resultWords, sentenceOf } from './result.words.ts'

type Of = NonNullable<Awaited<ReturnType<typeof exhibitionNow>>>

const isOut = (state: Of['state']) => state === 'results' || state === 'archived'

/** Whether it may be read at this moment: by the team from the hour on, by organisers as soon as it is released, to print it. */
export const readsAt = ({ plan, state }: Pick<Of, 'plan' | 'state'>, now: Date, reader: { runs: boolean; ofTeam: boolean }): boolean =>
  // Whoever is of the team too waits with the team.
  showsResults(plan, state, now) || (reader.runs && !reader.ofTeam && isOut(state))

export const readsNow = async (db: DbOrTx, who: Who | null, thing: Thing, exhibitionId: string, now: Date): Promise<boolean> => {
  const of = await exhibitionNow(db, exhibitionId)
  if (!of) return false
  const isStand = thing.kind === 'stand'
  const runs = isStand && may(who, 'result.look', thing.of)
  return readsAt(of, now, { runs, ofTeam: isStand && (who?.teams.includes(thing.project.teamId) ?? false) })
}

/** What a team reads of how it was judged: of what was approved, and no judge is named in it. */
export const reportOf = async (
  db: DbOrTx,
  standId: string,
  language: Language,
): Promise<Omit<StandReport, 'take' | 'taken' | 'takenByTeam'>> => {
  const line = (await oneStand(db, standId)) ?? refuse('not-found')
  const of = (await exhibitionNow(db, line.exhibitionId)) ?? refuse('not-found')
  const computed = await releasedOf(db, line.exhibitionId)
  // From the hall into the archive: there was no jury, and still it was shown, and guests gave a prize.
  if (!computed && of.state !== 'archived') return refuse('results-not-yet')
  const figure = computed?.stands.find(({ id }) => id === standId)
  const inFinal = computed?.final?.stands.find(({ id }) => id === standId)
  const scores = [...(figure?.scores ?? []), ...(inFinal?.scores ?? [])].map(({ id }) => id)
  const [words, through] = await Promise.all([wordsOf(db, scores), wordsThrough(db, scores)])
  const { release } = of.plan
  // Held back is held back, also where all was to be shown: an organiser has read something that no child should.
  const reaches = (id: string) => release !== 'none' && (release === 'all' ? through.get(id) !== false : through.get(id) === true)
  // By their words and not by their judge: an order that is the same at each stand would tell who wrote what.
  const saidOf = (round: ComputedStand | undefined) =>
    (round?.scores ?? [])
      .map(({ id }) => id)
      .filter(reaches)
      .map((id) => words.get(id)?.trim() ?? '')
      .filter(Boolean)
      .toSorted()
  const awards = (await awardsOf(db, line.exhibitionId)).filter((one) => one.standId === standId && one.issuedAt !== null)
  const names = await namesOf(
    db,
    line.members.map(({ id }) => id),
  )
  return {
    standId,
    exhibitionId: line.exhibitionId,
    exhibition: of.plan.title,
    year: of.year,
    number: line.number,
    title: line.title,
    nomination: of.plan.nominations.find(({ id }) => id === line.nominationId)?.title ?? null,
    team: line.team.name,
    members: line.members.map(({ id, adult }) => ({ id, adult, name: names.get(id) ?? '' })),
    judged: computed !== null,
    views: figure?.views ?? 0,
    criteria: figure ? criteriaRead(of.plan.rubric, figure) : [],
    words: saidOf(figure),
    finalHeld: computed?.final?.stands.some(({ nominationId }) => nominationId === line.nominationId) ?? false,
    final: inFinal
      ? {
          views: inFinal.views,
          criteria: criteriaRead(rubricOf(of.plan, rounds.final), inFinal),
          words: saidOf(inFinal),
          sentence: sentenceOf(inFinal, language),
        }
      : null,
    range: computed ? standingOf(standId, computed.stands, computed.final?.stands) : null,
    sentence: computed ? sentenceOf(figure ?? { severity: 0, views: 0 }, language) : resultWords[language].unjudged,
    // Why it was given by hand is the jury's own.
    awards: awards.map((one) => ({ ...shownAward(one), reason: '' })),
  }
}
