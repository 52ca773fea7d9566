"""What a page about a revision looks like."""

from __future__ import annotations

from typing import Final

ALONE: Final = """
body { max-width: 52rem; }
@page { margin: 14mm; }
@media print {
  :root { font-size: 8.6pt; }
  body { max-width: none; padding: 0; line-height: 1.32; }
}
"""
"""What a page that stands alone looks like besides."""

STYLE: Final = """
.changes { --gone: #8c1d18; --came: #0b5d2a; --mine: #e9f1fb; --rule: var(--edge, var(--line)); max-width: 52rem; }
@media screen and (prefers-color-scheme: dark) {
  .changes { --gone: #ffb4ab; --came: #8fe3a8; --mine: #17273a; }
}
.changes h1 { margin: 0 0 0.25rem; }
.changes h2 { font-size: 1.15rem; margin: 1.6rem 0 0.5rem; padding-bottom: 0.2rem;
  border-bottom: 2px solid var(--rule); }
.changes h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
.changes p { max-width: none; margin: 0.25rem 0; }
.changes .lead { font-size: 1.05rem; }
.changes :is(.quiet, .count) { color: var(--quiet); }
.changes :is(.count, .code) { font-weight: 400; }
.changes .code { margin-right: 0.35rem; white-space: nowrap; }
.changes .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: 0.5rem;
  margin: 0.9rem 0; padding: 0; }
.changes .figures li { list-style: none; border: 1px solid var(--rule); border-radius: 0.4rem; padding: 0.3rem 0.6rem; }
.changes .figures strong { display: block; font-size: 1.5rem; line-height: 1.2; }
.changes article { padding: 0.55rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.changes article:last-child { border-bottom: 0; }
.changes del { color: var(--gone); text-decoration-thickness: 1.5px; }
.changes ins { color: var(--came); text-decoration-thickness: 1.5px; text-underline-offset: 0.15em; font-weight: 600; }
.changes .more { font-size: 0.92em; }
.changes .more b { font-weight: 600; }
.changes .mine { background: var(--mine); border-left: 3px solid var(--link); border-radius: 0.2rem;
  padding: 0.3rem 0.6rem; }
.changes .ends { display: grid; grid-template-columns: 4rem 1fr; gap: 0.1rem 0.5rem; margin: 0.25rem 0; }
.changes .ends dt { color: var(--quiet); font-weight: 400; }
.changes .ends dd { grid-column: 2; margin: 0; }
@media (max-width: 30rem) {
  .changes .ends { grid-template-columns: 1fr; }
  .changes .ends dd { grid-column: 1; }
}
@media print {
  .changes { max-width: none; }
  .changes h2 { margin: 0.8rem 0 0.2rem; break-after: avoid; }
  .changes p { margin: 0.1rem 0; }
  .changes .figures { margin: 0.5rem 0; }
  .changes article { padding: 0.3rem 0; }
  .changes .mine { background: none; border: 1px solid var(--rule); border-left-width: 3px; }
}
"""
