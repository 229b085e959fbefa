/** Where an axis begins and ends; `step`: from one line to the next, absent where the program may choose. */
export interface AxisBounds {
  min: number;
  max: number;
  step?: number;
}

/** A chart over cells of the hidden sheet of data; each range with the values it has, for who does not compute. */
export interface Chart {
  /** `bars`: from left to right, the first on top. `lines`: from left to right in time. */
  kind: 'bars' | 'lines';
  /** `'Dữ liệu'!$A$5:$A$38` */
  categories: { range: string; texts: string[] };
  series: ChartSeries[];
  format: string;
  axis: { title: string; format: string } & Partial<AxisBounds>;
}

export interface ChartSeries {
  name: { cell: string; text: string };
  /** Numbers as they are written into cells; null: an empty cell. */
  values: { range: string; numbers: (number | null)[] };
  look: SeriesLook;
  /** Each figure is written beside its mark. */
  labelled: boolean;
}

/** Told apart by shade and outline, or by dash and mark, so that a black-and-white copy is read as well. */
export type SeriesLook = 'own' | 'middle' | 'edge';
