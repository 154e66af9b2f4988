import type ru from './words.ru.ts'

export default {
  title: 'Title',
  about: 'About me or the team',
  aboutWhy: 'A few words to whoever opens the portfolio.',
  colour: 'Colour',
  colours: { blue: 'blue', green: 'green', orange: 'orange', red: 'red', violet: 'violet', grey: 'grey' },
  picture: 'Picture',
  device: 'From this device',
  replace: 'Replace the picture',
  remove: 'Take the picture away',
  from: 'Or from this portfolio',
  alt: 'What the picture shows',
  altWhy: 'For those who do not see it.',
  sending: 'Sending…',
  nth: (n) => `Picture ${n}`,
} satisfies typeof ru
