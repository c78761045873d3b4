/** Actions changed where they stand, from any list that shows them. */
import type { actionMethods } from '../../../shared/contract/actions.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import { changeAction } from './change-action.ts'

export function actionsService({ session, author, today }: ServiceContext): Service<Pick<typeof actionMethods, 'actions.change'>> {
  return {
    /** One action, as a command of its own that can be undone. */
    'actions.change': (input, { client }) =>
      session.use(async (open) => {
        const { commit } = await open.change(author(), client, (transaction) => changeAction(transaction, input, today()), {
          kind: 'command',
        })
        return { commit }
      }),
  }
}
