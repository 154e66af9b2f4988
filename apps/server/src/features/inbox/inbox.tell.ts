import type { InboxName } from '@sheber/contract/inbox'
import type { DbOrTx } from '@sheber/db/open'
import {
  acceptance,
  badge,
  badgeClass,
  board,
  evidence,
  exhibition,
  exhibitionInvitation,
  guardianship,
  judge,
  organisation,
  person,
  portfolio,
  project,
  publication,
  publicationRecord,
  review,
  stand,
  submission,
  task,
  taskPerson,
  team,
  teamMember,
  verdict,
} from '@sheber/db/schema'
import { inLanguage } from '@sheber/domain/framework'
import { may, type Who } from '@sheber/domain/permission'
import { and, desc, eq, inArray, isNull, ne, notExists, notInArray, or, sql } from 'drizzle-orm'
import { thingOfExhibition, thingOfOrganiser } from '../exhibition/exhibition.thing.ts'
import { choosesIn } from '../judge/judge.thing.ts'
import { thingOf } from '../project/project.thing.ts'
import { thingsOfSubmissions } from '../review/review.thing.ts'
import type { Noticed, Told } from './inbox.store.ts'

type Body = Noticed['body']
type Telling = (db: DbOrTx, who: Who, bodies: readonly Body[]) => Promise<(body: Body) => Told | null>

const idOf = (body: Body, key: string): string => String(body[key] ?? '')
const idsOf = (bodies: readonly Body[], key: string): string[] => [...new Set(bodies.map((body) => idOf(body, key)))]

/** The name stands in the fact: a team that one has left is not looked at any more. */
const ofTeam: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(inArray(team.id, idsOf(bodies, 'teamId')))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (body) => {
    const id = idOf(body, 'teamId')
    return { about: names.get(id) ?? '', href: who.teams.includes(id) ? `/team/${id}` : null }
  }
}

/** Of a board that the reader may still see; else nothing is told of it. */
const ofComment: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({
      id: board.id,
      title: board.title,
      project: project.title,
      thing: { id: project.id, teamId: project.teamId, organisationId: team.organisationId, state: project.state },
    })
    .from(board)
    .innerJoin(project, eq(project.id, board.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(inArray(board.id, idsOf(bodies, 'boardId')))
  const boards = new Map(rows.filter(({ thing }) => may(who, 'comment.list', thingOf(thing))).map((row) => [row.id, row]))
  return (body) => {
    const found = boards.get(idOf(body, 'boardId'))
    return found ? { about: found.title || found.project, href: `/board/${found.id}?comment=${idOf(body, 'threadId')}` } : null
  }
}

/** The newest of each task alone, while it is still the reader's to do. */
const ofTask: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({
      id: task.id,
      title: task.title,
      thing: { id: project.id, teamId: project.teamId, organisationId: team.organisationId, state: project.state },
    })
    .from(task)
    .innerJoin(taskPerson, and(eq(taskPerson.taskId, task.id), eq(taskPerson.personId, who.id)))
    .innerJoin(project, eq(project.id, task.projectId))
    .innerJoin(team, eq(team.id, project.teamId))
    .where(and(inArray(task.id, idsOf(bodies, 'taskId')), isNull(task.removedAt)))
  const tasks = new Map(rows.filter(({ thing }) => may(who, 'task.look', thingOf(thing))).map((row) => [row.id, row]))
  return (body) => {
    const id = idOf(body, 'taskId')
    const found = tasks.get(id)
    tasks.delete(id)
    return found ? { about: found.title, href: `/task/${id}` } : null
  }
}

const ofPortfolio: Telling = async (db, _, bodies) => {
  const rows = await db
    .select({ id: portfolio.id, person: person.name, team: team.name })
    .from(portfolio)
    .leftJoin(person, eq(person.id, portfolio.personId))
    .leftJoin(team, eq(team.id, portfolio.teamId))
    .where(inArray(portfolio.id, idsOf(bodies, 'portfolioId')))
  const names = new Map(rows.map((row) => [row.id, row.person ?? row.team ?? '']))
  return (body) => {
    const id = idOf(body, 'portfolioId')
    return { about: names.get(id) ?? '', href: `/portfolio/${id}` }
  }
}

