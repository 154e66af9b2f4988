import type { Draft } from '@sheber/contract/framework'
import { described, levelsFrom, treeFrom } from './shipped-kit.ts'
import { descriptors } from './shipped-making-descriptors.ts'

/** Sheber's own framework for technical creativity: five areas of four, written for circles and their teams. */
const names = (n: number) => `5e6be700-0001-4000-8000-${n.toString(16).padStart(12, '0')}`

export const makingId = names(0)

const levels = levelsFrom(names, [
  [
    ['Көмекпен', 'Қасында үлкен адам не жолдас тұрып көрсеткенде істейді.'],
    ['С помощью', 'Делает, когда рядом показывает взрослый или товарищ.'],
    ['With help', 'Does it while an adult or a teammate stands by and shows how.'],
  ],
  [
    ['Үлгі бойынша', 'Үлгіге не нұсқаулыққа қарап, өзі қайталайды.'],
    ['По образцу', 'Повторяет сам по образцу или инструкции.'],
    ['By example', 'Repeats it alone from an example or instructions.'],
  ],
  [
    ['Өз бетінше', 'Жаңа міндетте өзі таңдайды, өзі істейді, нәтижесін өзі тексереді.'],
    ['Самостоятельно', 'В новой задаче сам выбирает способ, делает и проверяет результат.'],
    ['On their own', 'In a new task chooses the way, does it and checks the result.'],
  ],
  [
    ['Басқаларды үйретеді', 'Түсіндіреді, қателерін көріп түзетуге көмектеседі, тәсілді жақсартады.'],
    ['Учит других', 'Объясняет, замечает чужие ошибки и помогает исправить, улучшает способ.'],
    ['Teaches others', 'Explains it, sees mistakes and helps to mend them, improves the way it is done.'],
  ],
])

const tree = treeFrom(names, [
  [
    ['A', 'Идея және зерттеу', 'Идея и исследование', 'Idea and research'],
    ['A1', 'Міндетті тауып, тұжырымдайды', 'Находит и формулирует задачу', 'Finds a problem and puts it into words'],
    ['A2', 'Ұқсас шешімдер мен дереккөздерді зерттейді', 'Изучает аналоги и источники', 'Studies what exists, and sources'],
    ['A3', 'Нұсқалар ұсынып, салыстырады', 'Выдвигает и сравнивает варианты', 'Puts forward options and compares them'],
    ['A4', 'Тәжірибе жасап, қорытынды шығарады', 'Ставит опыт и делает вывод', 'Sets up a trial and draws a conclusion'],
  ],
  [
    ['B', 'Жобалау', 'Проектирование', 'Design'],
    ['B1', 'Сызба мен сұлбаны оқиды және орындайды', 'Читает и выполняет чертёж и схему', 'Reads and makes drawings and diagrams'],
    ['B2', 'Есептеп, материал таңдайды', 'Рассчитывает и подбирает материалы', 'Calculates and chooses materials'],
    ['B3', 'Жұмыс пен бюджетті жоспарлайды', 'Планирует работу и бюджет', 'Plans the work and its budget'],
    ['B4', '3D үлгісін жасайды', 'Моделирует в 3D', 'Models in 3D'],
  ],
  [
    ['C', 'Жасау және сынау', 'Изготовление и испытание', 'Making and testing'],
    ['C1', 'Қол құралын қауіпсіз қолданады', 'Безопасно владеет ручным инструментом', 'Uses hand tools safely'],
    ['C2', 'Электр тізбегін жинайды', 'Собирает электрическую схему', 'Builds an electric circuit'],
    [
      'C3',
      'Бөлшекті жасайды: принтер, лазер, станок',
      'Изготавливает деталь: принтер, лазер, станок',
      'Makes a part: printer, laser, machine tool',
    ],
    ['C4', 'Сынап, ақауын түзетеді', 'Испытывает и устраняет неисправности', 'Tests it and mends what fails'],
  ],
  [
    ['D', 'Цифрлық құралдар', 'Цифровые инструменты', 'Digital tools'],
    ['D1', 'Құрылғыны бағдарламалайды', 'Программирует устройство', 'Programs a device'],
    ['D2', 'Өлшеу деректерін өңдейді', 'Обрабатывает данные измерений', 'Works with measured data'],
    ['D3', 'Жобаның құжатын жүргізеді', 'Ведёт документацию проекта', 'Keeps the project’s records'],
    ['D4', 'Лицензия мен авторлықты сақтайды', 'Соблюдает лицензии и авторство', 'Respects licences and authorship'],
  ],
  [
    ['E', 'Команда және таныстыру', 'Команда и представление', 'Team and presentation'],
    [
      'E1',
      'Рөлдерді бөліп, өз бөлігіне жауап береді',
      'Распределяет роли и отвечает за свою часть',
      'Shares out roles and answers for their own part',
    ],
    ['E2', 'Пікір береді және пікір қабылдайды', 'Даёт и принимает обратную связь', 'Gives and takes feedback'],
    ['E3', 'Жобаны көпшілікке таныстырады', 'Представляет проект публично', 'Presents the project in public'],
    ['E4', 'Кішілер мен жаңадан келгендерге көмектеседі', 'Помогает младшим и новичкам', 'Helps the younger and the new'],
  ],
])

/** Which of ours are akin to which of DigComp, by their codes. */
export const akin: readonly (readonly [string, string])[] = [
  ['D1', '3.4'],
  ['D2', '1.3'],
  ['D3', '3.1'],
  ['D4', '3.3'],
  ['E1', '2.4'],
]

export const making: Draft = {
  title: { kk: 'Техникалық шығармашылық', ru: 'Техническое творчество', en: 'Technical creativity' },
  description: {
    kk: 'Үйірмелер мен жоба командаларына арналған шеңбер: идеядан көрмеге дейін.',
    ru: 'Рамка для кружков и проектных команд: от идеи до выставки.',
    en: 'A framework for circles and project teams, from the idea to the exhibition.',
  },
  version: '1.0',
  rollup: 'latest',
  licence: 'CC BY 4.0',
  attribution: 'Sheber, CC BY 4.0',
  levels,
  competencies: described(tree, levels, descriptors),
  links: [],
}
