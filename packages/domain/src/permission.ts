import type { OrganisationKind, Role } from '@sheber/contract/organisation'
import type { Audience } from '@sheber/contract/portfolio'
import type { RouteName } from '@sheber/contract/routes'

/**
 * Who may what: the only table. Every HTTP route, every room and every topic asks it.
 * It knows nothing of tables or sockets: the asker loads the thing and hands it in.
 */

export interface Who {
  readonly id: string
  readonly memberships: readonly { organisationId: string; kind: OrganisationKind; role: Role }[]
  /** Teams the person is a member of. */
  readonly teams: readonly string[]
}

/** What is asked about. `nothing` for what concerns no one in particular, such as "my teams". */
export type Thing =
  | { kind: 'nothing' }
  | OfOrganisation
  /** A role that is to be given in an organisation. */
  | { kind: 'place'; organisationId: string; role: Role }
  | OfPerson
  /** What a person has shown that they can do, wherever it was claimed. */
  | { kind: 'map'; of: OfPerson }
  | { kind: 'team'; id: string; organisationId: string }
  /** A membership of a team: who is to be taken in or out. */
  | { kind: 'seat'; teamId: string; organisationId: string; personId: string }
  | { kind: 'project'; id: string; teamId: string; organisationId: string; archived: boolean }
  /** A board that is to be taken over, and the project that is to have it. */
  | { kind: 'copy'; from: OfProject; to: OfProject }
  /** On a board: whose it is and who removed it, where that is known already; a note is an adult's. */
  | {
      kind: 'comment'
      teamId: string
      organisationId: string
      archived: boolean
      note: boolean
      personId: string | null
      removedBy: string | null
    }
  /** That a page of a notebook was seen: whose project it is of, and who signed; null: nobody. */
  | { kind: 'signature'; teamId: string; organisationId: string; archived: boolean; personId: string | null }
  /** Of competencies; one that is only drafted is its organisation's own. */
  | { kind: 'framework'; organisationId: string; drafted: boolean }
  | OfPortfolio
  | OfShelf
  | OfRecords
  | OfOffer
  /** A claim in a portfolio, and whose competency it is about. */
  | { kind: 'evidence'; portfolio: OfPortfolio; personId: string }
  | OfSubmission
  | OfExhibition
  /** An organisation that helps to run it, or is asked to. */
  | { kind: 'organiser'; of: OfExhibition; organisationId: string }
  | OfStand

export interface OfPerson {
  kind: 'person'
  id: string
  memberships: readonly { organisationId: string; role: Role }[]
  /** Who stands for this child, where the question is one that they may ask too. */
  guardians?: readonly string[]
}

/** A competition, an exhibition or a review, and whose staff run it. */
export interface OfExhibition {
  kind: 'exhibition'
  id: string
  /** Organisations. */
  organisers: readonly string[]
  /** The one of them that opened it, and asks others. */
  founder: string
  /** Not called yet: its organisers' own. */
  drafted: boolean
  /** Who judges in it, as people. */
  judges: readonly string[]
  /** Who else compares its stands two and two: whoever shows one, where it is their choice too. Loaded where that is the question. */
  peers?: readonly string[]
}

/** A project's place in an exhibition. */
export interface OfStand {
  kind: 'stand'
  id: string
  of: OfExhibition
  project: OfProject
  /** Nobody but its team and its organisers sees it yet. */
  drafted: boolean
}

export interface OfOrganisation {
  kind: 'organisation'
  id: string
  /** Who stands for the child that it is to speak about, where it is about one. */
  relatives?: readonly string[]
}

/** A portfolio, and what the people around its owner are to it. */
export interface OfPortfolio {
  kind: 'portfolio'
  id: string
  /** Null: a team's. */
  ownerId: string | null
  teamId: string | null
  /** Who was let in to write beside the owner. */
  letIn: readonly string[]
  /** Of the owner or of the owning team: whose staff follow what is learned. */
  organisations: readonly string[]
  /** Teams that the owner is in. */
  teams: readonly string[]
  /** Who learns in the groups that the owner learns in. */
  mates: readonly string[]
  /** Who stands for the owner, or for a child of the owning team. */
  guardians: readonly string[]
  /** Who stands for anybody whose words are in it: they judge none of it. */
  relatives: readonly string[]
}

/** What was handed in of a portfolio, and who reads it. */
export interface OfSubmission {
  kind: 'submission'
  of: OfPortfolio
  /** Whose queue it waits in. */
  organisationId: string
  /** Who has it, and who else was asked to read it. */
  reviewers: readonly string[]
}

