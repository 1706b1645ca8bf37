/** A chart as its tools see it. */
export interface ToolChart extends HTMLElement {
  legendValues: boolean | null;
  readonly updateComplete: Promise<boolean>;
  toCSV(timezone?: string): string;
  toPNG(): Promise<Blob>;
}
