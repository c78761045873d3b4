import type { FileSystem } from '../../src/main/workspace/file-system.ts'

/** Writes over a file as another program would, whatever stood there. */
export async function writeWhole(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  if (await files.stat(path)) await files.remove(path)
  const file = await files.createFile(path)
  for (let written = 0; written < bytes.length;) written += await file.write(bytes.subarray(written))
  await file.sync()
  await file.close()
}
