/** The charts of a report as the pictures of its mail. */
import type { Report } from '../../answers/report.ts';
import { chartsOf } from '../../charts/charts.ts';
import { paintPictures } from '../../charts/paint.ts';
import type { Picture } from '../../delivery/message.ts';

/** Paints the charts of the report's first currency: the others are told in figures, and drawn in the workbook. */
export async function paintedPictures(report: Report): Promise<readonly Picture[]> {
  const charts = report.currencies.slice(0, 1).flatMap((part) => chartsOf(report, part));
  const painted = await paintPictures(charts.map(({ svg }) => svg));
  return charts.map(({ key, says, title }, at) => ({ name: key, title, says, png: painted[at] }));
}
