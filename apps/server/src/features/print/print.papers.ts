import type { Language } from '@sheber/contract/words'
import type { Db } from '@sheber/db/open'
import { numberOf, papersFor, type Wish } from '../result/result.paper.ts'
import type { Diploma } from './print.diploma.ts'
import { issuedOf, namesOf, type ExhibitionPrinted, type PrintedStand } from './print.gather.ts'
import { saidIn, type DiplomaKind } from './print.words.ts'

interface Asked {
  readonly kind: DiplomaKind
  readonly of: ExhibitionPrinted
  readonly stands: readonly PrintedStand[]
  /** One of the team, or each of it; absent: the team's own, and of letters of thanks one for each grown-up. */
  readonly person?: string | undefined
  /** Of this server, as whoever asks has it. */
  readonly base: string
  readonly languages: readonly Language[]
  readonly now: Date
  readonly newId: () => string
}

const nothing = { kk: '', ru: '', en: '' }

/**
 * What is given on paper, page by page: diplomas to those who were awarded, a certificate to every learner who took part, thanks to the
 * grown-ups beside them.
 */
export const papersOf = async (db: Db, { kind, of, stands, person, base, languages, now, newId }: Asked): Promise<Diploma[]> => {
  const ids = stands.map(({ id }) => id)
  const names = await namesOf(
    db,
    stands.flatMap(({ members }) => members.map(({ id }) => id)),
  )
  const awards = kind === 'diploma' && ids.length > 0 ? await issuedOf(db, of.id, ids) : []
  const signers = of.signers
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, office }) => ({ name, office: saidIn(office, languages[0] ?? 'kk') }))
  const pages = stands.flatMap((stand) => {
    const people = stand.members.map(({ id, adult }) => ({ id, adult, name: names.get(id) ?? '' }))
    const learners = people.filter(({ adult }) => !adult)
    const adults = people.filter(({ adult }) => adult)
    const each = { diploma: people, certificate: learners, thanks: adults }[kind]
    const all = person === 'all' || (person === undefined && kind === 'thanks')
    const to = all ? each : person === undefined ? [null] : each.filter(({ id }) => id === person)
    const given = kind === 'diploma' ? awards.filter(({ standId }) => standId === stand.id) : [null]
    return given.flatMap((award) =>
      to.map((one) => {
        const wish: Wish = {
          ...{ kind, standId: stand.id, awardId: award?.id ?? null, personId: one?.id ?? null },
          ...(award && !one && { code: award.number }),
        }
        return { wish, stand, award, one, learners, adults }
      }),
    )
  })
  const paperOf = await papersFor(
    db,
    { exhibitionId: of.id, year: of.year, at: now, newId },
    pages.map(({ wish }) => wish),
  )
  return pages.map(({ wish, stand, award, one, learners, adults }) => {
    const paper = paperOf(wish)
    return {
      kind,
      degree: (award?.degree ?? null) as Diploma['degree'],
      award: award?.title ?? nothing,
      exhibition: of.title,
      ...{ organiser: of.organiser, year: of.year, day: of.day, title: stand.title },
      nomination: of.nominations.find(({ id }) => id === (award ? award.nominationId : stand.nominationId))?.title ?? '',
      team: learners.map(({ name }) => name),
      ...(one && { person: one.name }),
      supervisors: kind === 'thanks' ? [] : adults.map(({ name }) => name),
      signers,
      number: paper ? numberOf(paper) : '',
      address: paper ? `${base}/d/${paper.code}` : null,
      languages,
    }
  })
}
