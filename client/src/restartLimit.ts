const allowedDeaths = 4;
const period = 3 * 60_000;

/**
 * Says whether a server that has died may be started again: a server that keeps dying would only burn the battery.
 * Times are in milliseconds; they come in, so that a test needs no clock.
 */
export class RestartLimit {
  private deaths: number[] = [];

  mayRestart(now: number): boolean {
    this.deaths = [...this.deaths.filter((death) => now - death < period), now];
    return this.deaths.length <= allowedDeaths;
  }

  /** Forgets the past: the user has asked for another attempt. */
  reset(): void {
    this.deaths = [];
  }
}
