import { counter } from '../../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')
const things = (n: number) => count(n, { one: '# thing', other: '# things' })

export default {
  title: 'Save as a file',
  what: {
    label: 'What to save',
    all: 'The whole board',
    chosen: (n: number) => `What is selected: ${things(n)}`,
    frames: 'Frames',
    frame: (n: number) => `Frame ${n}`,
  },
  format: {
    label: 'Kind of file',
    png: 'Picture, PNG',
    svg: 'Drawing, SVG',
    pdf: 'Pages, PDF',
    json: 'The board itself, JSON',
    excalidraw: 'Excalidraw drawing',
    pngHint: 'For messages, slides and websites.',
    svgHint: 'Stays sharp however large it is shown.',
    pdfHint: 'For printing. Each frame is a page of its own.',
    jsonHint: 'To open it on another board and work on.',
    excalidrawHint: 'To go on drawing in Excalidraw.',
  },
  scale: { label: 'Size', times: (n: number, w: number, h: number) => `${n}× — ${w} × ${h} pixels` },
  paper: {
    label: 'Sheet',
    a4: 'A4',
    a3: 'A3',
    poster: 'Poster 85 × 168 cm',
    frame: 'As large as the frame',
    real: 'Frames with a scale are printed at their real size.',
    fitted: 'The sheet turns to portrait or landscape by itself.',
  },
  background: 'Colour of the paper',
  names: 'Names of authors on notes',
  save: 'Save',
  copy: { png: 'Copy as a picture', svg: 'Copy as SVG', excalidraw: 'Copy for Excalidraw' },
  working: 'Making the file…',
  saved: (name) => `The file “${name}” is saved.`,
  savedMany: (n) => `Saved: ${count(n, { one: '# file', other: '# files' })}.`,
  copied: {
    png: 'The picture is copied. Paste it where you need it.',
    svg: 'The SVG is copied. Paste it where you need it.',
    excalidraw: 'Copied. Paste it into Excalidraw.',
  },
  missing: (n) => `Without ${count(n, { one: '# picture', other: '# pictures' })}: the server is out of reach or the file does not open.`,
  heavy: (n: number) =>
    `Left out: ${n} ${n === 1 ? 'file' : 'files'}. A board file holds 18 MB of pictures and models. Save the board in parts.`,
  left: (n) => `Left out: ${things(n)} made with a newer version.`,
  trouble: {
    empty: 'There is nothing to save here yet.',
    noFrame: 'Tick at least one frame.',
    large: 'The picture would be too large. Choose less, save one frame, or take PDF.',
    memory: 'This device has too little memory for it. Choose a smaller size or save it in parts.',
    clipboard: 'The browser did not allow copying. Save the picture as a file.',
    fonts: 'The letters could not be fetched. Check the network and try again. The board is safe.',
    failed: 'The file could not be made. The board is safe, try again.',
  },
  outside: {
    unknown: (n) => `Left out: ${things(n)} of an unknown kind.`,
    over: (n) => `No room for ${things(n)}. A board takes at most 5,000 at once.`,
    cellsOver: (n, over) => `The first ${n} cells of the table were taken, ${over} were not.`,
    lettersOver: (n) => `The text is too long. Its end was left out: ${count(n, { one: '# letter', other: '# letters' })}.`,
    empty: 'The file is empty.',
    large: 'The file is too large: 32 MB at most.',
    strange: (name) => `“${name}” is neither a Sheber board nor an Excalidraw drawing.`,
    nothing: 'There is nothing to paste here.',
  },
} satisfies typeof ru
