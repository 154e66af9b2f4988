import type ru from './door.ru.ts'

export default {
  version: (v: string) => `${v} нұсқасы`,
  rollup: {
    label: 'Пікір бірнешеу болса, қай деңгей көрсетіледі',
    latest: 'соңғы расталғаны',
    highest: 'ең жоғары расталғаны',
    median: 'соңғы үшеуінің ортасы',
  },
  described: 'Әр деңгейде не көрінеді',
  kind: {
    exactMatchOf: 'дәл сол',
    isRelatedTo: 'жақын',
    isPeerOf: 'қатар',
    isPartOf: 'бөлігі',
    precedes: 'алдында тұрады',
  },
  kindBack: { exactMatchOf: 'дәл сол', isRelatedTo: 'жақын', isPeerOf: 'қатар', isPartOf: 'қамтиды', precedes: 'кейін тұрады' },
} satisfies typeof ru