/** The school that took it, or takes it no more, and the map on which the claim says so. */
const ofAcceptance: Telling = async (db, _, bodies) => {
  const rows = await db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, idsOf(bodies, 'organisationId')))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (body) => ({ about: names.get(idOf(body, 'organisationId')) ?? '', href: `/portfolio/${idOf(body, 'portfolioId')}/map` })
}

/** What was taken by a slip of the hand and given back within the minute is no news: neither of the two is told. */
const ofTaken: Telling = async (db, who, bodies) => {
  const told = await ofAcceptance(db, who, bodies)
  const slips = await db
    .select({ id: acceptance.id })
    .from(acceptance)
    .where(
      and(
        inArray(acceptance.id, idsOf(bodies, 'acceptanceId')),
        sql`${acceptance.withdrawnAt} < ${acceptance.createdAt} + interval '1 minute'`,
      ),
    )
  const undone = new Set(slips.map(({ id }) => id))
  return (body) => (undone.has(idOf(body, 'acceptanceId')) ? null : told(body))
}

/** Once for a school, however much there is: the page it leads to shows all that waits. */
const ofOffered: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, idsOf(bodies, 'organisationId')))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const newest = new Set<string>()
  return (body) => {
    const id = idOf(body, 'organisationId')
    if (newest.has(id) || !may(who, 'acceptance.accept', { kind: 'organisation', id })) return null
    newest.add(id)
    return { about: names.get(id) ?? '', href: `/centre/${id}/acceptance?of=waiting` }
  }
}

/** The school that asks, and the record that it asks to see. */
const ofAskedToShow: Telling = async (db, who, bodies) => {
  const school = await ofAcceptance(db, who, bodies)
  return (body) => ({
    about: school(body)?.about ?? '',
    href: `/portfolio/${idOf(body, 'portfolioId')}#record-${idOf(body, 'recordId')}`,
  })
}

/** The record that the reader asked to see, by whose it is. */
const ofOpened: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: evidence.id, name: person.name })
    .from(evidence)
    .innerJoin(person, eq(person.id, evidence.personId))
    .where(inArray(evidence.id, idsOf(bodies, 'evidenceId')))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (body) => {
    const [organisationId, evidenceId] = [idOf(body, 'organisationId'), idOf(body, 'evidenceId')]
    const about = names.get(evidenceId)
    const reads = may(who, 'acceptance.look', { kind: 'organisation', id: organisationId })
    return about !== undefined && reads ? { about, href: `/centre/${organisationId}/acceptance/${evidenceId}` } : null
  }
}

/** Whose guardian somebody has become; nothing is told of a child that they do not stand for any more. */
const ofChild: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(guardianship)
    .innerJoin(person, eq(person.id, guardianship.childId))
    .where(and(eq(guardianship.guardianId, who.id), isNull(guardianship.endedAt), inArray(guardianship.childId, idsOf(bodies, 'childId'))))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (body) => {
    const about = names.get(idOf(body, 'childId'))
    return about === undefined ? null : { about, href: '/guardian' }
  }
}

/** Portfolios in which somebody finds work of a child that they stand for; of others they are told nothing any more. */
const ofWard: Telling = async (db, who, bodies) => {
  const wards = db
    .select({ id: guardianship.childId })
    .from(guardianship)
    .where(and(eq(guardianship.guardianId, who.id), isNull(guardianship.endedAt)))
  const teams = db.select({ id: teamMember.teamId }).from(teamMember).where(inArray(teamMember.personId, wards))
  const rows = await db
    .select({ id: portfolio.id })
    .from(portfolio)
    .where(
      and(inArray(portfolio.id, idsOf(bodies, 'portfolioId')), or(inArray(portfolio.personId, wards), inArray(portfolio.teamId, teams))),
    )
  const open = new Set(rows.map(({ id }) => id))
  const named = await ofPortfolio(db, who, bodies)
  return (body) => (open.has(idOf(body, 'portfolioId')) ? named(body) : null)
}

/**
 * By the name of their own child, whoever's portfolio it is: another child's may be nobody's outside. The page is open to
 * them like to anybody; once it is taken back there is nothing to look at.
 */
