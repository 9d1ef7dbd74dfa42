"""The bench: our engine beside others, on texts whose edits are known. `make bench` runs it; no test times anything.

prose  ->  generate  ->  cases       texts, and what became of them
answer  ->  peers                    each engine's result in one form, with its times and its peak memory
quality  measure                     one engine on one case, in a process of its own
runner  ->  findings  ->  report     all of them, what follows from the figures, and the tables
build  ->  against                   this checkout beside an earlier commit
busy                                 light requests beside long comparisons
"""
