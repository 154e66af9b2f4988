import type { RecordKind } from '@sheber/contract/portfolio'
import type ru from './words.ru.ts'

const part = (title: string, kind: RecordKind, question: string) => ({ title, kind, question })

export default {
  templates: {
    small: {
      name: '7–10 years',
      parts: [
        part('Things I made', 'made', 'What do you like most about it?'),
        part('What I have learned', 'learned', 'What can you do on your own now?'),
        part('Helped and was helped', 'helped', 'Who helped whom, and what came of it?'),
      ],
    },
    middle: {
      name: '11–14 years',
      parts: [
        part('Projects', 'made', 'What did you decide to do in just this way, and why?'),
        part('Tests and mistakes', 'tested', 'What broke or did not work, and what did you change?'),
        part('Talks', 'presented', 'What were you asked, and what did you answer?'),
        part('Work in a team', 'helped', 'What did you do, and without whom would it not have worked?'),
      ],
    },
    grown: {
      name: '15–18 years',
      parts: [
        part('Projects and my role', 'made', 'What was yours to answer for, and which decision was yours?'),
        part('Research and measurements', 'tested', 'How did you check the conclusion, and how exact is it?'),
        part('Exhibitions and contests', 'presented', 'What did the experts say, and what did you take from it?'),
        part('Career probes', 'probe', 'How was this work different from what you had thought?'),
        part('Mentoring', 'helped', 'What did you teach somebody, and how did you know that it worked?'),
      ],
    },
    teacher: {
      name: 'Teacher',
      parts: [
        part('Lessons and materials', 'made', 'Which difficulty of the pupils does this material solve?'),
        part('What observing has shown', 'tested', 'By what can it be seen that the children have learned it?'),
        part('Open lessons', 'presented', 'What did colleagues notice, and what will you change?'),
        part('My own learning', 'learned', 'What of it works in your lessons already?'),
        part('Mentoring and colleagues', 'helped', 'What did you share, and what came of it for others?'),
      ],
    },
    team: {
      name: 'Team',
      parts: [
        part('Idea and decisions', 'made', 'Which options did we look at, and why did we choose this one?'),
        part('Tests', 'tested', 'What did we measure, and what did we change after it?'),
        part('Shows and reviews', 'presented', 'What were we told, and what did we heed?'),
        part('Who did what', 'helped', 'Who answered for what, and where did we help each other?'),
      ],
    },
  },
  why: 'Sections that are not there yet are added. Each has a question, and its new records begin with it. All can be renamed and removed.',
  put: (name) => `Add: ${name}`,
  all: 'These sections are all there.',
} satisfies typeof ru