/** On the shelf of a portfolio, with the audiences of the records in which it stands and the submissions that hold it. */
export interface OfShelf {
  kind: 'shelved'
  of: OfPortfolio
  audience: readonly Audience[]
  submissions: readonly OfSubmission[]
  /** … and what of those was confirmed and is offered to schools. */
  offers?: readonly OfOffer[]
}

/** The words of a portfolio as they grow, and what of it was handed in: for those who read either, as it is today. */
export interface OfRecords {
  kind: 'records'
  of: OfPortfolio
  submissions: readonly OfSubmission[]
}

/** A record in which something of a pupil was confirmed, as it is offered to their school. */
export interface OfOffer {
  kind: 'offer'
  organisation: OfOrganisation
  of: OfPortfolio
  /** Of the record as it is today: none where it was removed. */
  audience: readonly Audience[]
}

type OfProject = { teamId: string; organisationId: string; archived: boolean }

type Memberships = OfPerson['memberships']

export type Action =
  | RouteName
  | 'person.invite'
  | 'room.read'
  | 'room.write'
  | 'file.send'
  | 'file.read'
  | 'framework.fetch'
  | 'portfolio.take'
  | 'acceptance.read'
  | 'badge.fetch'
  | 'publication.fetch'
  | 'exhibition.fetch'
  | 'exhibition.print'
  | 'award.fetch'
  | 'visitor.act'
  | 'topic.follow'

type Rule = (who: Who | null, thing: Thing) => boolean

const holds = (who: Who, organisationId: string, ...roles: Role[]) =>
  who.memberships.some((m) => m.organisationId === organisationId && roles.includes(m.role))

/** The centre runs the installation: its administrator helps every partner out. */
const runsCentre = (who: Who) => who.memberships.some((m) => m.kind === 'centre' && m.role === 'administrator')
const staffOfCentre = (who: Who) => who.memberships.some((m) => m.kind === 'centre' && (m.role === 'administrator' || m.role === 'teacher'))
const administers = (who: Who, organisationId: string) => holds(who, organisationId, 'administrator') || runsCentre(who)
const staffOf = (who: Who, organisationId: string) => holds(who, organisationId, 'teacher', 'administrator') || runsCentre(who)
/** Looks on from the side of a child, and has no office anywhere. */
const onlyGuardian = (memberships: readonly { role: Role }[]) => memberships.length > 0 && memberships.every((m) => m.role === 'guardian')
/** Came for one child, or for one exhibition: is told of nothing beside it. */
const onlooks = (role: Role) => role === 'guardian' || role === 'judge'
const isAdult = (who: Who) => who.memberships.some((m) => m.role !== 'learner')
const isStaff = (who: Who) => who.memberships.some((m) => m.role === 'teacher' || m.role === 'administrator')

const isSchool = (kind: OrganisationKind) => kind === 'school' || kind === 'college'

const everybody: Rule = () => true
const signedIn: Rule = (who) => who !== null
const staff: Rule = (who) => who !== null && isStaff(who)
const centreAdministrator: Rule = (who) => who !== null && runsCentre(who)

const administrator: Rule = (who, thing) => who !== null && thing.kind === 'organisation' && administers(who, thing.id)
const staffOfOrganisation: Rule = (who, thing) => who !== null && thing.kind === 'organisation' && staffOf(who, thing.id)
const isRelative = (who: Who, { relatives = [] }: OfOrganisation) => relatives.includes(who.id)
/** A school speaks for itself: who only helps it out does not fill in its register. */
const acceptsEvidence: Rule = (who, thing) =>
  who !== null && thing.kind === 'organisation' && holds(who, thing.id, 'teacher', 'administrator') && !isRelative(who, thing)
const givesBadge: Rule = (who, thing) => who !== null && thing.kind === 'organisation' && staffOf(who, thing.id) && !isRelative(who, thing)
/** Nothing else stands in the way of somebody who speaks for an organisation, so that they can be told what does. */
export const isOwnChild = (who: Who | null, action: 'acceptance.accept' | 'badge.issue', thing: OfOrganisation): boolean =>
  who !== null && isRelative(who, thing) && table[action](who, { ...thing, relatives: [] })
const insideOrganisation: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'organisation' &&
  (staffOfCentre(who) || who.memberships.some((m) => m.organisationId === thing.id && m.role !== 'guardian'))

/** Teachers take in learners and whoever stands for them; every other role is an administrator's to give. */
const givesPlace: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'place' &&
  (administers(who, thing.organisationId) ||
    ((thing.role === 'learner' || thing.role === 'guardian') && holds(who, thing.organisationId, 'teacher')))

