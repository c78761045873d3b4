/** A record as it is given away: whole, or up to its own level as an export up to that level would write it. */
import type { HandedOver } from '../../../shared/contract/hand-over.ts'
import { highestOf } from '../../../shared/model/classification-level.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { withholding, type Withholding } from '../../export/withholding.ts'
import { readRecord } from '../records/read-record.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { namedAbove } from './named-above.ts'

export interface Given extends HandedOver {
  readonly record: AnyRecord
  /** Undefined where nothing is withheld. */
  readonly held: Withholding | undefined
  readonly isWhole: boolean
}

export interface Giving {
  readonly id: string
  readonly withhold: boolean
}

/** @throws AppError NOT_FOUND */
export async function handedOver(open: OpenWorkspace, { id, withhold }: Giving): Promise<Given> {
  const record = await readRecord(open, id)
  const { classification } = record
  if (withhold) {
    const held = await withholding(open.workspace, classification)
    const told = held?.record(record) ?? { record, isWhole: true }
    return { record: told.record, held, isWhole: told.isWhole, level: classification, above: null }
  }
  const above = await namedAbove(open, record)
  return { record, held: undefined, isWhole: true, level: highestOf([classification, above?.level ?? classification]), above }
}
