import type ru from './words.ru.ts'

export default {
  title: 'The board has closed',
  signedOut: 'You are signed out. Sign in again and the board opens where you were.',
  signIn: 'Sign in',
  forbidden: 'This board is no longer open to you. If that is wrong, ask your teacher.',
  gone: 'There is no such board any more.',
  lineage: 'The board was restored from another copy. Open it again: what you had not sent yet is kept on this device.',
  outdated: 'This page is older than the board. Reload the page to go on working.',
  reload: 'Reload the page',
  broken: 'The server did not understand the last change. Open the board again.',
  again: 'Open again',
  work: 'To my projects',
} satisfies typeof ru
