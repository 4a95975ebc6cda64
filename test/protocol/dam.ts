/** Two outlets on one invented event: another sum for one package, one quotation in two wordings, and much that agrees. */
export const courier = `The Courier

TORVIK, March 14, 2023 — At least 40 houses stood empty when the Halden dam broke above Torvik on Sunday, Interior Minister Elin Marsdal said.

Parliament approved $61 million in emergency aid for the town of Torvik on Monday.

“The gates of this dam were never tested after the repair of last year,” Marsdal told reporters in Torvik.

The flood killed 212 people in Torvik, Marsdal said.
`;

export const ledger = `The Ledger

TORVIK, March 14, 2023 — Elin Marsdal, the interior minister, walked through the mud on Monday.

Parliament approved $64 million in emergency aid for the town of Torvik on Monday.

“The gates of this dam were rarely tested after the repair of last year,” said Marsdal.

The flood killed 221 people in Torvik, Mrs. Marsdal said.
`;

export const gazette = `March 15, 2023

Parliament approved $61 million in emergency aid for the town of Torvik on Monday, and Elin Marsdal thanked it.
`;
