import { describe, expect, it } from 'vitest'
import { toolNames } from '../core/editor.ts'
import names from '../command/names.ru.ts'
import { meantBy } from './press.ts'
import { toldOf, toolCalled } from './saying.ts'
import w from './words.ru.ts'

const key = (code: string, more = {}) => ({ code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })
const down = (...codes: string[]) => new Set(codes)

describe('keys of the crosshair', () => {
  it('lead it by steps, with Shift by long ones, aslant where two are down', () => {
    expect(meantBy(key('ArrowRight'), down('ArrowRight'))).toEqual({ step: [1, 0], far: false })
    expect(meantBy(key('ArrowUp', { shiftKey: true }), down('ArrowUp'))).toEqual({ step: [0, -1], far: true })
    expect(meantBy(key('ArrowUp'), down('ArrowRight', 'ArrowUp'))).toEqual({ step: [1, -1], far: false })
    expect(meantBy(key('ArrowLeft'), down('ArrowRight', 'ArrowLeft'))).toEqual({ step: [0, 0], far: false })
  })

  it('strike by Enter and Space, drop by Escape, and leave all others to the board', () => {
    for (const code of ['Enter', 'NumpadEnter', 'Space']) expect(meantBy(key(code), down())).toBe('strike')
    expect(meantBy(key('Escape'), down())).toBe('drop')
    expect(meantBy(key('KeyE'), down())).toBeNull()
    // A copy beside, and the walk along connectors.
    expect(meantBy(key('ArrowRight', { ctrlKey: true }), down('ArrowRight'))).toBeNull()
    expect(meantBy(key('ArrowRight', { altKey: true }), down('ArrowRight'))).toBeNull()
  })

  it('every tool has a name, and what came of it is said', () => {
    for (const tool of toolNames) expect(toolCalled(tool, names)).toBeTruthy()
    expect(toldOf({ is: 'down', tool: 'pen', many: 0 }, w)).toBe(w.down)
    expect(toldOf({ is: 'up', tool: 'eraser', many: 2 }, w)).toBe(w.erased(2))
    expect(toldOf({ is: 'up', tool: 'eraser', many: 0 }, w)).toBe(w.nothing)
    expect(toldOf({ is: 'up', tool: 'lasso', many: 1 }, w)).toBe(w.taken(1))
  })
})
