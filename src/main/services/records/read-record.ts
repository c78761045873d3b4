import type { AnyRecord } from '../../../shared/model/record.ts'
import { notFound } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** The whole record, in the trash or not. @throws AppError NOT_FOUND */
export async function readRecord({ workspace }: OpenWorkspace, id: string): Promise<AnyRecord> {
  const record = await workspace.read(id)
  if (!record) throw notFound(id)
  return record
}