/** A child of two places, a school and the centre, is helped by the staff of either; and so is whoever only stands for a child. */
const helpsFamily = (who: Who, memberships: Memberships) =>
  (memberships.every((m) => m.role === 'learner') || memberships.every((m) => m.role === 'guardian')) &&
  memberships.some((m) => holds(who, m.organisationId, 'teacher', 'administrator'))
// For an adult all memberships count, not one: otherwise the administrator of a village school could
// reset the password of the centre's director who happens to teach there.
const administersAll = (who: Who, memberships: Memberships) =>
  memberships.length > 0 && memberships.every((m) => holds(who, m.organisationId, 'administrator'))
const answersFor: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'person' &&
  thing.id !== who.id &&
  (runsCentre(who) || helpsFamily(who, thing.memberships) || administersAll(who, thing.memberships))

/** The papers of a child lie with those who answer for it, and are open to whoever stands for it: who may agree may also think better of it. */
const standsFor: Rule = (who, thing) =>
  answersFor(who, thing) || (who !== null && thing.kind === 'person' && (thing.guardians ?? []).includes(who.id))

/** Staff of the centre invite anybody; others their own people and the adults of partners. A guardian looks on, and is in no team. */
const invites: Rule = (who, thing) =>
  who !== null &&
  isStaff(who) &&
  thing.kind === 'person' &&
  !onlyGuardian(thing.memberships) &&
  (staffOfCentre(who) || thing.memberships.some((m) => m.role !== 'learner' || holds(who, m.organisationId, 'teacher', 'administrator')))

const seesTeam: Rule = (who, thing) =>
  who !== null && thing.kind === 'team' && (who.teams.includes(thing.id) || staffOf(who, thing.organisationId))
const leadsTeam: Rule = (who, thing) =>
  who !== null && thing.kind === 'team' && (staffOf(who, thing.organisationId) || (who.teams.includes(thing.id) && isStaff(who)))
const opensProject: Rule = (who, thing) =>
  who !== null && thing.kind === 'team' && (staffOf(who, thing.organisationId) || (who.teams.includes(thing.id) && isAdult(who)))

const seats: Rule = (who, thing) =>
  who !== null && thing.kind === 'seat' && (staffOf(who, thing.organisationId) || (who.teams.includes(thing.teamId) && isStaff(who)))
/** An adult may step out alone; a child is taken out by those who lead the team. */
const unseats: Rule = (who, thing) =>
  seats(who, thing) ||
  (who !== null && thing.kind === 'seat' && thing.personId === who.id && isAdult(who) && who.teams.includes(thing.teamId))

const seesProject: Rule = (who, thing) =>
  who !== null && thing.kind === 'project' && (who.teams.includes(thing.teamId) || staffOf(who, thing.organisationId))
/** Children and adults of the team are equal authors. An archived project is only looked at. */
const worksOnProject: Rule = (who, thing) => who !== null && thing.kind === 'project' && !thing.archived && who.teams.includes(thing.teamId)
/** A page is seen and signed by an adult who works with the team: a pupil does not sign their own work. */
const signsPage: Rule = (who, thing) => who !== null && worksOnProject(who, thing) && isAdult(who)
/** Who has signed takes it back, and nobody for them. */
const takesBackSignature: Rule = (who, thing) =>
  who !== null && thing.kind === 'signature' && !thing.archived && thing.personId === who.id && who.teams.includes(thing.teamId)
const isOfTeam: Rule = (who, thing) => who !== null && thing.kind === 'project' && who.teams.includes(thing.teamId)
/** Whoever may look at a board may begin one of their own with it, and nowhere else. */
const copiesBoard: Rule = (who, thing) =>
  thing.kind === 'copy' &&
  seesProject(who, { kind: 'project', id: '', ...thing.from }) &&
  worksOnProject(who, { kind: 'project', id: '', ...thing.to })
/** A teacher says stop and go; a mentor or a pupil does not. */
const freezesBoard: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'project' &&
  !thing.archived &&
  (staffOf(who, thing.organisationId) || (who.teams.includes(thing.teamId) && isStaff(who)))
/** Talked about also while it is frozen: a teacher says stop so that people look and talk. */
const talks: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'project' &&
  !thing.archived &&
  (who.teams.includes(thing.teamId) || administers(who, thing.organisationId))
/** A note is an adult's of the team, or an administrator's who looks in. */
const comments: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'comment' &&
  !thing.archived &&
  (thing.note
    ? (who.teams.includes(thing.teamId) && isAdult(who)) || administers(who, thing.organisationId)
    : who.teams.includes(thing.teamId))
