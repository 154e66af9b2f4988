import { refuse } from '@sheber/contract/refusal'
import { languages } from '@sheber/contract/words'
import { award, paper, stand, standShown } from '@sheber/db/schema'
import { showsResults } from '@sheber/domain/exhibition'
import { inLanguage } from '@sheber/domain/framework'
import { may } from '@sheber/domain/permission'
import { namedIn, namesFor } from '@sheber/domain/publication'
import { namesSchool } from '@sheber/domain/seen'
import { authorsIn } from '@sheber/domain/stand'
import { eq } from 'drizzle-orm'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../../services.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { soulsOf } from '../publication/publication.souls.ts'
import { asAdmitted } from '../stand/stand.admitted.ts'
import { codePattern } from './result.code.ts'
import { diplomaPage, diplomaPolicy, noDiplomaPage } from './result.page.ts'
import { numberOf } from './result.paper.ts'
import { resultWords, titleOf } from './result.words.ts'

type Asked = FastifyRequest<{ Params: { number: string }; Querystring: { lang?: string } }>

/** Anybody may check a diploma by its number. Before the hour of the results there is none, whoever guesses it. */
export const resultPublic = (app: FastifyInstance, { db, clock }: Services) => {
  const found = async (number: string) => {
    if (!codePattern.test(number)) return null
    const [row] = await db
      .select({ given: paper, of: award, entry: stand.entry, shown: standShown.shown, members: stand.members, state: stand.state })
      .from(paper)
      .innerJoin(stand, eq(stand.id, paper.standId))
      .leftJoin(standShown, eq(standShown.standId, stand.id))
      .leftJoin(award, eq(award.id, paper.awardId))
      .where(eq(paper.code, number))
    const exhibition = row && (await exhibitionNow(db, row.given.exhibitionId))
    return exhibition && showsResults(exhibition.plan, exhibition.state, clock.now()) ? { ...row, exhibition } : null
  }

  const send = (reply: FastifyReply, code: number, html: string) =>
    reply
      .code(code)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', diplomaPolicy)
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex, nofollow, noarchive')
      .header('vary', 'accept-language, cookie')
      // A consent that is withdrawn is gone with the next look.
      .header('cache-control', code === 200 ? 'no-cache' : 'no-store')
      .send(html)

  app.get('/d/:number', { schema: { hide: true } }, async (request: Asked, reply) => {
    if (!may(request.who, 'award.fetch')) return refuse('sign-in-needed')
    const number = request.params.number.toUpperCase()
    const language = languages.find((one) => one === request.query.lang) ?? request.language
    const row = await found(number)
    if (!row) return send(reply, 404, noDiplomaPage(language, number, 'none'))
    const { given, of, exhibition } = row
    // Whoever is out of the hall has not taken part; what was awarded is taken back by itself.
    const holds = given.revokedAt === null && (of ? of.state === 'issued' : row.state === 'admitted')
    if (!holds) return send(reply, 410, noDiplomaPage(language, number, 'revoked'))
    const said = await saidBy(row)
    const isTheirs = given.kind === 'thanks'
    const team = [...said.names.keys()].filter((id) => said.adults.includes(id) === isTheirs)
    const ids = given.personId === null ? team : [given.personId]
    const souls = await soulsOf(db, [...new Set([...said.names.keys(), ...ids])])
    const today = clock.now().toISOString().slice(0, 10)
    const mayName = (id: string) => namesFor([id], souls, today).length > 0
    // A work may be called by somebody who was called otherwise then.
    const asThen = [...souls.values()].map((soul) => ({ ...soul, name: said.names.get(soul.id) ?? soul.name }))
    const namesOf = (of: readonly string[]) => [...new Set(of.filter(mayName).map((id) => said.names.get(id) ?? ''))].filter(Boolean)
    const named = namedIn(said.title, [...souls.values(), ...asThen])
    return send(
      reply,
      200,
      diplomaPage(language, {
        ...{ number, nth: numberOf(given), kind: given.kind, year: exhibition.year },
        award: said.award ? titleOf(said.award, language) : resultWords[language][given.kind],
        exhibition: inLanguage(said.exhibition, language),
        nomination: said.nomination ? inLanguage(said.nomination, language) : '',
        title: named.every(mayName) ? said.title : '',
        names: namesOf(ids),
        // A diploma is its pupils': where none of them is named, it is not said to be their teacher's.
        leaders: given.personId === null && !isTheirs ? namesOf(said.adults) : [],
        school: said.school && namesSchool(said.learners, souls, today) ? said.school : '',
      }),
    )
  })

  /** As it was given; of a paper that was given before that was kept, as its stand and its people are called today. */
  const saidBy = async ({ given, of, members, exhibition, ...row }: NonNullable<Awaited<ReturnType<typeof found>>>) => {
    if (given.said) {
      const { exhibition, nomination, title, degree, award, team, adults, school } = given.said
      return {
        ...{ exhibition, nomination, title, school, award: of && { degree, title: award } },
        learners: team.map(({ id }) => id),
        adults: adults.map(({ id }) => id),
        names: new Map([...team, ...adults].map(({ id, name }) => [id, name])),
      }
    }
    // What an organiser admitted; what its team has written since nobody has read.
    const { title, nominationId } = asAdmitted(row)
    const souls = await soulsOf(db, [...members.map(({ id }) => id), ...(given.personId === null ? [] : [given.personId])])
    const nomination = exhibition.plan.nominations.find(({ id }) => id === (of ? of.nominationId : nominationId))
    return {
      ...{ exhibition: exhibition.plan.title, nomination: nomination?.title ?? null, title, school: null, award: of, learners: [] },
      adults: [...authorsIn(members)].flatMap(([id, isAuthor]) => (isAuthor ? [] : [id])),
      names: new Map([...souls.values()].map(({ id, name }) => [id, name])),
    }
  }
}
