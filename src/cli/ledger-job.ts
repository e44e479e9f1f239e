import type { ReadJob } from './pipeline.js'

/** A job whose text is data for the ledger: how it would look to people is of no account. */
export function ledgerJob(job: Omit<ReadJob, 'format' | 'explain' | 'width' | 'colour'>): ReadJob {
  return { ...job, format: 'json', explain: false, width: 80, colour: false }
}
