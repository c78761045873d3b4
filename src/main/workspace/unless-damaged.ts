import { AppError } from '../../shared/errors.ts'

/** For reading many records: one whose bytes are not those that were written must not hide the others. */
export async function unlessDamaged<T>(reading: Promise<T>): Promise<T | 'damaged'> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AppError && error.code === 'DAMAGED') return 'damaged'
    throw error
  }
}