const ofPublished: Telling = async (db, who, bodies) => {
  const rows = await db
    .selectDistinct({ page: publication.id, of: publication.portfolioId, withdrawnAt: publication.withdrawnAt, child: person.name })
    .from(publication)
    .innerJoin(publicationRecord, eq(publicationRecord.publicationId, publication.id))
    .innerJoin(guardianship, and(eq(guardianship.guardianId, who.id), isNull(guardianship.endedAt)))
    .innerJoin(person, and(eq(person.id, guardianship.childId), sql`${person.id} = any(${publicationRecord.authors})`))
    .where(inArray(publication.portfolioId, idsOf(bodies, 'portfolioId')))
    .orderBy(person.name)
  const pages = Map.groupBy(rows, (row) => row.of)
  return (body) => {
    const found = pages.get(idOf(body, 'portfolioId'))
    const [first] = found ?? []
    if (!found || !first) return null
    return { about: found.map(({ child }) => child).join(', '), href: first.withdrawnAt === null ? `/p/${first.page}` : null }
  }
}

/** Where the reader has judged it, the newest first, and may speak again; whoever may not read it any more is told nothing of it. */
const ofDispute: Telling = async (db, who, bodies) => {
  const named = await ofPortfolio(db, who, bodies)
  const judged = await db
    .select({ evidenceId: verdict.evidenceId, portfolioId: submission.portfolioId, submissionId: submission.id })
    .from(verdict)
    .innerJoin(review, eq(review.id, verdict.reviewId))
    .innerJoin(submission, eq(submission.id, review.submissionId))
    .where(and(eq(verdict.reviewerId, who.id), inArray(submission.portfolioId, idsOf(bodies, 'portfolioId'))))
    .orderBy(desc(verdict.createdAt))
  const things = await thingsOfSubmissions(db, [...new Set(judged.map(({ submissionId }) => submissionId))])
  return (body) => {
    const of = judged.filter(({ portfolioId }) => portfolioId === idOf(body, 'portfolioId'))
    // Which claim it is was not always written down.
    const found = of.find(({ evidenceId }) => evidenceId === body['evidenceId']) ?? of[0]
    const thing = found && things.get(found.submissionId)
    return thing && may(who, 'review.look', thing) ? { about: named(body)?.about ?? '', href: `/review/${found.submissionId}` } : null
  }
}

/** In the words of its class, and where everybody looks at it. */
const ofBadge: Telling = async (db, _, bodies) => {
  const rows = await db
    .select({ id: badge.id, draft: badgeClass.draft, language: organisation.language })
    .from(badge)
    .innerJoin(badgeClass, eq(badgeClass.id, badge.classId))
    .innerJoin(organisation, eq(organisation.id, badgeClass.organisationId))
    .where(inArray(badge.id, idsOf(bodies, 'badgeId')))
  const titles = new Map(rows.map(({ id, draft, language }) => [id, inLanguage(draft.title, language)]))
  return (body) => {
    const id = idOf(body, 'badgeId')
    return { about: titles.get(id) ?? '', href: `/badge/${id}` }
  }
}

/** … and why it was taken back. */
const ofRevoked: Telling = async (db, who, bodies) => {
  const named = await ofBadge(db, who, bodies)
  const rows = await db
    .select({ id: badge.id, why: badge.revokedWhy })
    .from(badge)
    .where(inArray(badge.id, idsOf(bodies, 'badgeId')))
  const whys = new Map(rows.map(({ id, why }) => [id, why]))
  return (body) => {
    const told = named(body)
    return told && { ...told, why: whys.get(idOf(body, 'badgeId')) ?? 'mistake' }
  }
}

/** Who has earned what, while it is still to be given and the reader may give it. */
const ofEarned: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({
      classId: badgeClass.id,
      learnerId: person.id,
      name: person.name,
      draft: badgeClass.draft,
      organisationId: organisation.id,
      language: organisation.language,
    })
    .from(badgeClass)
    .innerJoin(organisation, eq(organisation.id, badgeClass.organisationId))
    .innerJoin(person, inArray(person.id, idsOf(bodies, 'learnerId')))
    .where(
      and(
        inArray(badgeClass.id, idsOf(bodies, 'classId')),
        eq(badgeClass.state, 'open'),
        notExists(
          db
            .select({ one: sql`1` })
            .from(badge)
            .where(and(eq(badge.classId, badgeClass.id), eq(badge.personId, person.id), isNull(badge.revokedAt))),
        ),
      ),
    )
  const found = new Map(
    rows
      .filter(({ organisationId: id }) => may(who, 'badge.propose', { kind: 'organisation', id }))
      .map((row) => [`${row.classId} ${row.learnerId}`, `${inLanguage(row.draft.title, row.language)} (${row.name})`]),
  )
  const newest = new Set<string>()
  return (body) => {
    const key = `${idOf(body, 'classId')} ${idOf(body, 'learnerId')}`
    const about = newest.has(key) ? undefined : found.get(key)
    newest.add(key)
    return about === undefined ? null : { about, href: `/badge/class/${idOf(body, 'classId')}` }
  }
}

