import { Fault } from '../observability/fault.ts';

/** One thing that does not add up in a framework's files. */
export interface Complaint {
  file: string;
  /** 1-based; null when the place is the file as a whole. */
  line: number | null;
  /** What was found and what to do. */
  message: string;
}

/** Everything that is wrong with a framework's files, one line each: `indicators.csv:3: …`. */
export class FrameworkFault extends Fault {
  override readonly name = 'FrameworkFault';
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    super('FRAMEWORK_BROKEN', complaints.map(describeComplaint).join('\n'));
    this.complaints = complaints;
  }
}

const describeComplaint = ({ file, line, message }: Complaint): string =>
  `${file}${line === null ? '' : `:${line}`}: ${message}`;
