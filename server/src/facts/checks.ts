import { overlaps } from '../text/span';
import type { Claim } from './claims';
import type { Finding, SourceDocument } from './model';
import { OrderIndex } from './order/orderIndex';
import { slipFindingsOf } from './slips/slips';

/** The findings that need no pair of figures: slips inside one document, and what documents say of order in time. */
export class Checks {
  private readonly order = new OrderIndex();
  private readonly slips = new Map<string, readonly Finding[]>();

  replace(document: SourceDocument): void {
    this.slips.delete(document.id);
    this.order.replace(document);
  }

  remove(id: string): void {
    this.slips.delete(id);
    this.order.remove(id);
  }

  /** Documents, beside those replaced, whose findings may be others than when this was last asked. */
  takeAffected(): Set<string> {
    return this.order.takeAffected();
  }

  /** Of a document as it was given to `replace`, with its claims; without those of order that `figures` has at the same place. */
  findingsOf(document: SourceDocument, claims: readonly Claim[], figures: readonly Finding[]): Finding[] {
    let slips = this.slips.get(document.id);
    if (!slips) this.slips.set(document.id, (slips = slipFindingsOf(document, claims)));
    const order = this.order.findingsOf(document.id);
    return [...slips, ...order.filter((finding) => !figures.some((figure) => overlaps(figure, finding)))];
  }
}
