import type ru from './words.ru.ts'

export default {
  title: 'News',
  none: 'Nothing has happened yet',
  noneWhy: 'Whatever concerns you will stand here: answers, reviews, invitations.',
  fresh: 'new',
  lines: {
    'team.joined': (by, about) => (by ? `${by} took you into the team “${about}”` : `You are in the team “${about}”`),
    'team.left': (by, about) => (by ? `${by} took you out of the team “${about}”` : `You are no longer in the team “${about}”`),
    'comment.mentioned': (by, about) => `${by} mentioned you on the board “${about}”`,
    'comment.answered': (by, about) => `${by} answered where you spoke on the board “${about}”`,
    'portfolio.changed': (by, about) => `${by} changed who writes in the portfolio of ${about}`,
    'acceptance.accepted': (by, about) => `${by} (${about}) accepted your evidence for school`,
    'evidence.disputed': (by, about) => `${by} does not agree with a review: the portfolio of ${about}`,
    'badge.issued': (by, about) => `${by} gave you the badge “${about}”`,
    'review.asked': (by, about) => `${by} asks you for a review of work by ${about}`,
    'review.reviewed': (by, about) => `${by} has reviewed the work of ${about}`,
    'result.reported': (_, about) => `The results are out: how “${about}” was judged`,
    'guardian.added': (by, about) => `${by} has recorded you as a guardian of ${about}`,
    'stand.offered': (by, about) => `${by} handed in “${about}” for the exhibition`,
    'stand.welcomed': (by, about) => `“${about}” is in the hall: ${by} admitted it`,
    'stand.answered': (by, about) => `${by} returned “${about}”: something has to be mended`,
    'stand.dropped': (by, about) => `${by} took “${about}” out of the hall`,
    'judge.invited': (by, about) => `${by} invites you to the jury: ${about}`,
    'guardian.shown': (_, about) => `There is new work for you to read: the portfolio of ${about}`,
    'guardian.published': (by, about) => `${by} has published work for everybody to see. ${about} made it, or took part`,
  },
} satisfies typeof ru
