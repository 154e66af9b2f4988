import { counter } from '../words/plural.ts'
import type ru from './words.ru.ts'

const count = counter('en')

export default {
  new: {
    title: 'Welcome',
    headline: 'The workshop where projects are made together',
    lead: 'Children and adults of several schools work on one board, see each hand in it, and lose nothing when the network breaks.',
    own: 'Your own centre',
    create: 'Create your centre',
    createWhy: 'Name the centre and yourself: you become its first administrator. It takes a minute.',
    furnished: 'A demo centre',
    demo: 'Look around the demo centre',
    demoWhy: 'A furnished centre with invented people, teams and boards. Everything in it may be tried.',
  },
  form: {
    title: 'Your centre',
    back: 'Back to the two doors',
    lead: 'Everything but the sign-in name can be changed later.',
    centre: 'Centre',
    name: 'Name of the centre',
    nameHint: 'As on the sign at the door.',
    language: 'Language of the centre',
    languageHint: 'For those who have not chosen their own.',
    you: 'You',
    person: 'Your name',
    personHint: 'As others will see it, for example “Aigerim Saparova”.',
    login: 'Sign-in name',
    loginHint: '3 characters or more: letters, digits, dot, hyphen. No spaces.',
    password: 'Password',
    passwordHint: 'At least 10 characters. Three or four words are handy.',
    go: 'Create the centre',
  },
  demo: {
    lead: 'Everybody here is invented. Press a name and you sign in as that person.',
    enter: (name: string) => `Sign in as ${name}`,
    you: 'this is you',
    more: (n: number) => count(n, { one: '# person more', other: '# people more' }),
    group: {
      learner: 'Pupils',
      teacher: 'Teachers',
      mentor: 'Mentors',
      partner: 'Partners',
      judge: 'Judges',
      administrator: 'Administrators',
      guardian: 'Guardians',
    },
  },
} satisfies typeof ru
