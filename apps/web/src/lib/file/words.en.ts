import type ru from './words.ru.ts'

export default {
  preparing: 'Getting the file ready…',
  sending: (percent) => `Sending: ${percent} %`,
  waiting: 'No network. The file waits on this device and goes by itself when the network is back.',
  held: 'No network, and this device is full. Keep the page open until the file has gone.',
  sent: (name) => `The file “${name}” is on the board.`,
  signedOut: 'Your sign-in has ended. The file waits on this device: sign in again and it goes.',
  failed: 'The file was not sent. Add it again.',
  cutOff: (names: string) => `Not sent to the end: ${names}. Choose that file again and it goes on from where it was.`,
  trouble: {
    large: (megabytes) => `The file is too large: up to ${megabytes} MB is possible. Make it smaller or split it.`,
    model: (megabytes) =>
      `The model is too large: up to ${megabytes} MB is possible. Save it again with fewer triangles, or as a binary STL.`,
    pixels: (millions) => `The picture has more than ${millions} million pixels. Make it smaller or take a screenshot of it.`,
    picture: () => 'The picture does not open: damaged, or of another format such as HEIC. Save it as JPEG or PNG.',
    film: () => 'The video does not open here. Save it as MP4 (H.264) or WebM.',
    kind: () => 'The file is damaged or of a kind we do not know. A picture, a video, STL, GLB, PDF, ZIP or text will do.',
    empty: () => 'The file is empty. Choose another.',
  },
} satisfies typeof ru
