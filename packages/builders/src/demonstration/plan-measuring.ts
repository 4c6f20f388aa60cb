/** What organisations measured by a data standard in the last whole quarters. */
export interface PlannedMeasuring {
  /** The indicators, as the standard's files name them. */
  readonly keys: readonly string[];
  readonly organisations: readonly {
    readonly organisation: string;
    readonly by: string;
    /** The oldest quarter first, each with a value for each indicator; none for a quarter that was not reported. */
    readonly quarters: readonly (readonly (string | null)[])[];
  }[];
  /** One of the indicators means something else from a quarter on. */
  readonly revised: {
    readonly title: string;
    readonly beforeQuarter: number;
    readonly definition: string;
    readonly changeNote: string;
  };
}