/** Of whose work it is; whoever may not read it any more is told nothing of it. */
const ofReview: Telling = async (db, who, bodies) => {
  const named = await ofPortfolio(db, who, bodies)
  const things = await thingsOfSubmissions(db, idsOf(bodies, 'submissionId'))
  return (body) => {
    const id = idOf(body, 'submissionId')
    const thing = things.get(id)
    return thing && may(who, 'review.look', thing) ? { about: named(body)?.about ?? '', href: `/review/${id}` } : null
  }
}

/** A thread's newest word, where it stands. */
const ofRemark: Telling = async (db, who, bodies) => {
  const submitted = await ofReview(db, who, bodies)
  const newest = new Set<string>()
  return (body) => {
    const threadId = idOf(body, 'threadId')
    const told = newest.has(threadId) ? null : submitted(body)
    newest.add(threadId)
    return told && { ...told, href: `${told.href}#remark-${threadId}` }
  }
}

const ofReply: Telling = async (db, who, bodies) => {
  const submitted = await ofReview(db, who, bodies)
  return (body) => {
    const told = submitted(body)
    return told && { ...told, href: `${told.href}#review-${idOf(body, 'reviewId')}` }
  }
}

/** The project's name; its team is led to its room, who runs the exhibition to what waits there. */
const ofStand: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: stand.id, title: project.title, exhibitionId: stand.exhibitionId, projectId: project.id, teamId: project.teamId })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .where(inArray(stand.id, idsOf(bodies, 'standId')))
  const stands = new Map(rows.map((row) => [row.id, row]))
  return (body) => {
    const found = stands.get(idOf(body, 'standId'))
    if (!found) return null
    const { title, projectId, exhibitionId, id } = found
    const href = who.teams.includes(found.teamId) ? `/project/${projectId}/stand` : `/exhibition/${exhibitionId}/stand?stand=${id}`
    return { about: title, href }
  }
}

/** Once for an entry, and only while it waits for its team: handed in or too late, there is nothing to be reminded of. */
const ofDue: Telling = async (db, who, bodies) => {
  const named = await ofStand(db, who, bodies)
  const rows = await db
    .select({ id: stand.id })
    .from(stand)
    .innerJoin(exhibition, eq(exhibition.id, stand.exhibitionId))
    .where(
      and(inArray(stand.id, idsOf(bodies, 'standId')), inArray(stand.state, ['draft', 'returned']), inArray(exhibition.state, ['call'])),
    )
  const waits = new Set(rows.map(({ id }) => id))
  return (body) => (waits.delete(idOf(body, 'standId')) ? named(body) : null)
}

/** In the reader's own language. A call that is over leads to what has become of it. */
const ofCall: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: exhibition.id, plan: exhibition.plan, language: person.language })
    .from(exhibition)
    .innerJoin(person, eq(person.id, who.id))
    .where(and(inArray(exhibition.id, idsOf(bodies, 'exhibitionId')), notInArray(exhibition.state, ['draft', 'removed'])))
  const titles = new Map(rows.map(({ id, plan, language }) => [id, inLanguage(plan.title, language)]))
  return (body) => {
    const id = idOf(body, 'exhibitionId')
    const about = titles.get(id)
    return about === undefined ? null : { about, href: `/exhibition/${id}` }
  }
}

