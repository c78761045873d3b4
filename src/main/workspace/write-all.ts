import { systemError, type NewFile } from './file-system.ts'

/** Writes all of it, however few bytes the disk takes at once. @throws system errors */
export async function writeAll(file: Pick<NewFile, 'write'>, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const taken = await file.write(bytes.subarray(written))
    if (taken === 0) throw systemError('EIO', 'write', 'The disk takes no bytes.')
    written += taken
  }
}
