import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, moveThings, openBoard, ownUndo, readThing, remove, style, typeText } from './board.ts'
import { watchUndone } from './undo.ts'

/** Two people at two documents, which hear of one another when told to. */
const desk = () => {
  const [mine, theirs] = [openBoard(new Y.Doc()), openBoard(new Y.Doc())]
  const undo = ownUndo(mine)
  const told: (readonly string[])[] = []
  watchUndone(mine, undo, (ids) => told.push(ids))
  const meet = () => {
    Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(mine.doc), 'wire')
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc), 'wire')
  }
  const step = (change: () => void) => {
    undo.stopCapturing()
    change()
    undo.stopCapturing()
  }
  const add = (id: string) => step(() => addNote(mine, { id, x: 0, y: 0, colour: 'yellow', by: 'aigerim', at: 1 }))
  return { mine, theirs, undo, told, meet, step, add }
}

it('tells when a step is taken back that touched what another has changed since, and keeps theirs', () => {
  const { mine, theirs, undo, told, meet, step, add } = desk()
  add('a')
  add('b')
  step(() =>
    moveThings(
      mine,
      ['a', 'b'].map((id) => ({ id, g: [50, 50, 100, 100] })),
    ),
  )
  meet()
  moveThings(theirs, [{ id: 'a', g: [9, 9, 100, 100] }])
  meet()
  undo.undo()
  expect(told).toEqual([['a']])
  expect(readThing(mine, 'a')?.g).toEqual([9, 9, 100, 100])
  expect(readThing(mine, 'b')?.g).toEqual([0, 0, 200, 200])
})

it('tells of a thing that goes while another was writing on it, and of one that comes back', () => {
  const { mine, theirs, undo, told, meet, add } = desk()
  add('a')
  meet()
  typeText(theirs, 'a', 'мой текст')
  meet()
  undo.undo()
  expect(told).toEqual([['a']])
  meet()
  expect(readThing(theirs, 'a')).toMatchObject({ text: 'мой текст', deleted: { by: 'aigerim' } })
  undo.redo()
  expect(readThing(mine, 'a')).toMatchObject({ text: 'мой текст', deleted: null })
})

it('says nothing of what others did before, elsewhere, or not at all', () => {
  const { mine, theirs, undo, told, meet, step, add } = desk()
  add('a')
  add('b')
  meet()
  style(theirs, ['a'], { fill: 'blue' })
  meet()
  step(() => remove(mine, ['a'], 'aigerim', 2))
  style(theirs, ['b'], { fill: 'pink' })
  meet()
  undo.undo()
  undo.redo()
  undo.undo()
  expect(told).toEqual([])
  expect(readThing(mine, 'a')).toMatchObject({ deleted: null, fill: 'blue' })
})