/** Which exhibition, and of which organisation it is told, in the reader's own language. */
const ofOrganiser: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({
      id: exhibition.id,
      plan: exhibition.plan,
      language: person.language,
      organisationId: organisation.id,
      name: organisation.name,
    })
    .from(exhibition)
    .innerJoin(person, eq(person.id, who.id))
    .innerJoin(organisation, inArray(organisation.id, idsOf(bodies, 'organisationId')))
    .where(inArray(exhibition.id, idsOf(bodies, 'exhibitionId')))
  const titles = new Map(
    rows.map(({ id, organisationId, plan, language, name }) => [
      `${id} ${organisationId}`,
      [inLanguage(plan.title, language), name].filter(Boolean).join(' · '),
    ]),
  )
  const things = new Map<string, Awaited<ReturnType<typeof thingOfExhibition>>>()
  for (const id of idsOf(bodies, 'exhibitionId')) things.set(id, await thingOfExhibition(db, id))
  return (body) => {
    const id = idOf(body, 'exhibitionId')
    const about = titles.get(`${id} ${idOf(body, 'organisationId')}`)
    const thing = things.get(id)
    return about === undefined ? null : { about, href: thing && may(who, 'exhibition.look', thing) ? `/exhibition/${id}` : null }
  }
}

/** While it is to be answered, to who may still answer it. */
const ofInvitation: Telling = async (db, who, bodies) => {
  const told = await ofOrganiser(db, who, bodies)
  const rows = await db
    .select({ exhibitionId: exhibitionInvitation.exhibitionId, organisationId: exhibitionInvitation.organisationId })
    .from(exhibitionInvitation)
    .innerJoin(exhibition, eq(exhibition.id, exhibitionInvitation.exhibitionId))
    .where(
      and(
        inArray(exhibitionInvitation.exhibitionId, idsOf(bodies, 'exhibitionId')),
        inArray(exhibitionInvitation.organisationId, idsOf(bodies, 'organisationId')),
        isNull(exhibitionInvitation.declinedAt),
        ne(exhibition.state, 'removed'),
      ),
    )
  const open = new Set<string>()
  for (const { exhibitionId, organisationId } of rows) {
    const thing = await thingOfOrganiser(db, exhibitionId, organisationId)
    if (thing && may(who, 'exhibition.accept', thing)) open.add(`${exhibitionId} ${organisationId}`)
  }
  return (body) => {
    // Asked again after a refusal, it is one line.
    const isOpen = open.delete(`${idOf(body, 'exhibitionId')} ${idOf(body, 'organisationId')}`)
    const line = isOpen ? told(body) : null
    return line && { ...line, href: '/exhibition/invitation' }
  }
}

/** Where what visitors ask is let through and answered; whoever has left the team is told, and led nowhere. */
const ofVisitor: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: stand.id, entry: stand.entry, exhibitionId: stand.exhibitionId, projectId: stand.projectId, teamId: project.teamId })
    .from(stand)
    .innerJoin(project, eq(project.id, stand.projectId))
    .where(inArray(stand.id, idsOf(bodies, 'standId')))
  const ids = [...new Set(rows.map(({ exhibitionId }) => exhibitionId))]
  const run = new Set<string>()
  for (const id of ids) {
    const of = await thingOfExhibition(db, id)
    if (of && may(who, 'visitor.ofExhibition', of)) run.add(id)
  }
  const stands = new Map(rows.map((row) => [row.id, row]))
  return (body) => {
    const found = stands.get(idOf(body, 'standId'))
    if (!found) return null
    const { entry, projectId, exhibitionId, teamId } = found
    const there = run.has(exhibitionId) ? `/exhibition/${exhibitionId}/visitor` : null
    return { about: entry.title, href: who.teams.includes(teamId) ? `/project/${projectId}/stand` : there }
  }
}

/** Where its visitors are seen, for who runs it still. */
const ofCrowd: Telling = async (db, who, bodies) => {
  const ids = idsOf(bodies, 'exhibitionId')
  const rows = await db
    .select({ id: exhibition.id, plan: exhibition.plan, language: person.language })
    .from(exhibition)
    .innerJoin(person, eq(person.id, who.id))
    .where(inArray(exhibition.id, ids))
  const titles = new Map<string, string>()
  for (const { id, plan, language } of rows) {
    const of = await thingOfExhibition(db, id)
    if (of && may(who, 'visitor.ofExhibition', of)) titles.set(id, inLanguage(plan.title, language))
  }
  return (body) => {
    const id = idOf(body, 'exhibitionId')
    const about = titles.get(id)
    return about === undefined ? null : { about, href: `/exhibition/${id}/visitor` }
  }
}

