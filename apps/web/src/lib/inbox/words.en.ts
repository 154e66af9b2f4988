import type { RevokeWhy } from '@sheber/contract/badge'
import type ru from './words.ru.ts'

const revoked: Record<RevokeWhy, string> = {
  mistake: 'it was given by mistake',
  evidence: 'the evidence that it rested on holds no more',
  asked: 'you asked for it',
}

export default {
  title: 'News',
  none: 'Nothing has happened yet',
  noneWhy: 'Whatever concerns you will stand here: answers, reviews, invitations.',
  fresh: 'new',
  lines: {
    'team.joined': (by, about) => (by ? `${by} took you into the team “${about}”` : `You are in the team “${about}”`),
    'team.left': (by, about) => (by ? `${by} took you out of the team “${about}”` : `You are no longer in the team “${about}”`),
    'task.assigned': (by, about) => `${by} gives you the task “${about}”`,
    'comment.mentioned': (by, about) => `${by} mentioned you on the board “${about}”`,
    'comment.answered': (by, about) => `${by} answered where you spoke on the board “${about}”`,
    'portfolio.changed': (by, about) => `${by} changed who writes in the portfolio of ${about}`,
    'acceptance.proposed': (by, about) => `${by} confirmed work of a pupil: it can be accepted (${about})`,
    'acceptance.asked': (by, about) => `${by} (${about}) asks you to open your record to the school, to accept it`,
    'acceptance.withdrawn': (by, about) => `${by} (${about}) withdrew the acceptance of your work`,
    'acceptance.accepted': (by, about) => `${by} (${about}) accepted your evidence for school`,
    'evidence.disputed': (by, about) => `${by} does not agree with a review: the portfolio of ${about}`,
    'badge.earned': (_, about) => `All is confirmed, a badge can be given: ${about}`,
    'badge.revoked': (by, about, why = 'mistake') => `${by} revoked your badge “${about}”: ${revoked[why]}`,
    'badge.issued': (by, about) => `${by} gave you the badge “${about}”`,
    'review.asked': (by, about) => `${by} asks you for a review of work by ${about}`,
    'review.reviewed': (by, about) => `${by} has reviewed the work of ${about}`,
    'review.noted': (by, about) => `${by} spoke about the work of ${about}`,
    'review.replied': (by, about) => `${by} answered your review of the work of ${about}`,
    'result.reported': (_, about) => `How the exhibition ended: report, awards and certificates of “${about}”`,
    'guardian.added': (by, about) => `${by} has recorded you as a guardian of ${about}`,
    'exhibition.called': (_, about) => `Entries are open: ${about}`,
    'stand.reminded': (_, about) => `The entry “${about}” is begun and not sent: look when entries close`,
    'stand.offered': (by, about) => `${by} handed in “${about}” for the exhibition`,
    'stand.welcomed': (by, about) => `“${about}” is in the hall: ${by} admitted it`,
    'stand.answered': (by, about) => `${by} returned “${about}”: something has to be mended`,
    'stand.dropped': (by, about) => `${by} took “${about}” out of the hall`,
    'visitor.queued': (_, about) => `A visitor’s question waits for you to let it through: “${about}”`,
    'visitor.passed': (by, about) => `${by} let through a visitor’s question to “${about}”: you can answer it`,
    'judge.invited': (by, about) => `${by} invites you to the jury: ${about}`,
    'judge.asked': (_, about) => `Choose which works of the exhibition are the stronger: ${about}`,
    'final.opened': (_, about) => `The final has begun, and you judge it too: ${about}`,
    'final.reached': (_, about) => `Your project is in the final: “${about}”`,
    'final.named': (_, about) =>
      `Finalists are named, “${about}” is not among them. You will read the jury’s marks and words with the results`,
    'final.left': (_, about) => `“${about}” is in the final no more. The organiser of the exhibition tells why`,
    'guardian.shown': (_, about) => `There is new work for you to read: the portfolio of ${about}`,
    'guardian.published': (by, about) => `${by} has published work for everybody to see. ${about} made it, or took part`,
  },
} satisfies typeof ru
