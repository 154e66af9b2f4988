import { expect, it } from 'vitest'
import type { textChange } from '@sheber/document/text'
import { Typing, type Field } from './typing.ts'

/** A shared text and a field above it. */
const desk = (start: string) => {
  let text = start
  const field: Field = {
    value: start,
    selectionStart: start.length,
    selectionEnd: start.length,
    selectionDirection: 'none',
    setSelectionRange(from, to, way = 'none') {
      Object.assign(field, { selectionStart: from, selectionEnd: to, selectionDirection: way })
    },
  }
  const apply = ({ at, remove, insert }: NonNullable<ReturnType<typeof textChange>>) => {
    text = text.slice(0, at) + insert + text.slice(at + remove)
  }
  const typing = new Typing(() => text, apply)
  return {
    field,
    typing,
    type: (value: string) => {
      field.value = value
      typing.typed(value)
    },
    other: (value: string) => {
      text = value
      typing.heard()
    },
    text: () => text,
  }
}

it('writes what is typed', () => {
  const { type, text } = desk('мост')
  type('мост стоит')
  expect(text()).toBe('мост стоит')
})

it('keeps what another wrote while letters were being composed', () => {
  const { type, other, text, field, typing } = desk('мост')
  type('мост с')
  other('наш мост с')
  type('мост ст')
  other('наш мост ст!')
  type('мост стоит')
  expect(text()).toBe('наш мост стоит!')
  typing.follow(field)
  expect(field.value).toBe('наш мост стоит!')
})

it('keeps the caret between its letters', () => {
  const { other, field, typing } = desk('мост')
  field.selectionStart = field.selectionEnd = 2
  other('наш мост')
  other('наш мост стоит')
  typing.follow(field)
  expect([field.selectionStart, field.selectionEnd]).toEqual([6, 6])
})

it('keeps a selection, and the side on which it grows', () => {
  const { other, field, typing } = desk('мост стоит')
  field.setSelectionRange(5, 10, 'backward')
  other('наш мост стоит')
  other('наш мост стоит!')
  typing.follow(field)
  expect([field.selectionStart, field.selectionEnd, field.selectionDirection]).toEqual([9, 14, 'backward'])
})

it('does not bring back what another deleted', () => {
  const { type, other, text } = desk('один два три')
  other('один три')
  type('один два три!')
  expect(text()).toBe('один три!')
})

it('writes one word at the caret, even where another wrote at the same place', () => {
  const { type, other, text } = desk('')
  other(' сәлем')
  type('д')
  other('д сәлем!')
  type('дос')
  expect(text()).toBe('дос сәлем!')
})
