import type { Language } from '@sheber/contract/words'
import type { DbOrTx } from '@sheber/db/open'
import { standsShown } from '../stand/stand.shown.ts'
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
}

const nothing = { kk: '', ru: '', en: '' }

/**
 * What is given on paper, page by page: diplomas to those who were awarded, a certificate to every learner who took part, thanks to the
 * grown-ups beside them.
 */
export const papersOf = async (db: DbOrTx, { kind, of, stands, person, base, languages, now }: Asked): Promise<Diploma[]> => {
  const ids = stands.map(({ id }) => id)
  const names = await namesOf(
    db,
    stands.flatMap(({ members }) => members.map(({ id }) => id)),
  )
  const awards = kind === 'diploma' && ids.length > 0 ? await issuedOf(db, of.id, ids) : []
  const open = new Set(kind === 'diploma' ? [] : (await standsShown(db, of.id, now)).flatMap((one) => (one.open ? [one.id] : [])))
  const signers = of.signers
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, office }) => ({ name, office: saidIn(office, languages[0] ?? 'kk') }))
  return stands.flatMap((stand) => {
    const people = stand.members.map(({ id, adult }) => ({ id, adult, name: names.get(id) ?? '' }))
    const learners = people.filter(({ adult }) => !adult)
    const adults = people.filter(({ adult }) => adult)
    const each = { diploma: people, certificate: learners, thanks: adults }[kind]
    const all = person === 'all' || (person === undefined && kind === 'thanks')
    const to = all ? each : person === undefined ? [null] : each.filter(({ id }) => id === person)
    const given = kind === 'diploma' ? awards.filter(({ standId }) => standId === stand.id) : [null]
    return given.flatMap((award) =>
      to.map((one) => ({
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
        number: award?.number ?? '',
        // A page that the world may not see proves nothing to whoever holds the paper.
        address: award ? `${base}/d/${award.number}` : open.has(stand.id) ? `${base}/e/${of.id}/${stand.id}` : null,
        languages,
      })),
    )
  })
}
