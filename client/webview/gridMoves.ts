/** A cell of the grid: row 0 is that of the documents, column 0 that of the facts. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How far the cells go, and how many rows are one page. */
export interface GridSize {
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly page: number;
}

/** Where a key leads from a cell, as the ARIA practices have it for grids; undefined for a key that is not the grid's. */
export function moved(
  { row, column }: GridPlace,
  key: string,
  control: boolean,
  size: GridSize,
): GridPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column }, size);
    case 'ArrowDown':
      return within({ row: row + 1, column }, size);
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size);
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size);
    case 'PageUp':
      return within({ row: Math.max(row - size.page, Math.min(row, 1)), column }, size);
    case 'PageDown':
      return within({ row: row + size.page, column }, size);
    case 'Home':
      return within({ row: control ? 0 : row, column: 0 }, size);
    case 'End':
      return within({ row: control ? size.lastRow : row, column: size.lastColumn }, size);
    default:
      return undefined;
  }
}

/** The nearest cell that there is. */
export function within({ row, column }: GridPlace, { lastRow, lastColumn }: GridSize): GridPlace {
  return { row: Math.max(0, Math.min(row, lastRow)), column: Math.max(0, Math.min(column, lastColumn)) };
}
