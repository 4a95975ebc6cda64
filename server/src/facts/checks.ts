import { overlaps } from '../text/span';
import type { Intern } from './intern';
import type { Finding, SourceDocument } from './model';
import type { OrderClaim } from './order/orderClaims';
import { OrderIndex } from './order/orderIndex';
import type { SlipInSentence } from './slips/model';
import { slipFindingsOf } from './slips/slips';

/** The findings that need no pair of figures: slips inside one document, and what documents say of order in time. */
export class Checks {
  private readonly order: OrderIndex;
  /** Of the documents that have any. */
  private readonly slips = new Map<string, readonly SlipInSentence[]>();

  constructor(private readonly intern: Intern) {
    this.order = new OrderIndex(undefined, intern);
  }

  replace(document: SourceDocument, slips: readonly SlipInSentence[], order: readonly OrderClaim[]): void {
    if (slips.length > 0)
      this.slips.set(
        document.id,
        slips.map((slip) => this.detached(slip)),
      );
    else this.slips.delete(document.id);
    this.order.replace(document, order);
  }

  remove(id: string): void {
    this.slips.delete(id);
    this.order.remove(id);
  }

  /** Documents, beside those replaced, whose findings may be others than when this was last asked. */
  takeAffected(): Set<string> {
    return this.order.takeAffected();
  }

  /** See `OrderIndex.restoreFound`. */
  restoreFound(): void {
    this.order.restoreFound();
  }

  /** Of a document as it was given to `replace`; without those of order that `figures` has at the same place. */
  findingsOf(document: SourceDocument, figures: readonly Finding[]): Finding[] {
    const slips = slipFindingsOf(document, this.slips.get(document.id) ?? []);
    const order = this.order.findingsOf(document.id);
    return [...slips, ...order.filter((finding) => !figures.some((figure) => overlaps(figure, finding)))];
  }

  private detached(slip: SlipInSentence): SlipInSentence {
    return { ...slip, reason: this.intern(slip.reason), sentence: this.intern(slip.sentence) };
  }
}
