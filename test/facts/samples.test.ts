import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';

const folder = join(__dirname, '../../samples');

function indexOfSamples(): FactIndex {
  const index = new FactIndex();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:txt|md)$/.test(file)) continue;
    const label = file.replaceAll('\\', '/');
    const tagged = tag(readFileSync(join(folder, file), 'utf8'), file.endsWith('.md') ? 'markdown' : 'plain');
    index.replace({ id: label, label, draft: label.startsWith('drafts/'), tagged });
  }
  return index;
}

describe('the samples', () => {
  const index = indexOfSamples();
  const text = (d: string, s: number, e: number): string => index.document(d)!.tagged.scanned.text.slice(s, e);

  it('show a difference of every kind, and nothing else', () => {
    const found = index
      .findings()
      .map((f) => `${f.document} ${f.code} ${f.severity}: ${text(f.document, f.start, f.end).slice(0, 30)}`);
    assert.deepEqual(found, [
      'coastline-daily.txt conflicting-figure warning: 221',
      'coastline-daily.txt quote-speaker information: “My crew did what they had tra',
      'drafts/ferry-story.md name-spelling information: Ingrid Halvorson',
      'drafts/ferry-story.md conflicting-figure warning: 221',
      'drafts/ferry-story.md quote-wording warning: “We had the fire under control',
      'drafts/ferry-story.md unsupported-quote hint: “I would sail with her again t',
      'drafts/ferry-story.md unsupported-figure hint: 9.2 million euros',
      'ellery-gazette.md quote-wording information: “We had the fire under control',
      'ellery-gazette.md conflicting-figure warning: €45 million',
      'ellery-gazette.md conflicting-date warning: March 21',
      'shipping-today.md conflicting-figure information: 26 million euros',
    ]);
  });

  it('are dated by their own evidence, not by the page that they were printed from', () => {
    const day = (label: string): number | null => index.document(label)!.tagged.storyDate?.day ?? null;
    const october14 = Date.UTC(2025, 9, 14) / 86_400_000;
    for (const label of ['northern-wire.txt', 'ellery-gazette.md', 'coastline-daily.txt']) {
      assert.equal(day(label), october14, label);
    }
    assert.equal(day('meridian-post.txt'), october14 + 2);
    // No page that was printed writes “TRANSCRIPT — …” above a date.
    assert.equal(day('press-conference.txt'), october14);
  });

  it('name the captain as one person in every form and file', () => {
    const captain = index.entities().filter((e) => e.name.includes('Halvors'));
    const files = new Set(captain.flatMap((e) => e.statements.map((s) => s.document)));
    assert.ok(files.size >= 5, [...files].join(', '));
  });
});
