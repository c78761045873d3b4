/** How the contract is written down: a method is two schemas, an event is one. */
import { z } from '../model/zod.ts'

export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I
  readonly output: O
}

export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<I, O> => ({ input, output })

/** For methods that take or give nothing. */
export const nothing = z.strictObject({})

export type Methods = Readonly<Record<string, Method>>
export type Events = Readonly<Record<string, z.ZodType>>

/** What a handler knows of its caller. `client` is one window, for as long as it is connected. */
export interface CallContext {
  readonly client: string
}

/** The compiler asks for a handler for every method, with parsed input and an output that fits. */
export type Handlers<M extends Methods> = {
  readonly [K in keyof M]: (input: z.output<M[K]['input']>, context: CallContext) => Promise<z.input<M[K]['output']>>
}

/** What a caller sends (defaults left out) and receives. */
export type InputOf<M extends Methods, K extends keyof M> = z.input<M[K]['input']>
export type OutputOf<M extends Methods, K extends keyof M> = z.output<M[K]['output']>
export type PayloadOf<E extends Events, K extends keyof E> = z.output<E[K]>
