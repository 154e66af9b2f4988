import type { Static } from 'typebox'
import { acceptance } from './acceptance.ts'
import { badge } from './badge.ts'
import { board } from './board.ts'
import { comment } from './comment.ts'
import { consent } from './consent.ts'
import { evidence } from './evidence.ts'
import { exhibition } from './exhibition.ts'
import { file } from './file.ts'
import { final } from './final.ts'
import { framework } from './framework.ts'
import { group } from './group.ts'
import { guardian } from './guardian.ts'
import { judge } from './judge.ts'
import type { Fact, Topic } from './kit.ts'
import { notebook } from './notebook.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'
import { project } from './project.ts'
import { publication } from './publication.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { session } from './session.ts'
import { stand } from './stand.ts'
import { task } from './task.ts'
import { team } from './team.ts'
import { visitor } from './visitor.ts'

/** The sum of all facts: what the log may hold and what socket.io may say. */
export const facts = [
  session.ended,
  organisation.added,
  organisation.renamed,
  person.added,
  person.changed,
  group.changed,
  group.simplified,
  team.joined,
  team.left,
  team.renamed,
  project.opened,
  project.changed,
  task.added,
  task.changed,
  task.moved,
  task.removed,
  task.restored,
  task.assigned,
  board.copied,
  board.changed,
  board.simplified,
  notebook.opened,
  notebook.changed,
  notebook.signed,
  comment.written,
  comment.changed,
  comment.resolved,
  comment.reopened,
  comment.mentioned,
  file.added,
  comment.answered,
  comment.noticed,
  framework.published,
  framework.changed,
  portfolio.changed,
  evidence.linked,
  evidence.changed,
  evidence.moved,
  evidence.disputed,
  badge.earned,
  badge.issued,
  badge.revoked,
  review.requested,
  review.taken,
  review.given,
  review.answered,
  review.withdrawn,
  review.remarked,
  review.asked,
  review.reviewed,
  review.noted,
  review.replied,
  review.noticed,
  acceptance.offered,
  acceptance.proposed,
  acceptance.asked,
  acceptance.opened,
  acceptance.accepted,
  acceptance.withdrawn,
  consent.recorded,
  consent.withdrawn,
  guardian.added,
  guardian.ended,
  guardian.shown,
  guardian.published,
  publication.published,
  publication.withdrawn,
  exhibition.opened,
  exhibition.called,
  exhibition.cancelled,
  exhibition.resumed,
  exhibition.invited,
  exhibition.accepted,
  exhibition.declined,
  exhibition.parted,
  exhibition.changed,
  exhibition.replanned,
  stand.changed,
  stand.entered,
  stand.admitted,
  stand.returned,
  stand.removed,
  stand.reminded,
  stand.offered,
  stand.welcomed,
  stand.answered,
  stand.dropped,
  result.changed,
  result.released,
  result.reported,
  result.revoked,
  judge.invited,
  judge.asked,
  judge.changed,
  judge.assigned,
  judge.scored,
  judge.marked,
  judge.compared,
  final.changed,
  final.opened,
  final.joined,
  final.reached,
  final.named,
  final.left,
  visitor.asked,
  visitor.moderated,
  visitor.answered,
  visitor.queued,
  visitor.passed,
  visitor.crowded,
  visitor.warned,
] as const satisfies readonly Fact[]

type AnyFact = (typeof facts)[number]
export type FactName = AnyFact['name']
export type FactBody<N extends FactName> = Static<Extract<AnyFact, { name: N }>['body']>

/** One line of the log as it is told. `position` orders everything that ever happened. */
export type Told = { [N in FactName]: { position: number; name: N; at: string; body: FactBody<N> } }[FactName]

/** socket.io's event maps. The socket takes no commands: only follow and unfollow. */
export interface ServerToClient {
  fact: (told: Told, topic: Topic) => void
  /** Content behind this topic is another than before: a bell that carries nothing and is kept nowhere. */
  grown: (topic: Topic) => void
}
export interface ClientToServer {
  /** Answers `ok` once everything after `position` has been sent, or a refusal's code. */
  follow: (topic: Topic, position: number, answer: (result: { ok: true } | { ok: false; code: string }) => void) => void
  unfollow: (topic: Topic) => void
}
