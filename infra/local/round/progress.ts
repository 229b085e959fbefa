/** Told what is being done, for a progress line; of what is many, how many are done. */
export type Progress = (step: string, count?: { done: number; of: number }) => void;
