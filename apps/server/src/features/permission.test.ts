import { acceptance } from '@sheber/contract/acceptance'
import { aside } from '@sheber/contract/aside'
import { badge, type ClassDraft } from '@sheber/contract/badge'
import { board } from '@sheber/contract/board'
import { card } from '@sheber/contract/card'
import { centre } from '@sheber/contract/centre'
import { comment } from '@sheber/contract/comment'
import { contribution } from '@sheber/contract/contribution'
import { consent } from '@sheber/contract/consent'
import { evidence } from '@sheber/contract/evidence'
import { exhibition } from '@sheber/contract/exhibition'
import { file } from '@sheber/contract/file'
import { framework } from '@sheber/contract/framework'
import { group } from '@sheber/contract/group'
import { guardian } from '@sheber/contract/guardian'
import { inbox } from '@sheber/contract/inbox'
import { final } from '@sheber/contract/final'
import { judge } from '@sheber/contract/judge'
import type { Topic } from '@sheber/contract/kit'
import { notebook } from '@sheber/contract/notebook'
import { organisation } from '@sheber/contract/organisation'
import { person } from '@sheber/contract/person'
import { portfolio } from '@sheber/contract/portfolio'
import { preview } from '@sheber/contract/preview'
import { project } from '@sheber/contract/project'
import { publication } from '@sheber/contract/publication'
import { result } from '@sheber/contract/result'
import { review } from '@sheber/contract/review'
import { room } from '@sheber/contract/room'
import { routes, type RouteName } from '@sheber/contract/routes'
import { session } from '@sheber/contract/session'
import { stand, type Stand } from '@sheber/contract/stand'
import { task } from '@sheber/contract/task'
import { team } from '@sheber/contract/team'
import { trace } from '@sheber/contract/trace'
import { trail } from '@sheber/contract/trail'
import { version } from '@sheber/contract/version'
import { visitor } from '@sheber/contract/visitor'
import {
  comparing as comparingTable,
  file as fileTable,
  judgeStand as judgeStandTable,
  result as resultTable,
  score as scoreTable,
  submission as submissionTable,
} from '@sheber/db/schema'
import { caller, type Caller } from '@sheber/dev-env/caller'
import { groupCode, idOf, password, personNames, pin, type PersonName } from '@sheber/dev-env/people'
import { aPlan, nominations, seedExhibition, seedJudge, seedStand } from '@sheber/dev-env/seed/exhibition'
import { freshThings, type Asked } from '@sheber/dev-env/seed/fresh'
import { seedQuestion } from '@sheber/dev-env/seed/visitor'
import { createWorld } from '@sheber/dev-env/world'
import { noFields } from '@sheber/dev-env/seed/publication'
import { competency, draft, uuid } from '@sheber/domain/framework.fixture'
import { addNote, openBoard } from '@sheber/document/board'
import { putQuestions } from '@sheber/document/notebook'
import { addRecord, openPortfolio } from '@sheber/document/portfolio'
import { boardRoom, notebookRoom, portfolioRoom } from '@sheber/document/room'
import { may } from '@sheber/domain/permission'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { thingOfTopic } from '../facts/topic.ts'
import { whoOfCookie } from '../plugins/who.ts'
import { newId } from '../new-id.ts'
import { accessTo } from '../sync/access.ts'
import { begin, bring, tus } from './file/testing/send.ts'
import { giveDueBadges } from './result/result.badges.ts'
import { tellDue } from './result/result.sweep.ts'
import { cookieName, makeSession } from './session/session.store.ts'

/**
 * The permission matrix: every route × every kind of person, through the door. One line is one question; a route
 * without a line fails. Refused: 401 for a guest, 403 for anybody else, and nothing is written. Allowed: answered as said.
 *
 *   aigerim daulet   pupils of the team, of the centre and of the school   timur    pupil of another team
 *   madina           teacher of the centre, in the team                    marat    teacher of the school, in another
 *   yerlan           mentor from the company, in the team                  gulnara  partner      sergey  judge
 *   botagoz          administrator of the centre                           saule    administrator of the school
 *   zhanna           mother of aigerim, and nothing else here
 */
type Name = PersonName | 'guest'
const names: readonly Name[] = ['guest', ...personNames]

const signedIn = personNames.join(' ')
const everybody = `guest ${signedIn}`
const nobody = ''

const world = await createWorld()
afterAll(() => world[Symbol.asyncDispose]())
const { team: teamId, project: projectId, board: boardId, group: groupId } = world

/** Each question comes with a sign-in of its own, so that one that ends does not end the next. */
const cookieOf = async (who: Name) => {
  if (who === 'guest') return null
  const token = await makeSession(world.services.db, world.person(who).id, { device: 'test', openedAt: world.clock.now() })
  return `${cookieName(world.services.config)}=${token}`
}

const director: Pick<Caller, 'ask'> = { ask: async (route, ...asked) => caller(world.app, await cookieOf('botagoz')).ask(route, ...asked) }
const { inCentre, inSchool, ...fresh } = freshThings(world, director)

const madeVersion = async () => {
  const { id } = await caller(world.app, await cookieOf('aigerim')).ask(version.make, { params: { boardId }, body: { name } })
  return { params: { boardId, versionId: id } }
}

const newPage = () => ({ params: { projectId }, body: { id: newId(), day: null, another: true } })
const openedPage = async (body?: object) => {
  const { id: pageId } = await caller(world.app, await cookieOf('aigerim')).ask(notebook.open, newPage())
  return { params: { pageId }, ...(body && { body }) }
}
const writtenPage = async () => {
  const asked = await openedPage()
  await world.services.hub.write(notebookRoom(asked.params.pageId), { person: null, session: null }, 'import', (doc) =>
    putQuestions(doc, [name]),
  )
  return asked
}
const signedPage = async (isProof = false) => {
  const { params } = await writtenPage()
  const { signatures } = await caller(world.app, await cookieOf('yerlan')).ask(notebook.sign, { params })
  return { params: { ...params, ...(isProof && { signatureId: signatures[0]?.id ?? '' }) } }
}

const keptPage = async () => {
  const { params } = await writtenPage()
  const { versionId } = await caller(world.app, await cookieOf('aigerim')).ask(notebook.keep, { params })
  return { params: { ...params, versionId } }
}

let frameworks = 0
const freshFramework = () => {
  const n = (frameworks += 10)
  const levels = [1, 2].map((at) => ({ ...draft().levels[0], id: uuid(n + at) })) as ReturnType<typeof draft>['levels']
  return { id: uuid(n), draft: draft({ levels, competencies: [competency(n + 3)] }) }
}
const madeFramework = async (of: 'centre' | 'school', published = false, body?: (of: ReturnType<typeof draft>) => object) => {
  const asked = freshFramework()
  await director.ask(framework.make, { params: { organisationId: world.organisation(of) }, body: asked })
  const params = { frameworkId: asked.id }
  if (published) await director.ask(framework.publish, { params })
  return { params, ...(body && { body: body(asked.draft) }) }
}

/** Said by somebody of your choice, with an id of its own. */
let saids = 0
const said = (kind: 'comment' | 'note') => ({ id: idOf(`said ${++saids}`), kind, text: 'Қанаты қисық', mentions: [] })
const pinned = (kind: 'comment' | 'note' = 'comment') => ({
  params: { boardId },
  body: { ...said(kind), thingId: null, place: { x: 0, y: 0 } },
})
const threadBy = async (who: PersonName) => {
  // Nobody writes so much in a minute; the matrix does.
  world.clock.advance(10_000)
  const { id } = await caller(world.app, await cookieOf(who)).ask(comment.write, pinned())
  return { params: { boardId, threadId: id } }
}
const commentBy = async (who: PersonName, body?: object) => {
  const { params } = await threadBy(who)
  return { params: { boardId, commentId: params.threadId }, ...(body && { body }) }
}
const removedBy = async (who: PersonName) => {
  const asked = await commentBy('daulet')
  await caller(world.app, await cookieOf(who)).ask(comment.remove, asked)
  return asked
}

