import { writeFileSync } from 'node:fs';

/** Preloaded into a measured process: at its end it writes down what it used, threads included. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMb }));
});
