/**
 * Taken between two steps of a long answer: lets other messages in, and rejects when the question has been withdrawn.
 * A feature takes one every few hundred items.
 */
export type Breath = () => Promise<void>;

/** Items between two breaths: well under a millisecond of work. */
export const stride = 256;
