import { describe, expect, it } from 'vitest'
import type { NewThing } from '@sheber/document/thing'
import { readCells, separatorOf } from '#lib/csv.ts'
import { areCells, cellsMax } from './cells.ts'
import { writeBoardFile } from './file.ts'
import { readOutside, type Outside } from './outside.ts'
import { boardOf, everyKind, handOf, hostile } from './paper.fixture.ts'
import { readBoard } from '@sheber/document/board'
import w from './words.en.ts'

const hand = (at = { x: 0, y: 0 }) => ({ ...handOf(), at, w: w.outside, origin: 'https://sheber.example' })

interface Given {
  readonly plain?: string
  readonly html?: string
  readonly files?: readonly File[]
}

/** What a paste or a drop brings. */
const transfer = ({ plain = '', html = '', files = [] }: Given) =>
  ({ files, getData: (type: string) => (type === 'text/plain' ? plain : type === 'text/html' ? html : '') }) as unknown as DataTransfer

const pasted = (given: Given | string) => readOutside(transfer(typeof given === 'string' ? { plain: given } : given), hand())
const opened = (name: string, content: BlobPart, type = '') => readOutside(new File([content], name, { type }), hand())

const texts = ({ things }: Pick<Outside, 'things'>) => things.map(({ text }) => text)
const middleOf = (things: readonly NewThing[]) => {
  const places = things.flatMap(({ g }) => (g ? [g] : []))
  const [left, right] = [Math.min(...places.map(([x]) => x)), Math.max(...places.map(([x, , w]) => x + w))]
  const [top, foot] = [Math.min(...places.map(([, y]) => y)), Math.max(...places.map(([, y, , h]) => y + h))]
  return { x: (left + right) / 2, y: (top + foot) / 2 }
}

describe('what is pasted', () => {
  it('is a note when it is short, and a text when it is long', async () => {
    expect((await pasted('  Жел қайдан соғады?\r\n')).things).toMatchObject([
      { kind: 'note', text: 'Жел қайдан соғады?', g: [-100, -100, 200, 200] },
    ])
    expect((await pasted('сөз '.repeat(200))).things).toMatchObject([{ kind: 'text' }])
    const { things, said } = await pasted('ә'.repeat(10_500))
    expect(things[0]?.text).toHaveLength(10_000)
    expect(said).toBe(w.outside.lettersOver(500))
  })

  it('is a link when it is an address and nothing else', async () => {
    expect((await pasted('https://example.org/жел?a=1')).things).toMatchObject([
      { kind: 'link', url: 'https://example.org/жел?a=1', text: 'example.org/жел' },
    ])
    for (const no of ['javascript:alert(1)', 'см. https://example.org', 'https://', 'file:///etc/passwd', 'data:text/html,x'])
      expect((await pasted(no)).things.map(({ kind }) => kind)).toEqual(['note'])
  })

  it('is a card when the address is one of ours, and a link when it says more than which thing it is', async () => {
    const [id, here] = ['0123456789abcdefghjk', 'https://sheber.example']
    const cards = [
      [`${here}/board/${id}`, { of: 'board', ref: id }],
      [`${here}/project/${id}/`, { of: 'project', ref: id }],
      [`${here}/project/0${id.slice(1)}/task/${id}`, { of: 'task', ref: id }],
      [`${here}/portfolio/${id}#record-abcdef0123456789`, { of: 'record', ref: `${id}/abcdef0123456789` }],
    ] as const
    for (const [address, card] of cards)
      expect((await pasted(address)).things).toMatchObject([{ kind: 'card', g: [-120, -55, 240, 110], ...card }])
    const links = [
      `https://sheber.example.org/board/${id}`,
      `http://sheber.example/board/${id}`,
      `${here}/board/${id}?comment=1`,
      `${here}/board/${id}/version/${id}`,
      `${here}/project/${id}/task`,
      `${here}/project/${id}/task/${id}#edit`,
      `${here}/board/${id.slice(1)}`,
      `${here}/portfolio/${id}`,
      `${here}/portfolio/${id}#record-../../x`,
      `${here}/portfolio/${id}#record-${'r'.repeat(44)}`,
      `${here}/exhibition/${id}`,
    ]
    for (const address of links) expect((await pasted(address)).things.map(({ kind }) => kind)).toEqual(['link'])
  })

  it('is a note to each cell of a table', async () => {
    const { things, said } = await pasted('Күн\tЖел\r\n1\t\r\n2\t"5,5\r\nм/с"\r\n')
    expect(things.map(({ g, text }) => [g?.slice(0, 2), text])).toEqual([
      [[-210, -320], 'Күн'],
      [[10, -320], 'Жел'],
      [[-210, -100], '1'],
      [[-210, 120], '2'],
      [[10, 120], '5,5\nм/с'],
    ])
    expect(things[0]).toMatchObject({ fill: 'blue' })
    expect(said).toBeUndefined()
    expect(areCells('if (wind) {\n\tstop()\n}')).toBe(false)
  })

  it('is a drawing or a board where it is one', async () => {
    const json = writeBoardFile(readBoard(boardOf(everyKind).doc).things).json
    expect((await pasted(json)).things).toHaveLength(everyKind.length)
    const clip = JSON.stringify({ type: 'excalidraw/clipboard', elements: [{ type: 'ellipse', x: 0, y: 0, width: 10, height: 10 }] })
    expect((await pasted(clip)).things).toMatchObject([{ kind: 'shape', form: 'ellipse', g: [-5, -5, 10, 10] }])
    // Other braces are words.
    expect((await pasted('{ "a": 1 }')).things).toMatchObject([{ kind: 'note', text: '{ "a": 1 }' }])
  })

  it('is a picture where it is an SVG', async () => {
    const { things, files } = await pasted(
      '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n',
    )
    expect(things).toEqual([])
    expect(files).toMatchObject([{ name: 'picture.svg', type: 'image/svg+xml' }])
  })

  it('is what the hand meant where a program gives several', async () => {
    const picture = new File(['x'], 'image.png', { type: 'image/png' })
    // An office lays a picture of the cells beside them.
    expect(texts(await pasted({ plain: 'a\tb', html: '<table><tr><td>a</td></tr></table>', files: [picture] }))).toEqual(['a', 'b'])
    expect((await pasted({ plain: 'https://example.org/x.png', html: '<img>', files: [picture] })).files).toEqual([picture])
    expect((await pasted({ plain: 'image.png', files: [picture] })).files).toEqual([picture])
    expect(await pasted('')).toMatchObject({ things: [], files: [], said: w.outside.nothing })
  })

  it('comes from the clipboard of a menu, too', async () => {
    const item = (parts: Record<string, string>) => ({
      types: Object.keys(parts),
      getType: (type: string) => Promise.resolve(new Blob([parts[type] ?? ''], { type })),
    })
    const items = (parts: Record<string, string>) => [item(parts)] as unknown as ClipboardItems
    expect(texts(await readOutside(items({ 'text/plain': 'Жел' }), hand()))).toEqual(['Жел'])
    expect((await readOutside(items({ 'image/png': 'x' }), hand())).files).toMatchObject([{ name: 'picture.png', type: 'image/png' }])
  })

  it('is never more than words, however hostile', async () => {
    for (const text of hostile) {
      const { things, files } = await pasted(text)
      if (text.trim()) expect(things.length + files.length, text).toBe(1)
      if (things[0]) expect(['note', 'text']).toContain(things[0].kind)
    }
  })
})