const freshTask = () => ({ id: newId(), title: 'Қанатын желімдеу', state: 'todo', people: [] }) as const
const taskBy = async (who: PersonName, body?: object) => {
  const asked = freshTask()
  await caller(world.app, await cookieOf(who)).ask(task.add, { params: { projectId }, body: { ...asked, people: [] } })
  return { params: { taskId: asked.id }, ...(body && { body }) }
}
const agreed = () => ({ id: newId(), scope: 'work', guardian: 'Сәуле Ж.', from: '2026-09-01', until: null })
const withId = ({ params }: { params: { personId: string } }) => ({ params: { ...params, consentId: newId() } })
/** Somebody who stands for another child of the centre already. */
const standing = () => ({ id: newId(), guardianId: world.person('zhanna').id })
let invitations = 0
const invited = (of: 'centre' | 'school') => ({
  id: newId(),
  organisationId: world.organisation(of),
  name,
  login: `ana${++invitations}`,
  password,
})
const stoodFor = async () => {
  const body = standing()
  const { params } = await fresh.learner('centre', body)
  await director.ask(guardian.add, { params, body } as never)
  return { params: { ...params, guardianshipId: body.id } }
}
const taken = () => ({ id: newId(), evidenceId: newId(), topic: name, goalId: null })

/** Of the centre, where she learns. */
const aboutAigerim = 'botagoz madina aigerim'
const aigerimsPortfolio = async (body?: object, params?: object) => {
  const asked = { body: { of: 'person' as const, id: world.person('aigerim').id } }
  const { id } = await caller(world.app, await cookieOf('aigerim')).ask(portfolio.open, asked)
  return { params: { portfolioId: id, ...params }, ...(body && { body }) }
}

/** Where yerlan writes too. */
const openedToYerlan = async (params?: object) => {
  const asked = await aigerimsPortfolio({ personId: world.person('yerlan').id })
  await caller(world.app, await cookieOf('aigerim')).ask(portfolio.letIn, asked as never)
  return { params: { ...asked.params, ...params } }
}
const authorsAndStaff = `${aboutAigerim} yerlan`
const linkedTo = async (whose: PersonName = 'aigerim') => {
  const { params } = whose === 'aigerim' ? await openedToYerlan() : await teamsPortfolio()
  const recordId = newId()
  await world.services.hub.write(portfolioRoom(params.portfolioId), { person: world.person('aigerim').id, session: null }, 'edit', (doc) =>
    addRecord(openPortfolio(doc), { id: recordId, kind: 'made', title: name, audience: ['group', 'team'] }, { by: '', at: 1 }),
  )
  const { params: of, body } = await madeFramework('centre', true, ({ levels, competencies }) => ({
    competencyId: competencies[0]?.id,
    levelId: levels[0]?.id,
  }))
  const claim = body as { competencyId: string; levelId: string }
  return { params, of, recordId, claim, asked: { recordId, people: [] as string[], claims: [claim], why: name } }
}
const teamsPortfolio = async () => {
  const { id } = await caller(world.app, await cookieOf('aigerim')).ask(portfolio.open, { body: { of: 'team', id: teamId } })
  return { params: { portfolioId: id } }
}
const claimed = async (whose?: PersonName, body?: (claim: { levelId: string }) => object) => {
  const { params, asked, claim } = await linkedTo(whose)
  const people = whose ? [world.person(whose).id] : []
  const [made] = await caller(world.app, await cookieOf('aigerim')).ask(evidence.link, { params, body: { ...asked, people } })
  return { params: { ...params, evidenceId: made?.id ?? '' }, ...(body && { body: body(claim) }) }
}
const inGroup = async () => {
  const { claim } = await linkedTo()
  const people = [world.person('aigerim').id]
  const body = { recordId: newId(), title: name, kind: 'learned', from: '2026-11-20', people, claims: [claim], why: name }
  return { params: { groupId }, body }
}

/** For a role, so that nobody has to be confirmed in anything. */
const role = { kk: 'Құрастырушы', ru: '', en: '' }
const badgeDraft: ClassDraft = { title: role, criteria: role, emblem: 'gear', needs: [], role, validMonths: null }
const freshBadge = () => ({ id: randomUUID(), draft: badgeDraft })
const madeBadge = async (of: 'centre' | 'school', body?: object, open = false) => {
  const asked = freshBadge()
  await director.ask(badge.make, { params: { organisationId: world.organisation(of) }, body: asked })
  const params = { classId: asked.id }
  if (open) await director.ask(badge.open, { params })
  return { params, ...(body && { body }) }
}
const inHand = { personId: world.person('aigerim').id, projectId }
const givenBadge = async (body?: object) => {
  const { id } = await director.ask(badge.issue, { ...(await madeBadge('centre', undefined, true)), body: inHand })
  return { params: { badgeId: id }, ...(body && { body }) }
}

/** Of aigerim's portfolio, in the centre's queue; yerlan is asked by name. */
const handedIn = async (steps: readonly ('returned' | 'given')[] = [], body?: (of: { reviewId: string; threadId: string }) => object) => {
  const { params: of } = await aigerimsPortfolio()
  await world.services.hub.write(portfolioRoom(of.portfolioId), { person: null, session: null }, 'import', (doc) =>
    addRecord(openPortfolio(doc), { id: 'bridge', kind: 'made', title: 'Көпір' }, { by: '', at: 0 }),
  )
  const [child, mentor] = [caller(world.app, await cookieOf('aigerim')), caller(world.app, await cookieOf('yerlan'))]
  // Another line may have let him in, and no author is asked.
  await child.ask(portfolio.letOut, { params: { ...of, personId: world.person('yerlan').id } })
  const id = newId()
  // Words of its own, or it would be the question that waits already.
  const asked = { id, records: ['bridge'], organisationId: world.organisation('centre'), reviewerId: world.person('yerlan').id, words: id }
  await child.ask(review.request, { params: of, body: asked })
  const params = { submissionId: id }
  const [reviewId, threadId] = [newId(), newId()]
  const { version: read } = await mentor.ask(review.look, { params })
  const word = { id: reviewId, versionId: read.id, text: 'Неге?', verdicts: [] }
  for (const step of steps) await mentor.ask(review.give, { params, body: { ...word, outcome: step === 'given' ? 'accepted' : step } })
  await child.ask(review.remark, { params, body: { id: threadId, recordId: 'bridge', threadId: null, at: null, text: 'Міне' } })
  return { params, of, ...(body && { body: body({ reviewId, threadId }) }), versionId: read.id }
}
/** A record that names a piece which is nowhere: who may ask is told so, whoever may not is told nothing. */
const pieceNowhere = async () => {
  const { params } = await aigerimsPortfolio()
  return { params: { ...params, recordId: 'bridge', pieceId: 'nowhere' } }
}
const pieceHandedIn = async () => {
  const { params } = await handedIn()
  return { params: { ...params, recordId: 'bridge', pieceId: 'nowhere' } }
}
const givesOpinion = async () => {
  const { params, versionId } = await handedIn()
  return { params, body: { id: newId(), versionId, outcome: 'opinion', text: '', verdicts: [] } }
}
const unassigned = async () => {
  const { params } = await handedIn()
  await world.services.db.update(submissionTable).set({ reviewerId: null }).where(eq(submissionTable.id, params.submissionId))
  return { params }
}

let exhibitions = 0
const freshPlan = () => ({ id: newId(), plan: aPlan(world.clock.now()) })
const madeExhibition = async (state: 'draft' | 'call', body?: object) => {
  const exhibitionId = await seedExhibition(world.services.db, world.clock.now(), { word: `exhibition ${++exhibitions}`, state })
  return { params: { exhibitionId }, ...(body && { body }) }
}
/** The centre has asked the school. */
const invitedSchool = async () => {
  const { params } = await madeExhibition('call')
  const organisationId = world.organisation('school')
  await director.ask(exhibition.invite, { params, body: { organisationId } })
  return { params: { ...params, organisationId } }
}

