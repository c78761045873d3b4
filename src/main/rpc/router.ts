/**
 * The way into the application from any transport: looks the method up in the contract, parses, dispatches, and makes
 * every failure a value. The only place that turns errors into their wire form.
 */
import type { CallContext, Handlers, Method, Methods } from '../../shared/contract/define.ts'
import { AppError, type FieldIssue, type WireError } from '../../shared/errors.ts'
import type { Reply } from '../../shared/transport.ts'
import { fieldIssues, pathText } from './field-issues.ts'
import type { Log } from './log.ts'
import { plainJson } from './plain-json.ts'

export interface RouterOptions<M extends Methods> {
  readonly methods: M
  readonly handlers: Handlers<M>
  readonly log: Log
  readonly newId: () => string
  /** Parse what handlers answer too: in development and tests. */
  readonly checkOutputs: boolean
}

export interface Router {
  /** Never rejects. */
  call(method: string, input: unknown, context: CallContext): Promise<Reply>
  /** From now on every call is answered `DISCONNECTED`. Settles when those in flight have been answered. */
  close(): Promise<void>
}

type Handler = (input: unknown, context: CallContext) => Promise<unknown>

const refuse = (message: string, issues: readonly FieldIssue[]) => new AppError('INVALID_INPUT', message, { issues })

function parse(method: Method, input: unknown): unknown {
  const plain = plainJson(input)
  if (!plain.ok) {
    const { path, problem, message } = plain.problem
    throw refuse(`${message} Nothing was changed.`, [{ path: pathText(path), problem, message }])
  }
  const parsed = method.input.safeParse(plain.value)
  if (parsed.success) return parsed.data
  const issues = fieldIssues(parsed.error)
  const [first] = issues
  throw refuse(`${first?.message ?? 'The input does not fit.'} Nothing was changed.`, issues)
}

export function createRouter<M extends Methods>(options: RouterOptions<M>): Router {
  const { methods, log, newId, checkOutputs } = options
  const handlers = options.handlers as unknown as Readonly<Record<string, Handler>>
  const inFlight = new Set<Promise<unknown>>()
  let closed = false

  const find = (name: unknown): { method: Method; handler: Handler } => {
    const method = typeof name === 'string' && Object.hasOwn(methods, name) ? methods[name] : undefined
    const handler = method && handlers[String(name)]
    if (method && handler) return { method, handler }
    throw new AppError('UNKNOWN_METHOD', 'The application has no such method. Nothing was changed.', {
      method: typeof name === 'string' ? name.slice(0, 100) : typeof name,
    })
  }

  const dispatch = async (name: string, input: unknown, context: CallContext): Promise<unknown> => {
    const { method, handler } = find(name)
    const value = await handler(parse(method, input), context)
    if (checkOutputs) {
      const checked = method.output.safeParse(value)
      if (!checked.success)
        throw new Error(`${name} answered what the contract does not allow: ${JSON.stringify(fieldIssues(checked.error))}`)
    }
    return value
  }

  const toWire = (name: string, error: unknown): WireError => {
    if (error instanceof AppError) return error.toWire()
    const correlationId = newId()
    log.error({
      message: 'A method failed unexpectedly.',
      correlationId,
      method: name,
      stack: error instanceof Error ? error.stack : String(error),
    })
    return {
      code: 'INTERNAL',
      message: `Something in the application failed; what was saved before is kept. The log has it under ${correlationId}.`,
      details: { correlationId },
    }
  }

  const answer = async (name: string, input: unknown, context: CallContext): Promise<Reply> => {
    try {
      return { ok: true, value: await dispatch(name, input, context) }
    } catch (error) {
      return { ok: false, error: toWire(name, error) }
    }
  }

  return {
    call(name, input, context) {
      if (closed) {
        const gone = new AppError('DISCONNECTED', 'The application is closing. What was saved is kept.')
        return Promise.resolve({ ok: false, error: gone.toWire() })
      }
      const reply: Promise<Reply> = answer(name, input, context).finally(() => inFlight.delete(reply))
      inFlight.add(reply)
      return reply
    },
    async close() {
      closed = true
      while (inFlight.size > 0) await Promise.all(inFlight)
    },
  }
}
