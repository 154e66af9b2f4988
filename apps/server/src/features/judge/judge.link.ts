import { createHash, randomBytes } from 'node:crypto'
import { judge } from '@sheber/contract/judge'
import { refuse } from '@sheber/contract/refusal'
import { comesByLink, linkUntilOf } from '@sheber/domain/judge'
import type { FastifyInstance } from 'fastify'
import { change } from '../../facts/tell.ts'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { exhibitionNow } from '../exhibition/exhibition.thing.ts'
import { deviceOf } from '../session/device.ts'
import { countTry, forgive } from '../session/session.attempts.ts'
import { signIn } from '../session/sign-in.ts'
import { signOut } from '../session/sign-out.ts'
import { judgeByLink, oneJudge, updateJudge } from './judge.store.ts'
import { thingOfJudge } from './judge.thing.ts'

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** 128 random bits; what the table knows instead opens no door. */
export const drawLink = () => {
  const secret = randomBytes(16).toString('base64url')
  return { secret, link: hashOf(secret) }
}

/** The way in of whoever has no other. */
export const linkRoutes = (app: FastifyInstance, services: Services) => {
  const { db, clock } = services
  const about = ({ params }: { params: { judgeId: string } }) => thingOfJudge(db, params.judgeId)

  serve(app, judge.open, {
    answer: async ({ body: { secret }, request, reply }) => {
      const device = deviceOf(request)
      await countTry(db, device, 'code', clock.now())
      const found = await judgeByLink(db, hashOf(secret))
      const isGood =
        found !== undefined &&
        found.active &&
        found.endedAt === null &&
        found.linkUntil !== null &&
        found.linkUntil > clock.now() &&
        comesByLink(found, found.hasSignIn)
      // Never there, over, taken back: a stranger is not told which.
      if (!isGood) return refuse('link-over')
      await forgive(db, device, 'code', clock.now())
      await signIn(services, found.personId, request, reply)
      return { exhibitionId: found.exhibitionId }
    },
  })

  serve(app, judge.renew, {
    about,
    answer: async ({ params: { judgeId }, who }) => {
      const found = (await oneJudge(db, judgeId)) ?? refuse('not-found')
      if (!comesByLink(found, found.hasSignIn)) return refuse('judge-has-sign-in')
      const { plan } = (await exhibitionNow(db, found.exhibitionId)) ?? refuse('not-found')
      const until = linkUntilOf(plan.windows)
      const { secret, link } = drawLink()
      await change(services, who?.id ?? null, async (tx, tell) => {
        await updateJudge(tx, judgeId, { link, linkUntil: until })
        await tell(judge.changed, { exhibitionId: found.exhibitionId, personId: found.personId })
      })
      return { judgeId, secret, until: until.toISOString() }
    },
  })

  serve(app, judge.revoke, {
    about,
    answer: async ({ params: { judgeId }, who }) => {
      const found = (await oneJudge(db, judgeId)) ?? refuse('not-found')
      await change(services, who?.id ?? null, async (tx, tell) => {
        await updateJudge(tx, judgeId, { link: null, linkUntil: null })
        if (comesByLink(found, found.hasSignIn)) await signOut(tx, tell, found.personId)
        await tell(judge.changed, { exhibitionId: found.exhibitionId, personId: found.personId })
      })
      return {}
    },
  })
}
