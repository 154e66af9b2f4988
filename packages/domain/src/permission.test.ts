import type { OrganisationKind, Role } from '@sheber/contract/organisation'
import type { Audience } from '@sheber/contract/portfolio'
import { routes } from '@sheber/contract/routes'
import { describe, expect, it } from 'vitest'
import {
  circlesOf,
  isKin,
  isOwnChild,
  may,
  reachOf,
  type Action,
  type OfOffer,
  type OfOrganisation,
  type Thing,
  type Who,
} from './permission.ts'

const kinds = { centre: 'centre', school: 'school', other: 'school', company: 'company' } as const satisfies Record<
  string,
  OrganisationKind
>
type Place = keyof typeof kinds

const somebody = (id: string, teams: string[], ...places: [Place, Role][]): Who => ({
  id,
  memberships: places.map(([organisationId, role]) => ({ organisationId, kind: kinds[organisationId], role })),
  teams,
})

/** The team `kite` is answered for by the school; children of the school and of the centre and a mentor are in it. */
const people = {
  botagoz: somebody('botagoz', [], ['centre', 'administrator']),
  madina: somebody('madina', ['kite'], ['centre', 'teacher']),
  saule: somebody('saule', [], ['school', 'administrator']),
  marat: somebody('marat', [], ['school', 'teacher']),
  otherTeacher: somebody('otherTeacher', [], ['other', 'teacher']),
  yerlan: somebody('yerlan', ['kite'], ['company', 'mentor']),
  gulnara: somebody('gulnara', [], ['company', 'partner']),
  sergey: somebody('sergey', [], ['centre', 'judge']),
  aigerim: somebody('aigerim', ['kite'], ['school', 'learner']),
  timur: somebody('timur', ['boat'], ['school', 'learner']),
  // Aigerim's mother, who is nothing else here.
  zhanna: somebody('zhanna', [], ['school', 'guardian']),
  nobody: somebody('nobody', []),
} satisfies Record<string, Who>
type Name = keyof typeof people | 'guest'
const names = [...Object.keys(people), 'guest'] as Name[]

const organisation = (id: Place): Thing => ({ kind: 'organisation', id })
const aboutChildOf = (id: Place, ...relatives: Name[]): OfOrganisation => ({ kind: 'organisation', id, relatives })
const place = (organisationId: Place, role: Role): Thing => ({ kind: 'place', organisationId, role })
const person = (name: keyof typeof people): Thing => ({ kind: 'person', id: name, memberships: people[name].memberships })
const mapOf = (name: keyof typeof people, ...guardians: Name[]): Thing => ({
  kind: 'map',
  of: { kind: 'person', id: name, memberships: people[name].memberships, guardians },
})
const team: Thing = { kind: 'team', id: 'kite', organisationId: 'school' }
const seat = (name: Name): Thing => ({ kind: 'seat', teamId: 'kite', organisationId: 'school', personId: name })
const project = (archived = false): Thing => ({ kind: 'project', id: 'p', teamId: 'kite', organisationId: 'school', archived })
const ofTeam = (teamId: string, archived = false) => ({ teamId, organisationId: 'school', archived })
const copy = (from: string, to: string, archived = false): Thing => ({ kind: 'copy', from: ofTeam(from), to: ofTeam(to, archived) })
const signature = (personId: string | null, archived = false): Thing => ({ kind: 'signature', ...ofTeam('kite', archived), personId })
const said = ({ note = false, archived = false, by = '', removedBy = '' }): Thing => ({
  kind: 'comment',
  teamId: 'kite',
  organisationId: 'school',
  archived,
  note,
  personId: by || null,
  removedBy: removedBy || null,
})
const ofAigerim = (letIn: string[] = [], relatives = ['zhanna']): Thing => ({
  kind: 'portfolio',
  id: 'f',
  ownerId: 'aigerim',
  teamId: null,
  letIn,
  organisations: ['school'],
  teams: ['kite'],
  mates: ['timur'],
  guardians: ['zhanna'],
  relatives,
})
const ofKite: Thing = {
  kind: 'portfolio',
  id: 'f',
  ownerId: null,
  teamId: 'kite',
  letIn: [],
  organisations: ['centre'],
  teams: ['kite'],
  mates: [],
  guardians: ['zhanna'],
  relatives: ['zhanna'],
}
const claimOf = (personId: string, portfolio = ofAigerim(['yerlan'])): Thing => ({
  kind: 'evidence',
  portfolio: portfolio as Extract<Thing, { kind: 'portfolio' }>,
  personId,
})
/** Of aigerim's portfolio, in the school's queue, read by yerlan unless somebody else is named. */
const handedIn = (reviewers: string[] = ['yerlan'], letIn: string[] = []): Thing => ({
  kind: 'submission',
  of: ofAigerim(letIn) as Extract<Thing, { kind: 'portfolio' }>,
  organisationId: 'school',
  reviewers,
})
/** … whose father marat is. */
/** Of a team of the centre: nothing of its portfolio is the school's by itself. */
const offerOf = (audience: Audience[], ...relatives: Name[]): OfOffer => ({
  kind: 'offer',
  organisation: aboutChildOf('school', ...relatives),
  of: { ...(ofKite as OfOffer['of']), organisations: ['elsewhere'] },
  audience,
})
const handedInAtHome = (letIn: string[] = []): Thing => ({
  ...(handedIn(['marat', 'yerlan']) as Extract<Thing, { kind: 'submission' }>),
  of: ofAigerim(letIn, ['zhanna', 'marat']) as Extract<Thing, { kind: 'portfolio' }>,
})
const growing = (of = ofAigerim(['yerlan']), reviewers?: string[]): Thing => {
  const portfolio = of as Extract<Thing, { kind: 'portfolio' }>
  const submissions = reviewers ? [{ kind: 'submission' as const, of: portfolio, organisationId: 'centre', reviewers }] : []
  return { kind: 'records', of: portfolio, submissions }
}
const shelved = (audience: Extract<Thing, { kind: 'shelved' }>['audience'], submissions: Thing[] = []): Thing => ({
  kind: 'shelved',
  of: ofAigerim() as Extract<Thing, { kind: 'portfolio' }>,
  audience,
  submissions: submissions as Extract<Thing, { kind: 'submission' }>[],
})
const ward: Thing = { kind: 'person', id: 'aigerim', memberships: people.aigerim.memberships, guardians: ['zhanna'] }
const drawnUp = (drafted = true): Thing => ({ kind: 'framework', organisationId: 'school', drafted })
const director = somebody('director', [], ['centre', 'administrator'], ['school', 'teacher'])
const childOfTwo = somebody('childOfTwo', [], ['school', 'learner'], ['centre', 'learner'])
const helperWhoLearns = somebody('helper', [], ['school', 'learner'], ['company', 'mentor'])
const thingOf = (who: Who): Thing => ({ kind: 'person', id: who.id, memberships: who.memberships })