/** … which has agreed, and may leave again. */
const heldWithSchool = async () => {
  const { params } = await invitedSchool()
  await caller(world.app, await cookieOf('marat')).ask(exhibition.accept, { params })
  return { params }
}

let judgings = 0
/** Of the centre, one stand of our team with one score; `steps` says how far its results have come, by madina's hand and botagoz's. */
const judgedAt = async (steps: 'none' | 'given' | 'proposed' | 'approved' | 'released', body?: (of: { sha256: string }) => object) => {
  const { db } = world.services
  const now = world.clock.now()
  // Its hour has come already.
  const windows = { ...aPlan(now).windows, resultsAt: now.toISOString() }
  const exhibitionId = await seedExhibition(db, now, {
    word: `judged ${++judgings}`,
    state: 'deliberation',
    plan: { viewsMin: 1, windows },
  })
  const standId = await seedStand(db, now, { exhibitionId, word: `judged ${judgings}` })
  const judgeId = await seedJudge(db, now, { exhibitionId, person: 'sergey' })
  const scoreId = newId()
  const marks = [{ criterionId: 'idea', points: 1 }]
  await db.insert(scoreTable).values({ id: scoreId, judgeId, standId, marks, total: 50, words: name, madeAt: now, createdAt: now })
  const params = { exhibitionId }
  const awardId = newId()
  const given = { standId, degree: 1, title: null, reason: name }
  if (steps !== 'none') await director.ask(result.give, { params, body: { id: awardId, ...given } })
  if (steps === 'released' || steps === 'approved' || steps === 'proposed') {
    const { sha256 } = await director.ask(result.look, { params })
    await director.ask(result.propose, { params, body: { sha256 } })
    if (steps !== 'proposed') await caller(world.app, await cookieOf('madina')).ask(result.approve, { params, body: { sha256 } })
    // Proposed by somebody who asks for none of it below.
    if (steps === 'proposed')
      await db
        .update(resultTable)
        .set({ proposedBy: world.person('saule').id })
        .where(eq(resultTable.exhibitionId, exhibitionId))
    if (steps === 'released') {
      await director.ask(result.release, { params })
      // Told now, or it is told in the midst of a question.
      await tellDue(world.services)
      await giveDueBadges(world.services)
    }
  }
  const { sha256 } = await director.ask(result.look, { params })
  return { params, given, standId, scoreId, awardId, ...(body && { body: body({ sha256 }) }) }
}
const ofAward = async (steps: 'given' | 'released', body?: object) => {
  const { params, awardId, given } = await judgedAt(steps)
  return { params: { ...params, awardId }, body: body ?? given }
}
const ofJudgedStand = async () => ({ params: { standId: (await judgedAt('released')).standId } })
const awarded = async () => {
  const { params, given } = await judgedAt('none')
  return { params, body: { id: newId(), ...given } }
}
const worded = async () => {
  const { params, scoreId } = await judgedAt('none')
  return { params: { ...params, scoreId }, body: { through: true } }
}
const bare = async (steps: 'none' | 'approved') => ({ params: (await judgedAt(steps)).params })
const hashed = async (steps: 'given' | 'proposed') => {
  const { params, body } = await judgedAt(steps, (of) => of)
  return { params, body: body ?? {} }
}

const copied = (to: string) => ({ params: { boardId }, body: { id: newId(), projectId: to, title: name, things: null } })

/** Of the team's project, in an exhibition of the centre that nobody else is in. */
let halls = 0
const freshHall = async () => {
  const exhibitionId = await seedExhibition(world.services.db, world.clock.now(), { word: `hall ${++halls}` })
  return { params: { exhibitionId } }
}
const freshStand = async (state: 'draft' | 'entered' | 'admitted' = 'draft', body?: (of: Stand) => object) => {
  const { exhibitionId } = (await freshHall()).params
  const child = caller(world.app, await cookieOf('aigerim'))
  const begun = await child.ask(stand.begin, { params: { projectId }, body: { id: newId(), exhibitionId } })
  const params = { standId: begun.id }
  const of = await filledIn(child, begun)
  if (state !== 'draft') await child.ask(stand.enter, { params })
  if (state === 'admitted') await director.ask(stand.admit, { params })
  return { params, ...(body && { body: body(of) }) }
}
const filledIn = async (child: Caller, begun: Stand) => {
  const params = { standId: begun.id }
  await world.services.hub.write(boardRoom(boardId), { person: null, session: null }, 'import', (doc) =>
    addNote(openBoard(doc), { id: 'stand', colour: 'yellow', x: 0, y: 0, by: '', at: 0, text: 'Көпір' }),
  )
  const posterId = newId()
  const picture = { id: posterId, boardId, personId: world.person('aigerim').id, name: 'a.png', type: 'image/png' as const, bytes: 1 }
  await world.services.db.insert(fileTable).values({ ...picture, width: 8, height: 6, sha256: '00' })
  const parts = begun.members.map(({ id }) => ({ personId: id, words: name, confirmed: false }))
  const entry = { ...begun.entry, nominationId: nominations[0]?.id ?? null, about: name, posterId, parts, adults: name }
  await child.ask(stand.change, { params, body: { entry, revision: begun.revision } })
  for (const who of ['aigerim', 'daulet', 'madina', 'yerlan'] as const)
    await caller(world.app, await cookieOf(who)).ask(stand.confirm, { params, body: { words: name } })
  return child.ask(stand.look, { params })
}
/** Of a team that none of its organisers is in. */
const inHall = async () => {
  const { exhibitionId } = (await freshHall()).params
  return { params: { standId: await seedStand(world.services.db, world.clock.now(), { exhibitionId, team: 'glider' }) } }
}

/** At a stand of our team. */
const freshQuestion = async (state: 'waiting' | 'approved' = 'waiting', body?: object) => {
  const { exhibitionId } = (await freshHall()).params
  const standId = await seedStand(world.services.db, world.clock.now(), { exhibitionId })
  const questionId = await seedQuestion(world.services.db, world.clock.now(), { standId, state })
  return { params: { standId, questionId }, ...(body && { body }) }
}
const freshVisited = async () => ({ params: { standId: (await freshQuestion()).params.standId } })

const shelvedFile = async () => {
  const { params } = await aigerimsPortfolio()
  const { portfolioId } = params as { portfolioId: string }
  const who = caller(world.app, await cookieOf('aigerim'))
  const id = newId()
  const words = new TextEncoder().encode('Менің алғашқы сынағым\n')
  await begin(who, { id, portfolioId, bytes: words.byteLength })
  await bring(who, id, 0, words)
  return { params: { portfolioId }, body: { id } }
}

const sentFile = async () => {
  const id = newId()
  const row = { id, boardId, personId: world.person('aigerim').id, name: 'a.txt', type: 'text/plain', bytes: 1, sha256: '00' } as const
  await world.services.db.insert(fileTable).values(row)
  return { params: { fileId: id } }
}

const broughtFile = async () => {
  const { params } = await aigerimsPortfolio()
  return { params, body: { id: newId(), fileId: (await sentFile()).params.fileId } }
}

const carriedFile = async () => ({ params: { boardId }, body: { files: [{ id: newId(), fileId: (await sentFile()).params.fileId }] } })

const asksForReview = () => ({ id: newId(), records: [], organisationId: world.organisation('centre'), reviewerId: null, words: '' })
const remarks = ({ threadId }: { threadId: string }) => ({ id: newId(), recordId: 'bridge', threadId, at: null, text: 'Иә' })

