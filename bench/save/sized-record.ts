/** A record whose JSON has exactly so many bytes, with another text at each save. */
import type { AnyRecord } from '../../src/shared/model/record.ts'

const FILLER = 'the committee took note of the report and asked the secretariat to prepare a draft for its next session '

export function sizedRecord<R extends AnyRecord>(record: R, bytes: number, edit: number): R {
  const bare = { ...record, body: '' }
  const room = bytes - Buffer.byteLength(JSON.stringify(bare))
  if (room < 40) throw new RangeError(`The record's fields alone have more than ${bytes - 40} bytes.`)
  const opening = `Edit ${String(edit).padStart(8, '0')}. `
  return { ...bare, body: opening + FILLER.repeat(Math.ceil(room / FILLER.length)).slice(0, room - opening.length) }
}
