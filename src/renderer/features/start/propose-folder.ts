import type { FolderInfo } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/errors.ts'
import { client } from '../../api/client.ts'

/** A name that is not among those taken: "Sample", "Sample 2", "Sample 3". */
export function freeName(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((other) => other.toLowerCase()))
  if (!lower.has(name.toLowerCase())) return name
  for (let number = 2; ; number += 1) if (!lower.has(`${name} ${number}`.toLowerCase())) return `${name} ${number}`
}

/** A folder for the sample: a new one in the first place that can be written to and that nothing synchronises. */
export async function proposeSampleFolder(name: string): Promise<FolderInfo> {
  const { folders: places } = await client.call('folders.list', { folder: null })
  const place = places.find((folder) => folder.writable && !folder.syncedBy) ?? places.find((folder) => folder.writable)
  if (!place) throw new AppError('READ_ONLY', 'None of the usual places can be written to.')
  const { folders } = await client.call('folders.list', { folder: place.handle })
  return client.call('folders.create', {
    parent: place.handle,
    name: freeName(
      name,
      folders.map((folder) => folder.name),
    ),
  })
}