let juries = 0
/** Run by the centre; sergey is of its jury, and has one stand to see. */
const jury = async (body?: (of: { standId: string; otherId: string }) => object) => {
  const now = world.clock.now()
  const { db } = world.services
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000).toISOString()
  const windows = {
    entriesFrom: hours(-9),
    entriesTo: hours(-8),
    hallFrom: hours(-7),
    judgingFrom: hours(-1),
    judgingTo: hours(1),
    resultsAt: hours(2),
  }
  const word = `jury ${++juries}`
  const exhibitionId = await seedExhibition(db, now, { word, state: 'judging', plan: { windows } })
  const standId = await seedStand(db, now, { exhibitionId, team: 'glider' })
  const otherId = await seedStand(db, now, { exhibitionId, team: 'glider', word })
  const judgeId = await seedJudge(db, now, { exhibitionId, person: 'sergey' })
  await db.insert(judgeStandTable).values({ judgeId, standId, place: 0 })
  await db.insert(comparingTable).values({ exhibitionId, standIds: [standId, otherId], openedBy: world.person('madina').id })
  return { params: { exhibitionId }, judge: { judgeId }, standId, otherId, ...(body && { body: body({ standId, otherId }) }) }
}
const ofJury = async (body?: (of: { standId: string; otherId: string }) => object, stand?: 'standId' | 'otherId') => {
  const made = await jury(body)
  return { params: { ...made.judge, ...(stand && { standId: made[stand] }) }, ...(made.body && { body: made.body }) }
}
const juryOf = async (body?: (of: { standId: string; otherId: string }) => object) => {
  const { params, body: said } = await jury(body)
  return { params, ...(said && { body: said }) }
}
const ofStandIn = ({ params, standId, body }: Awaited<ReturnType<typeof jury>>) => ({
  params: { ...params, standId },
  ...(body && { body }),
})
const juror = () => ({ id: newId(), who: { name, language: 'kk' as const }, shadow: false, nominations: [] })
const madeLink = async () => {
  const { params } = await jury()
  const { secret } = await director.ask(judge.invite, { params, body: juror() })
  return { body: { secret } }
}
const aScore = ({ standId }: { standId: string }) => ({
  ...{ id: newId(), standId, round: 1, marks: [], words: '', madeAt: world.clock.now().toISOString(), overId: null },
})

type Row = [route: { readonly name: RouteName }, of: string, may: string, ask: () => Asked | Promise<Asked>, says?: string]
const name = 'Жаңа атау'
const secret = 'sun-fish-key'
const first = { name, language: 'kk', person: name, login: 'first', password }

