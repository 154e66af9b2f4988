import type ru from './words.ru.ts'

export default {
  title: 'Take a photo',
  view: 'What the camera sees',
  shot: 'The photo taken',
  which: 'Camera',
  nth: (n: number) => `Camera ${n}`,
  opening: 'Turning the camera on…',
  take: 'Take',
  again: 'Take again',
  use: 'Put on the board',
  retry: 'Try again',
  trouble: {
    denied:
      'The browser did not let us use the camera. Allow it in the settings of this site (the sign left of the address) and try again.',
    none: 'This device has no camera. Take the photo with a phone, or choose a picture you have.',
    busy: 'Another program is using the camera. Close it and try again.',
    unable: 'The browser gives no camera here, because the page was not opened by https. Choose a picture you have.',
    failed: 'The camera did not turn on. Try again, or choose a picture you have.',
  },
} satisfies typeof ru
