/** Work that goes on in the background; look at it under `/jobs/{jobId}`. */
export class StartedJob {
  jobId!: string;
}