/** Of a stand, where its report is read. */
const ofResult: Telling = async (db, _, bodies) => {
  const rows = await db
    .select({ id: stand.id, entry: stand.entry })
    .from(stand)
    .where(inArray(stand.id, idsOf(bodies, 'standId')))
  const titles = new Map(rows.map(({ id, entry }) => [id, entry.title]))
  return (body) => {
    const id = idOf(body, 'standId')
    return { about: titles.get(id) ?? '', href: `/stand/${id}/report` }
  }
}

/** While one judges in it; in one's own language. */
const ofJury: Telling = async (db, who, bodies) => {
  const rows = await db
    .select({ id: exhibition.id, plan: exhibition.plan, language: person.language })
    .from(judge)
    .innerJoin(exhibition, eq(exhibition.id, judge.exhibitionId))
    .innerJoin(person, eq(person.id, judge.personId))
    .where(and(eq(judge.personId, who.id), isNull(judge.endedAt), inArray(exhibition.id, idsOf(bodies, 'exhibitionId'))))
  const titles = new Map(rows.map(({ id, plan, language }) => [id, inLanguage(plan.title, language)]))
  return (body) => {
    const id = idOf(body, 'exhibitionId')
    const about = titles.get(id)
    return about === undefined ? null : { about, href: `/jury/${id}` }
  }
}

/** While the choice is open to them. */
const ofChoice: Telling = async (db, who) => {
  const open = new Map((await choosesIn(db, who.id, null)).map(({ exhibitionId, plan }) => [exhibitionId, plan.title]))
  const [reader] = await db.select({ language: person.language }).from(person).where(eq(person.id, who.id))
  return (body) => {
    const id = idOf(body, 'exhibitionId')
    const title = open.get(id)
    return title && reader ? { about: inLanguage(title, reader.language), href: `/jury/${id}/compare` } : null
  }
}

const tellings: Readonly<Record<InboxName, Telling>> = {
  'team.joined': ofTeam,
  'team.left': ofTeam,
  'task.assigned': ofTask,
  'comment.mentioned': ofComment,
  'comment.answered': ofComment,
  'portfolio.changed': ofPortfolio,
  'acceptance.proposed': ofOffered,
  'acceptance.asked': ofAskedToShow,
  'acceptance.opened': ofOpened,
  'acceptance.accepted': ofTaken,
  'acceptance.withdrawn': ofTaken,
  'evidence.disputed': ofDispute,
  'badge.earned': ofEarned,
  'badge.issued': ofBadge,
  'badge.revoked': ofRevoked,
  'review.asked': ofReview,
  'review.reviewed': ofReview,
  'review.noted': ofRemark,
  'review.replied': ofReply,
  'guardian.added': ofChild,
  'exhibition.called': ofCall,
  'exhibition.cancelled': ofCall,
  'exhibition.resumed': ofCall,
  'exhibition.invited': ofInvitation,
  'exhibition.accepted': ofOrganiser,
  'exhibition.declined': ofOrganiser,
  'exhibition.parted': ofOrganiser,
  'stand.reminded': ofDue,
  'stand.offered': ofStand,
  'stand.welcomed': ofStand,
  'stand.answered': ofStand,
  'stand.dropped': ofStand,
  'visitor.queued': ofVisitor,
  'visitor.passed': ofVisitor,
  'visitor.warned': ofCrowd,
  'result.reported': ofResult,
  'judge.invited': ofJury,
  'judge.asked': ofChoice,
  'final.opened': ofJury,
  'final.joined': ofJury,
  'final.reached': ofStand,
  'final.named': ofStand,
  'final.left': ofStand,
  'guardian.shown': ofWard,
  'guardian.published': ofPublished,
}

/** What each is about and where it is looked at, one query for each kind of fact; null: it is not the reader's to see any more. */
export const tellAll = async (db: DbOrTx, who: Who, noticed: readonly Noticed[]): Promise<(one: Noticed) => Told | null> => {
  const tell = new Map<InboxName, (body: Body) => Told | null>()
  for (const [name, all] of Map.groupBy(noticed, (one) => one.name))
    tell.set(
      name,
      await tellings[name](
        db,
        who,
        all.map(({ body }) => body),
      ),
    )
  return ({ name, body }) => tell.get(name)?.(body) ?? null
}
