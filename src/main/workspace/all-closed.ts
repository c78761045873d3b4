/** Closes each in order, also when one before it could not be closed. @throws the first failure */
export async function allClosed(parts: readonly ({ close(): Promise<void> } | null)[]): Promise<void> {
  const failures: unknown[] = []
  for (const part of parts) {
    try {
      await part?.close()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
