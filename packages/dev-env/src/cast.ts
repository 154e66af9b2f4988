import type { Db } from '@sheber/db/open'
import {
  board,
  group,
  groupLearner,
  guardianship,
  membership,
  organisation,
  person,
  project,
  room,
  team,
  teamMember,
} from '@sheber/db/schema'
import { boardRoom } from '@sheber/document/room'
import { hashSecret } from '@sheber/server/features/session/hash'
import { groupCode, guardians, idOf, organisations, password, people, personNames, pin, teams } from './people.ts'

// argon2 is slow on purpose: one hash of each kind serves everybody.
let hashes: Promise<[password: string, pin: string]> | null = null

/** Puts the whole cast into an empty database, as rows: what a command would decide is not decided again. */
export const fillCast = async (db: Db, now: Date): Promise<void> => {
  const [passwordHash, pinHash] = await (hashes ??= Promise.all([hashSecret(password), hashSecret(pin)]))
  const createdAt = now

  await db
    .insert(organisation)
    .values(Object.entries(organisations).map(([word, { name, kind }]) => ({ id: idOf(word), name, kind, createdAt })))
  await db.insert(person).values(
    personNames.map((word) => {
      const { name, signIn } = people[word]
      const secret = signIn === 'password' ? { login: word, passwordHash } : { secretKind: 'pin' as const, secretHash: pinHash }
      return { id: idOf(word), name, language: 'ru' as const, createdAt, ...secret }
    }),
  )
  await db.insert(membership).values(
    personNames.map((word) => ({
      personId: idOf(word),
      organisationId: idOf(people[word].organisation),
      role: people[word].role,
      createdAt,
    })),
  )

  await db.insert(guardianship).values(
    guardians.map(([who, child]) => ({
      id: idOf(`${who} of ${child}`),
      guardianId: idOf(who),
      childId: idOf(child),
      createdBy: idOf('madina'),
      createdAt,
    })),
  )

  const learners = personNames.filter((word) => people[word].signIn === 'code')
  await db.insert(group).values({ id: idOf('group'), organisationId: idOf('centre'), name: 'Модельдеу', code: groupCode, createdAt })
  await db.insert(groupLearner).values(learners.map((word) => ({ groupId: idOf('group'), personId: idOf(word), createdAt })))

  for (const [word, { name, organisation: home, members, project: title, direction }] of Object.entries(teams)) {
    const teamId = idOf(word)
    const projectId = idOf(`${word} project`)
    await db.insert(team).values({ id: teamId, name, organisationId: idOf(home), createdAt })
    await db.insert(teamMember).values(members.map((member) => ({ teamId, personId: idOf(member), createdAt })))
    await db.insert(project).values({ id: projectId, teamId, title, direction, createdBy: idOf(members[0]), createdAt, changedAt: now })
    await db.insert(board).values({ id: idOf(`${word} board`), projectId, createdAt })
    await db.insert(room).values({ name: boardRoom(idOf(`${word} board`)), lineage: idOf(`${word} lineage`), createdAt })
  }
}
