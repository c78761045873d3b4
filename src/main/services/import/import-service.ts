import { importMethods } from '../../../shared/contract/import.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Service } from '../service-context.ts'

export function importService(): Service<typeof importMethods> {
  const building = () => Promise.reject(new AppError('INTERNAL', 'Being built.'))
  return Object.fromEntries(Object.keys(importMethods).map((name) => [name, building])) as unknown as Service<typeof importMethods>
}
