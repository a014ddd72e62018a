export interface Outcome {
  holds: boolean;
  notes: string[];
}
