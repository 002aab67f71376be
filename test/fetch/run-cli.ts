import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { compiled, ROOT } from '../../src/platform/paths.js';

export interface CliRun {
  readonly status: number | null;
  readonly lines: readonly Record<string, unknown>[];
  readonly stdout: string;
  readonly stderr: string;
  /** Most memory the process held at once, threads included; 0 where the system does not tell. */
  readonly peakMb: number;
}

/** Runs the compiled `linkledger verify` on a CSV text, loopback opened unless told otherwise. */
export async function runCli(
  csv: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [compiled('cli.js'), 'verify', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8', ...env },
  });
  const output = { stdout: '', stderr: '', peakMb: 0 };
  const watch = setInterval(() => {
    output.peakMb = Math.max(output.peakMb, peakOf(child.pid ?? 0));
  }, 20);
  child.stdout.on('data', (bytes: Buffer) => {
    output.stdout += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    output.stderr += bytes.toString();
  });
  child.stdin.on('error', () => undefined).end(csv);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  const text = args.includes('table') ? '' : output.stdout;
  const lines = text.split('\n').filter((line) => line.startsWith('{'));
  return { ...output, status, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
