import { client } from '../../../api/client.ts'
import type { Taken } from '../../../../shared/markdown/taken-words.ts'
import { textRecord } from '../text-context.ts'

/** The number that the next decision of a record takes, and how the rules of its body have it taken; empty where nothing says so. */
export async function nextDecision(recordId: string, draft: string): Promise<{ readonly number: string; readonly rule: Taken }> {
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
  const meeting = textRecord(recordId)
  if (meeting?.kind !== 'meeting' || meeting.meetingBody === '') return ''
  const [target] = await client.call('links.resolve', { names: [meeting.meetingBody] })
  const body = target ? await client.call('records.get', { id: target.id }) : undefined
  return body?.kind === 'contact' ? body.rules.adoption : ''
}