const editsComment: Rule = (who, thing) => comments(who, thing) && thing.kind === 'comment' && thing.personId === who?.id
/** One takes back one's own words, and a teacher anybody's; from the archive too, or an insult would stay for good. */
const removesComment: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'comment' &&
  (staffOf(who, thing.organisationId) || (who.teams.includes(thing.teamId) && (isStaff(who) || thing.personId === who.id)))
/** What a teacher removed is not its author's to bring back. */
const restoresComment: Rule = (who, thing) => removesComment(who, thing) && thing.kind === 'comment' && thing.removedBy === who?.id
/** The way back out of the archive. */
const stepsProject: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'project' &&
  (who.teams.includes(thing.teamId) ? !thing.archived || isAdult(who) : staffOf(who, thing.organisationId))

/** What is published is for everybody who learns and teaches here. */
const seesFramework: Rule = (who, thing) =>
  who !== null && thing.kind === 'framework' && (!thing.drafted || staffOf(who, thing.organisationId))
/** The world may read it, as CASE tells it: there is nothing of a child in it. */
const fetchesFramework: Rule = (_, thing) => thing.kind === 'framework' && !thing.drafted
const editsFramework: Rule = (who, thing) => who !== null && thing.kind === 'framework' && staffOf(who, thing.organisationId)

const owns = (who: Who, of: OfPortfolio) => of.ownerId === who.id || (of.teamId !== null && who.teams.includes(of.teamId))
const follows = (who: Who, of: OfPortfolio) => of.organisations.some((id) => staffOf(who, id))
/** Its owner, or the team that owns it, and whom they let in: child and adult alike. */
const writesPortfolio: Rule = (who, thing) =>
  who !== null && thing.kind === 'portfolio' && (owns(who, thing) || thing.letIn.includes(who.id))
/** A child lets in whom they like of those they work with; nobody else decides it for them. */
const letsIn: Rule = (who, thing) => who !== null && thing.kind === 'portfolio' && owns(who, thing)
/** Evidence, the map and reviews: also for the staff who answer for the owner. What stands in a record is asked record by record. */
const followsPortfolio: Rule = (who, thing) =>
  who !== null && thing.kind === 'portfolio' && (writesPortfolio(who, thing) || follows(who, thing))
/**
 * What a child has shown of what it can do: also for whoever stands for it, and how much of it is told to them is asked claim by claim
 * (`claimsForGuardian`). A team's portfolio tells of other people's children.
 */
const seesClaims: Rule = (who, thing) =>
  followsPortfolio(who, thing) || (who !== null && thing.kind === 'portfolio' && thing.ownerId !== null && thing.guardians.includes(who.id))
/** One's own claims and those of one's team; a teacher makes them with the child. Nothing is overwritten, so nothing is lost by it. */
const claims: Rule = (who, thing) => thing.kind === 'evidence' && followsPortfolio(who, thing.portfolio)
/** Whose competency it is speaks, and nobody for them. */
const disputes: Rule = (who, thing) => who !== null && thing.kind === 'evidence' && thing.personId === who.id && claims(who, thing)
/** Whoever stands in some circle around the owner; each record then names its own. */
const looksAtPortfolio: Rule = (who, thing) =>
  thing.kind === 'portfolio' && (followsPortfolio(who, thing) || circlesOf(who, thing).length > 0)
/** One opens one's own and one's team's; staff that of whom they answer for. A guardian has nothing of their own to show. */
const opensPortfolio: Rule = (who, thing) => followsPortfolio(who, thing) && who !== null && !onlyGuardian(who.memberships)

/** Of the audiences a record may be shown to, those that somebody belongs to. The world is let in by consent alone. */
export const circlesOf = (who: Who | null, of: OfPortfolio): readonly Audience[] => {
  if (who === null) return []
  const inside = (kinds: readonly OrganisationKind[]) =>
    who.memberships.some((m) => of.organisations.includes(m.organisationId) && kinds.includes(m.kind) && !onlooks(m.role))
  return [
    ...(owns(who, of) || of.teams.some((id) => who.teams.includes(id)) ? (['team'] as const) : []),
    ...(of.mates.includes(who.id) || follows(who, of) ? (['group'] as const) : []),
    ...(inside(['centre']) ? (['centre'] as const) : []),
    ...(inside(['school', 'college']) ? (['school'] as const) : []),
    // What is meant for the world stands or falls by their word, so they see it before the world does.
    ...(of.guardians.includes(who.id) ? (['guardian', 'public'] as const) : []),
  ]
}

