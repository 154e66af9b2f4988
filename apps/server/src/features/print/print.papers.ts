import type { Language } from '@sheber/contract/words'
import type { Db } from '@sheber/db/open'
import type { PaperSaid } from '@sheber/db/schema'
import { authorsIn } from '@sheber/domain/stand'
import { numberOf, papersFor, type Wish } from '../result/result.paper.ts'
import { saidOf } from '../result/result.said.ts'
import type { Diploma } from './print.diploma.ts'
import { issuedOf, namesOf, type ExhibitionPrinted, type PrintedStand } from './print.gather.ts'
import { saidIn, type DiplomaKind } from './print.words.ts'

interface Asked {
  readonly kind: DiplomaKind
  readonly of: ExhibitionPrinted
  readonly stands: readonly PrintedStand[]
  /** One of the team, or each of it; absent: the team's own, and of letters of thanks one for each grown-up beside the authors. */
  readonly person?: string | undefined
  /** Of this server, as whoever asks has it. */
  readonly base: string
  readonly languages: readonly Language[]
  readonly now: Date
  readonly newId: () => string
}

/**
 * What is given on paper, page by page: diplomas to those who were awarded, a certificate to every author, thanks to the grown-ups beside
 * them.
 */
export const papersOf = async (db: Db, { kind, of, stands, person, base, languages, now, newId }: Asked): Promise<Diploma[]> => {
  const ids = stands.map(({ id }) => id)
  const names = await namesOf(
    db,
    stands.flatMap(({ members }) => members.map(({ id }) => id)),
  )
  const awards = kind === 'diploma' && ids.length > 0 ? await issuedOf(db, of.id, ids) : []
  const pages = stands.flatMap((stand) => {
    const people = stand.members
    const authors = authorsIn(people)
    const areAuthors = (isAuthor: boolean) => people.filter(({ id }) => authors.get(id) === isAuthor)
    const each = { diploma: people, certificate: areAuthors(true), thanks: areAuthors(false) }[kind]
    const all = person === 'all' || (person === undefined && kind === 'thanks')
    const to = all ? each : person === undefined ? [null] : each.filter(({ id }) => id === person)
    const given = kind === 'diploma' ? awards.filter(({ standId }) => standId === stand.id) : [null]
    return given.flatMap((award) =>
      to.map((one) => {
        const said = saidOf({ of, stand, names, award })
        const wish: Wish = {
          ...{ kind, standId: stand.id, awardId: award?.id ?? null, personId: one?.id ?? null, said },
          ...(award && !one && { code: award.number }),
        }
        return { wish, said }
      }),
    )
  })
  const paperOf = await papersFor(
    db,
    { exhibitionId: of.id, year: of.year, at: now, newId },
    pages.map(({ wish }) => wish),
  )
  return pages.map(({ wish, said }) => {
    const paper = paperOf(wish)
    return {
      ...printed(paper?.said ?? said, { kind, personId: wish.personId, languages }),
      ...{ kind, year: of.year, languages },
      number: paper ? numberOf(paper) : '',
      address: paper ? `${base}/d/${paper.code}` : null,
    }
  })
}

interface Page extends Pick<Asked, 'kind' | 'languages'> {
  readonly personId: string | null
}

/** What was said when it was given; of what was given before that was kept, what would be said today. */
const printed = (said: PaperSaid, { kind, personId, languages }: Page) => {
  const person = [...said.team, ...said.adults].find(({ id }) => id === personId)
  const namesIn = (people: PaperSaid['team']) => people.map(({ name }) => name).filter(Boolean)
  return {
    degree: said.degree as Diploma['degree'],
    ...{ award: said.award, exhibition: said.exhibition, organiser: said.organiser, day: said.day, title: said.title },
    nomination: said.nomination ?? '',
    team: namesIn(said.team),
    ...(person && { person: person.name }),
    school: said.school ?? '',
    supervisors: kind === 'thanks' ? [] : namesIn(said.adults),
    signers: said.signers.map(({ name, office }) => ({ name, office: saidIn(office, languages[0] ?? 'kk') })),
  }
}
