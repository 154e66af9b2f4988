import { wallDay } from '@sheber/domain/day'
import type { Notebook, NotebookPage, PageLine, Signature } from '@sheber/contract/notebook'
import { refuse } from '@sheber/contract/refusal'
import { daysOfHands } from '@sheber/domain/notebook'
import { may, type Who } from '@sheber/domain/permission'
import type { Services } from '../../services.ts'
import { namesOf } from '../person/person.names.ts'
import { thingOfProject } from '../project/project.thing.ts'
import { authorsOf, learnsSimply, neighboursOf, onePage, pagesOf, signaturesOf } from './notebook.store.ts'
import { projectOf } from './notebook.thing.ts'
import { beginningOf, freshWords } from './notebook.words.ts'

type Row = Awaited<ReturnType<typeof signaturesOf>>[number]

export const signatureOf = ({ id, personId, by, at, sha256, withdrawnAt }: Row): Signature => ({
  id,
  by: { id: personId, name: by },
  at: at.toISOString(),
  sha256,
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})

/** Without regard to case, as people look for words. */
const plain = (words: string) => words.toLocaleLowerCase('ru')

/** A notebook as its project's team sees it; of pages in which these words stand, where some are asked for. */
export const showNotebook = async ({ db, clock }: Services, who: Who | null, projectId: string, words = ''): Promise<Notebook> => {
  const thing = (await thingOfProject(db, projectId)) ?? refuse('not-found')
  const pages = await freshWords(db, await pagesOf(db, projectId))
  const [authors, signatures] = await Promise.all([
    authorsOf(db, pages),
    signaturesOf(
      db,
      pages.map(({ id }) => id),
    ),
  ])
  const names = await namesOf(db, [...authors.values()].flat())
  const namesOn = (pageId: string) => (authors.get(pageId) ?? []).flatMap((id) => names.get(id) ?? [])
  const holds = new Map(signatures.flatMap((one) => (one.withdrawnAt ? [] : [[one.pageId, one] as const])))
  const asked = plain(words.trim())
  const found = pages.filter((page) => asked === '' || plain(`${page.title}\n${page.words}`).includes(asked))
  const lineOf = ({ id, day, title, words }: (typeof pages)[number]): PageLine => {
    const signed = holds.get(id)
    return {
      id,
      day,
      title,
      words: beginningOf(words),
      authors: namesOn(id),
      signed: signed ? { by: signed.by, at: signed.at.toISOString() } : null,
    }
  }
  const gone = found.filter(({ removedAt }) => removedAt !== null)
  return {
    projectId,
    pages: found.filter(({ removedAt }) => removedAt === null).map(lineOf),
    removed: gone.sort((a, b) => Number(b.removedAt) - Number(a.removedAt)).map(lineOf),
    hands: daysOfHands(
      pages.flatMap((page) => (page.removedAt || page.words === '' ? [] : [{ day: page.day, authors: namesOn(page.id) }])),
    ),
    today: wallDay(clock.now()),
    may: may(who, 'notebook.open', thing) ? 'write' : 'read',
  }
}

export const showPage = async ({ db, clock }: Services, who: Who | null, id: string): Promise<NotebookPage> => {
  const row = (await onePage(db, id)) ?? refuse('not-found')
  const thing = (await thingOfProject(db, row.projectId)) ?? refuse('not-found')
  const [project, neighbours, authors, signatures, simple] = await Promise.all([
    projectOf(db, row.projectId),
    neighboursOf(db, row),
    authorsOf(db, [row]),
    signaturesOf(db, [id]),
    who ? learnsSimply(db, who.id) : false,
  ])
  const written = authors.get(id) ?? []
  const names = await namesOf(db, [...written, row.createdBy])
  const { title, boardId } = project ?? refuse('not-found')
  const isSigned = signatures.some(({ withdrawnAt }) => withdrawnAt === null)
  const works = may(who, 'notebook.change', thing)
  const isGone = row.removedAt !== null
  return {
    id,
    projectId: row.projectId,
    project: title,
    boardId,
    day: row.day,
    title: row.title,
    by: names.get(row.createdBy) ?? '',
    openedAt: row.createdAt.toISOString(),
    openedOn: wallDay(row.createdAt),
    today: wallDay(clock.now()),
    ...neighbours,
    authors: written.flatMap((one) => names.get(one) ?? []),
    signatures: signatures.map(signatureOf),
    removed: isGone,
    may: works && !isSigned && !isGone ? 'write' : 'read',
    mayChange: works && !isSigned,
    maySign: !isSigned && !isGone && may(who, 'notebook.sign', thing),
    mayKeep: !isGone && may(who, 'notebook.keep', thing),
    simple,
  }
}
