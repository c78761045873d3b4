import type { CallContext, Methods } from '../../shared/contract/define.ts'
import type { Service } from './service-context.ts'

type Handler = (input: unknown, context: CallContext) => Promise<unknown>

/** A service whose code is read when it is called for the first time: a start asks few of them. */
export function later<M extends Methods>(methods: M, load: () => Promise<Service<M>>): Service<M> {
  let loading: Promise<Readonly<Record<string, Handler>>> | undefined
  const loaded = () =>
    (loading ??= load().then(
      (service) => service as unknown as Readonly<Record<string, Handler>>,
      (error: unknown) => {
        loading = undefined // a file that could not be read now may be there the next time
        throw error
      },
    ))
  const handlerOf =
    (name: string): Handler =>
    async (input, context) => {
      const handler = (await loaded())[name]
      if (!handler) throw new Error(`There is no handler for ${name}.`)
      return handler(input, context)
    }
  return Object.fromEntries(Object.keys(methods).map((name) => [name, handlerOf(name)])) as unknown as Service<M>
}
