import type { ConsentScope } from '@sheber/contract/consent'
import type { Db } from '@sheber/db/open'
import { award, consent, file, standShown } from '@sheber/db/schema'
import type { PublicStand } from '@sheber/domain/hall'
import { idOf, type PersonName } from '../people.ts'
import { nominations } from './exhibition.ts'

/** What the world is shown of stands, as rows: the copies that admission makes, and the consents that open them. */

export const aCopy = (over: Partial<PublicStand> = {}): PublicStand => ({
  title: 'Көпір макеті',
  about: 'Ағаштан жасалған көпір, 12 кг көтереді.',
  nominationId: nominations[0]?.id ?? null,
  direction: 'modelling',
  poster: null,
  pictures: [],
  model: null,
  video: null,
  versionId: idOf('no version'),
  parts: [],
  adults: 'Жетекші араны ұстауға көмектесті.',
  records: [],
  ...over,
})

interface AskedCopy {
  readonly standId: string
  readonly shown?: Partial<PublicStand>
  readonly authors?: readonly PersonName[]
  /** Named in its words. */
  readonly tells?: readonly PersonName[]
}

/** A copy that is made again takes the place of the one before. */
export const seedShown = async (
  db: Db,
  now: Date,
  { standId, shown = {}, authors = ['aigerim', 'daulet', 'madina', 'yerlan'], tells = [] }: AskedCopy,
): Promise<void> => {
  const copy = { shown: aCopy(shown), sha256: '', authors: authors.map(idOf), tells: tells.map(idOf), at: now }
  await db
    .insert(standShown)
    .values({ standId, ...copy })
    .onConflictDoUpdate({ target: standShown.standId, set: copy })
}

/** A model on the board of the project that `seedStand` made for this word; its bytes are nowhere. Returns the file's id. */
export const seedModel = async (db: Db, word: string): Promise<string> => {
  const id = idOf(`${word} model`)
  const row = { boardId: idOf(`${word} board`), personId: idOf('madina'), name: `${word}.stl`, type: 'model/stl' as const }
  await db.insert(file).values({ id, ...row, bytes: 2_000_000, sha256: word })
  return id
}

/** A guardian has agreed, for good. */
export const seedConsent = async (db: Db, now: Date, person: PersonName, ...scopes: readonly ConsentScope[]): Promise<void> => {
  await db.insert(consent).values(
    scopes.map((scope) => ({
      id: idOf(`consent ${person} ${scope}`),
      personId: idOf(person),
      scope,
      guardian: 'Құпиягүл Ата',
      fromDay: now.toISOString().slice(0, 10),
      recordedBy: idOf('botagoz'),
      createdAt: now,
    })),
  )
}

/** An award that was issued. */
export const seedAward = async (
  db: Db,
  now: Date,
  { exhibitionId, standId, degree = 1 }: { readonly exhibitionId: string; readonly standId: string; readonly degree?: number },
): Promise<string> => {
  const number = `SH-${idOf(`award ${standId}`).slice(0, 6)}`
  await db.insert(award).values({
    id: idOf(`award ${standId}`),
    ...{ exhibitionId, standId, degree, number },
    nominationId: nominations[0]?.id ?? null,
    title: { kk: '', ru: '', en: '' },
    state: 'issued',
    createdBy: idOf('botagoz'),
    createdAt: now,
    issuedAt: now,
  })
  return number
}
