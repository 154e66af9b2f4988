import type { Direction } from '@sheber/contract/project'
import type { Language } from '@sheber/contract/words'

/** Directions of projects, as the project's own pages call them. */
export const directionWords: Readonly<Record<Language, Readonly<Record<Direction, string>>>> = {
  kk: {
    technics: 'Техникалық модельдеу',
    aero: 'Авиамодельдеу',
    ship: 'Кеме модельдеу',
    auto: 'Автомодельдеу',
    robotics: 'Робототехника',
    electronics: 'Электроника',
    modelling: '3D модельдеу',
    software: 'Бағдарламалау',
    other: 'Басқа',
  },
  ru: {
    technics: 'Техническое моделирование',
    aero: 'Авиамоделирование',
    ship: 'Судомоделирование',
    auto: 'Автомоделирование',
    robotics: 'Робототехника',
    electronics: 'Электроника',
    modelling: '3D-моделирование',
    software: 'Программирование',
    other: 'Другое',
  },
  en: {
    technics: 'Technical modelling',
    aero: 'Model aircraft',
    ship: 'Model ships',
    auto: 'Model cars',
    robotics: 'Robotics',
    electronics: 'Electronics',
    modelling: '3D modelling',
    software: 'Programming',
    other: 'Something else',
  },
}
