export const help = `Crosscheck reads source texts, tags who is named, who said what and every figure,
and says where two texts cannot both be right. It works offline.

Usage
  crosscheck check [--format text|json|sarif] [--fail-on LEVEL] PATH…
      What cannot both be right, with the reason and the other side.
  crosscheck annotate [--format json|text] PATH…
      Every name, quotation and figure, with what it was read as.

PATH is a file or a folder: every .txt, .text, .md and .markdown file in it, as the
editor would see it (no hidden files, no node_modules, nothing that git ignores).
Files in a folder "drafts" or named "draft…" or "….draft.txt" are your own writing
and are held against the others. What you decided in the editor is read from
.crosscheck/decisions.jsonl in each folder, and holds here too.

Options
  --format FORMAT    text for people, json for programs (see the README), sarif for
                     code scanning and editors
  --fail-on LEVEL    error, warning (the default), information, hint or never
  --severity CODE=LEVEL
                     show findings of a code as error, warning, information or hint,
                     or not at all: off. May be given once for each code
  -h, --help         this text
  -V, --version      the version

Exit status of check
  0  nothing at LEVEL or above        1  something
  2  wrong usage, or a PATH that cannot be read (what could be read is reported)
annotate ends with 0 or 2.

Examples
  crosscheck check samples
  crosscheck check --format json --fail-on never sources/ draft.md > findings.json
  crosscheck annotate report.txt
`;
