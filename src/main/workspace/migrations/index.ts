/** All steps in order, from version 2 on, without gaps. */
import { SCHEMA_VERSION } from '../layout.ts'
import { formerPosts } from './former-posts.ts'
import { journal } from './journal.ts'
import type { Migration, RawObject } from './migration.ts'

export const migrations: readonly Migration[] = [formerPosts, journal]

export type MigrationPlan =
  { readonly status: 'current' } | { readonly status: 'migrate'; readonly steps: readonly Migration[] } | { readonly status: 'tooNew' }

/** What has to be done to a file of version `found`. */
export function planMigration(found: number): MigrationPlan {
  if (found > SCHEMA_VERSION) return { status: 'tooNew' }
  if (found === SCHEMA_VERSION) return { status: 'current' }
  return { status: 'migrate', steps: migrations.filter((step) => step.to > found) }
}

export const migrateRecord = (steps: readonly Migration[], raw: RawObject): RawObject =>
  steps.reduce((value, step) => step.record(value), raw)