const writesSubmitted: Rule = (who, thing) => thing.kind === 'submission' && writesPortfolio(who, thing.of)
/** Whoever was asked, and the staff in whose queue it waits, mentors among them; never whoever wrote it. */
const couldReview = (who: Who, thing: OfSubmission) =>
  !writesPortfolio(who, thing.of) &&
  (thing.reviewers.includes(who.id) || staffOf(who, thing.organisationId) || holds(who, thing.organisationId, 'mentor'))
/** … and not for their own child, nor for whom their child worked with. */
const reviews: Rule = (who, thing) =>
  who !== null && thing.kind === 'submission' && couldReview(who, thing) && !thing.of.relatives.includes(who.id)
/** Nothing else stands in the way, so that they can be told what does. */
export const isKin = (who: Who, thing: OfSubmission): boolean => couldReview(who, thing) && thing.of.relatives.includes(who.id)
/** Exactly what was handed in, whatever its audience; and nobody else reads it. */
const readsSubmitted: Rule = (who, thing) => writesSubmitted(who, thing) || reviews(who, thing)

/** Whoever speaks for a school reads what was confirmed of its pupil, as far as the authors of the record show it to the school. */
const readsOffer: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'offer' &&
  acceptsEvidence(who, thing.organisation) &&
  (circlesOf(who, thing.of).some((circle) => thing.audience.includes(circle)) ||
    // A team's portfolio is of the centre: the school is still the one that they mean.
    (thing.audience.includes('school') && who.memberships.some((m) => m.organisationId === thing.organisation.id && isSchool(m.kind))))

/** Whoever may read a record in which it stands, or was asked to review one; what stands in none is its authors' own. */
const readsShelved: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'shelved' &&
  (writesPortfolio(who, thing.of) ||
    circlesOf(who, thing.of).some((circle) => thing.audience.includes(circle)) ||
    thing.submissions.some((one) => readsSubmitted(who, one)) ||
    (thing.offers ?? []).some((one) => readsOffer(who, one)))

const organises = (who: Who, { organisers }: OfExhibition) => organisers.some((id) => staffOf(who, id))
/** Whoever runs it: the staff of any of its organisers. */
const runsExhibition: Rule = (who, thing) => who !== null && thing.kind === 'exhibition' && organises(who, thing)
const foundsExhibition: Rule = (who, thing) => who !== null && thing.kind === 'exhibition' && staffOf(who, thing.founder)
/** Who asked takes it back, and who is asked says no more at any time. */
const endsOrganiser: Rule = (who, thing) =>
  who !== null && thing.kind === 'organiser' && (staffOf(who, thing.of.founder) || staffOf(who, thing.organisationId))
/** An organisation speaks for itself: who only helps it out agrees to nothing in its name. */
const answersInvitation: Rule = (who, thing) =>
  who !== null && thing.kind === 'organiser' && holds(who, thing.organisationId, 'teacher', 'administrator')
/** What was called is for everybody who signs in here; the world has pages of its own. */
const seesExhibition: Rule = (who, thing) => who !== null && thing.kind === 'exhibition' && (!thing.drafted || organises(who, thing))
/** What the world reads is no draft. */
const fetchesExhibition: Rule = (_, thing) => thing.kind === 'exhibition' && !thing.drafted
/** Children and adults of the team are equal authors of their entry too. */
const writesStand: Rule = (who, thing) =>
  who !== null && thing.kind === 'stand' && !thing.project.archived && who.teams.includes(thing.project.teamId)
/** Of its team, of the staff who answer for it, and of the organisers; never of those who judged. From which hour on is asked elsewhere. */
const readsReport: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'stand' &&
  (who.teams.includes(thing.project.teamId) || staffOf(who, thing.project.organisationId) || organises(who, thing.of))
/** Into a portfolio of one's own: from the archive too. */
const takesResult: Rule = (who, thing) => who !== null && thing.kind === 'stand' && who.teams.includes(thing.project.teamId)
/** Who stands for the team before the world: its teachers, the staff who answer for it, and the organisers. No child reads what is not approved. */
const moderatesVisitors: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'stand' &&
  (organises(who, thing.of) || staffOf(who, thing.project.organisationId) || (who.teams.includes(thing.project.teamId) && isStaff(who)))
const moderates: Rule = (who, thing) => who !== null && thing.kind === 'stand' && organises(who, thing.of)
const seesStand: Rule = (who, thing) =>
  who !== null &&
  thing.kind === 'stand' &&
  (who.teams.includes(thing.project.teamId) ||
    staffOf(who, thing.project.organisationId) ||
    (!thing.drafted && (organises(who, thing.of) || thing.of.judges.includes(who.id))))

const judges: Rule = (who, thing) => who !== null && thing.kind === 'exhibition' && thing.judges.includes(who.id)
const compares: Rule = (who, thing) =>
  judges(who, thing) || (who !== null && thing.kind === 'exhibition' && (thing.peers ?? []).includes(who.id))

