/** Labels beside one another's lines: none lies on the next. */

/**
 * @param wanted places from the top downwards, ascending  @param room from one to the next  @param lowest where the last may stand
 * @returns places that keep the room, as near to those wanted as it lets them
 */
export function apart(wanted: readonly number[], room: number, lowest: number): readonly number[] {
  const places: number[] = [];
  for (const place of wanted) {
    const above = places[places.length - 1];
    places.push(above === undefined ? place : Math.max(place, above + room));
  }
  let limit = lowest;
  for (let at = places.length - 1; at >= 0; at--) {
    places[at] = Math.min(places[at], limit);
    limit = places[at] - room;
  }
  return places;
}
