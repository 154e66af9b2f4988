import type ru from './words.ru.ts'

export default {
  title: 'News',
  none: 'Nothing has happened yet',
  noneWhy: 'Whatever concerns you will stand here: answers, reviews, invitations.',
  fresh: 'new',
  lines: {
    'team.joined': (by, about) => `${by} took you into the team “${about}”`,
    'team.left': (by, about) => `${by} took you out of the team “${about}”`,
    'comment.mentioned': (by, about) => `${by} mentioned you on the board “${about}”`,
    'comment.answered': (by, about) => `${by} answered where you spoke on the board “${about}”`,
    'portfolio.changed': (by, about) => `${by} changed who writes in the portfolio of ${about}`,
    'acceptance.accepted': (by, about) => `${by} (${about}) accepted your evidence for school`,
  },
} satisfies typeof ru
