import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { COLUMNS_NAME } from './columns/columns-file.ts'
import { pathsIn } from './layout.ts'

/** Makes the next opening of a closed workspace read every segment as a whole, so that it finds what is damaged. */
export async function forgetColumns(folder: string): Promise<void> {
  await rm(join(pathsIn(folder).derived, `${COLUMNS_NAME}.bin`), { force: true })
}
