import { existsSync } from 'node:fs';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { fromRoot } from '../../src/platform/paths.js';
import { serveWeb } from '../../src/platform/process/serve-web.js';
import { type AppOptions, startApp, type TestApp } from '../http/app.js';

export interface BuiltAppOptions extends AppOptions {
  /** Also do the background work: jobs, and the checks that are due. */
  readonly background?: boolean;
}

/** The real program with the built interface, on a database of its own. */
export async function startBuiltApp({
  background = false,
  ...options
}: BuiltAppOptions = {}): Promise<TestApp> {
  if (!existsSync(fromRoot('dist', 'web', 'index.html'))) {
    throw new Error('The interface is not built: run "npm run build:web" first.');
  }
  const app = await startApp({ ...options, prepare: serveWeb });
  if (background) {
    await app.get(JobRuntime).start();
    await app.get(CheckWorker).start();
  }
  return app;
}
