/** Rows by client: found in one pass over a column, when a question needs them. */

/** @returns the rows of each client, in the order of the column */
export function rowsByClient(clientOf: Int32Array, clientCount: number): (client: number) => Int32Array {
  let sorted: { readonly starts: Int32Array; readonly rows: Int32Array } | null = null;
  return (client) => {
    sorted = sorted ?? sortByClient(clientOf, clientCount);
    return sorted.rows.subarray(sorted.starts[client], sorted.starts[client + 1]);
  };
}

/** A counting sort: linear however many rows and clients there are. */
function sortByClient(clientOf: Int32Array, clientCount: number) {
  const starts = new Int32Array(clientCount + 1);
  for (const client of clientOf) starts[client + 1]++;
  for (let c = 1; c < starts.length; c++) starts[c] += starts[c - 1];
  const next = starts.slice();
  const rows = new Int32Array(clientOf.length);
  clientOf.forEach((client, row) => {
    rows[next[client]++] = row;
  });
  return { starts, rows };
}
