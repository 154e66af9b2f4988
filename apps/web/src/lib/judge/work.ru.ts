import type { ExhibitionState } from '@sheber/contract/exhibition'
import { counter } from '../words/plural.ts'

const count = counter('ru')

export default {
  title: 'Вы в жюри',
  why: 'Посмотрите работы своих стендов и поставьте баллы по критериям. Можно и без сети: оценки уйдут, когда она появится.',
  declare: 'Сначала скажите, кого из участников вы знаете: после этого откроются работы.',
  unassigned: 'Стенды вам ещё не назначены. Когда организатор назначит, они будут здесь.',
  left: (n: number) =>
    count(n, { one: 'Осталось оценить # стенд.', few: 'Осталось оценить # стенда.', other: 'Осталось оценить # стендов.' }),
  done: 'Все ваши стенды оценены. Спасибо!',
  progress: (done: number, all: number) => `Оценено ${done} из ${all}`,
  go: 'К оцениванию',
  state: {
    draft: 'Выставку ещё готовят.',
    call: 'Идёт приём заявок: оценивать пока нечего.',
    moderation: 'Заявки проверяют: оценивать пока нечего.',
    hall: 'Зал открыт, судейство ещё не началось.',
    judging: 'Идёт судейство.',
    deliberation: 'Судейство окончено, подводят итоги.',
    results: 'Результаты объявлены.',
    archived: 'Выставка в архиве.',
    cancelled: 'Выставку отменили: оценивать не нужно.',
    removed: 'Выставку удалили.',
  } satisfies Record<ExhibitionState, string> as Readonly<Record<ExhibitionState, string>>,
}
