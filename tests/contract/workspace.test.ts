import { memoryDisk, temporaryDisk } from '../support/workspace-disk.ts'
import { describeWorkspaceContract } from './workspace-contract.ts'

describeWorkspaceContract('a disk in memory', memoryDisk)
describeWorkspaceContract('a real folder', temporaryDisk)
