/** Come when somebody changes the cover. */
export default {
  title: 'Заголовок',
  about: 'О себе или о команде',
  aboutWhy: 'Несколько слов для того, кто откроет портфолио.',
  colour: 'Цвет',
  colours: { blue: 'синий', green: 'зелёный', orange: 'оранжевый', red: 'красный', violet: 'фиолетовый', grey: 'серый' },
  picture: 'Картинка',
  device: 'С этого устройства',
  replace: 'Заменить картинку',
  remove: 'Убрать картинку',
  from: 'Или из этого портфолио',
  alt: 'Что на картинке',
  altWhy: 'Для тех, кто её не видит.',
  sending: 'Отправляется…',
  nth: (n: number) => `Картинка ${n}`,
}
