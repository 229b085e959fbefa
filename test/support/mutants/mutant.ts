/** A change of one file that must not go unnoticed. */
export interface Mutant {
  /** The guard that it takes away. */
  name: string;
  file: string;
  /** Exact text; it occurs in the file once. */
  from: string;
  to: string;
  /** Test files of which at least one must fail. */
  tests: string[];
  /** Of tests that take long: the names of those that are run, as vitest's `-t` takes them. */
  only?: string;
}

export interface Outcome {
  mutant: Mutant;
  /** First test that failed; null: it survived. */
  killedBy: string | null;
  seconds: number;
  /** What else there is to say of a survivor. */
  note?: string;
}
