import { answer } from '../harness/child.ts'
import { settledMemory } from './settled-memory.ts'

answer(await settledMemory())
