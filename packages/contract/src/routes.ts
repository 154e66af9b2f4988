import { acceptance } from './acceptance.ts'
import { aside } from './aside.ts'
import { badge } from './badge.ts'
import { board } from './board.ts'
import { card } from './card.ts'
import { centre } from './centre.ts'
import { comment } from './comment.ts'
import { consent } from './consent.ts'
import { contribution } from './contribution.ts'
import { evidence } from './evidence.ts'
import { exhibition } from './exhibition.ts'
import { file } from './file.ts'
import { final } from './final.ts'
import { framework } from './framework.ts'
import { group } from './group.ts'
import { guardian } from './guardian.ts'
import { inbox } from './inbox.ts'
import { judge } from './judge.ts'
import type { Route } from './kit.ts'
import { notebook } from './notebook.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { portfolio } from './portfolio.ts'
import { preview } from './preview.ts'
import { project } from './project.ts'
import { publication } from './publication.ts'
import { result } from './result.ts'
import { review } from './review.ts'
import { room } from './room.ts'
import { session } from './session.ts'
import { stand } from './stand.ts'
import { task } from './task.ts'
import { team } from './team.ts'
import { trace } from './trace.ts'
import { trail } from './trail.ts'
import { version } from './version.ts'
import { visitor } from './visitor.ts'

const features = {
  centre,
  session,
  organisation,
  person,
  group,
  team,
  project,
  task,
  board,
  card,
  notebook,
  trace,
  version,
  aside,
  comment,
  file,
  preview,
  framework,
  portfolio,
  evidence,
  contribution,
  badge,
  review,
  acceptance,
  consent,
  guardian,
  publication,
  exhibition,
  stand,
  result,
  judge,
  final,
  visitor,
  trail,
  inbox,
  room,
}

type Member<F> = F[keyof F]
type RouteOf<V> = V extends Route ? V : never

/** The name of every route: the permission table must have a row for each, or it does not compile. */
export type RouteName = RouteOf<{ [F in keyof typeof features]: Member<(typeof features)[F]> }[keyof typeof features]>['name']

/** The sum of all routes: OpenAPI prints it, the completeness tests walk it. */
export const routes: readonly (Route & { name: RouteName })[] = Object.values(features)
  .flatMap((feature) => Object.values(feature) as unknown[])
  .filter((promise): promise is Route & { name: RouteName } => 'path' in (promise as object))
