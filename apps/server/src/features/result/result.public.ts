import { refuse } from '@sheber/contract/refusal'
import { languages } from '@sheber/contract/words'
import { award, paper, stand, standShown } from '@sheber/db/schema'
import { showsResults } from '@sheber/domain/exhibition'
import { inLanguage } from '@sheber/domain/framework'
import { may } from '@sheber/domain/permission'
import { namedIn, namesFor } from '@sheber/domain/publication'
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
    const { given, of, members, exhibition } = row
    // What an organiser admitted; what its team has written since nobody has read.
    const { title, nominationId } = asAdmitted(row)
    // Whoever is out of the hall has not taken part; what was awarded is taken back by itself.
    const holds = given.revokedAt === null && (of ? of.state === 'issued' : row.state === 'admitted')
    if (!holds) return send(reply, 410, noDiplomaPage(language, number, 'revoked'))
    const team = members.map(({ id }) => id)
    const ids = given.personId === null ? team : [given.personId]
    const souls = await soulsOf(db, [...new Set([...team, ...ids])])
    const today = clock.now().toISOString().slice(0, 10)
    const told = namedIn(title, [...souls.values()])
    const isOpen = told.every((id) => namesFor([id], souls, today).length > 0)
    // As the paper has it: an award may be given in another nomination, or in none.
    const nomination = exhibition.plan.nominations.find(({ id }) => id === (of ? of.nominationId : nominationId))
    return send(
      reply,
      200,
      diplomaPage(language, {
        number,
        nth: numberOf(given),
        kind: given.kind,
        award: of ? titleOf(of, language) : resultWords[language][given.kind],
        exhibition: inLanguage(exhibition.plan.title, language),
        year: exhibition.year,
        nomination: nomination ? inLanguage(nomination.title, language) : '',
        title: isOpen ? title : '',
        names: namesFor(ids, souls, today),
      }),
    )
  })
}