const rows: Row[] = [
  [centre.look, '', everybody, () => ({})],
  [centre.create, 'once there is one', everybody, () => ({ body: first }), 'centre-exists'],
  [centre.demo, 'once there is one', everybody, () => ({}), 'centre-exists'],
  [centre.people, 'with real people', everybody, () => ({}), 'not-found'],
  [centre.enter, 'with real people', everybody, () => ({ body: { personId: world.person('botagoz').id } }), 'not-found'],

  [session.me, '', everybody, () => ({})],
  [session.open, '', everybody, () => ({ body: { login: 'madina', password } })],
  [session.names, '', everybody, () => ({ body: { code: groupCode } })],
  [session.openByCode, '', everybody, () => ({ body: { code: groupCode, personId: world.person('aigerim').id, secret: pin } })],
  [session.end, '', signedIn, () => ({})],
  [session.endAll, '', signedIn, () => ({})],
  [session.list, '', signedIn, () => ({})],
  [session.language, '', everybody, () => ({ body: { language: 'ru' } })],
  [session.password, 'with a wrong one', signedIn, () => ({ body: { old: 'not this one', new: password } }), 'wrong-password'],

  [organisation.list, '', 'botagoz madina saule marat', () => ({})],
  [organisation.look, 'centre', 'botagoz madina sergey aigerim timur', () => inCentre()],
  [organisation.look, 'school', 'botagoz madina saule marat daulet', () => inSchool()],
  [organisation.add, '', 'botagoz', () => ({ body: { name, kind: 'school' } })],
  [organisation.rename, 'centre', 'botagoz', () => inCentre({ name })],
  [organisation.rename, 'school', 'botagoz saule', () => inSchool({ name })],

  [person.list, 'centre', 'botagoz madina', () => inCentre()],
  [person.list, 'school', 'botagoz saule marat', () => inSchool()],
  [person.add, 'a learner to the centre', 'botagoz madina', () => inCentre({ name, role: 'learner' })],
  [person.add, 'a learner to the school', 'botagoz saule marat', () => inSchool({ name, role: 'learner' })],
  [person.add, 'a teacher to the school', 'botagoz saule', () => inSchool({ name, role: 'teacher' })],
  [person.add, 'an administrator to the centre', 'botagoz', () => inCentre({ name, role: 'administrator' })],
  [person.rename, 'a learner of the centre', 'botagoz madina', () => fresh.learner('centre', { name })],
  [person.rename, 'a learner of the school', 'botagoz saule marat', () => fresh.learner('school', { name })],
  [person.birth, 'of a learner of the centre', 'botagoz madina', () => fresh.learner('centre')],
  [person.birth, 'of a learner of the school', 'botagoz saule marat', () => fresh.learner('school')],
  [person.born, 'of a learner of the centre', 'botagoz madina', () => fresh.learner('centre', { birthYear: 2012 })],
  [person.born, 'of a learner of the school', 'botagoz saule marat', () => fresh.learner('school', { birthYear: null })],
  [person.role, 'in the centre', 'botagoz', async () => inCentre({ role: 'judge' }, (await fresh.learner('centre')).params)],
  [person.role, 'in the school', 'botagoz saule', async () => inSchool({ role: 'judge' }, (await fresh.learner('school')).params)],
  [person.secret, 'of a learner of the centre', 'botagoz madina', () => fresh.learner('centre', { secret })],
  [person.secret, 'of a learner of the school', 'botagoz saule marat', () => fresh.learner('school', { secret })],
  [person.secret, 'of the director', nobody, () => ({ params: { personId: world.person('botagoz').id }, body: { password } })],
  [person.activate, 'a learner of the centre', 'botagoz madina', () => fresh.learner('centre', { active: false })],
  [person.activate, 'a teacher of the school', 'botagoz saule', () => fresh.teacher('school', { active: false })],
  [person.find, '', 'botagoz madina saule marat', () => ({ query: { name: 'а' } })],

  [group.list, 'centre', 'botagoz madina', () => inCentre()],
  [group.list, 'school', 'botagoz saule marat', () => inSchool()],
  [group.add, 'centre', 'botagoz madina', () => inCentre({ name })],
  [group.join, 'centre', 'botagoz madina', async () => ({ params: { groupId }, body: (await fresh.learner('centre')).params })],
  [group.leave, 'centre', 'botagoz madina', () => fresh.groupSeat('centre')],
  [group.code, 'centre', 'botagoz madina', () => fresh.group('centre')],
  [group.simplify, 'centre', 'botagoz madina', async () => ({ ...(await fresh.group('centre')), body: { simple: true } })],

  [stand.ofProject, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { projectId } })],
  [stand.list, '', 'botagoz madina', freshHall],
  [stand.look, 'a draft', 'botagoz madina yerlan aigerim daulet', () => freshStand()],
  [stand.look, 'handed in', 'botagoz madina yerlan aigerim daulet', () => freshStand('entered')],
  [
    stand.begin,
    '',
    'madina yerlan aigerim daulet',
    async () => ({ params: { projectId }, body: { id: newId(), ...(await freshHall()).params } }),
  ],
  [stand.change, '', 'madina yerlan aigerim daulet', () => freshStand('draft', ({ entry, revision }) => ({ entry, revision }))],
  [stand.confirm, '', 'madina yerlan aigerim daulet', () => freshStand('draft', () => ({ words: name }))],
  [stand.enter, '', 'madina yerlan aigerim daulet', () => freshStand()],
  [stand.withdraw, '', 'madina yerlan aigerim daulet', () => freshStand()],
  [stand.admit, 'of another team', 'botagoz madina', inHall],
  [stand.return, '', 'botagoz madina', () => freshStand('entered', () => ({ reason: name }))],
  [stand.remove, '', 'botagoz madina', () => freshStand('entered', () => ({ reason: name }))],
  [stand.restore, 'what is there', 'botagoz madina yerlan aigerim daulet', () => freshStand(), 'stand-step'],
  [stand.place, '', 'botagoz madina', () => freshStand('admitted', () => ({ number: 7, place: null }))],
  [stand.placeAll, '', 'botagoz madina', freshHall],
  [stand.arrive, '', 'botagoz madina', () => freshStand('admitted', () => ({ here: true }))],

  [team.list, '', signedIn, () => ({})],
  [team.look, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { teamId } })],
  [team.form, 'centre', 'botagoz madina', () => inCentre({ name, members: [] })],
  [team.form, 'school', 'botagoz saule marat', () => inSchool({ name, members: [] })],
  [team.rename, '', 'botagoz madina', () => ({ params: { teamId }, body: { name } })],
  [team.join, 'a child', 'botagoz madina', async () => ({ params: { teamId }, body: (await fresh.learner('centre')).params })],
  [team.leave, 'a child', 'botagoz madina', () => fresh.seat('timur')],
  [team.leave, 'the mentor', 'botagoz madina yerlan', () => fresh.seat('yerlan')],

  [project.list, '', signedIn, () => ({})],
  [project.look, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { projectId } })],
  [project.open, '', 'botagoz madina yerlan', () => ({ params: { teamId }, body: { title: name, direction: 'auto', brief: '' } })],
  [project.change, '', 'madina yerlan aigerim daulet', () => ({ params: { projectId }, body: { title: name } })],
  [project.change, 'archived', nobody, () => fresh.project('archived', { title: name })],
  [project.step, '', 'botagoz madina yerlan aigerim daulet', () => fresh.project('idea', { state: 'design' })],
  [project.step, 'archived', 'botagoz madina yerlan', () => fresh.project('archived', { state: 'idea' })],
  [task.list, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { projectId } })],
  [task.count, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { projectId } })],
  [task.add, '', 'madina yerlan aigerim daulet', () => ({ params: { projectId }, body: freshTask() })],
  [task.add, 'archived', nobody, () => fresh.project('archived', freshTask())],
  [task.look, '', 'botagoz madina yerlan aigerim daulet', () => taskBy('aigerim')],
  [task.change, '', 'madina yerlan aigerim daulet', () => taskBy('aigerim', { due: '2026-12-24' })],
  [task.move, '', 'madina yerlan aigerim daulet', () => taskBy('aigerim', { state: 'doing' })],
  [task.remove, '', 'madina yerlan aigerim daulet', () => taskBy('aigerim')],
  [task.restore, '', 'madina yerlan aigerim daulet', () => taskBy('aigerim')],
  [task.mine, '', signedIn, () => ({})],
  [board.look, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { boardId } })],

  [board.list, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { projectId } })],
  [board.copy, 'within the project', 'madina yerlan aigerim daulet', () => copied(projectId)],
  [board.copy, 'to the project of another team', nobody, () => copied(world.of('glider').project)],
  [board.copy, 'to the archive', nobody, async () => copied((await fresh.project('archived')).params['projectId'] ?? '')],
  [trace.look, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { boardId }, query: { things: 'note000000000001' } })],
  [board.freeze, '', 'botagoz madina', () => ({ params: { boardId }, body: { frozen: false } })],
  [board.simplify, '', 'botagoz madina', () => ({ params: { boardId }, body: { simple: false } })],
  [notebook.list, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { projectId }, query: {} })],
  [notebook.open, '', 'madina yerlan aigerim daulet', () => newPage()],
  [notebook.look, '', 'botagoz madina yerlan aigerim daulet', () => openedPage()],
  [notebook.change, '', 'madina yerlan aigerim daulet', () => openedPage({ title: name })],
  [notebook.remove, '', 'madina yerlan aigerim daulet', () => openedPage()],
  [notebook.restore, '', 'madina yerlan aigerim daulet', () => openedPage()],
  [notebook.sign, '', 'madina yerlan', () => writtenPage()],
  [notebook.unsign, 'signed by yerlan', 'yerlan', () => signedPage()],
  [notebook.proof, '', 'botagoz madina yerlan aigerim daulet', () => signedPage(true)],
  [notebook.keep, '', 'madina yerlan aigerim daulet', () => writtenPage()],
  [notebook.kept, '', 'botagoz madina yerlan aigerim daulet', () => keptPage()],
  [version.list, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { boardId } })],
  [version.make, '', 'madina yerlan aigerim daulet', () => ({ params: { boardId }, body: { name } })],
  [version.look, '', 'botagoz madina yerlan aigerim daulet', () => madeVersion()],
  [version.restore, '', 'madina yerlan aigerim daulet', () => madeVersion()],
  [contribution.list, '', signedIn, () => ({})],
  [contribution.decline, '', 'madina yerlan aigerim daulet', () => ({ params: { boardId } })],
  [contribution.restore, '', 'madina yerlan aigerim daulet', () => ({ params: { boardId } })],
  [aside.look, '', 'madina yerlan aigerim daulet', () => ({ params: { boardId } })],
  [aside.take, '', 'madina yerlan aigerim daulet', () => ({ params: { boardId } })],
  [aside.settle, '', 'madina yerlan aigerim daulet', () => ({ params: { boardId }, body: { to: 'dropped' } })],
  [aside.lookAtPage, '', 'madina yerlan aigerim daulet', () => openedPage()],
  [aside.takeToPage, '', 'madina yerlan aigerim daulet', () => openedPage()],
  [aside.settleOfPage, '', 'madina yerlan aigerim daulet', () => openedPage({ to: 'dropped' })],
  [comment.list, '', 'botagoz madina yerlan aigerim daulet', () => ({ params: { boardId } })],
  [comment.mine, '', signedIn, () => ({})],
  [comment.read, '', 'botagoz madina yerlan aigerim daulet', () => threadBy('aigerim')],
  [comment.readAll, '', signedIn, () => ({})],
  [comment.look, '', 'botagoz madina yerlan aigerim daulet', () => threadBy('aigerim')],
  [comment.write, '', 'madina yerlan aigerim daulet', () => pinned()],
  [comment.write, 'a note', 'botagoz madina yerlan', () => pinned('note')],
  [comment.answer, '', 'madina yerlan aigerim daulet', async () => ({ ...(await threadBy('aigerim')), body: said('comment') })],
  [comment.answer, 'with a note', 'botagoz madina yerlan', async () => ({ ...(await threadBy('aigerim')), body: said('note') })],
  [comment.edit, 'of daulet', 'daulet', () => commentBy('daulet', { text: name, mentions: [] })],
  [comment.remove, 'of daulet', 'botagoz madina daulet', () => commentBy('daulet')],
  [comment.restore, 'removed by daulet', 'daulet', () => removedBy('daulet')],
  [comment.restore, 'removed by madina', 'madina', () => removedBy('madina')],
  [comment.resolve, '', 'botagoz madina yerlan aigerim daulet', () => threadBy('aigerim')],
  [comment.reopen, '', 'botagoz madina yerlan aigerim daulet', () => threadBy('aigerim')],
  [file.add, 'that nobody has sent', 'madina yerlan aigerim daulet', () => ({ params: { boardId }, body: { id: newId() } }), 'not-found'],
  [file.shelve, "on aigerim's portfolio", 'aigerim', () => shelvedFile()],
  [file.bring, "onto aigerim's portfolio", 'aigerim', () => broughtFile()],
  [file.carry, 'onto the board', 'madina yerlan aigerim daulet', async () => carriedFile()],
  [card.look, '', signedIn, () => ({ body: { cards: [{ of: 'project', ref: projectId }] } })],
  [file.look, '', 'botagoz madina yerlan aigerim daulet', () => sentFile()],
  [file.remove, '', 'botagoz madina', () => sentFile()],
  [preview.look, '', signedIn, () => ({ query: { url: 'https://example.kz/' } })],
  [result.look, '', 'botagoz madina', () => bare('none')],
  [result.apply, '', 'botagoz madina', () => bare('none')],
  [result.give, '', 'botagoz madina', () => awarded()],
  [result.move, '', 'botagoz madina', () => ofAward('given')],
  [result.remove, '', 'botagoz madina', () => ofAward('given', { reason: name })],
  [result.let, '', 'botagoz madina', () => worded()],
  [result.propose, '', 'botagoz madina', () => hashed('given')],
  [result.approve, '', 'botagoz madina', () => hashed('proposed')],
  [result.release, '', 'botagoz madina', () => bare('approved')],
  [result.revoke, '', 'botagoz madina', () => ofAward('released', { reason: name })],
  [result.ofOrganisation, 'of the school', 'botagoz saule', () => inSchool()],
  [result.ofOrganisation, 'of the centre', 'botagoz', () => inCentre()],
  [result.ofStand, '', 'botagoz madina yerlan aigerim daulet', () => ofJudgedStand()],
  [result.take, '', 'madina yerlan aigerim daulet', () => ofJudgedStand()],
  [result.takeForTeam, '', 'madina yerlan aigerim daulet', () => ofJudgedStand()],
  [framework.list, '', signedIn, () => ({})],
  [framework.look, 'published', signedIn, () => madeFramework('centre', true)],
  [framework.look, 'a draft of the centre', 'botagoz madina', () => madeFramework('centre')],
  [framework.look, 'a draft of the school', 'botagoz saule marat', () => madeFramework('school')],
  [framework.former, 'published', signedIn, () => madeFramework('centre', true)],
  [framework.former, 'a draft of the school', 'botagoz saule marat', () => madeFramework('school')],
  [framework.crosswalk, 'published', signedIn, () => madeFramework('centre', true)],
  [framework.crosswalk, 'a draft of the school', 'botagoz saule marat', () => madeFramework('school')],
  [framework.wordings, 'published', signedIn, () => madeFramework('centre', true)],
  [framework.wordings, 'a draft of the school', 'botagoz saule marat', () => madeFramework('school')],
  [framework.make, 'centre', 'botagoz madina', () => inCentre(freshFramework())],
  [framework.make, 'school', 'botagoz saule marat', () => inSchool(freshFramework())],
  [framework.save, 'of the centre', 'botagoz madina', () => madeFramework('centre', false, (draft) => ({ edition: 0, draft }))],
  [framework.publish, 'of the centre', 'botagoz madina', () => madeFramework('centre')],
  [framework.publish, 'of the school', 'botagoz saule marat', () => madeFramework('school')],
  [framework.retire, 'of the centre', 'botagoz madina', () => madeFramework('centre', true)],
  [framework.renew, 'of the centre', 'botagoz madina', () => madeFramework('centre', true, () => ({ version: '2.0' }))],
  [acceptance.list, 'of the centre', 'botagoz madina', () => inCentre()],
  [acceptance.list, 'of the school', 'botagoz saule marat', () => inSchool()],
  [acceptance.look, 'what is not confirmed', 'saule marat', () => inSchool(undefined, { evidenceId: newId() }), 'not-found'],
  [acceptance.piece, 'what is not confirmed', 'saule marat', () => inSchool(undefined, { evidenceId: newId(), pieceId: 'p' }), 'not-found'],
  [acceptance.ask, 'what is not confirmed', 'saule marat', () => inSchool(undefined, { evidenceId: newId() }), 'not-found'],
  [acceptance.accept, 'what is not confirmed', 'saule marat', () => inSchool(taken()), 'not-confirmed'],
  [acceptance.withdraw, 'what is not there', 'saule marat', () => inSchool(undefined, { acceptanceId: newId() }), 'not-found'],
  [consent.list, 'of a learner of the centre', 'botagoz madina', () => fresh.learner('centre')],
  [consent.record, 'of a learner of the school', 'botagoz saule marat', () => fresh.learner('school', agreed())],
  [consent.withdraw, 'of a learner of the centre', 'botagoz madina', async () => withId(await fresh.learner('centre'))],
  [consent.list, 'of aigerim', 'botagoz madina zhanna', () => ({ params: { personId: world.person('aigerim').id } })],
  [consent.record, 'of aigerim', 'botagoz madina', () => ({ params: { personId: world.person('aigerim').id }, body: agreed() })],
  [consent.withdraw, 'of aigerim', 'botagoz madina zhanna', async () => withId({ params: { personId: world.person('aigerim').id } })],
  [guardian.list, 'of aigerim', 'botagoz madina', () => ({ params: { personId: world.person('aigerim').id } })],
  [guardian.add, 'to a learner of the centre', 'botagoz madina', () => fresh.learner('centre', standing())],
  [guardian.add, 'to a learner of the school', 'botagoz saule marat', () => fresh.learner('school', standing()), 'guardian-elsewhere'],
  [guardian.invite, 'to a learner of the school', 'botagoz saule marat', () => fresh.learner('school', invited('school'))],
  [guardian.end, 'of a learner of the centre', 'botagoz madina', () => stoodFor()],
  [guardian.children, '', signedIn, () => ({})],
  [judge.mine, '', signedIn, () => ({})],
  [judge.chooses, '', signedIn, () => ({})],
  [judge.open, '', everybody, () => madeLink()],
  [judge.list, '', 'botagoz madina', () => juryOf()],
  [judge.invite, '', 'botagoz madina', () => juryOf(juror)],
  [judge.change, '', 'botagoz madina', () => ofJury(() => ({ shadow: true, nominations: [] }))],
  [judge.renew, 'of whoever needs none', 'botagoz madina', () => ofJury(), 'judge-has-sign-in'],
  [judge.revoke, '', 'botagoz madina', () => ofJury()],
  [judge.end, '', 'botagoz madina', () => ofJury(() => ({ ended: true }))],
  [judge.calibrate, '', 'botagoz madina', () => juryOf(({ standId }) => ({ standId }))],
  [judge.propose, '', 'botagoz madina', async () => ({ ...(await juryOf()), query: { seed: '' } })],
  [judge.assign, '', 'botagoz madina', () => juryOf(() => ({ pairs: [] }))],
  [judge.seat, '', 'botagoz madina', () => ofJury(({ otherId }) => ({ standId: otherId }))],
  [judge.unseat, '', 'botagoz madina', () => ofJury(undefined, 'standId')],
  [final.look, 'where there is none', 'botagoz madina', () => juryOf(), 'final-none'],
  [final.step, 'where there is none', 'botagoz madina', () => juryOf(() => ({ stage: 'choosing' })), 'final-none'],
  [final.choose, 'where there is none', 'botagoz madina', () => juryOf(({ standId }) => ({ standIds: [standId] })), 'final-none'],
  [final.drop, 'where there is none', 'botagoz madina', async () => ofStandIn(await jury(() => ({}))), 'final-none'],
  [
    final.call,
    'where there is none',
    'botagoz madina',
    async () => ofStandIn(await jury(({ standId }) => ({ standId, reason: name }))),
    'final-none',
  ],
  [final.tell, 'where there is none', 'botagoz madina', () => juryOf(), 'final-none'],
  [judge.look, '', 'sergey', () => juryOf()],
  [judge.declare, '', 'sergey', () => juryOf(() => ({ conflicts: [] }))],
  [judge.score, '', 'sergey', () => juryOf(aScore)],
  [judge.skip, '', 'sergey', () => juryOf(({ standId }) => ({ standId, reason: name }))],
  [judge.round, '', 'botagoz madina', () => juryOf(({ standId, otherId }) => ({ standIds: [standId, otherId], peers: false, open: true }))],
  [judge.pair, '', 'sergey', () => juryOf()],
  [judge.compare, '', 'sergey', () => juryOf(({ standId, otherId }) => ({ id: newId(), betterId: standId, worseId: otherId }))],
  [judge.uncompare, '', 'sergey', () => juryOf(() => ({ id: newId() }))],

  [inbox.look, '', signedIn, () => ({})],
  [inbox.count, '', signedIn, () => ({})],
  [inbox.see, '', signedIn, () => ({ body: { position: 1 } })],
  [publication.look, "aigerim's", aboutAigerim, () => aigerimsPortfolio()],
  // Whoever may is told that there is nothing yet.
  [publication.publish, "aigerim's", 'aigerim', () => aigerimsPortfolio({ fields: noFields }), 'nothing-public'],
  [publication.withdraw, "aigerim's", aboutAigerim, () => aigerimsPortfolio()],
  [portfolio.list, '', signedIn, () => ({})],
  [portfolio.open, "aigerim's", aboutAigerim, () => ({ body: { of: 'person', id: world.person('aigerim').id } })],
  [portfolio.open, "the team's", 'botagoz madina yerlan aigerim daulet', () => ({ body: { of: 'team', id: teamId } })],
  [portfolio.look, "aigerim's", `${aboutAigerim} yerlan daulet timur zhanna`, () => aigerimsPortfolio()],
  [portfolio.find, '', signedIn, () => ({ query: { name: '', page: '0' } })],
  [portfolio.records, "aigerim's", `${aboutAigerim} yerlan daulet timur zhanna`, () => aigerimsPortfolio()],
  [portfolio.piece, "aigerim's", `${aboutAigerim} yerlan daulet timur zhanna`, () => pieceNowhere(), 'piece-closed'],
  [portfolio.letIn, "aigerim's", 'aigerim', () => aigerimsPortfolio({ personId: world.person('yerlan').id })],
  [portfolio.letOut, "aigerim's", 'aigerim', () => aigerimsPortfolio(undefined, { personId: world.person('daulet').id })],
  [evidence.list, "aigerim's", `${authorsAndStaff} zhanna`, () => openedToYerlan()],
  [evidence.link, "in aigerim's", authorsAndStaff, async () => linkedTo().then(({ params, asked }) => ({ params, body: asked }))],
  [
    evidence.link,
    "in the team's",
    'botagoz madina yerlan aigerim daulet',
    async () => {
      const { params, asked } = await linkedTo('daulet')
      return { params, body: { ...asked, people: [world.person('daulet').id] } }
    },
  ],
  [evidence.linkGroup, 'of the centre', 'botagoz madina', inGroup],
  [
    evidence.unlinkGroup,
    'of the centre',
    'botagoz madina',
    async () => {
      const { params, body } = await inGroup()
      return { params, body: { recordId: body.recordId, people: body.people } }
    },
  ],
  [evidence.history, "of aigerim's", authorsAndStaff, () => claimed()],
  [evidence.change, "of aigerim's", authorsAndStaff, () => claimed(undefined, ({ levelId }) => ({ levelId, why: `${name} 2` }))],
  [evidence.drop, "of aigerim's", authorsAndStaff, () => claimed()],
  [evidence.dispute, "of aigerim's", 'aigerim', () => claimed(undefined, () => ({ why: name })), 'nothing-to-dispute'],
  [evidence.dispute, "of daulet's, in the team's", 'daulet', () => claimed('daulet', () => ({ why: name })), 'nothing-to-dispute'],
  [
    evidence.suggest,
    "in aigerim's",
    authorsAndStaff,
    async () => linkedTo().then(({ params, recordId }) => ({ params: { ...params, recordId } })),
  ],
  [evidence.map, "aigerim's", `${authorsAndStaff} zhanna`, () => openedToYerlan()],
  [
    evidence.teamMap,
    '',
    'botagoz madina yerlan aigerim daulet',
    async () => madeFramework('centre', true).then(({ params }) => ({ params: { teamId }, query: params })),
  ],
  [
    evidence.groupMap,
    'of the centre',
    'botagoz madina',
    async () => madeFramework('centre', true).then(({ params }) => ({ params: { groupId }, query: params })),
  ],
  [badge.list, 'centre', 'botagoz madina', () => inCentre()],
  [badge.list, 'school', 'botagoz saule marat', () => inSchool()],
  [badge.make, 'centre', 'botagoz madina', () => inCentre(freshBadge())],
  [badge.make, 'school', 'botagoz saule marat', () => inSchool(freshBadge())],
  [badge.look, 'of the centre', 'botagoz madina', () => madeBadge('centre')],
  [badge.save, 'of the centre', 'botagoz madina', () => madeBadge('centre', { edition: 0, draft: badgeDraft })],
  [badge.open, 'of the centre', 'botagoz madina', () => madeBadge('centre')],
  [badge.close, 'of the school', 'botagoz saule marat', () => madeBadge('school')],
  [badge.propose, 'of the centre', 'botagoz madina', () => madeBadge('centre')],
  [badge.ready, 'centre', 'botagoz madina', () => inCentre()],
  [badge.given, 'of the centre', 'botagoz madina', () => madeBadge('centre')],
  [badge.issue, 'of the centre', 'botagoz madina', () => madeBadge('centre', inHand, true)],
  [badge.revoke, 'of the centre', 'botagoz madina', () => givenBadge({ why: 'mistake' })],
  [badge.mine, '', signedIn, () => ({})],
  [badge.near, '', signedIn, () => ({})],
  [badge.show, '', everybody, () => givenBadge()],
  [badge.check, '', everybody, () => ({ body: { text: '{}' } })],
  [review.reviewers, "for aigerim's portfolio", 'aigerim', async () => ({ params: (await handedIn()).of })],
  [review.request, "of aigerim's portfolio", 'aigerim', async () => ({ params: (await handedIn()).of, body: asksForReview() })],
  [review.open, "of aigerim's portfolio", 'aigerim', async () => ({ params: (await handedIn()).of })],
  [review.list, "of aigerim's portfolio", aboutAigerim, async () => ({ params: (await handedIn()).of })],
  [review.queue, '', signedIn, () => ({ query: { of: 'mine' } })],
  [review.look, 'that yerlan was asked for', `${aboutAigerim} yerlan`, () => handedIn()],
  [review.look, 'that nobody was asked for', aboutAigerim, () => unassigned()],
  [review.piece, '', `${aboutAigerim} yerlan`, () => pieceHandedIn(), 'piece-closed'],
  [review.take, '', 'botagoz madina', () => unassigned()],
  [review.give, 'an opinion', 'botagoz madina yerlan', () => givesOpinion()],
  [review.see, '', 'aigerim', () => handedIn(['given'])],
  [review.answer, '', 'aigerim', () => handedIn(['given'], ({ reviewId }) => ({ reviewId, text: 'Рақмет' }))],
  [review.resubmit, '', 'aigerim', () => handedIn(['returned'], () => ({ words: '' }))],
  [review.withdraw, '', 'aigerim', () => handedIn()],
  [review.invite, '', `${aboutAigerim} yerlan`, () => handedIn([], () => ({ personId: world.person('madina').id }))],
  [review.remark, '', `${aboutAigerim} yerlan`, () => handedIn([], remarks)],
  [review.settle, '', `${aboutAigerim} yerlan`, () => handedIn([], ({ threadId }) => ({ threadId, settled: true }))],
  [exhibition.list, '', signedIn, () => ({})],
  [exhibition.look, 'that was called', signedIn, () => madeExhibition('call')],
  [exhibition.look, 'a draft of the centre', 'botagoz madina', () => madeExhibition('draft')],
  [exhibition.trail, 'that was called', signedIn, () => madeExhibition('call')],
  [exhibition.trail, 'a draft of the centre', 'botagoz madina', () => madeExhibition('draft')],
  [trail.look, '', 'botagoz madina', async () => ({ ...(await madeExhibition('call')), query: {} })],
  [exhibition.make, 'centre', 'botagoz madina', () => inCentre(freshPlan())],
  [exhibition.make, 'school', 'botagoz saule marat', () => inSchool(freshPlan())],
  [exhibition.save, 'of the centre', 'botagoz madina', () => madeExhibition('call', { plan: freshPlan().plan, revision: 1 })],
  [exhibition.step, 'of the centre', 'botagoz madina', () => madeExhibition('draft', { state: 'call' })],
  [exhibition.invite, 'of the centre', 'botagoz madina', () => madeExhibition('call', { organisationId: world.organisation('school') })],
  [exhibition.uninvite, 'of the school', 'botagoz madina saule marat', () => heldWithSchool()],
  [exhibition.invitations, '', signedIn, () => ({})],
  [exhibition.accept, 'for the school', 'saule marat', () => invitedSchool()],
  [exhibition.decline, 'for the school', 'saule marat', () => invitedSchool()],
  [visitor.ofStand, '', 'botagoz madina yerlan aigerim daulet', freshVisited],
  [visitor.ofExhibition, '', 'botagoz madina', freshHall],
  [visitor.approve, '', 'botagoz madina', () => freshQuestion()],
  [visitor.hide, '', 'botagoz madina', () => freshQuestion('approved', { reason: name })],
  [visitor.answer, '', 'madina yerlan aigerim daulet', () => freshQuestion('approved', { words: 'Екі метрден' })],
  [visitor.hold, '', 'botagoz madina', () => freshQuestion('approved', { reason: name })],
  [visitor.free, '', 'botagoz madina', () => freshQuestion('approved')],
  [room.list, '', 'botagoz', () => ({})],
  [room.look, '', 'botagoz', () => ({ params: { room: boardRoom(boardId) } })],
]

