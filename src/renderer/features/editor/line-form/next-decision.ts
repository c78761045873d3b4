import { client } from '../../../api/client.ts'
import type { Taken } from '../../../../shared/markdown/taken-words.ts'
import { hasLog } from '../../../../shared/model/kept-log.ts'
import { textRecord } from '../text-context.ts'

/** The number that the next decision of a record takes, and how the rules of its body have it taken; empty where nothing says so. */
export interface NextDecision {
  readonly number: string
  readonly rule: Taken
}

/** Never fails: what is not known is left to the person. */
export async function nextDecision(recordId: string, draft: string): Promise<NextDecision> {
  const [number, rule] = await Promise.all([
    client.call('decisions.nextNumber', { recordId, draft }).then(
      (next) => next.number,
      () => '', // a lost host numbers nothing; the person writes the number
    ),
    ruleOf(recordId).catch((): Taken => ''),
  ])
  return { number, rule }
}

async function ruleOf(recordId: string): Promise<Taken> {
  const record = textRecord(recordId)
  if (!record || !hasLog(record) || record.meetingBody === '') return ''
  const [target] = await client.call('links.resolve', { names: [record.meetingBody] })
  const body = target ? await client.call('records.get', { id: target.id }) : undefined
  return body?.kind === 'contact' ? body.rules.adoption : ''
}
