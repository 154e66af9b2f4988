import type { Kept } from './export.kept.ts'

const run = (text: string, marks: ('bold' | 'italic' | 'code' | 'link' | 'strike')[] = [], href?: string) => ({
  text,
  marks,
  ...(href && { href }),
})
const block = (name: string, content: object[], attributes: object = {}) => ({ name, attributes, content })

const named = (kind: string, n: number) => {
  const identifier = `aaaaaaaa-0000-4000-8000-00000000000${n}`
  return { identifier, uri: `https://sheber.example.kz/ims/case/v1p1/${kind}/${identifier}` }
}

/** Everything that a portfolio may hold, with words that would be mark-up if somebody let them. */
export const kept = (more: Partial<Kept> = {}): Kept => ({
  language: 'kk',
  owner: 'Айгерім С.',
  authors: ['Айгерім С.', 'Ерлан Болатұлы'],
  title: 'Көпірден ғарышқа дейін <script>alert(1)</script>',
  face: { file: 'media/f1.jpg', alt: 'Менің планёрім' },
  about: 'Мен құрастыруды ұнатамын.\n\nӘ ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і',
  at: '2026-11-27T06:00:00.000Z',
  sections: [
    {
      title: 'Жобалар',
      records: [
        {
          id: 'r1',
          kind: 'made',
          title: 'Аспалы көпір "макеті"',
          from: '2026-10-01',
          to: '2026-11-20',
          prompt: 'hard',
          reflection: 'Арқанды тарту. Үшінші рет ғана шықты.',
          body: [
            block('heading', [run('Қалай жасалды')], { level: 2 }),
            block('paragraph', [
              run('Біз '),
              run('үш', ['bold']),
              run(' тірек қойдық, '),
              run('сызба', ['link'], 'https://example.kz/a?b=1&c=2'),
              run('.'),
            ]),
            block('bulletList', [
              block('listItem', [block('paragraph', [run('тірек')])]),
              block('listItem', [block('paragraph', [run('арқан')])]),
            ]),
            block('table', [
              block('tableRow', [
                block('tableHeader', [block('paragraph', [run('Жүк, кг')])]),
                block('tableHeader', [block('paragraph', [run('Иілу, мм')])]),
              ]),
              block('tableRow', [block('tableCell', [block('paragraph', [run('1,5')])])]),
            ]),
            block('formula', [], { tex: '\\frac{F}{A} = \\sigma' }),
            block('codeBlock', [run('if (a < b) {\n  stop()\n}')]),
            block('picture', [], { fileId: 'f1', alt: 'Көпір', caption: 'Сынақ алдында' }),
          ] as unknown as Kept['sections'][number]['records'][number]['body'],
          pieces: [
            { caption: 'Тақта: сызба', file: 'media/b1.png', isPicture: true, about: '' },
            { caption: 'есеп.csv', file: 'media/d1.csv', isPicture: false, about: 'CSV, 12 kB' },
          ],
          evidence: [
            {
              case: { document: named('CFDocuments', 1), item: named('CFItems', 2) },
              competency: 'C1 Қол құралымен қауіпсіз жұмыс істейді',
              person: 'Айгерім С.',
              level: '3. Өз бетінше',
              why: 'Барлық бөлшекті өзім кестім',
              state: 'confirmed',
              verdicts: [
                { by: 'Мадина Ерланқызы', verdict: 'confirmed', level: '3. Өз бетінше', text: 'Жарайсың', at: '2026-11-21T10:00:00.000Z' },
              ],
              accepted: [
                { school: '№5 мектеп', topic: 'Физика, 8 сынып', goal: 'Ф8 Беріктік', by: 'Марат Ж.', at: '2026-11-22T10:00:00.000Z' },
              ],
            },
          ],
          remarks: [
            {
              quote: 'Үшінші рет ғана шықты',
              settled: true,
              words: [
                { by: 'Мадина Ерланқызы', text: 'Алғашқы екі сынақты да суретте.', at: '2026-11-21T10:00:00.000Z' },
                { by: 'Айгерім С.', text: 'Қостым <b>.', at: '2026-11-21T11:00:00.000Z' },
              ],
            },
          ],
        },
      ],
    },
    { title: '', records: [] },
  ],
  maps: [
    {
      case: named('CFDocuments', 1),
      framework: 'Техникалық шығармашылық',
      version: '2.0',
      attribution: 'CC BY 4.0',
      rollup: 'latest',
      levels: ['Көмекпен', 'Үлгі бойынша', 'Өз бетінше', 'Басқаларды үйретеді'],
      rows: [
        { isArea: true, title: 'C Жасау', level: null, claimed: null, evidence: 0, earlier: null, case: named('CFItems', 1), records: [] },
        {
          isArea: false,
          title: 'C1 Қол құралы',
          level: 2,
          claimed: 2,
          evidence: 1,
          earlier: null,
          case: named('CFItems', 2),
          records: [{ id: 'r1', title: 'Аспалы көпір' }],
        },
        {
          ...{ isArea: false, title: 'C2 Схема', level: null, claimed: 0, evidence: 0, earlier: { version: '1.0', level: 3 } },
          ...{ case: named('CFItems', 3), records: [] },
        },
      ],
    },
  ],
  reviews: [
    {
      by: 'Мадина Ерланқызы',
      outcome: 'accepted',
      text: 'Есебің дұрыс, сызбаң анық.',
      at: '2026-11-21T10:00:00.000Z',
      answer: { text: 'Рақмет, келесіде ұзағырақ сынаймын.', at: '2026-11-22T10:00:00.000Z' },
      records: ['Аспалы көпір'],
    },
  ],
  badges: [{ name: 'Құрастырушы', issuer: 'Центр «Шебер»', at: '2026-11-25T08:00:00.000Z', file: 'badges/1.png' }],
  pictures: { f1: 'media/f1.jpg' },
  ...more,
})