describe('a file that is opened', () => {
  it('may be a table of Excel: semicolons, its old letters, UTF-16', async () => {
    expect(texts(await opened('a.csv', '\ufeffАты;Саны\n"Бұранда; М3";12\n'))).toEqual(['Аты', 'Саны', 'Бұранда; М3', '12'])
    expect(texts(await opened('a.csv', Uint8Array.from([0xc2, 0xe5, 0xf2, 0xe5, 0xf0, 0x3b, 0x37])))).toEqual(['Ветер', '7'])
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'Жел\t7'].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ])
    expect(texts(await opened('a.txt', wide))).toEqual(['Жел', '7'])
    expect([separatorOf('a,b;c;d'), separatorOf('a,b'), separatorOf('a\tb'), separatorOf('a')]).toEqual([';', ',', '\t', ','])
    expect(readCells('"a ""b""",\n', ',')).toEqual([['a "b"', '']])
  })

  it('says how many cells found no room', async () => {
    const { things, said } = await opened(
      'a.csv',
      Array.from({ length: 30 }, () => Array.from({ length: 20 }, (_, i) => i).join(',')).join('\n'),
    )
    expect(things).toHaveLength(cellsMax)
    expect(said).toBe(w.outside.cellsOver(500, 100))
  })

  it('says so when it is not what its name says', async () => {
    expect(await opened('a.excalidraw', '{"type":"excalidraw","elements":')).toMatchObject({
      things: [],
      said: w.outside.strange('a.excalidraw'),
    })
    expect(await opened('a.json', '[1,2]')).toMatchObject({ things: [], said: w.outside.strange('a.json') })
    expect(await opened('a.json', '')).toMatchObject({ things: [], said: w.outside.empty })
    expect(await opened('a.excalidraw', '{"type":"excalidraw","elements":[]}')).toMatchObject({ things: [], said: w.outside.empty })
    const huge = Object.defineProperty(new File(['{}'], 'a.json'), 'size', { value: 40_000_000 })
    expect(await readOutside(huge, hand())).toMatchObject({ things: [], said: w.outside.large })
  })

  it('is handed on when it is no table, text or drawing', async () => {
    for (const name of ['photo.jpg', 'plan.svg', 'part.stl', 'report.pdf'])
      expect((await opened(name, 'x')).files.map((file) => file.name)).toEqual([name])
  })
})

describe('where it is laid', () => {
  it('has its middle where it was asked to be, connectors and pictures with it', async () => {
    const elements = [
      { id: 'a', type: 'rectangle', x: 1000, y: 1000, width: 100, height: 100 },
      {
        type: 'arrow',
        x: 1100,
        y: 1050,
        points: [
          [0, 0],
          [100, 0],
        ],
        startBinding: { elementId: 'a' },
      },
      { type: 'image', x: 1200, y: 1000, width: 100, height: 100, fileId: 'f' },
    ]
    const files = { f: { dataURL: 'data:image/png;base64,iVBORw0KGgo=' } }
    const file = new File([JSON.stringify({ type: 'excalidraw', elements, files })], 'a.excalidraw')
    const { things, files: pictures, laid } = await readOutside(file, hand({ x: 500, y: 50 }))
    expect(things).toMatchObject([{ g: [350, 0, 100, 100] }, { p: [450, 50, 550, 50] }])
    expect(laid.get(pictures[0]!)).toMatchObject({ g: [550, 0, 100, 100] })
  })

  it('lays several files beside each other', async () => {
    const file = (name: string) => new File([name], `${name}.txt`)
    const { things } = await readOutside(transfer({ files: [file('a'), file('b'), file('c')] }), hand({ x: 7, y: 9 }))
    expect(texts({ things })).toEqual(['a', 'b', 'c'])
    expect(things.map(({ g }) => g?.[0])).toEqual([-353, -93, 167])
    expect(middleOf(things)).toEqual({ x: 7, y: 9 })
  })
})
