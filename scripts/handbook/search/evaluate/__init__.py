"""Evaluasi: how good the search is on judged queries, beside simple baselines and with slips of the finger.

    python -m handbook.search.evaluate CORPUS [--most N] [--write tests/search/MUTU.md]

``CORPUS`` is a folder with ``umum/`` and ``hukum/`` in it, each with ``docs.jsonl.gz``, ``queries.jsonl`` and
``qrels.tsv``; ``stem/gold_dev.tsv``; and ``lexicon/indocollex_informal.tsv``. For maintainers: nothing of the site needs it.
"""
