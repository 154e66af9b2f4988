import { card } from '@sheber/contract/card'
import type { FastifyInstance } from 'fastify'
import { refuse } from '@sheber/contract/refusal'
import { serve } from '../../serve.ts'
import type { Services } from '../../services.ts'
import { lookAtCards } from './card.look.ts'

export const cardRoutes = (app: FastifyInstance, services: Services) => {
  serve(app, card.look, {
    answer: ({ body, who }) => (who ? lookAtCards(services, who, body.cards) : refuse('sign-in-needed')),
  })
}
