/** Loaded before the command it measures; at its end writes what it used to the file that ENCAISSE_METER names. */
import { writeFileSync } from 'node:fs';

/** What one run of a command used. */
export type Meter = { readonly seconds: number; readonly cpuSeconds: number; readonly peakMegabytes: number };

process.on('exit', () => {
  const path = process.env.ENCAISSE_METER;
  if (path === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const meter: Meter = {
    seconds: process.uptime(),
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  };
  writeFileSync(path, JSON.stringify(meter));
});