const nobody = ''
/** The centre runs it, and sergey judges in it. */
const shownAt = (drafted = false): Extract<Thing, { kind: 'exhibition' }> => ({
  kind: 'exhibition',
  id: 'x',
  organisers: ['centre'],
  founder: 'centre',
  drafted,
  judges: ['sergey'],
})
/** The school helps the centre, or is asked to. */
const organiserAt: Thing = { kind: 'organiser', of: { ...shownAt(), organisers: ['centre', 'school'] }, organisationId: 'school' }
const standAt = (drafted = false): Thing => ({
  kind: 'stand',
  id: 's',
  of: shownAt(),
  project: { teamId: 'kite', organisationId: 'school', archived: false },
  drafted,
})
const organisersAt = 'botagoz madina'

const everyone = Object.keys(people).join(' ')
const rows: readonly [Action, string, Thing, string][] = [
  ['consent.list', 'of a learner', person('aigerim'), 'botagoz saule marat'],
  ['consent.list', 'of a learner, by whoever stands for it', ward, 'botagoz saule marat zhanna'],
  ['consent.withdraw', 'of a learner, by whoever stands for it', ward, 'botagoz saule marat zhanna'],
  ['consent.record', 'of a learner', person('aigerim'), 'botagoz saule marat'],
  ['consent.record', 'of a learner, by whoever stands for it', ward, 'botagoz saule marat'],
  ['guardian.list', 'of a learner', ward, 'botagoz saule marat'],
  ['guardian.add', 'to a learner', ward, 'botagoz saule marat'],
  ['guardian.invite', 'to a child of two places', thingOf(childOfTwo), 'botagoz madina saule marat'],
  ['guardian.end', 'of a learner', ward, 'botagoz saule marat'],
  ['guardian.children', '', { kind: 'nothing' }, everyone],
  ['person.add', 'a guardian to the school', place('school', 'guardian'), 'botagoz saule marat'],
  ['person.secret', 'of a guardian', person('zhanna'), 'botagoz saule marat'],
  ['person.invite', 'a guardian', person('zhanna'), nobody],
  ['consent.withdraw', 'of a child of two places', thingOf(childOfTwo), 'botagoz madina saule marat'],
  ['acceptance.list', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['acceptance.accept', 'for the school', organisation('school'), 'saule marat'],
  ['acceptance.accept', "of marat's and zhanna's child", aboutChildOf('school', 'marat', 'zhanna'), 'saule'],
  ['room.write', "aigerim's portfolio", ofAigerim(), 'aigerim'],
  ['room.write', "aigerim's portfolio, that yerlan was let into", ofAigerim(['yerlan']), 'yerlan aigerim'],
  ['room.read', "aigerim's portfolio", ofAigerim(), 'aigerim'],
  ['room.write', "the team's portfolio", ofKite, 'madina yerlan aigerim'],
  ['portfolio.open', "aigerim's", ofAigerim(), 'botagoz saule marat aigerim'],
  ['portfolio.open', "the team's", ofKite, 'botagoz madina yerlan aigerim'],
  ['portfolio.look', "aigerim's", ofAigerim(), 'botagoz madina saule marat yerlan aigerim timur zhanna'],
  ['portfolio.look', "the team's", ofKite, 'botagoz madina yerlan aigerim zhanna'],
  ['portfolio.piece', "aigerim's", ofAigerim(), 'botagoz madina saule marat yerlan aigerim timur zhanna'],
  ['portfolio.records', "aigerim's", ofAigerim(), 'botagoz madina saule marat yerlan aigerim timur zhanna'],
  ['portfolio.find', '', { kind: 'nothing' }, everyone],
  ['file.shelve', "on aigerim's", ofAigerim(['yerlan']), 'yerlan aigerim'],
  ['file.bring', "onto aigerim's", ofAigerim(['yerlan']), 'yerlan aigerim'],
  ['portfolio.take', "aigerim's", ofAigerim(['yerlan']), 'yerlan aigerim'],
  ['portfolio.letIn', "into aigerim's", ofAigerim(['yerlan']), 'aigerim'],
  ['portfolio.letOut', "of aigerim's", ofAigerim(['yerlan']), 'aigerim'],
  ['portfolio.list', '', { kind: 'nothing' }, everyone],
  ['inbox.look', '', { kind: 'nothing' }, everyone],
  ['inbox.count', '', { kind: 'nothing' }, everyone],
  ['inbox.see', '', { kind: 'nothing' }, everyone],
  ['acceptance.look', "of marat's and zhanna's child", aboutChildOf('school', 'marat', 'zhanna'), 'saule'],
  ['acceptance.piece', 'for the school', organisation('school'), 'saule marat'],
  ['acceptance.ask', 'for the school', organisation('school'), 'saule marat'],
  ['acceptance.read', 'a record of the team that the school may see', offerOf(['team', 'school']), 'saule marat'],
  ['acceptance.read', 'a record that the team alone may see', offerOf(['team']), nobody],
  ['acceptance.read', "of marat's child", offerOf(['school'], 'marat'), 'saule'],
  ['acceptance.withdraw', 'of the school', organisation('school'), 'saule marat'],
  ['portfolio.letIn', "into the team's", ofKite, 'madina yerlan aigerim'],
  ['evidence.list', "aigerim's", ofAigerim(['yerlan']), 'botagoz saule marat yerlan aigerim zhanna'],
  ['evidence.list', "the team's", ofKite, 'botagoz madina yerlan aigerim'],
  ['evidence.link', "aigerim's", ofAigerim(['yerlan']), 'botagoz saule marat yerlan aigerim'],
  ['evidence.link', "the team's", ofKite, 'botagoz madina yerlan aigerim'],
  ['evidence.suggest', "aigerim's", ofAigerim(), 'botagoz saule marat aigerim'],
  ['evidence.map', "aigerim's", ofAigerim(), 'botagoz saule marat aigerim zhanna'],
  ['evidence.map', "the team's", ofKite, 'botagoz madina yerlan aigerim'],
  ['evidence.history', "aigerim's", claimOf('aigerim'), 'botagoz saule marat yerlan aigerim'],
  ['evidence.change', "aigerim's", claimOf('aigerim'), 'botagoz saule marat yerlan aigerim'],
  ['evidence.drop', "aigerim's", claimOf('aigerim'), 'botagoz saule marat yerlan aigerim'],
  ['evidence.dispute', "aigerim's", claimOf('aigerim'), 'aigerim'],
  ['evidence.dispute', "yerlan's, in the team's portfolio", claimOf('yerlan', ofKite), 'yerlan'],
  ['evidence.dispute', 'of timur, who has left the team', claimOf('timur', ofKite), nobody],
  ['evidence.teamMap', "the team's", ofKite, 'botagoz madina yerlan aigerim'],
  ['evidence.groupMap', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['evidence.linkGroup', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['evidence.unlinkGroup', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['topic.follow', "aigerim's portfolio", ofAigerim(['yerlan']), 'botagoz saule marat yerlan aigerim'],
  ['topic.follow', "that aigerim's records grow", growing(), 'botagoz madina saule marat yerlan aigerim timur zhanna'],
  ['topic.follow', "that the team's records grow", growing(ofKite), 'botagoz madina yerlan aigerim zhanna'],
  [
    'topic.follow',
    "that the team's records grow, of which saule was asked to read",
    growing(ofKite, ['saule']),
    'botagoz madina saule yerlan aigerim zhanna',
  ],
  ['review.reviewers', "for aigerim's portfolio", ofAigerim(), 'aigerim'],
  ['review.request', "of aigerim's portfolio", ofAigerim(['yerlan']), 'yerlan aigerim'],
  ['review.open', "of aigerim's portfolio", ofAigerim(['yerlan']), 'yerlan aigerim'],
  ['review.list', "of aigerim's portfolio", ofAigerim(), 'botagoz saule marat aigerim'],
  ['review.queue', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['file.read', 'in no record', shelved([]), 'aigerim'],
  ['file.read', 'in a record for the team', shelved(['team']), 'madina yerlan aigerim'],
  ['file.read', 'in a record for the school', shelved(['school']), 'saule marat aigerim timur'],
  ['file.read', 'in a record for the world, without consent', shelved(['public', 'guardian']), 'aigerim zhanna'],
  ['file.read', 'in what was handed in', shelved([], [handedIn()]), 'botagoz saule marat yerlan aigerim'],
  ['file.remove', 'from a shelf', shelved(['team', 'school'], [handedIn()]), 'aigerim'],
  ['review.look', '', handedIn(), 'botagoz saule marat yerlan aigerim'],
  ['review.look', 'that nobody was asked for by name', handedIn([]), 'botagoz saule marat aigerim'],
  ['review.piece', '', handedIn(), 'botagoz saule marat yerlan aigerim'],
  ['review.take', '', handedIn([]), 'botagoz saule marat'],
  ['review.take', 'by an author', handedIn(['marat'], ['marat']), 'botagoz saule'],
  ['review.give', '', handedIn(), 'botagoz saule marat yerlan'],
  ['review.give', 'by an author', handedIn(['yerlan'], ['yerlan']), 'botagoz saule marat'],
  ['review.look', 'of his own child, by a teacher', handedInAtHome(), 'botagoz saule yerlan aigerim'],
  ['review.take', 'of his own child, by a teacher', handedInAtHome(), 'botagoz saule yerlan'],
  ['review.give', 'of his own child, by a teacher', handedInAtHome(), 'botagoz saule yerlan'],
  ['review.invite', 'of his own child, by a teacher', handedInAtHome(), 'botagoz saule yerlan aigerim'],
  ['review.look', 'that a father writes in too', handedInAtHome(['marat']), 'botagoz saule marat yerlan aigerim'],
  ['review.see', '', handedIn(), 'aigerim'],
  ['review.answer', '', handedIn(), 'aigerim'],
  ['review.resubmit', '', handedIn(), 'aigerim'],
  ['review.withdraw', '', handedIn(['yerlan'], ['timur']), 'aigerim timur'],
  ['review.invite', '', handedIn(), 'botagoz saule marat yerlan aigerim'],
  ['review.remark', '', handedIn(), 'botagoz saule marat yerlan aigerim'],
  ['review.settle', '', handedIn(), 'botagoz saule marat yerlan aigerim'],
  ['organisation.list', '', { kind: 'nothing' }, 'botagoz madina saule marat otherTeacher'],
  ['organisation.look', 'the school', organisation('school'), 'botagoz madina saule marat aigerim timur'],
  ['organisation.look', 'the company', organisation('company'), 'botagoz madina yerlan gulnara'],
  ['organisation.add', '', { kind: 'nothing' }, 'botagoz'],
  ['organisation.rename', 'the school', organisation('school'), 'botagoz saule'],
  ['organisation.rename', 'the centre', organisation('centre'), 'botagoz'],
  ['person.list', 'the school', organisation('school'), 'botagoz saule marat'],
  ['person.list', 'the centre', organisation('centre'), 'botagoz madina'],
  ['person.add', 'a learner of the school', place('school', 'learner'), 'botagoz saule marat'],
  ['person.add', 'a teacher of the school', place('school', 'teacher'), 'botagoz saule'],
  ['person.add', 'an administrator of the centre', place('centre', 'administrator'), 'botagoz'],
  ['person.role', 'in the school', organisation('school'), 'botagoz saule'],
  ['person.role', 'in the centre', organisation('centre'), 'botagoz'],
  ['person.secret', 'of a learner', person('aigerim'), 'botagoz saule marat'],
  ['person.secret', 'of a child of two places', thingOf(childOfTwo), 'botagoz madina saule marat'],
  ['person.secret', 'of a learner who mentors elsewhere', thingOf(helperWhoLearns), 'botagoz'],
  ['person.secret', 'of a teacher', person('marat'), 'botagoz saule'],
  ['person.secret', 'of the director who teaches at the school', thingOf(director), 'botagoz'],
  ['person.secret', 'of one without a place', person('nobody'), 'botagoz'],
  ['person.secret', 'of oneself', person('botagoz'), nobody],
  ['person.rename', 'a learner', person('aigerim'), 'botagoz saule marat'],
  ['person.birth', 'of a learner', person('aigerim'), 'botagoz saule marat'],
  ['person.born', 'of a learner', person('aigerim'), 'botagoz saule marat'],
  ['person.activate', 'a teacher', person('marat'), 'botagoz saule'],
  ['person.activate', 'a mentor', person('yerlan'), 'botagoz'],
  ['person.find', '', { kind: 'nothing' }, 'botagoz madina saule marat otherTeacher'],
  ['person.invite', 'a learner of the school', person('aigerim'), 'botagoz madina saule marat'],
  ['person.invite', 'a mentor', person('yerlan'), 'botagoz madina saule marat otherTeacher'],
  ['group.list', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['group.add', 'to the school', organisation('school'), 'botagoz saule marat'],
  ['group.join', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['group.leave', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['group.code', 'of the centre', organisation('centre'), 'botagoz madina'],
  ['group.simplify', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['team.list', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['team.look', '', team, 'botagoz madina saule marat yerlan aigerim'],
  ['team.form', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['team.rename', '', team, 'botagoz madina saule marat'],
  ['team.join', 'somebody', seat('timur'), 'botagoz madina saule marat'],
  ['team.leave', 'a child', seat('aigerim'), 'botagoz madina saule marat'],
  ['team.leave', 'the mentor', seat('yerlan'), 'botagoz madina saule marat yerlan'],
  ['project.list', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['project.look', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['project.look', 'archived', project(true), 'botagoz madina saule marat yerlan aigerim'],
  ['project.open', '', team, 'botagoz madina saule marat yerlan'],
  ['project.change', '', project(), 'madina yerlan aigerim'],
  ['project.change', 'archived', project(true), nobody],
  ['task.list', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['task.list', 'archived', project(true), 'botagoz madina saule marat yerlan aigerim'],
  ['task.count', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['task.look', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['task.add', '', project(), 'madina yerlan aigerim'],
  ['task.add', 'archived', project(true), nobody],
  ['task.change', '', project(), 'madina yerlan aigerim'],
  ['task.change', 'archived', project(true), nobody],
  ['task.move', '', project(), 'madina yerlan aigerim'],
  ['task.move', 'archived', project(true), nobody],
  ['task.remove', '', project(), 'madina yerlan aigerim'],
  ['task.remove', 'archived', project(true), nobody],
  ['task.restore', '', project(), 'madina yerlan aigerim'],
  ['task.restore', 'archived', project(true), nobody],
  ['task.mine', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['project.step', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['project.step', 'archived', project(true), 'botagoz madina saule marat yerlan'],
  ['notebook.list', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['notebook.look', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['notebook.proof', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['notebook.kept', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['notebook.keep', '', project(), 'madina yerlan aigerim'],
  ['notebook.keep', 'archived', project(true), nobody],
  ['notebook.open', '', project(), 'madina yerlan aigerim'],
  ['notebook.open', 'archived', project(true), nobody],
  ['notebook.change', '', project(), 'madina yerlan aigerim'],
  ['notebook.remove', '', project(), 'madina yerlan aigerim'],
  ['notebook.restore', '', project(), 'madina yerlan aigerim'],
  ['notebook.sign', '', project(), 'madina yerlan'],
  ['notebook.sign', 'archived', project(true), nobody],
  ['notebook.unsign', 'by yerlan', signature('yerlan'), 'yerlan'],
  ['notebook.unsign', 'by nobody', signature(null), nobody],
  ['notebook.unsign', 'by one who is not of the team any more', signature('marat'), nobody],
  ['notebook.unsign', 'in the archive', signature('yerlan', true), nobody],
  ['board.look', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['board.list', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['board.copy', 'within the project', copy('kite', 'kite'), 'madina yerlan aigerim'],
  ['board.copy', 'into the archive', copy('kite', 'kite', true), nobody],
  ['board.copy', 'of another team', copy('boat', 'kite'), nobody],
  ['board.copy', 'to another team', copy('kite', 'boat'), nobody],
  ['board.copy', 'by another team, its own', copy('boat', 'boat'), 'timur'],
  ['trace.look', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['board.freeze', '', project(), 'botagoz madina saule marat'],
  ['board.freeze', 'archived', project(true), nobody],
  ['board.simplify', '', project(), 'botagoz madina saule marat'],
  ['board.simplify', 'archived', project(true), nobody],
  ['version.list', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['version.look', 'archived', project(true), 'botagoz madina saule marat yerlan aigerim'],
  ['version.make', '', project(), 'madina yerlan aigerim'],
  ['version.restore', '', project(), 'madina yerlan aigerim'],
  ['version.restore', 'archived', project(true), nobody],
  ['contribution.list', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['contribution.decline', 'archived', project(true), 'madina yerlan aigerim'],
  ['contribution.restore', '', project(), 'madina yerlan aigerim'],
  ['aside.look', '', project(), 'madina yerlan aigerim'],
  ['aside.take', '', project(), 'madina yerlan aigerim'],
  ['aside.take', 'archived', project(true), nobody],
  ['aside.settle', 'archived', project(true), 'madina yerlan aigerim'],
  ['aside.lookAtPage', '', project(), 'madina yerlan aigerim'],
  ['aside.takeToPage', '', project(), 'madina yerlan aigerim'],
  ['aside.takeToPage', 'archived', project(true), nobody],
  ['aside.settleOfPage', 'archived', project(true), 'madina yerlan aigerim'],
  ['comment.list', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['comment.list', 'archived', project(true), 'botagoz madina saule marat yerlan aigerim'],
  ['comment.mine', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['comment.read', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['comment.readAll', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['comment.look', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['comment.write', '', said({}), 'madina yerlan aigerim'],
  ['comment.write', 'a note', said({ note: true }), 'botagoz madina saule yerlan'],
  ['comment.write', 'archived', said({ archived: true }), nobody],
  ['comment.write', 'a note, archived', said({ note: true, archived: true }), nobody],
  ['comment.answer', '', said({}), 'madina yerlan aigerim'],
  ['comment.answer', 'with a note', said({ note: true }), 'botagoz madina saule yerlan'],
  ['comment.edit', 'of aigerim', said({ by: 'aigerim' }), 'aigerim'],
  ['comment.edit', 'of aigerim, archived', said({ by: 'aigerim', archived: true }), nobody],
  ['comment.edit', 'of one who left', said({ by: 'timur' }), nobody],
  ['comment.edit', 'a note of yerlan', said({ by: 'yerlan', note: true }), 'yerlan'],
  ['comment.remove', 'of aigerim', said({ by: 'aigerim' }), 'botagoz madina saule marat aigerim'],
  ['comment.remove', 'of aigerim, archived', said({ by: 'aigerim', archived: true }), 'botagoz madina saule marat aigerim'],
  ['comment.remove', 'of madina', said({ by: 'madina' }), 'botagoz madina saule marat'],
  ['comment.remove', 'of yerlan', said({ by: 'yerlan', note: true }), 'botagoz madina saule marat yerlan'],
  ['comment.restore', 'removed by its author', said({ by: 'aigerim', removedBy: 'aigerim' }), 'aigerim'],
  ['comment.restore', 'removed by a teacher', said({ by: 'aigerim', removedBy: 'madina' }), 'madina'],
  ['comment.resolve', '', project(), 'botagoz madina saule yerlan aigerim'],
  ['comment.resolve', 'archived', project(true), nobody],
  ['comment.reopen', '', project(), 'botagoz madina saule yerlan aigerim'],
  ['file.send', '', project(), 'madina yerlan aigerim'],
  ['file.send', 'archived', project(true), nobody],
  ['file.add', '', project(), 'madina yerlan aigerim'],
  ['file.add', 'archived', project(true), nobody],
  ['file.carry', '', project(), 'madina yerlan aigerim'],
  ['file.carry', 'archived', project(true), nobody],
  ['card.look', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['file.read', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['file.read', 'archived', project(true), 'botagoz madina saule marat yerlan aigerim'],
  ['file.look', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['file.remove', '', project(), 'botagoz madina saule marat'],
  ['file.remove', 'archived', project(true), nobody],
  ['preview.look', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['framework.list', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['framework.look', 'published', drawnUp(false), names.filter((name) => name !== 'guest').join(' ')],
  ['framework.look', 'a draft of the school', drawnUp(), 'botagoz saule marat'],
  ['framework.former', 'published', drawnUp(false), names.filter((name) => name !== 'guest').join(' ')],
  ['framework.former', 'a draft of the school', drawnUp(), 'botagoz saule marat'],
  ['framework.crosswalk', 'published', drawnUp(false), names.filter((name) => name !== 'guest').join(' ')],
  ['framework.crosswalk', 'a draft of the school', drawnUp(), 'botagoz saule marat'],
  ['framework.wordings', 'published', drawnUp(false), names.filter((name) => name !== 'guest').join(' ')],
  ['framework.wordings', 'a draft of the school', drawnUp(), 'botagoz saule marat'],
  ['framework.fetch', 'published', drawnUp(false), names.join(' ')],
  ['framework.fetch', 'a draft', drawnUp(), nobody],
  ['framework.make', 'in the school', organisation('school'), 'botagoz saule marat'],
  ['framework.save', 'of the school', drawnUp(), 'botagoz saule marat'],
  ['framework.publish', 'of the school', drawnUp(), 'botagoz saule marat'],
  ['framework.retire', 'of the school', drawnUp(false), 'botagoz saule marat'],
  ['framework.renew', 'of the school', drawnUp(false), 'botagoz saule marat'],
  ['badge.list', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.make', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.look', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.save', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.open', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.close', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.propose', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.ready', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.given', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.issue', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.issue', 'of the centre', organisation('centre'), 'botagoz madina'],
  ['badge.issue', "of the centre to madina's child", aboutChildOf('centre', 'madina'), 'botagoz'],
  ['badge.issue', "of the centre to botagoz' child", aboutChildOf('centre', 'botagoz'), 'madina'],
  ['badge.revoke', 'of the school', organisation('school'), 'botagoz saule marat'],
  ['badge.near', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['badge.mine', '', { kind: 'nothing' }, names.filter((name) => name !== 'guest').join(' ')],
  ['badge.show', '', { kind: 'nothing' }, names.join(' ')],
  ['badge.check', '', { kind: 'nothing' }, names.join(' ')],
  ['badge.fetch', '', { kind: 'nothing' }, names.join(' ')],
  ['publication.look', "aigerim's", ofAigerim(['yerlan']), 'botagoz saule marat yerlan aigerim'],
  ['publication.publish', "aigerim's", ofAigerim(['yerlan']), 'yerlan aigerim'],
  ['publication.publish', "the team's", ofKite, 'madina yerlan aigerim'],
  ['publication.withdraw', "aigerim's", ofAigerim(['yerlan']), 'botagoz saule marat yerlan aigerim'],
  ['publication.fetch', '', { kind: 'nothing' }, names.join(' ')],
  ['exhibition.list', '', { kind: 'nothing' }, everyone],
  ['exhibition.look', 'that was called', shownAt(), everyone],
  ['exhibition.look', 'a draft', shownAt(true), organisersAt],
  ['exhibition.trail', 'that was called', shownAt(), everyone],
  ['exhibition.trail', 'a draft', shownAt(true), organisersAt],
  ['trail.look', '', shownAt(), organisersAt],
  ['exhibition.make', 'in the centre', organisation('centre'), organisersAt],
  ['exhibition.make', 'in the school', organisation('school'), 'botagoz saule marat'],
  ['exhibition.save', '', shownAt(), organisersAt],
  ['exhibition.step', '', shownAt(), organisersAt],
  ['exhibition.invite', 'of the centre', shownAt(), organisersAt],
  ['exhibition.invite', 'where the school helps', { ...shownAt(), organisers: ['centre', 'school'] }, organisersAt],
  ['exhibition.uninvite', 'the school', organiserAt, 'botagoz madina saule marat'],
  ['exhibition.uninvite', 'the founder', { ...organiserAt, organisationId: 'centre' }, organisersAt],
  ['exhibition.invitations', '', { kind: 'nothing' }, everyone],
  // The centre's administrator helps the school out, and does not agree in its name.
  ['exhibition.accept', 'for the school', organiserAt, 'saule marat'],
  ['exhibition.decline', 'for the school', organiserAt, 'saule marat'],
  ['exhibition.fetch', 'that was called', shownAt(), names.join(' ')],
  ['exhibition.fetch', 'a draft', shownAt(true), ''],
  ['stand.ofProject', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['stand.list', '', shownAt(), organisersAt],
  ['stand.look', 'handed in', standAt(), 'botagoz madina saule marat yerlan sergey aigerim'],
  ['stand.look', 'that is only begun', standAt(true), 'botagoz madina saule marat yerlan aigerim'],
  ['stand.begin', '', project(), 'madina yerlan aigerim'],
  ['stand.begin', 'archived', project(true), ''],
  ['stand.change', '', standAt(), 'madina yerlan aigerim'],
  ['stand.confirm', '', standAt(), 'madina yerlan aigerim'],
  ['stand.enter', '', standAt(), 'madina yerlan aigerim'],
  ['stand.withdraw', '', standAt(), 'madina yerlan aigerim'],
  ['stand.admit', '', standAt(), organisersAt],
  ['stand.return', '', standAt(), organisersAt],
  ['stand.remove', '', standAt(), organisersAt],
  ['stand.restore', '', standAt(), 'botagoz madina yerlan aigerim'],
  ['stand.place', '', standAt(), organisersAt],
  ['stand.placeAll', '', shownAt(), organisersAt],
  ['stand.arrive', '', standAt(), organisersAt],
  ['exhibition.print', '', shownAt(), organisersAt],
  ['result.look', '', shownAt(), organisersAt],
  ['result.apply', '', shownAt(), organisersAt],
  ['result.give', '', shownAt(), organisersAt],
  ['result.move', '', shownAt(), organisersAt],
  ['result.remove', '', shownAt(), organisersAt],
  ['result.let', '', shownAt(), organisersAt],
  ['result.propose', '', shownAt(), organisersAt],
  ['result.approve', '', shownAt(), organisersAt],
  ['result.release', '', shownAt(), organisersAt],
  ['result.revoke', '', shownAt(), organisersAt],
  ['result.ofOrganisation', 'of the school', organisation('school'), 'botagoz saule'],
  ['result.ofOrganisation', 'of the centre', organisation('centre'), 'botagoz'],
  ['result.ofStand', 'of its team, of whoever answers for it, of organisers', standAt(), 'botagoz madina saule marat yerlan aigerim'],
  ['result.take', '', standAt(), 'madina yerlan aigerim'],
  ['result.takeForTeam', '', standAt(), 'madina yerlan aigerim'],
  ['award.fetch', '', { kind: 'nothing' }, names.join(' ')],
  ['judge.list', '', shownAt(), organisersAt],
  ['judge.invite', '', shownAt(), organisersAt],
  ['judge.change', '', shownAt(), organisersAt],
  ['judge.renew', '', shownAt(), organisersAt],
  ['judge.revoke', '', shownAt(), organisersAt],
  ['judge.end', '', shownAt(), organisersAt],
  ['judge.calibrate', '', shownAt(), organisersAt],
  ['judge.propose', '', shownAt(), organisersAt],
  ['judge.assign', '', shownAt(), organisersAt],
  ['judge.seat', '', shownAt(), organisersAt],
  ['judge.unseat', '', shownAt(), organisersAt],
  ['judge.round', '', shownAt(), organisersAt],
  ['final.look', '', shownAt(), organisersAt],
  ['final.step', '', shownAt(), organisersAt],
  ['final.choose', '', shownAt(), organisersAt],
  ['final.drop', '', shownAt(), organisersAt],
  ['final.call', '', shownAt(), organisersAt],
  ['final.tell', '', shownAt(), organisersAt],
  ['judge.look', '', shownAt(), 'sergey'],
  ['judge.declare', '', shownAt(), 'sergey'],
  ['judge.score', '', shownAt(), 'sergey'],
  ['judge.skip', '', shownAt(), 'sergey'],
  ['judge.pair', '', shownAt(), 'sergey'],
  ['judge.compare', '', shownAt(), 'sergey'],
  ['judge.uncompare', '', shownAt(), 'sergey'],
  ['judge.compare', 'where children choose too', { ...shownAt(), peers: ['aigerim'] }, 'sergey aigerim'],
  ['judge.mine', '', { kind: 'nothing' }, everyone],
  ['judge.chooses', '', { kind: 'nothing' }, everyone],
  ['judge.open', '', { kind: 'nothing' }, names.join(' ')],
  ['visitor.ofStand', '', standAt(), 'botagoz madina saule marat yerlan aigerim'],
  ['visitor.ofExhibition', '', shownAt(), organisersAt],
  ['visitor.approve', '', standAt(), 'botagoz madina saule marat'],
  ['visitor.hide', '', standAt(), 'botagoz madina saule marat'],
  ['visitor.answer', '', standAt(), 'madina yerlan aigerim'],
  ['visitor.hold', '', standAt(), 'botagoz madina saule marat'],
  ['visitor.free', '', standAt(), 'botagoz madina saule marat'],
  ['visitor.act', 'in what was called', shownAt(), names.join(' ')],
  ['visitor.act', 'in a draft', shownAt(true), ''],
  ['topic.follow', 'of an exhibition', shownAt(), 'botagoz madina sergey'],
  ['room.list', '', { kind: 'nothing' }, 'botagoz'],
  ['room.look', '', { kind: 'nothing' }, 'botagoz'],
  ['room.read', '', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['room.read', 'archived', project(true), 'botagoz madina saule marat yerlan aigerim'],
  ['room.write', '', project(), 'madina yerlan aigerim'],
  ['room.write', 'archived', project(true), nobody],
  ['topic.follow', 'the team', team, 'botagoz madina saule marat yerlan aigerim'],
  ['topic.follow', 'the project', project(), 'botagoz madina saule marat yerlan aigerim'],
  ['topic.follow', 'the school', organisation('school'), 'botagoz saule marat'],
  ['topic.follow', 'aigerim', person('aigerim'), 'aigerim'],
  ['topic.follow', "aigerim's map", mapOf('aigerim', 'zhanna'), 'botagoz saule marat aigerim zhanna'],
  ['topic.follow', "timur's map", mapOf('timur'), 'botagoz saule marat timur'],
  ['topic.follow', "yerlan's map", mapOf('yerlan'), 'botagoz yerlan'],
  ['topic.follow', 'nothing', { kind: 'nothing' }, nobody],
]

it.each(rows)('%s %s', (action, _, thing, allowed) => {
  const said = names.filter((name) => may(name === 'guest' ? null : people[name], action, thing))
  expect(said.join(' ')).toBe(allowed)
})

const open = ['centre.', 'session.']

it('asks of every route, but of signing in', () => {
  const asked = new Set<string>(rows.map(([action]) => action))
  const missing = routes.map(({ name }) => name).filter((name) => !asked.has(name) && !open.some((prefix) => name.startsWith(prefix)))
  expect(missing).toEqual([])
})

describe('a thing of the wrong kind', () => {
  const things: Thing[] = [
    { kind: 'nothing' },
    organisation('school'),
    place('school', 'learner'),
    person('aigerim'),
    team,
    seat('aigerim'),
    project(),
    copy('kite', 'kite'),
    signature('botagoz'),
    said({ by: 'botagoz', removedBy: 'botagoz' }),
    handedIn(['botagoz']),
    offerOf(['school']),
  ]
  const kindsOf = (action: Action) =>
    new Set(rows.filter(([name, , thing]) => name === action && thing.kind !== 'nothing').map(([, , { kind }]) => kind))

  it('opens nothing, not even to the administrator of the centre', () => {
    for (const action of new Set(rows.map(([name]) => name))) {
      const right = kindsOf(action)
      if (right.size === 0) continue
      for (const thing of things)
        if (!right.has(thing.kind)) expect(may(people.botagoz, action, thing), `${action} ${thing.kind}`).toBe(false)
    }
  })
})

describe('kin', () => {
  const kin = (thing: Thing) =>
    Object.values(people)
      .filter((who) => isKin(who, thing as Extract<Thing, { kind: 'submission' }>))
      .map(({ id }) => id)

  it('are told so where nothing else keeps them away', () => {
    expect(kin(handedInAtHome())).toEqual(['marat'])
    expect(kin(handedInAtHome(['marat']))).toEqual([])
    // She could not review anything here.
    expect(kin(handedIn())).toEqual([])
  })

  it('who teaches too is told why they decide nothing of their own child', () => {
    const own = (action: 'acceptance.accept' | 'badge.issue', place: Place) =>
      Object.values(people)
        .filter((who) => isOwnChild(who, action, aboutChildOf(place, ...(Object.keys(people) as Name[]))))
        .map(({ id }) => id)
    expect(own('acceptance.accept', 'school')).toEqual(['saule', 'marat'])
    expect(own('badge.issue', 'school')).toEqual(['botagoz', 'saule', 'marat'])
    expect(isOwnChild(people.marat, 'badge.issue', aboutChildOf('school'))).toBe(false)
    expect(isOwnChild(null, 'badge.issue', aboutChildOf('school'))).toBe(false)
  })
})

describe('reach', () => {
  it.each([
    ['botagoz', 'all'],
    ['madina', ['centre']],
    ['marat', ['school']],
    ['saule', ['school']],
    ['yerlan', []],
    ['aigerim', []],
  ] as const)('of %s is %o', (name, reach) => expect(reachOf(people[name])).toEqual(reach))

  it('holds every team that is seen without being in it', () => {
    for (const who of Object.values(people)) {
      const reach = reachOf(who)
      for (const organisationId of Object.keys(kinds)) {
        const seen = may(who, 'team.look', { kind: 'team', id: 'unknown', organisationId })
        expect(reach === 'all' || reach.includes(organisationId), `${who.id} ${organisationId}`).toBe(seen)
      }
    }
  })
})

describe('the circles around the owner of a portfolio', () => {
  const circles = (name: keyof typeof people) => circlesOf(people[name], ofAigerim() as Extract<Thing, { kind: 'portfolio' }>)

  it.each([
    ['aigerim', ['team', 'school']],
    ['yerlan', ['team']],
    ['madina', ['team']],
    ['timur', ['group', 'school']],
    ['marat', ['group', 'school']],
    ['otherTeacher', []],
    ['sergey', []],
    ['zhanna', ['guardian', 'public']],
  ] as const)('of %s are %s', (name, expected) => {
    expect(circles(name)).toEqual(expected)
  })

  it('are none for a guest', () => {
    expect(circlesOf(null, ofAigerim() as Extract<Thing, { kind: 'portfolio' }>)).toEqual([])
  })
})
