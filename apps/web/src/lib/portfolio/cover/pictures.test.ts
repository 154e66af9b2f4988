import type { Body } from '@sheber/document/body'
import { expect, it } from 'vitest'
import { picturesToChoose } from './pictures.ts'

const picture = (fileId: string, more: Record<string, string> = {}): Body[number] => ({
  name: 'picture',
  attributes: { fileId, ...more },
  content: [],
})

it('offers each picture once, in its order, with what is said of it', () => {
  const deep: Body = [{ name: 'blockquote', attributes: {}, content: [picture('c', { caption: 'Қанат' })] }]
  expect(
    picturesToChoose([{ body: [picture('a', { alt: 'Көпір' }), picture('b')] }, { body: [picture('a', { alt: 'тағы' }), ...deep] }]),
  ).toEqual([
    { fileId: 'a', alt: 'Көпір' },
    { fileId: 'b', alt: '' },
    { fileId: 'c', alt: 'Қанат' },
  ])
})

it('offers a screen of them and no wall', () => {
  const body = Array.from({ length: 100 }, (_, n) => picture(`p${n}`))
  expect(picturesToChoose([{ body }])).toHaveLength(24)
})