const send = async (cookie: string | null, routeName: RouteName, { params = {}, query, body }: Asked) => {
  const { method, path } = routes.find((route) => route.name === routeName) ?? expect.unreachable(routeName)
  const url = path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? expect.unreachable(`${routeName} ${key}`))
  const answer = await caller(world.app, cookie).send({ method, url, ...(query && { query }), ...(body && { payload: body }) })
  return { statusCode: answer.statusCode, code: answer.statusCode < 400 ? 'ok' : answer.json<{ code: string }>().code }
}

/** Everything that commands write, but the moment until which a sign-in lasts. */
const content = async () => {
  const tables = [
    'organisation',
    'person',
    'membership',
    'group',
    'group_learner',
    'team',
    'team_member',
    'project',
    'task',
    'task_person',
    'board',
    'board_copy',
    'room',
    'room_update',
    'room_version',
    'room_aside',
    'contribution_declined',
    'comment',
    'comment_told',
    'file',
    'file_upload',
    'preview',
    'framework',
    'framework_level',
    'competency',
    'competency_link',
    'portfolio',
    'portfolio_author',
    'evidence',
    'dispute',
    'submission',
    'submission_reviewer',
    'review',
    'verdict',
    'remark',
    'badge_class',
    'badge',
    'issuer_key',
    'inbox_seen',
    'acceptance',
    'consent',
    'guardianship',
    'publication',
    'publication_record',
    'exhibition',
    'exhibition_organiser',
    'exhibition_invitation',
    'stand',
    'stand_entry',
    'stand_shown',
    'result',
    'award',
    'deliberation',
    'result_word',
    'visitor_question',
    'visitor_answer',
    'visitor_decision',
    'fact',
    'attempt',
  ]
  const sums = tables.map(
    (table) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from "${table}" t) as "${table}"`,
  )
  const { rows } = await world.database.pool.query<Record<string, string>>(
    `select ${sums.join(', ')}, (select count(*)::int from session) as session`,
  )
  return rows[0]
}

it('has a line for every route', () => {
  const asked = new Set(rows.map(([{ name }]) => name))
  expect(routes.map(({ name }) => name).filter((name) => !asked.has(name))).toEqual([])
})

it('names only people who are there', () => {
  for (const [route, , may] of rows) for (const who of may.split(' ').filter(Boolean)) expect(names, route.name).toContain(who)
})

it.each(rows.map((row) => [`${row[0].name} ${row[1]}`, row] as const))(
  '%s',
  async (_, [{ name: routeName }, , allowed, ask, says = 'ok']) => {
    const isAllowed = (who: Name) => allowed.split(' ').includes(who)

    const asked = await ask()
    const refused = await Promise.all(names.filter((who) => !isAllowed(who)).map(async (who) => ({ who, cookie: await cookieOf(who) })))
    const before = await content()
    for (const { who, cookie } of refused) {
      const expected = who === 'guest' ? { statusCode: 401, code: 'sign-in-needed' } : { statusCode: 403, code: 'forbidden' }
      expect(await send(cookie, routeName, asked), who).toEqual(expected)
    }
    expect(await content()).toEqual(before)

    for (const who of names.filter(isAllowed)) expect((await send(await cookieOf(who), routeName, await ask())).code, who).toBe(says)
  },
)

/** What is no JSON: bytes in, by the parts of an upload, and out. */
describe('the bytes of a file', () => {
  const authors = 'madina yerlan aigerim daulet'
  const begun = async (who: Name = 'aigerim') => {
    const id = newId()
    await begin(caller(world.app, await cookieOf(who)), { id, boardId, bytes: 10 })
    return id
  }
  const upload = (method: 'HEAD' | 'DELETE') => async (who: Caller) =>
    who.send({ method, url: `/files/upload/${await begun()}`, headers: tus })
  const get = (path: string) => async (who: Caller) => who.send({ method: 'GET', url: `/files/${(await sentFile()).params.fileId}${path}` })

  it.each([
    ['are announced', authors, 201, (who: Caller) => begin(who, { boardId, bytes: 10 })],
    ['are brought', 'aigerim', 204, async (who: Caller) => bring(who, await begun(), 0, Buffer.alloc(10))],
    ['are asked after on their way', 'aigerim', 200, upload('HEAD')],
    ['are given up', 'aigerim', 204, upload('DELETE')],
    // The row is there and its bytes are not: who may see them learns that.
    ['are fetched', 'botagoz madina yerlan aigerim daulet', 404, get('')],
    ['are fetched as a picture', 'botagoz madina yerlan aigerim daulet', 404, get('/320.webp')],
  ] as const)('%s', async (_, allowed, says, attempt) => {
    for (const who of names) {
      const { statusCode } = await attempt(caller(world.app, await cookieOf(who)))
      const ofTeam = authors.split(' ').includes(who)
      // Somebody of the team may send, but not go on with what is another's.
      const no = who === 'guest' ? 401 : ofTeam ? 404 : 403
      expect(statusCode, who).toBe(allowed.split(' ').includes(who) ? says : no)
    }
  })
})

const whos = async () =>
  new Map(
    await Promise.all(
      names.map(async (who) => [who, (await whoOfCookie(world.services, (await cookieOf(who)) ?? undefined))?.who ?? null] as const),
    ),
  )

it.each([
  ['write', 'idea', 'madina yerlan aigerim daulet'],
  ['read', 'idea', 'botagoz'],
  ['write', 'archived', nobody],
  ['read', 'archived', 'botagoz madina yerlan aigerim daulet'],
] as const)('a room is opened to %s, its project being in %s', async (right, state, allowed) => {
  const { params } = await fresh.project(state)
  const opened = boardRoom((await director.ask(project.look, { params })).boardId)
  const insiders: Name[] = []
  for (const [who, known] of await whos()) {
    const access = known && (await accessTo(world.services, known, opened))
    if (access && 'right' in access && access.right === right) insiders.push(who)
  }
  expect(insiders.sort()).toEqual(allowed.split(' ').filter(Boolean).sort())
})

it.each([
  ['team', () => teamId, 'botagoz madina yerlan aigerim daulet'],
  ['project', () => projectId, 'botagoz madina yerlan aigerim daulet'],
  ['organisation', () => world.organisation('centre'), 'botagoz madina'],
  ['organisation', () => world.organisation('school'), 'botagoz saule marat'],
  ['person', () => world.person('aigerim').id, 'aigerim'],
  ['person', () => world.person('botagoz').id, 'botagoz'],
] as const)('the topic of a %s is followed', async (kind, id, allowed) => {
  const topic: Topic = `${kind}:${id()}`
  const thing = (await thingOfTopic(world.services.db, topic)) ?? expect.unreachable(topic)
  const hears = [...(await whos())].filter(([, who]) => may(who, 'topic.follow', thing)).map(([who]) => who)
  expect(hears.sort()).toEqual(allowed.split(' ').sort())
})