const hears: Rule = (who, thing) => {
  if (who === null) return false
  if (thing.kind === 'person') return thing.id === who.id
  // That something changed on it, and no word of what: a guardian is told how much of it is theirs to know when they look.
  if (thing.kind === 'map') return thing.of.id === who.id || standsFor(who, thing.of)
  if (thing.kind === 'team') return seesTeam(who, thing)
  if (thing.kind === 'project') return seesProject(who, thing)
  if (thing.kind === 'organisation') return staffOf(who, thing.id)
  if (thing.kind === 'portfolio') return followsPortfolio(who, thing)
  // That it grows, and no word of what: which records they read is asked when they look.
  if (thing.kind === 'records') return looksAtPortfolio(who, thing.of) || thing.submissions.some((one) => readsSubmitted(who, one))
  // What happens behind the doors of a hall is for those who run it and for its jury.
  if (thing.kind === 'exhibition') return runsExhibition(who, thing) || thing.judges.includes(who.id)
  return false
}

const table: { readonly [A in Action]: Rule } = {
  'centre.look': everybody,
  'centre.create': everybody, // the decision itself refuses once a centre exists
  'centre.demo': everybody,
  'centre.people': everybody, // answers only in a demo centre
  'centre.enter': everybody,
  'session.me': everybody,
  'session.open': everybody,
  'session.names': everybody,
  'session.openByCode': everybody,
  'session.end': signedIn,
  'session.endAll': signedIn,
  'session.list': signedIn,
  'session.language': everybody,
  'session.password': signedIn,
  'organisation.list': staff,
  'organisation.look': insideOrganisation,
  'organisation.add': centreAdministrator,
  'organisation.rename': administrator,
  'person.list': staffOfOrganisation,
  'person.add': givesPlace,
  'person.rename': answersFor,
  'person.birth': answersFor,
  'person.born': answersFor,
  'person.role': administrator,
  'person.secret': answersFor,
  'person.activate': answersFor,
  'person.find': staff,
  'person.invite': invites,
  'group.list': staffOfOrganisation,
  'group.add': staffOfOrganisation,
  'group.join': staffOfOrganisation,
  'group.leave': staffOfOrganisation,
  'group.code': staffOfOrganisation,
  'group.simplify': staffOfOrganisation,
  'team.list': signedIn,
  'team.look': seesTeam,
  'team.form': staffOfOrganisation,
  'team.rename': leadsTeam,
  'team.join': seats,
  'team.leave': unseats,
  'project.list': signedIn,
  'project.look': seesProject,
  'project.open': opensProject,
  'project.change': worksOnProject,
  'project.step': stepsProject,
  // A project's tasks are its authors', as its boards are.
  'task.list': seesProject,
  'task.count': seesProject,
  'task.look': seesProject,
  'task.add': worksOnProject,
  'task.change': worksOnProject,
  'task.move': worksOnProject,
  'task.remove': worksOnProject,
  'task.restore': worksOnProject,
  'task.mine': signedIn,
  'board.look': seesProject,
  'board.list': seesProject,
  'board.copy': copiesBoard,
  'board.freeze': freezesBoard,
  'board.simplify': freezesBoard,
  'notebook.list': seesProject,
  'notebook.look': seesProject,
  'notebook.proof': seesProject,
  'notebook.kept': seesProject,
  'notebook.open': worksOnProject,
  'notebook.change': worksOnProject,
  'notebook.remove': worksOnProject,
  'notebook.restore': worksOnProject,
  'notebook.keep': worksOnProject,
  'notebook.sign': signsPage,
  'notebook.unsign': takesBackSignature,
  'card.look': signedIn, // and is told only of what they may read
  'trace.look': seesProject,
  'version.list': seesProject,
  'version.look': seesProject,
  'version.make': worksOnProject,
  'version.restore': worksOnProject,
  // One's own words, which nobody else is shown: also from the archive, and after leaving nobody's any more.
  'contribution.list': signedIn,
  'contribution.decline': isOfTeam,
  'contribution.restore': isOfTeam,
  'aside.look': isOfTeam,
  'aside.take': worksOnProject,
  'aside.settle': isOfTeam,
  'aside.lookAtPage': isOfTeam,
  'aside.takeToPage': worksOnProject,
  'aside.settleOfPage': isOfTeam,
  'comment.mine': signedIn,
  'comment.read': seesProject,
  'comment.readAll': signedIn,
  'comment.list': seesProject,
  'comment.look': seesProject,
  'comment.write': comments,
  'comment.answer': comments,
  'comment.edit': editsComment,
  'comment.remove': removesComment,
  'comment.restore': restoresComment,
  'comment.resolve': talks,
  'comment.reopen': talks,
  'file.send': (who, thing) => worksOnProject(who, thing) || writesPortfolio(who, thing),
  'file.add': worksOnProject,
  'file.shelve': writesPortfolio,
  'file.bring': writesPortfolio,
  'file.carry': worksOnProject, // and only what they may read where it lies
  'file.read': (who, thing) => seesProject(who, thing) || readsShelved(who, thing),
  'file.look': (who, thing) => seesProject(who, thing) || readsShelved(who, thing),
  // What should not be seen is taken away by a teacher.
  'file.remove': (who, thing) => (thing.kind === 'shelved' ? writesPortfolio(who, thing.of) : freezesBoard(who, thing)),
  'preview.look': signedIn,
  'framework.list': signedIn,
  'framework.look': seesFramework,
  'framework.former': seesFramework,
  'framework.crosswalk': seesFramework,
  'framework.wordings': seesFramework,
  'framework.fetch': fetchesFramework,
  'framework.make': staffOfOrganisation,
  'framework.save': editsFramework,
  'framework.publish': editsFramework,
  'framework.retire': editsFramework,
  'framework.renew': editsFramework,
  'acceptance.list': staffOfOrganisation,
  'acceptance.look': acceptsEvidence,
  'acceptance.piece': acceptsEvidence, // and only of what is open to the school
  'acceptance.read': readsOffer,
  'acceptance.ask': acceptsEvidence,
  'acceptance.accept': acceptsEvidence,
  'acceptance.withdraw': acceptsEvidence,
  'consent.list': standsFor,
  // From a signed paper, which lies with those who answer for the child.
  'consent.record': answersFor,
  'consent.withdraw': standsFor,
  'guardian.list': answersFor,
  'guardian.add': answersFor,
  'guardian.invite': answersFor,
  'guardian.end': answersFor,
  'guardian.children': signedIn,
  // Whoever writes in it publishes it; those who answer for the child take it back too.
  'publication.look': followsPortfolio,
  'publication.publish': writesPortfolio,
  'publication.withdraw': followsPortfolio,
  // The world reads the copy that was made for it, as far as consents reach.
  'publication.fetch': everybody,
  'exhibition.list': signedIn,
  'exhibition.look': seesExhibition,
  'exhibition.trail': seesExhibition,
  'trail.look': runsExhibition,
  'exhibition.make': staffOfOrganisation,
  'exhibition.save': runsExhibition,
  'exhibition.step': runsExhibition,
  'exhibition.invite': foundsExhibition,
  'exhibition.uninvite': endsOrganiser,
  'exhibition.invitations': signedIn,
  'exhibition.accept': answersInvitation,
  'exhibition.decline': answersInvitation,
  'exhibition.fetch': fetchesExhibition,
  'stand.ofProject': seesProject,
  'stand.list': runsExhibition,
  'stand.look': seesStand,
  'stand.begin': worksOnProject,
  'stand.change': writesStand,
  'stand.confirm': writesStand,
  'stand.enter': writesStand,
  'stand.withdraw': writesStand,
  'stand.admit': moderates,
  'stand.return': moderates,
  'stand.remove': moderates,
  'stand.restore': (who, thing) => moderates(who, thing) || writesStand(who, thing),
  'stand.place': moderates,
  'stand.placeAll': runsExhibition,
  'stand.arrive': moderates,
  'exhibition.print': runsExhibition,
  'result.look': runsExhibition,
  'result.apply': runsExhibition,
  'result.give': runsExhibition,
  'result.move': runsExhibition,
  'result.remove': runsExhibition,
  'result.let': runsExhibition,
  'result.propose': runsExhibition,
  'result.approve': runsExhibition,
  'result.release': runsExhibition,
  'result.revoke': runsExhibition,
  'result.ofStand': readsReport,
  // Of the children of a house, for whoever answers for the house.
  'result.ofOrganisation': administrator,
  'result.take': takesResult,
  'result.takeForTeam': takesResult,
  'award.fetch': everybody,
  'judge.mine': signedIn,
  'judge.chooses': signedIn,
  // Whoever has the link; it is judged by its secret alone.
  'judge.open': everybody,
  'judge.list': runsExhibition,
  'judge.invite': runsExhibition,
  'judge.change': runsExhibition,
  'judge.renew': runsExhibition,
  'judge.revoke': runsExhibition,
  'judge.end': runsExhibition,
  'judge.calibrate': runsExhibition,
  'judge.propose': runsExhibition,
  'judge.assign': runsExhibition,
  'judge.seat': runsExhibition,
  'judge.unseat': runsExhibition,
  // One's own, and nobody else's: an organiser does not score for a judge.
  'judge.look': judges,
  'judge.declare': judges,
  'judge.score': judges,
  'judge.skip': judges,
  'judge.round': runsExhibition,
  'final.look': runsExhibition,
  'final.step': runsExhibition,
  'final.choose': runsExhibition,
  'final.drop': runsExhibition,
  'final.call': runsExhibition,
  'final.tell': runsExhibition,
  'judge.pair': compares,
  'judge.compare': compares,
  'judge.uncompare': compares,
  'visitor.ofStand': readsReport,
  'visitor.ofExhibition': runsExhibition,
  'visitor.approve': moderatesVisitors,
  'visitor.hide': moderatesVisitors,
  'visitor.answer': writesStand,
  'visitor.hold': moderatesVisitors,
  'visitor.free': moderatesVisitors,
  // A guest at a stand; whether it is open at this hour is asked of the plan.
  'visitor.act': fetchesExhibition,
  'inbox.look': signedIn,
  'inbox.count': signedIn,
  'inbox.see': signedIn,
  'portfolio.list': signedIn,
  'portfolio.open': opensPortfolio,
  'portfolio.look': looksAtPortfolio,
  'portfolio.find': signedIn, // answers only what their office reaches
  'portfolio.records': looksAtPortfolio, // record by record
  'portfolio.piece': looksAtPortfolio, // of a record that they read
  // Carried away by those whose it is.
  'portfolio.take': writesPortfolio,
  'portfolio.letIn': letsIn,
  'portfolio.letOut': letsIn,
  'evidence.list': seesClaims,
  'evidence.history': claims,
  'evidence.link': followsPortfolio,
  'evidence.linkGroup': staffOfOrganisation,
  'evidence.unlinkGroup': staffOfOrganisation, // what is one's own
  'evidence.change': claims,
  'evidence.drop': claims,
  'evidence.dispute': disputes,
  'evidence.suggest': followsPortfolio,
  'evidence.map': seesClaims,
  'evidence.teamMap': followsPortfolio,
  'evidence.groupMap': staffOfOrganisation,
  // What is asked about is the organisation that gives them.
  'badge.list': staffOfOrganisation,
  'badge.make': staffOfOrganisation,
  'badge.look': staffOfOrganisation,
  'badge.save': staffOfOrganisation,
  'badge.open': staffOfOrganisation,
  'badge.close': staffOfOrganisation,
  'badge.propose': staffOfOrganisation,
  'badge.ready': staffOfOrganisation,
  'badge.given': staffOfOrganisation,
  'badge.issue': givesBadge,
  'badge.revoke': staffOfOrganisation,
  'badge.mine': signedIn,
  'badge.near': signedIn,
  // A badge is shown to employers and schools that nobody here knows: no name of a child is in it.
  'badge.show': everybody,
  'badge.check': everybody,
  'badge.fetch': everybody,
  'review.reviewers': writesPortfolio,
  'review.request': writesPortfolio,
  'review.list': followsPortfolio,
  'review.open': writesPortfolio,
  'review.queue': signedIn,
  'review.look': readsSubmitted,
  'review.piece': readsSubmitted, // and only what whoever handed it in could see
  'review.take': reviews,
  'review.give': reviews,
  'review.see': writesSubmitted,
  'review.answer': writesSubmitted,
  'review.resubmit': writesSubmitted,
  'review.withdraw': writesSubmitted,
  'review.invite': readsSubmitted,
  'review.remark': readsSubmitted,
  'review.settle': readsSubmitted,
  // The debugger shows everybody's open rooms.
  'room.list': centreAdministrator,
  'room.look': centreAdministrator,
  'room.read': (who, thing) => (thing.kind === 'portfolio' ? writesPortfolio(who, thing) : seesProject(who, thing)),
  'room.write': (who, thing) => (thing.kind === 'portfolio' ? writesPortfolio(who, thing) : worksOnProject(who, thing)),
  'topic.follow': hears,
}

/**
 * Organisations whose teams and projects somebody sees without being a member: what a list's query looks
 * through. Each row is then asked of `may`, so a reach that is too wide shows nothing.
 */
export const reachOf = (who: Who): 'all' | readonly string[] =>
  runsCentre(who) ? 'all' : who.memberships.filter((m) => m.role === 'teacher' || m.role === 'administrator').map((m) => m.organisationId)

export const may = (who: Who | null, action: Action, thing: Thing = { kind: 'nothing' }): boolean => table[action](who, thing)
